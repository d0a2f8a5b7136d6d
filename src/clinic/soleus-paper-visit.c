#include "soleus-config.h"

#include "soleus-paper-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-document-date.h"
#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-visit-summary.h"

/* What the summary points to while it is put together. */
typedef struct {
  SoleusClinic *clinic;
  SoleusRecord *visit;
  const char   *language;
  GPtrArray    *keep;       /* (owned) records that the arrays borrow from */
  GPtrArray    *texts;      /* (owned) */
  GArray       *treatments; /* (owned) */
  GArray       *amendments; /* (owned) */
  GPtrArray    *measures;   /* (owned) NULL-terminated at the end */
  GPtrArray    *episodes;   /* (owned) NULL-terminated at the end */
} Summary;

static GPtrArray *
list_records (Summary                 *summary,
              const SoleusRecordKind  *kind,
              GError                 **error)
{
  GPtrArray *records = soleus_clinic_list_of (summary->clinic, kind, "visit", soleus_record_get_id (summary->visit), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (summary->keep, g_object_ref (records->pdata[i]));
  return records;
}

static const char *
take_text (Summary *summary,
           char    *text)
{
  g_ptr_array_add (summary->texts, text);
  return text;
}

static SoleusRecord *
find_override (GPtrArray    *overrides,
               SoleusRecord *treatment)
{
  for (guint i = 0; i < overrides->len; i++)
    if (g_strcmp0 (soleus_record_get_text (overrides->pdata[i], "treatment"), soleus_record_get_id (treatment)) == 0)
      return overrides->pdata[i];
  return NULL;
}

static gboolean
add_treatments (Summary  *summary,
                GError  **error)
{
  g_autoptr (GPtrArray) treatments = list_records (summary, &soleus_treatment_kind, error);
  g_autoptr (GPtrArray) overrides = treatments != NULL ? list_records (summary, &soleus_override_kind, error) : NULL;

  if (overrides == NULL)
    return FALSE;
  for (guint i = 0; i < treatments->len; i++)
    {
      SoleusRecord *record = treatments->pdata[i];
      SoleusRecord *override = find_override (overrides, record);
      SoleusVisitSummaryTreatment treatment = { soleus_record_get_instant (record, "at") };
      SoleusSide side = soleus_record_get_enum (record, "side");
      const char *region = soleus_enum_get_label (SOLEUS_TYPE_REGION, soleus_record_get_enum (record, "region"));

      treatment.modality = soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (record, "modality"));
      treatment.place = side == SOLEUS_SIDE_UNKNOWN ? region
        : take_text (summary, g_strdup_printf ("%s, %s", region, soleus_enum_get_label (SOLEUS_TYPE_SIDE, side)));
      treatment.minutes = soleus_record_get_real (record, "minutes");
      if (override != NULL)
        {
          treatment.override_reason = soleus_enum_get_label (SOLEUS_TYPE_OVERRIDE_REASON, soleus_record_get_enum (override, "reason"));
          treatment.override_text = soleus_record_get_text (override, "text");
        }
      g_array_append_val (summary->treatments, treatment);
    }
  return TRUE;
}

static gboolean
add_amendments (Summary  *summary,
                GError  **error)
{
  g_autoptr (GPtrArray) records = list_records (summary, &soleus_amendment_kind, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      SoleusRecord *record = records->pdata[i];
      SoleusVisitSummaryAmendment amendment = { soleus_record_get_enum (record, "kind"), soleus_record_get_instant (record, "at") };

      amendment.author = take_text (summary, _soleus_paper_dup_author (summary->clinic, soleus_record_get_text (record, "created-by")));
      amendment.section = soleus_record_get_text (record, "section");
      amendment.reason = soleus_record_get_text (record, "reason");
      amendment.text = soleus_record_get_text (record, "text");
      g_array_append_val (summary->amendments, amendment);
    }
  return TRUE;
}

static gboolean
add_measures (Summary  *summary,
              GError  **error)
{
  g_autoptr (GPtrArray) records = list_records (summary, &soleus_measure_kind, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_tests (), soleus_record_get_text (records->pdata[i], "test"));
      const char *test = soleus_catalogue_get_label (soleus_catalogue_get_tests (), soleus_record_get_text (records->pdata[i], "test"));
      double number = soleus_record_get_real (records->pdata[i], "value");
      g_autofree char *left = soleus_record_dup_as_text (records->pdata[i], "left");
      g_autofree char *right = soleus_record_dup_as_text (records->pdata[i], "right");
      g_autofree char *value = soleus_record_dup_as_text (records->pdata[i], "value");

      if (left != NULL || right != NULL)
        /* Translators: a test, then its result on the left and on the right */
        g_ptr_array_add (summary->measures, g_strdup_printf (_("%s: left %s, right %s"), test, left != NULL ? left : "–", right != NULL ? right : "–"));
      else if (row != NULL && row->value == SOLEUS_TEST_YES_NO && soleus_real_is_known (number))
        g_ptr_array_add (summary->measures, g_strdup_printf ("%s: %s", test,
                                                             soleus_enum_get_label (SOLEUS_TYPE_ANSWER, number > 0.0 ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO)));
      else
        g_ptr_array_add (summary->measures, g_strdup_printf ("%s: %s", test, value != NULL ? value : "–"));
    }
  return TRUE;
}

static gboolean
add_episodes (Summary  *summary,
              GError  **error)
{
  const char *const *ids = soleus_record_get_ids (summary->visit, "episodes");

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (SoleusRecord) episode = soleus_clinic_find (summary->clinic, &soleus_episode_kind, ids[i], NULL);
      g_autofree char *onset = NULL;

      if (episode == NULL)
        continue;
      onset = soleus_document_date_format_moment (soleus_record_get_instant (episode, "onset"), summary->language);
      g_ptr_array_add (summary->episodes,
                       /* Translators: a muscle, a side, and when the cramp started */
                       g_strdup_printf (_("%s, %s: %s"),
                                        soleus_catalogue_get_label (soleus_catalogue_get_muscles (), soleus_record_get_text (episode, "muscle")),
                                        soleus_enum_get_label (SOLEUS_TYPE_SIDE, soleus_record_get_enum (episode, "side")), onset));
    }
  return TRUE;
}

static SoleusDocument *
create_document (Summary                  *summary,
                 SoleusRecord             *athlete,
                 const SoleusPaperOptions *options)
{
  SoleusRecord *therapist = soleus_clinic_get_therapist (summary->clinic);
  g_autofree char *id = soleus_id_new ();
  g_autofree char *copy_id = g_strndup (id, SOLEUS_PAPER_COPY_LENGTH);
  SoleusVisitSummarySpec spec = { 0 };

  spec.language = summary->language;
  spec.paper = _soleus_paper_get_paper (summary->clinic, options);
  spec.large_print = options->large_print;
  spec.issued_at = soleus_clinic_get_now (summary->clinic);
  spec.clinic_name = _soleus_paper_get_clinic_name (summary->clinic);
  spec.clinic_phone = soleus_record_get_text (soleus_clinic_get_profile (summary->clinic), "phone");
  spec.therapist_name = take_text (summary, _soleus_paper_dup_author (summary->clinic, soleus_record_get_text (summary->visit, "created-by")));
  if (therapist != NULL && g_strcmp0 (soleus_record_get_id (therapist), soleus_record_get_text (summary->visit, "created-by")) == 0)
    spec.therapist_credential = soleus_record_get_text (therapist, "credential");
  spec.athlete_name = soleus_record_get_text (athlete, "name");
  spec.athlete_details = take_text (summary, _soleus_paper_dup_details (athlete, spec.language));
  spec.time = soleus_record_get_instant (summary->visit, "time");
  spec.state = soleus_record_get_enum (summary->visit, "state");
  spec.signed_at = soleus_record_get_instant (summary->visit, "signed-at");
  if (soleus_record_is_known (summary->visit, "signed-by"))
    spec.signed_by = take_text (summary, _soleus_paper_dup_author (summary->clinic, soleus_record_get_text (summary->visit, "signed-by")));
  spec.subjective = soleus_record_get_text (summary->visit, "subjective");
  spec.objective = soleus_record_get_text (summary->visit, "objective");
  spec.assessment = soleus_record_get_text (summary->visit, "assessment");
  spec.plan = soleus_record_get_text (summary->visit, "plan");
  g_ptr_array_add (summary->episodes, NULL);
  g_ptr_array_add (summary->measures, NULL);
  spec.episodes = (const char *const *) summary->episodes->pdata;
  spec.measures = (const char *const *) summary->measures->pdata;
  spec.treatments = (gpointer) summary->treatments->data;
  spec.n_treatments = summary->treatments->len;
  spec.amendments = (gpointer) summary->amendments->data;
  spec.n_amendments = summary->amendments->len;
  spec.follow_up = soleus_record_get_text (summary->visit, "follow-up");
  if (soleus_date_is_valid (spec.follow_up))
    spec.follow_up = take_text (summary, soleus_document_date_format_header (soleus_date_get_start (spec.follow_up), summary->language));
  spec.copy_id = copy_id;
  return _soleus_paper_finish (summary->clinic, soleus_visit_summary_new_document (&spec), id);
}

static void
summary_init (Summary *summary)
{
  summary->keep = g_ptr_array_new_with_free_func (g_object_unref);
  summary->texts = g_ptr_array_new_with_free_func (g_free);
  summary->treatments = g_array_new (FALSE, TRUE, sizeof (SoleusVisitSummaryTreatment));
  summary->amendments = g_array_new (FALSE, TRUE, sizeof (SoleusVisitSummaryAmendment));
  summary->measures = g_ptr_array_new_with_free_func (g_free);
  summary->episodes = g_ptr_array_new_with_free_func (g_free);
}

static void
summary_clear (Summary *summary)
{
  g_ptr_array_unref (summary->keep);
  g_ptr_array_unref (summary->texts);
  g_array_unref (summary->treatments);
  g_array_unref (summary->amendments);
  g_ptr_array_unref (summary->measures);
  g_ptr_array_unref (summary->episodes);
}

/**
 * soleus_paper_new_visit_summary:
 * @visit_id: a visit, signed or not
 *
 * Returns: (transfer full): the note of the visit with everything that belongs to it, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_visit_summary (SoleusClinic              *clinic,
                                const char                *visit_id,
                                const SoleusPaperOptions  *options,
                                GError                   **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusRecord) visit = soleus_clinic_find (clinic, &soleus_visit_kind, visit_id, &local_error);
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autofree char *language = _soleus_paper_dup_own_language (options);
  Summary summary = { clinic, visit, language };
  SoleusDocument *document = NULL;

  if (visit == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no visit “%s”."), visit_id);
      return NULL;
    }
  athlete = _soleus_paper_find_athlete (clinic, soleus_record_get_text (visit, "athlete"), error);
  if (athlete == NULL)
    return NULL;
  summary_init (&summary);
  if (add_treatments (&summary, error) && add_amendments (&summary, error) && add_measures (&summary, error) && add_episodes (&summary, error))
    document = create_document (&summary, athlete, options);
  summary_clear (&summary);
  return document;
}
