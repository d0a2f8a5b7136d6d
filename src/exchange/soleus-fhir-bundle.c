#include "soleus-config.h"

#include "soleus-fhir-bundle.h"

#include "soleus-fhir-private.h"
#include "soleus-json-printer.h"
#include "soleus-records.h"

/* Which resources a kind of record becomes (the mapping of clinical standards to FHIR R4). A policy is the only kind that is not here: it says
 * nothing to another system. */
static const struct {
  const SoleusRecordKind *kind;
  const char             *type;  /* of the resource that carries the record's own id */
  void                  (*write) (SoleusFhirWriter *writer, SoleusRecord *record);
} mappings[] = {
  { &soleus_clinic_profile_kind, "Organization", soleus_fhir_write_profile },
  { &soleus_therapist_kind, "Practitioner", soleus_fhir_write_therapist },
  { &soleus_athlete_kind, "Patient", soleus_fhir_write_athlete },
  { &soleus_visit_kind, "Encounter", soleus_fhir_write_visit },
  { &soleus_amendment_kind, "Composition", soleus_fhir_write_amendment },
  { &soleus_episode_kind, "Condition", soleus_fhir_write_episode },
  { &soleus_contact_kind, NULL, soleus_fhir_write_contact },
  { &soleus_condition_kind, "Condition", soleus_fhir_write_condition },
  { &soleus_medication_kind, "MedicationStatement", soleus_fhir_write_medication },
  { &soleus_clot_screening_kind, "QuestionnaireResponse", soleus_fhir_write_screening },
  { &soleus_red_flag_kind, "Flag", soleus_fhir_write_flag },
  { &soleus_treatment_kind, "Procedure", soleus_fhir_write_treatment },
  { &soleus_override_kind, "DetectedIssue", soleus_fhir_write_override },
  { &soleus_breach_kind, "DetectedIssue", soleus_fhir_write_breach },
  { &soleus_factor_kind, "Observation", soleus_fhir_write_factor },
  { &soleus_check_in_kind, NULL, soleus_fhir_write_check_in },
  { &soleus_session_kind, NULL, soleus_fhir_write_session },
  { &soleus_measure_kind, "Observation", soleus_fhir_write_measure },
  { &soleus_shoe_kind, "Device", soleus_fhir_write_shoe },
  { &soleus_follow_up_kind, "Task", soleus_fhir_write_follow_up },
  { &soleus_issued_document_kind, "DocumentReference", soleus_fhir_write_document },
};

static gboolean
list_all (const SoleusExportSource  *source,
          GPtrArray                 *lists,
          GHashTable                *known,
          GError                   **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      GPtrArray *records = source->list_records (mappings[i].kind, source->user_data, error);

      if (records == NULL)
        return FALSE;
      g_ptr_array_add (lists, records);
      for (guint j = 0; mappings[i].type != NULL && j < records->len; j++)
        g_hash_table_add (known, g_strconcat (mappings[i].type, "/", soleus_record_get_id (records->pdata[j]), NULL));
    }
  return TRUE;
}

/* identifier: the newest entry of the audit that changed something: the clinic can show later that the bundle holds what it held then */
static void
write_head (SoleusFhirWriter *writer)
{
  if (writer->source->audit_head == NULL || writer->source->audit_head[0] == '\0')
    return;
  soleus_printer_key (writer->printer, "identifier", NULL);
  soleus_printer_begin_map (writer->printer);
  soleus_fhir_text (writer, "system", SOLEUS_FHIR_SYSTEM "audit-head");
  soleus_fhir_text (writer, "value", writer->source->audit_head);
  soleus_printer_end (writer->printer);
}

/**
 * soleus_fhir_bundle_write:
 * @source: where the records come from
 * @stream: where they go
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_fhir_bundle_write (const SoleusExportSource  *source,
                          GOutputStream             *stream,
                          GError                   **error)
{
  g_autoptr (SoleusJsonPrinter) json = soleus_json_printer_new (stream, 3);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  SoleusFhirWriter writer = { SOLEUS_PRINTER (json), source, known };
  gboolean is_empty = TRUE;

  if (!list_all (source, lists, known, error))
    return FALSE;
  for (guint i = 0; i < lists->len; i++)
    is_empty = is_empty && ((GPtrArray *) lists->pdata[i])->len == 0;
  soleus_printer_begin_map (writer.printer);
  soleus_fhir_text (&writer, "resourceType", "Bundle");
  write_head (&writer);
  soleus_fhir_text (&writer, "type", "collection");
  soleus_fhir_instant (&writer, "timestamp", source->written_at);
  if (!is_empty)
    {
      soleus_fhir_begin_list (&writer, "entry");
      for (guint i = 0; i < lists->len; i++)
        {
          GPtrArray *records = lists->pdata[i];

          for (guint j = 0; j < records->len; j++)
            mappings[i].write (&writer, records->pdata[j]);
        }
      soleus_printer_end (writer.printer);
    }
  soleus_printer_end (writer.printer);
  return soleus_json_printer_finish (json, error);
}
