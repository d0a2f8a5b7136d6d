#include "soleus-config.h"

#include "soleus-fhir-private.h"

#include "soleus-massage-window.h"
#include "soleus-records.h"

static void
write_safety_category (SoleusFhirWriter *self)
{
  soleus_fhir_begin_list (self, "category");
  soleus_fhir_concept (self, NULL, SOLEUS_FHIR_TERMINOLOGY "flag-category", "safety", NULL);
  soleus_printer_end (self->printer);
}

/* red flag → Flag: active until an outcome is on record */
void
soleus_fhir_write_flag (SoleusFhirWriter *self,
                        SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "Flag", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", soleus_record_is_known (record, "outcome-at") ? "inactive" : "active");
  write_safety_category (self);
  soleus_fhir_choice (self, "code", record, "kind");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_printer_key (self->printer, "period", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_moment (self, "start", record, "raised-at");
  soleus_fhir_moment (self, "end", record, "outcome-at");
  soleus_printer_end (self->printer);
  soleus_fhir_reference (self, "author", "Practitioner", soleus_record_get_text (record, "created-by"));
  soleus_fhir_end_resource (self);
}

static void
write_window (SoleusFhirWriter   *self,
              SoleusRecord       *athlete,
              const SoleusWindow *window)
{
  static const char *const sides[] = { "unknown", "left", "right", "both" };
  GEnumClass *states = g_type_class_ref (SOLEUS_TYPE_WINDOW_STATE);
  GEnumClass *regions = g_type_class_ref (SOLEUS_TYPE_REGION);
  const char *state = g_enum_get_value (states, window->state)->value_nick;
  const char *region = g_enum_get_value (regions, window->region)->value_nick;
  g_autofree char *part = g_strdup_printf ("window-%s-%s", sides[CLAMP (window->side, 0, 3)], region);
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (athlete), part);
  g_autofree char *text = g_strdup_printf ("No massage or heat: %s, %s", region, sides[CLAMP (window->side, 0, 3)]);

  soleus_fhir_begin_resource (self, "Flag", id);
  soleus_fhir_text (self, "status", "active");
  write_safety_category (self);
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_SYSTEM "window", state, text);
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_id (athlete));
  if (window->anchor != SOLEUS_UNKNOWN_INSTANT || window->opens_at != SOLEUS_UNKNOWN_INSTANT)
    {
      soleus_printer_key (self->printer, "period", NULL);
      soleus_printer_begin_map (self->printer);
      soleus_fhir_instant (self, "start", window->anchor);
      soleus_fhir_instant (self, "end", window->opens_at);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
  g_type_class_unref (states);
  g_type_class_unref (regions);
}

/* the windows that were not open when the bundle was written → Flag */
void
soleus_fhir_write_windows (SoleusFhirWriter *self,
                           SoleusRecord     *athlete)
{
  g_autoptr (GPtrArray) windows = NULL;

  if (self->source->list_windows != NULL)
    windows = self->source->list_windows (soleus_record_get_id (athlete), self->source->user_data);
  for (guint i = 0; windows != NULL && i < windows->len; i++)
    {
      const SoleusWindow *window = windows->pdata[i];

      if (window->state != SOLEUS_WINDOW_STATE_OPEN)
        write_window (self, athlete, window);
    }
}

/* treatment → Procedure */
void
soleus_fhir_write_treatment (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  static const char *const sides[] = { NULL, "left", "right", "both" };
  g_autofree char *region = soleus_record_dup_as_text (record, "region");
  const char *side = sides[CLAMP (soleus_record_get_enum (record, "side"), 0, 3)];
  g_autofree char *where = side != NULL && region != NULL ? g_strdup_printf ("%s (%s)", region, side) : g_strdup (region);

  soleus_fhir_begin_resource (self, "Procedure", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", "completed");
  soleus_fhir_choice (self, "code", record, "modality");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_text (record, "visit"));
  soleus_fhir_moment (self, "performedDateTime", record, "at");
  if (where != NULL && where[0] != '\0')
    {
      soleus_fhir_begin_list (self, "bodySite");
      soleus_fhir_concept (self, NULL, NULL, NULL, where);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_note (self, record, "note");
  soleus_fhir_end_resource (self);
}

static void
write_mitigation (SoleusFhirWriter *self,
                  SoleusRecord     *record)
{
  g_autofree char *reason = soleus_record_dup_as_text (record, "reason");

  soleus_fhir_begin_list (self, "mitigation");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_concept (self, "action", SOLEUS_FHIR_SYSTEM "override-reason", reason != NULL && reason[0] != '\0' ? reason : NULL,
                       soleus_record_get_text (record, "text"));
  soleus_fhir_moment (self, "date", record, "at");
  soleus_fhir_reference (self, "author", "Practitioner", soleus_record_get_text (record, "created-by"));
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

static void
write_implicated (SoleusFhirWriter *self,
                  const char       *treatment)
{
  g_autofree char *key = g_strconcat ("Procedure/", treatment, NULL);

  if (!g_hash_table_contains (self->known, key))
    return;
  soleus_fhir_begin_list (self, "implicated");
  soleus_fhir_reference (self, NULL, "Procedure", treatment);
  soleus_printer_end (self->printer);
}

/* decision against a window → DetectedIssue with its mitigation */
void
soleus_fhir_write_override (SoleusFhirWriter *self,
                            SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "DetectedIssue", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", "final");
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_SYSTEM "rule", soleus_record_get_text (record, "rule"), "Treatment while the window was not open");
  soleus_fhir_text (self, "severity", "high");
  soleus_fhir_reference (self, "patient", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_moment (self, "identifiedDateTime", record, "at");
  write_implicated (self, soleus_record_get_text (record, "treatment"));
  soleus_fhir_field (self, "detail", record, "basis");
  write_mitigation (self, record);
  soleus_fhir_end_resource (self);
}

/* a treatment that turned out to have been given while the window was not open → DetectedIssue */
void
soleus_fhir_write_breach (SoleusFhirWriter *self,
                          SoleusRecord     *record)
{
  GEnumClass *states = g_type_class_ref (SOLEUS_TYPE_WINDOW_STATE);
  const GEnumValue *state = g_enum_get_value (states, soleus_record_get_enum (record, "state"));

  soleus_fhir_begin_resource (self, "DetectedIssue", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", "final");
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_SYSTEM "window", state != NULL ? state->value_nick : NULL,
                       "Found afterwards: treatment while the window was not open");
  soleus_fhir_reference (self, "patient", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_moment (self, "identifiedDateTime", record, "at");
  write_implicated (self, soleus_record_get_text (record, "treatment"));
  soleus_fhir_field (self, "detail", record, "reason");
  soleus_fhir_end_resource (self);
  g_type_class_unref (states);
}
