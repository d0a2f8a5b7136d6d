#include "soleus-config.h"

#include "soleus-fhir-private.h"

#include "soleus-records.h"

static void
write_body_site (SoleusFhirWriter *self,
                 SoleusRecord     *record,
                 const char       *where)
{
  static const char *const sides[] = { NULL, "left", "right", "both" };
  const char *side = sides[CLAMP (soleus_record_get_enum (record, "side"), 0, 3)];
  g_autofree char *text = side != NULL && where != NULL ? g_strdup_printf ("%s (%s)", where, side) : g_strdup (where != NULL ? where : side);

  if (text == NULL)
    return;
  soleus_fhir_begin_list (self, "bodySite");
  soleus_fhir_concept (self, NULL, NULL, NULL, text);
  soleus_printer_end (self->printer);
}

/* xhtml as FHIR wants it; the text itself escaped */
static void
write_narrative (SoleusFhirWriter *self,
                 const char       *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *body = g_strjoinv ("<br/>", lines);
  g_autofree char *div = g_strconcat ("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>", body, "</p></div>", NULL);

  soleus_printer_key (self->printer, "text", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "status", "additional");
  soleus_fhir_text (self, "div", div);
  soleus_printer_end (self->printer);
}

/* the four parts of the note, with their LOINC codes */
static void
write_sections (SoleusFhirWriter *self,
                SoleusRecord     *visit)
{
  static const struct {
    const char *field;
    const char *title;
    const char *loinc;
  } sections[] = {
    { "subjective", "Subjective", "61150-9" },
    { "objective", "Objective", "61149-1" },
    { "assessment", "Assessment", "51848-0" },
    { "plan", "Plan", "18776-5" },
  };
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (!soleus_record_is_known (visit, sections[i].field))
        continue;
      if (!any)
        soleus_fhir_begin_list (self, "section");
      any = TRUE;
      soleus_printer_begin_map (self->printer);
      soleus_fhir_text (self, "title", sections[i].title);
      soleus_fhir_concept (self, "code", SOLEUS_FHIR_LOINC, sections[i].loinc, NULL);
      write_narrative (self, soleus_record_get_text (visit, sections[i].field));
      soleus_printer_end (self->printer);
    }
  if (any)
    soleus_printer_end (self->printer);
}

static const char *
get_author (SoleusRecord *record)
{
  return soleus_record_is_known (record, "signed-by") ? soleus_record_get_text (record, "signed-by") : soleus_record_get_text (record, "created-by");
}

/* author: [Practitioner], which FHIR demands: where it is not in the bundle, that is said */
static void
write_author (SoleusFhirWriter *self,
              const char       *author)
{
  g_autofree char *key = author != NULL ? g_strconcat ("Practitioner/", author, NULL) : NULL;

  soleus_fhir_begin_list (self, "author");
  if (key != NULL && g_hash_table_contains (self->known, key))
    {
      soleus_fhir_reference (self, NULL, "Practitioner", author);
    }
  else
    {
      soleus_printer_begin_map (self->printer);
      soleus_fhir_text (self, "display", "Not recorded");
      soleus_printer_end (self->printer);
    }
  soleus_printer_end (self->printer);
}

/* who signed, and when → attester */
static void
write_signature (SoleusFhirWriter *self,
                 SoleusRecord     *visit)
{
  if (!soleus_record_is_known (visit, "signed-at"))
    return;
  soleus_fhir_begin_list (self, "attester");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "mode", "professional");
  soleus_fhir_moment (self, "time", visit, "signed-at");
  soleus_fhir_reference (self, "party", "Practitioner", soleus_record_get_text (visit, "signed-by"));
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

static void
write_composition (SoleusFhirWriter *self,
                   SoleusRecord     *visit,
                   gboolean          is_signed)
{
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (visit), "note");

  soleus_fhir_begin_resource (self, "Composition", id);
  soleus_fhir_text (self, "status", is_signed ? "final" : "preliminary");
  soleus_fhir_concept (self, "type", SOLEUS_FHIR_LOINC, "11506-3", "Progress note");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (visit, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_id (visit));
  soleus_fhir_moment (self, "date", visit, "time");
  write_author (self, get_author (visit));
  soleus_fhir_text (self, "title", "Visit");
  write_signature (self, visit);
  write_sections (self, visit);
  soleus_fhir_end_resource (self);
}

/* visit → Encounter, Composition */
void
soleus_fhir_write_visit (SoleusFhirWriter *self,
                         SoleusRecord     *record)
{
  gboolean is_signed = soleus_record_get_enum (record, "state") != SOLEUS_VISIT_STATE_DRAFT;
  const char *const *episodes = soleus_record_get_ids (record, "episodes");
  gboolean any = FALSE;

  soleus_fhir_begin_resource (self, "Encounter", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", is_signed ? "finished" : "in-progress");
  soleus_printer_key (self->printer, "class", NULL);
  soleus_fhir_coding (self, SOLEUS_FHIR_TERMINOLOGY "v3-ActCode", "AMB", "ambulatory");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_printer_key (self->printer, "period", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_moment (self, "start", record, "time");
  soleus_printer_end (self->printer);
  for (gsize i = 0; episodes != NULL && episodes[i] != NULL; i++)
    {
      g_autofree char *key = g_strconcat ("Condition/", episodes[i], NULL);

      if (!g_hash_table_contains (self->known, key))
        continue;
      if (!any)
        soleus_fhir_begin_list (self, "diagnosis");
      any = TRUE;
      soleus_printer_begin_map (self->printer);
      soleus_fhir_reference (self, "condition", "Condition", episodes[i]);
      soleus_printer_end (self->printer);
    }
  if (any)
    soleus_printer_end (self->printer);
  soleus_fhir_end_resource (self);
  write_composition (self, record, is_signed);
}

/* relatesTo: the note that it is added to, which stays as it was signed */
static void
write_appends (SoleusFhirWriter *self,
               const char       *visit_id)
{
  g_autofree char *visit = g_strconcat ("Encounter/", visit_id, NULL);
  g_autofree char *note = soleus_fhir_dup_id (visit_id, "note");

  if (!g_hash_table_contains (self->known, visit))
    return;
  /* every visit in the bundle has its note there */
  g_hash_table_add (self->known, g_strconcat ("Composition/", note, NULL));
  soleus_fhir_begin_list (self, "relatesTo");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "code", "appends");
  soleus_fhir_reference (self, "targetReference", "Composition", note);
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

static void
write_section (SoleusFhirWriter *self,
               const char       *title,
               const char       *text)
{
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "title", title);
  write_narrative (self, text);
  soleus_printer_end (self->printer);
}

/* event: when that happened of which a late entry tells */
static void
write_event (SoleusFhirWriter *self,
             SoleusRecord     *record)
{
  soleus_fhir_begin_list (self, "event");
  soleus_printer_begin_map (self->printer);
  soleus_printer_key (self->printer, "period", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_moment (self, "start", record, "at");
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

/* amendment → Composition that appends to the note of the visit: what it says, and why it is added */
void
soleus_fhir_write_amendment (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  static const char *const titles[] = { "Addendum", "Correction", "Late entry" };

  soleus_fhir_begin_resource (self, "Composition", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", "final");
  soleus_fhir_concept (self, "type", SOLEUS_FHIR_LOINC, "11506-3", "Progress note");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_text (record, "visit"));
  soleus_fhir_moment (self, "date", record, "created-at");
  write_author (self, soleus_record_get_text (record, "created-by"));
  soleus_fhir_text (self, "title", titles[soleus_record_get_enum (record, "kind")]);
  write_appends (self, soleus_record_get_text (record, "visit"));
  if (soleus_record_get_enum (record, "kind") == SOLEUS_AMENDMENT_KIND_LATE_ENTRY)
    write_event (self, record);
  soleus_fhir_begin_list (self, "section");
  write_section (self, soleus_record_is_known (record, "section") ? soleus_record_get_text (record, "section") : "Amendment",
                 soleus_record_get_text (record, "text"));
  write_section (self, "Reason", soleus_record_get_text (record, "reason"));
  soleus_printer_end (self->printer);
  soleus_fhir_end_resource (self);
}

static void
write_clinical_status (SoleusFhirWriter *self,
                       const char       *code)
{
  soleus_fhir_concept (self, "clinicalStatus", SOLEUS_FHIR_TERMINOLOGY "condition-clinical", code, NULL);
}

/* One item of a questionnaire: its question as text, its answer as a coding; what is unknown has no answer. */
static void
write_item (SoleusFhirWriter    *self,
            const char          *id,
            const char          *label,
            SoleusAnswer         answer)
{
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "linkId", id);
  soleus_fhir_text (self, "text", label);
  if (answer != SOLEUS_ANSWER_UNKNOWN)
    {
      soleus_fhir_begin_list (self, "answer");
      soleus_printer_begin_map (self->printer);
      soleus_printer_key (self->printer, "valueBoolean", NULL);
      soleus_printer_boolean (self->printer, answer == SOLEUS_ANSWER_YES);
      soleus_printer_end (self->printer);
      soleus_printer_end (self->printer);
    }
  soleus_printer_end (self->printer);
}

/* answers → QuestionnaireResponse: every item of the catalogue, in its order */
static void
write_response (SoleusFhirWriter *self,
                SoleusRecord     *record,
                const char       *id,
                const char       *field,
                const char       *when)
{
  const SoleusAnswers *answers = soleus_record_get_answers (record, field);
  const SoleusCatalogue *catalogue = soleus_record_find_field (record, field)->catalogue ();
  guint n = (guint) catalogue->n_rows;
  gboolean is_complete = TRUE;

  for (guint i = 0; i < n; i++)
    is_complete = is_complete && soleus_answers_get (answers, catalogue->rows[i].id) != SOLEUS_ANSWER_UNKNOWN;
  soleus_fhir_begin_resource (self, "QuestionnaireResponse", id);
  soleus_fhir_text (self, "status", is_complete ? "completed" : "in-progress");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_moment (self, "authored", record, when);
  soleus_fhir_reference (self, "author", "Practitioner", soleus_record_get_text (record, "created-by"));
  soleus_fhir_begin_list (self, "item");
  for (guint i = 0; i < n; i++)
    {
      const SoleusCatalogueRow *row = &catalogue->rows[i];

      write_item (self, row->id, soleus_catalogue_row_get_label (row), soleus_answers_get (answers, row->id));
    }
  soleus_printer_end (self->printer);
  soleus_fhir_end_resource (self);
}

static void
write_responses (SoleusFhirWriter *self,
                 SoleusRecord     *record,
                 const char       *when)
{
  static const char *const fields[] = { "screen", "signs" };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (record), fields[i]);

      if (soleus_record_get_answers (record, fields[i]) != NULL && !soleus_answers_is_empty (soleus_record_get_answers (record, fields[i])))
        write_response (self, record, id, fields[i], when);
    }
}

static void
write_pain (SoleusFhirWriter *self,
            SoleusRecord     *record,
            const char       *when)
{
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (record), "pain");

  soleus_fhir_begin_resource (self, "Observation", id);
  soleus_fhir_text (self, "status", "final");
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_LOINC, "72514-3", "Pain severity 0-10");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_moment (self, "effectiveDateTime", record, when);
  soleus_fhir_quantity (self, "valueQuantity", (double) soleus_record_get_int (record, "pain"), "{score}");
  soleus_fhir_end_resource (self);
}

/* episode → Condition (R25.2 cramp and spasm), Observation (pain), QuestionnaireResponse (damage screen, signs) */
void
soleus_fhir_write_episode (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  gboolean has_ended = soleus_record_is_known (record, "end");

  soleus_fhir_begin_resource (self, "Condition", soleus_record_get_id (record));
  /* a cramp whose end nobody wrote down is over as well, but when is not known */
  write_clinical_status (self, has_ended ? "resolved" : "inactive");
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_ICD10, "R25.2", "Cramp and spasm");
  write_body_site (self, record, soleus_catalogue_get_label (soleus_catalogue_get_muscles (), soleus_record_get_text (record, "muscle")));
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_moment (self, "onsetDateTime", record, "onset");
  soleus_fhir_moment (self, "abatementDateTime", record, "end");
  soleus_fhir_moment (self, "recordedDate", record, "created-at");
  soleus_fhir_reference (self, "recorder", "Practitioner", soleus_record_get_text (record, "created-by"));
  soleus_fhir_note (self, record, "note");
  soleus_fhir_end_resource (self);
  if (soleus_record_is_known (record, "pain"))
    write_pain (self, record, "onset");
  write_responses (self, record, "updated-at");
}

/* re-check → Observation (pain, signs of bleeding), QuestionnaireResponse (damage screen, signs) */
void
soleus_fhir_write_contact (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (record), "bleeding");

  if (soleus_record_is_known (record, "pain"))
    write_pain (self, record, "at");
  soleus_fhir_begin_resource (self, "Observation", id);
  soleus_fhir_text (self, "status", "final");
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_SYSTEM "observation", "bleeding", "Signs of continuing bleeding");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_text (record, "visit"));
  soleus_fhir_moment (self, "effectiveDateTime", record, "at");
  soleus_fhir_answer (self, soleus_record_get_enum (record, "bleeding"));
  soleus_fhir_note (self, record, "note");
  soleus_fhir_end_resource (self);
  write_responses (self, record, "at");
}

/* condition → Condition */
void
soleus_fhir_write_condition (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "Condition", soleus_record_get_id (record));
  write_clinical_status (self, soleus_record_is_known (record, "until") ? "resolved" : "active");
  soleus_fhir_choice (self, "code", record, "condition");
  write_body_site (self, record, NULL);
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_field (self, "onsetDateTime", record, "since");
  soleus_fhir_field (self, "abatementDateTime", record, "until");
  soleus_fhir_note (self, record, "note");
  soleus_fhir_end_resource (self);
}

/* medicine → MedicationStatement */
void
soleus_fhir_write_medication (SoleusFhirWriter *self,
                              SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "MedicationStatement", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", soleus_record_is_known (record, "until") ? "completed" : "active");
  soleus_fhir_choice (self, "category", record, "class");
  soleus_fhir_concept (self, "medicationCodeableConcept", NULL, NULL, soleus_record_get_text (record, "name"));
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  if (soleus_record_is_known (record, "since") || soleus_record_is_known (record, "until"))
    {
      soleus_printer_key (self->printer, "effectivePeriod", NULL);
      soleus_printer_begin_map (self->printer);
      soleus_fhir_field (self, "start", record, "since");
      soleus_fhir_field (self, "end", record, "until");
      soleus_printer_end (self->printer);
    }
  soleus_fhir_note (self, record, "note");
  soleus_fhir_end_resource (self);
}

/* clot screen → QuestionnaireResponse; no score is exported: this program computes none as a risk */
void
soleus_fhir_write_screening (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  write_response (self, record, soleus_record_get_id (record), "items", "at");
}
