/* The demo clinic shows what every screen must show, keeps the rules, and is the same for the same seed. */
#include "soleus-config.h"

#include <string.h>

#include "soleus-clock.h"
#include "soleus-demo.h"
#include "soleus-paper.h"

static SoleusInstant
get_now (void)
{
  return soleus_instant_from_local (2026, 11, 20, 14, 0, 0, NULL);
}

static SoleusClinic *
create_demo (guint   n_athletes,
             guint32 seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());
  g_autoptr (SoleusClinic) clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);

  g_assert_no_error (error);
  soleus_demo_fill (clinic, n_athletes, 0, seed, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&clinic);
}

/* one for all that only look */
static SoleusClinic *
get_demo (void)
{
  static SoleusClinic *demo = NULL;

  if (demo == NULL)
    demo = create_demo (SOLEUS_DEMO_ATHLETES, 1);
  return demo;
}

static SoleusAssessment *
assess (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, name, &error);
  SoleusAssessment *assessment;

  g_assert_no_error (error);
  assessment = soleus_clinic_assess (get_demo (), soleus_record_get_id (athlete), get_now (), &error);
  g_assert_no_error (error);
  return assessment;
}

static gint64
count (const SoleusRecordKind *kind)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  return soleus_clinic_count (get_demo (), query, NULL);
}

static GPtrArray *
list_of (const char             *name,
         const SoleusRecordKind *kind)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, name, NULL);

  return soleus_clinic_list_of_athlete (get_demo (), kind, soleus_record_get_id (athlete), NULL);
}

static void
test_closed (void)
{
  g_autoptr (SoleusAssessment) assessment = assess ("Mara Swiftwater");

  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_CLOSED);
  g_assert_false (((SoleusWindow *) soleus_assessment_get_windows (assessment)->pdata[0])->screen_complete);
}

static void
test_hard_stop (void)
{
  g_autoptr (SoleusAssessment) assessment = assess ("Jon Hillrepeat");

  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_HARD_STOP);
  g_assert_cmpint (soleus_assessment_get_opens_at (assessment), ==, SOLEUS_UNKNOWN_INSTANT);
  g_assert_cmpuint (soleus_assessment_get_n_open_flags (assessment), >=, 1);
}

static void
test_caution (void)
{
  g_autoptr (SoleusAssessment) assessment = assess ("Ana Longstride");

  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_CAUTION);
  g_assert_cmpint (soleus_assessment_get_opens_at (assessment), ==, get_now () + 9 * SOLEUS_USEC_PER_HOUR);
}

static void
test_frequent (void)
{
  g_autoptr (SoleusAssessment) assessment = assess ("Tariq Tempo");
  GPtrArray *flags = soleus_assessment_get_flags (assessment);

  g_assert_cmpuint (soleus_assessment_get_n_open_flags (assessment), ==, 1);
  g_assert_cmpstr (soleus_record_get_text (flags->pdata[0], "kind"), ==, "frequent-cramps");
  g_assert_cmpint (soleus_record_get_enum (flags->pdata[0], "urgency"), ==, SOLEUS_URGENCY_ROUTINE);
}

static void
test_many_and_none (void)
{
  g_autoptr (GPtrArray) many = list_of ("Lena Cadence", &soleus_episode_kind);
  g_autoptr (GPtrArray) none = list_of ("Otto Newlace", &soleus_episode_kind);

  g_assert_cmpuint (many->len, >=, 40);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_minor (void)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Pip Youngstride", NULL);
  g_autofree char *today = soleus_instant_dup_local_date (get_now ());

  g_assert_cmpint (soleus_date_get_years_between (soleus_record_get_text (athlete, "born"), today), ==, 15);
  g_assert_true (soleus_record_is_known (athlete, "guardian"));
}

/* Nobody in the demo was treated against a window but the two whose reasons are on record. */
static void
test_rules_kept (void)
{
  g_assert_cmpint (count (&soleus_breach_kind), ==, 0);
  g_assert_cmpint (count (&soleus_override_kind), ==, 2);
  g_assert_cmpint (count (&soleus_athlete_kind), ==, SOLEUS_DEMO_ATHLETES);
}

static void
test_today (void)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);
  g_autofree char *today = soleus_instant_dup_local_date (get_now ());
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) drafts = soleus_clinic_list_drafts (get_demo ());
  guint n_drafts = 0;

  soleus_query_where_instant (query, "time", SOLEUS_QUERY_GREATER_EQUAL, soleus_date_get_start (today));
  visits = soleus_clinic_list (get_demo (), query, NULL);
  for (guint i = 0; i < visits->len; i++)
    n_drafts += soleus_record_get_enum (visits->pdata[i], "state") == SOLEUS_VISIT_STATE_DRAFT;
  g_assert_cmpuint (visits->len, >=, 2);
  g_assert_cmpuint (n_drafts, ==, 1);
  g_assert_cmpuint (drafts->len, ==, 1);
}

static void
test_marked (void)
{
  g_assert_true (soleus_clinic_is_demo (get_demo ()));
  g_assert_cmpstr (soleus_record_get_text (soleus_clinic_get_profile (get_demo ()), "emergency-number"), ==, "112");
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (get_demo (), &error);

  g_assert_no_error (error);
  if (findings->len > 0)
    g_test_message ("%s", (char *) findings->pdata[0]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static char *
dup_digest (guint32 seed)
{
  g_autoptr (SoleusClinic) clinic = create_demo (4, seed);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  static const SoleusRecordKind *const kinds[] = { &soleus_athlete_kind, &soleus_episode_kind, &soleus_check_in_kind, &soleus_visit_kind, &soleus_treatment_kind };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SoleusQuery) query = soleus_query_new (kinds[i]);
      g_autoptr (GPtrArray) records = NULL;

      soleus_query_order_by (query, "id", FALSE);
      records = soleus_clinic_list (clinic, query, NULL);
      g_assert_cmpuint (records->len, >, 0);
      for (guint j = 0; j < records->len; j++)
        {
          g_autofree char *canonical = soleus_record_dup_canonical (records->pdata[j]);

          g_checksum_update (checksum, (const guchar *) canonical, -1);
        }
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_seed (void)
{
  g_autofree char *first = dup_digest (5);
  g_autofree char *again = dup_digest (5);
  g_autofree char *other = dup_digest (6);

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, !=, other);
}

static void
test_not_twice (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_demo_fill (get_demo (), 3, 0, 1, &error));
  g_assert_nonnull (error);
}

/* the papers of the cast */

/* with ordinary spaces */
static char *
dup_plain_text (SoleusDocument *document)
{
  g_autofree char *text = soleus_document_dup_text (document);
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
test_handout_until (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Ana Longstride", NULL);
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = soleus_paper_new_handout (get_demo (), soleus_record_get_id (athlete), &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_plain_text (document);
  g_assert_nonnull (strstr (text, "Friday 20 November, 11:00 pm"));
  g_assert_nonnull (strstr (text, "Ana Longstride"));
}

static void
test_handout_hard_stop (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Jon Hillrepeat", NULL);
  SoleusPaperOptions options = { NULL, .without_name = TRUE };
  g_autoptr (SoleusDocument) document = soleus_paper_new_handout (get_demo (), soleus_record_get_id (athlete), &options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = soleus_document_dup_text (document);
  g_assert_null (strstr (text, "Jon Hillrepeat"));
  g_assert_null (strstr (text, "Ankle pumps"));
}

static void
test_issued (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClinic) clinic = create_demo (2, 3);
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (clinic, &soleus_athlete_kind, "Mara Swiftwater", NULL);
  const char *id = soleus_record_get_id (athlete);
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = soleus_paper_new_history_report (clinic, id, get_now () - 365 * 24 * SOLEUS_USEC_PER_HOUR, get_now (), &options, &error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GPtrArray) issued = NULL;

  g_assert_no_error (error);
  pdf = soleus_paper_issue (clinic, document, SOLEUS_DOCUMENT_KIND_HISTORY_REPORT, id, NULL, NULL, &error);
  g_assert_no_error (error);
  issued = soleus_clinic_list_of_athlete (clinic, &soleus_issued_document_kind, id, NULL);
  g_assert_cmpuint (issued->len, ==, 1);
  kept = soleus_clinic_get_blob (clinic, soleus_record_get_text (issued->pdata[0], "content-hash"), &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (pdf, kept));
}

static void
test_visit_summary (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) overrides = list_of ("Vera Spikes", &soleus_override_kind);
  SoleusPaperOptions options = { NULL };
  g_autoptr (SoleusDocument) document = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (overrides->len, ==, 2);
  document = soleus_paper_new_visit_summary (get_demo (), soleus_record_get_text (overrides->pdata[0], "visit"), &options, &error);
  g_assert_no_error (error);
  text = soleus_document_dup_text (document);
  g_assert_nonnull (strstr (text, soleus_record_get_text (overrides->pdata[0], "text")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/somebody_is_in_a_closed_window_with_an_unfinished_screen", test_closed);
  g_test_add_func ("/demo/somebody_has_a_hard_stop_that_no_clock_opens", test_hard_stop);
  g_test_add_func ("/demo/somebody_is_in_caution_with_nine_hours_left", test_caution);
  g_test_add_func ("/demo/somebody_has_a_routine_flag_raised_by_rule", test_frequent);
  g_test_add_func ("/demo/one_has_forty_cramps_and_one_has_none", test_many_and_none);
  g_test_add_func ("/demo/one_is_a_minor_with_a_guardian", test_minor);
  g_test_add_func ("/demo/nobody_was_treated_against_a_window_without_a_reason", test_rules_kept);
  g_test_add_func ("/demo/today_has_visits_and_one_is_a_draft", test_today);
  g_test_add_func ("/demo/the_clinic_says_that_it_is_a_demo", test_marked);
  g_test_add_func ("/demo/the_file_verifies", test_whole);
  g_test_add_func ("/demo/the_same_seed_makes_the_same_records", test_seed);
  g_test_add_func ("/demo/a_clinic_with_athletes_is_not_filled_again", test_not_twice);
  g_test_add_func ("/paper/the_handout_prints_day_and_clock_time", test_handout_until);
  g_test_add_func ("/paper/under_a_hard_stop_there_are_no_exercises", test_handout_hard_stop);
  g_test_add_func ("/paper/what_is_issued_is_kept_byte_by_byte", test_issued);
  g_test_add_func ("/paper/the_visit_summary_quotes_the_reason_of_a_decision", test_visit_summary);

  return g_test_run ();
}
