#include "soleus-config.h"

#include "soleus-fhir-private.h"

#include <string.h>

/**
 * soleus_fhir_dup_id:
 * @record_id: of the record that a resource is made of
 * @part: which of its parts: "pain"
 *
 * Returns: (transfer full): a UUID (version 8, by hash) that is the same in every export
 */
char *
soleus_fhir_dup_id (const char *record_id,
                    const char *part)
{
  g_autofree char *text = g_strconcat (record_id, "/", part, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  hash[12] = '8';
  hash[16] = "89ab"[(g_ascii_xdigit_value (hash[16]) & 3)];
  return g_strdup_printf ("%.8s-%.4s-%.4s-%.4s-%.12s", hash, hash + 8, hash + 12, hash + 16, hash + 20);
}

/* Opens an entry and its resource. */
void
soleus_fhir_begin_resource (SoleusFhirWriter *self,
                            const char       *type,
                            const char       *id)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", id, NULL);

  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "fullUrl", url);
  soleus_printer_key (self->printer, "resource", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "resourceType", type);
  soleus_fhir_text (self, "id", id);
}

void
soleus_fhir_end_resource (SoleusFhirWriter *self)
{
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

/* A string; nothing where it is unknown or holds spaces alone, which FHIR forbids. */
void
soleus_fhir_text (SoleusFhirWriter *self,
                  const char       *name,
                  const char       *value)
{
  if (value != NULL && value[strspn (value, " \t\r\n")] != '\0')
    soleus_printer_add_text (self->printer, name, NULL, value);
}

void
soleus_fhir_field (SoleusFhirWriter *self,
                   const char       *name,
                   SoleusRecord     *record,
                   const char       *field)
{
  soleus_fhir_text (self, name, soleus_record_get_text (record, field));
}

/* A dateTime: with offset, or the date alone where only that is known. */
void
soleus_fhir_moment (SoleusFhirWriter *self,
                    const char       *name,
                    SoleusRecord     *record,
                    const char       *field)
{
  const SoleusMoment *moment = soleus_record_get_moment (record, field);
  g_autoptr (SoleusMoment) exact = NULL;
  g_autofree char *text = NULL;

  if (moment == NULL)
    return;
  exact = soleus_moment_new (moment->instant, moment->utc_offset, SOLEUS_PRECISION_EXACT);
  text = moment->precision == SOLEUS_PRECISION_DAY ? soleus_moment_dup_date (moment) : soleus_moment_to_iso8601 (exact);
  soleus_fhir_text (self, name, text);
}

void
soleus_fhir_instant (SoleusFhirWriter *self,
                     const char       *name,
                     SoleusInstant     instant)
{
  g_autofree char *text = instant != SOLEUS_UNKNOWN_INSTANT ? soleus_instant_to_iso8601 (instant) : NULL;

  soleus_fhir_text (self, name, text);
}

void
soleus_fhir_begin_list (SoleusFhirWriter *self,
                        const char       *name)
{
  soleus_printer_key (self->printer, name, NULL);
  soleus_printer_begin_list (self->printer);
}

/* One Coding as a map. */
void
soleus_fhir_coding (SoleusFhirWriter *self,
                    const char       *system,
                    const char       *code,
                    const char       *display)
{
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "system", system);
  soleus_fhir_text (self, "code", code);
  soleus_fhir_text (self, "display", display);
  soleus_printer_end (self->printer);
}

/* A CodeableConcept; @name NULL: as an element of a list. */
void
soleus_fhir_concept (SoleusFhirWriter *self,
                     const char       *name,
                     const char       *system,
                     const char       *code,
                     const char       *text)
{
  if (name != NULL)
    soleus_printer_key (self->printer, name, NULL);
  soleus_printer_begin_map (self->printer);
  if (code != NULL)
    {
      soleus_fhir_begin_list (self, "coding");
      soleus_fhir_coding (self, system, code, NULL);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_text (self, "text", text);
  soleus_printer_end (self->printer);
}

/* A field of choices as a CodeableConcept of the program's own system. */
void
soleus_fhir_choice (SoleusFhirWriter *self,
                    const char       *name,
                    SoleusRecord     *record,
                    const char       *field)
{
  const SoleusField *declared = soleus_record_find_field (record, field);
  const char *id = soleus_record_get_text (record, field);
  g_autofree char *system = g_strconcat (SOLEUS_FHIR_SYSTEM, field, NULL);

  if (id != NULL)
    soleus_fhir_concept (self, name, system, id, soleus_catalogue_get_label (declared->catalogue (), id));
}

void
soleus_fhir_quantity (SoleusFhirWriter *self,
                      const char       *name,
                      double            value,
                      const char       *unit)
{
  soleus_printer_key (self->printer, name, NULL);
  soleus_printer_begin_map (self->printer);
  soleus_printer_key (self->printer, "value", NULL);
  soleus_printer_real (self->printer, value);
  if (unit != NULL)
    {
      soleus_fhir_text (self, "unit", unit);
      soleus_fhir_text (self, "system", SOLEUS_FHIR_UCUM);
      soleus_fhir_text (self, "code", unit);
    }
  soleus_printer_end (self->printer);
}

/* The value of an Observation that is yes or no, or that nobody knows. */
void
soleus_fhir_answer (SoleusFhirWriter *self,
                    SoleusAnswer      answer)
{
  if (answer == SOLEUS_ANSWER_UNKNOWN)
    {
      soleus_fhir_concept (self, "dataAbsentReason", SOLEUS_FHIR_TERMINOLOGY "data-absent-reason", "unknown", NULL);
      return;
    }
  soleus_printer_key (self->printer, "valueBoolean", NULL);
  soleus_printer_boolean (self->printer, answer == SOLEUS_ANSWER_YES);
}

/* A reference to a resource of this bundle; none where the bundle does not hold it. @name NULL: as an element of a list. */
void
soleus_fhir_reference (SoleusFhirWriter *self,
                       const char       *name,
                       const char       *type,
                       const char       *id)
{
  g_autofree char *key = id != NULL ? g_strconcat (type, "/", id, NULL) : NULL;
  g_autofree char *url = NULL;

  if (key == NULL || !g_hash_table_contains (self->known, key))
    return;
  url = g_strconcat ("urn:uuid:", id, NULL);
  if (name != NULL)
    soleus_printer_key (self->printer, name, NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "reference", url);
  soleus_printer_end (self->printer);
}

/* note: [Annotation] */
void
soleus_fhir_note (SoleusFhirWriter *self,
                  SoleusRecord     *record,
                  const char       *field)
{
  if (!soleus_record_is_known (record, field))
    return;
  soleus_fhir_begin_list (self, "note");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_field (self, "text", record, field);
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}
