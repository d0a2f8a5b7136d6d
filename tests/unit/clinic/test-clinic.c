/* Nothing gets past the gate; flags stay; what is signed stays; what is undone is undone. */
#include "soleus-config.h"

#include "one-athlete.h"
#include "tests/saved-records.h"

#include "soleus-error.h"

typedef OneAthlete Fixture;

static SoleusInstant
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, &error);

  g_assert_no_error (error);
  return moment->instant;
}

static void
set_moment (SoleusRecord *record,
            const char   *field,
            const char   *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_record_set_from_text (record, field, text, &error));
  g_assert_no_error (error);
}

static char *
add_visit (Fixture *fixture)
{
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);

  soleus_record_set_text (visit, "athlete", fixture->athlete);
  set_moment (visit, "time", "2025-05-11T10:00+02:00");
  return save_dup_id (fixture->clinic, visit);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  one_athlete_set_up (fixture, data);
  fixture->visit = add_visit (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (fixture->clinic, NULL);

  g_assert_cmpuint (findings->len, ==, 0);
  one_athlete_tear_down (fixture, data);
}

/* left calf, 2025-05-10 20:00 to 20:02: closed until 05-12 20:02 unless the screen is negative */
static SoleusRecord *
create_episode (Fixture *fixture)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);

  soleus_record_set_text (episode, "athlete", fixture->athlete);
  set_moment (episode, "onset", "2025-05-10T20:00+02:00");
  set_moment (episode, "end", "2025-05-10T20:02+02:00");
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "gastrocnemius");
  return episode;
}

static SoleusRecord *
create_treatment (Fixture    *fixture,
                  const char *modality,
                  const char *time)
{
  SoleusRecord *treatment = soleus_record_new (&soleus_treatment_kind);

  soleus_record_set_text (treatment, "athlete", fixture->athlete);
  soleus_record_set_text (treatment, "visit", fixture->visit);
  soleus_record_set_text (treatment, "modality", modality);
  soleus_record_set_enum (treatment, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
  set_moment (treatment, "at", time);
  return treatment;
}

static guint
count (Fixture                *fixture,
       const SoleusRecordKind *kind)
{
  g_autoptr (GPtrArray) records = soleus_clinic_list_of_athlete (fixture->clinic, kind, fixture->athlete, NULL);

  return records->len;
}

static void
a_closed_window_refuses_and_writes_nothing (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "deep-tissue-massage", "2025-05-11T10:00+02:00");
  g_autofree char *head = NULL;
  g_autofree char *head_after = NULL;
  g_autoptr (GError) error = NULL;

  one_athlete_save (fixture, episode);
  head = soleus_clinic_dup_audit_head (fixture->clinic);
  g_assert_false (soleus_clinic_save (fixture->clinic, treatment, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "20:02"));
  g_assert_cmpuint (count (fixture, &soleus_treatment_kind), ==, 0);
  head_after = soleus_clinic_dup_audit_head (fixture->clinic);
  g_assert_cmpstr (head, ==, head_after);
  /* and the same record can be tried again */
  g_assert_false (soleus_record_is_sealed (treatment));
}

static void
cold_is_not_gated (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "cold-pack", "2025-05-11T10:00+02:00");

  one_athlete_save (fixture, episode);
  one_athlete_save (fixture, treatment);
  g_assert_cmpuint (count (fixture, &soleus_treatment_kind), ==, 1);
}

static void
an_override_is_recorded_with_its_rule (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "deep-tissue-massage", "2025-05-11T10:00+02:00");
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (SoleusChange) empty = soleus_change_new ();
  g_autoptr (GPtrArray) overrides = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GError) error = NULL;

  one_athlete_save (fixture, episode);

  soleus_change_add (empty, treatment);
  soleus_change_set_override (empty, SOLEUS_OVERRIDE_REASON_OTHER, "   ", SOLEUS_ANSWER_YES);
  g_assert_false (soleus_clinic_commit (fixture->clinic, empty, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);

  soleus_change_add (change, treatment);
  soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "Light work on the upper third", SOLEUS_ANSWER_YES);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  overrides = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_override_kind, fixture->athlete, NULL);
  g_assert_cmpuint (overrides->len, ==, 1);
  g_assert_cmpstr (soleus_record_get_text (overrides->pdata[0], "rule"), ==, "window-row-4");
  g_assert_cmpint (soleus_record_get_int (overrides->pdata[0], "policy-version"), ==, 1);
  g_assert_cmpint (soleus_record_get_enum (overrides->pdata[0], "state"), ==, SOLEUS_WINDOW_STATE_CLOSED);
  g_assert_cmpint (soleus_record_get_instant (overrides->pdata[0], "opens-at"), ==, at ("2025-05-12T20:02+02:00"));

  copy = soleus_record_copy (overrides->pdata[0]);
  soleus_record_set_text (copy, "text", "Something nicer");
  g_assert_false (soleus_clinic_save (fixture->clinic, copy, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

/* row 4 ends at exactly +48:00:00; one second before it still holds (clinical.md section 6) */
static void
the_gate_opens_on_the_second (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusAssessment) before = NULL;
  g_autoptr (SoleusAssessment) after = NULL;

  one_athlete_save (fixture, episode);
  before = soleus_clinic_assess (fixture->clinic, fixture->athlete, at ("2025-05-12T20:01:59+02:00"), NULL);
  after = soleus_clinic_assess (fixture->clinic, fixture->athlete, at ("2025-05-12T20:02:00+02:00"), NULL);
  g_assert_cmpint (soleus_assessment_get_state (before), ==, SOLEUS_WINDOW_STATE_CLOSED);
  /* row 7: the screen is incomplete, so caution until the 14th day */
  g_assert_cmpint (soleus_assessment_get_state (after), ==, SOLEUS_WINDOW_STATE_CAUTION);
}

static void
swelling_stops_hard_and_no_reason_helps (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "foam-roller", "2025-05-20T10:00+02:00");
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (SoleusRecord) cleared = NULL;
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;

  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  one_athlete_save (fixture, episode);
  soleus_change_add (change, treatment);
  soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "I am sure", SOLEUS_ANSWER_YES);
  g_assert_false (soleus_clinic_commit (fixture->clinic, change, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_clear_error (&error);

  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_assert_cmpuint (flags->len, >=, 1);
  cleared = soleus_record_copy (flags->pdata[0]);
  soleus_record_set_enum (cleared, "state", SOLEUS_FLAG_STATE_CLEARED);
  g_assert_false (soleus_clinic_save (fixture->clinic, cleared, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);

  soleus_record_set_text (cleared, "outcome", "Ultrasound: no clot");
  set_moment (cleared, "outcome-at", "2025-05-11T11:00+02:00");
  soleus_clinic_save (fixture->clinic, cleared, &error);
  g_assert_no_error (error);
  assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, at ("2025-05-11T11:00:01+02:00"), NULL);
  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_CLOSED);
}

static void
editing_an_episode_does_not_close_its_flag (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GPtrArray) flags = NULL;

  soleus_record_set_answer (episode, "signs", "warmth", SOLEUS_ANSWER_YES);
  one_athlete_save (fixture, episode);
  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_answer (copy, "signs", "warmth", SOLEUS_ANSWER_NO);
  one_athlete_save (fixture, copy);
  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  g_assert_cmpuint (flags->len, >=, 1);
  g_assert_cmpint (soleus_record_get_enum (flags->pdata[0], "state"), ==, SOLEUS_FLAG_STATE_OPEN);
  g_assert_true (soleus_record_is_known (flags->pdata[0], "basis-changed"));
}

/* "retrospective breach": history is not changed (1C, last paragraph but two) */
static void
an_episode_entered_late_finds_the_breach (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "kneading", "2025-05-11T10:00+02:00");
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) again = NULL;
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) given = NULL;

  one_athlete_save (fixture, treatment);
  g_assert_cmpuint (count (fixture, &soleus_breach_kind), ==, 0);
  one_athlete_save (fixture, episode);
  g_assert_cmpuint (count (fixture, &soleus_breach_kind), ==, 1);
  given = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind, soleus_record_get_id (treatment), NULL);
  g_assert_cmpint (soleus_record_get_revision (given), ==, 1);

  stored = soleus_clinic_find (fixture->clinic, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  again = soleus_record_copy (stored);
  soleus_record_set_text (again, "note", "Edited");
  one_athlete_save (fixture, again);
  g_assert_cmpuint (count (fixture, &soleus_breach_kind), ==, 1);
}

static void
moving_a_treatment_into_the_window_is_refused (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "kneading", "2025-05-09T10:00+02:00");
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) moved = NULL;
  g_autoptr (GError) error = NULL;

  one_athlete_save (fixture, episode);
  one_athlete_save (fixture, treatment);
  stored = soleus_clinic_find (fixture->clinic, &soleus_treatment_kind, soleus_record_get_id (treatment), NULL);
  moved = soleus_record_copy (stored);
  set_moment (moved, "at", "2025-05-11T10:00+02:00");
  g_assert_false (soleus_clinic_save (fixture->clinic, moved, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

static void
a_signed_visit_is_frozen (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, fixture->visit, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "cold-pack", "2025-05-11T10:00+02:00");
  g_autoptr (SoleusRecord) late = create_treatment (fixture, "cold-pack", "2025-05-11T10:05+02:00");
  g_autoptr (SoleusRecord) signed_visit = NULL;
  g_autoptr (SoleusRecord) rewritten = NULL;
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  soleus_change_add (change, copy);
  soleus_change_add (change, treatment);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  g_assert_false (soleus_clinic_can_undo (fixture->clinic));

  signed_visit = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, fixture->visit, NULL);
  rewritten = soleus_record_copy (signed_visit);
  soleus_record_set_text (rewritten, "plan", "Something else");
  g_assert_false (soleus_clinic_save (fixture->clinic, rewritten, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (soleus_clinic_save (fixture->clinic, late, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

static void
undo_takes_back_but_keeps_the_flag (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (GError) error = NULL;

  soleus_record_set_answer (episode, "signs", "redness", SOLEUS_ANSWER_YES);
  one_athlete_save (fixture, episode);
  g_assert_cmpuint (count (fixture, &soleus_episode_kind), ==, 1);
  soleus_clinic_undo (fixture->clinic, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, &soleus_episode_kind), ==, 0);
  g_assert_cmpuint (count (fixture, &soleus_red_flag_kind), >=, 1);
  g_assert_false (soleus_clinic_can_undo (fixture->clinic));
}

/* C3: never shorter than 48 hours; an old treatment is judged by the policy of its day */
static void
the_window_can_be_lengthened_never_shortened (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (SoleusRecord) policy = soleus_record_copy (soleus_clinic_get_policy (fixture->clinic));
  g_autoptr (SoleusRecord) fresh = soleus_record_new (&soleus_policy_kind);
  g_autoptr (SoleusRecord) episode = create_episode (fixture);
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < soleus_policy_kind.n_fields; i++)
    {
      g_autofree char *text = soleus_record_dup_as_text (policy, soleus_policy_kind.fields[i].name);

      g_assert_true (soleus_record_set_from_text (fresh, soleus_policy_kind.fields[i].name, text, NULL));
    }
  soleus_record_set_int (fresh, "version", 2);
  set_moment (fresh, "effective-from", "2025-05-11T12:00+02:00");
  soleus_record_set_int (fresh, "window-hours", 47);
  g_assert_false (soleus_clinic_save (fixture->clinic, fresh, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  soleus_record_set_int (fresh, "window-hours", 72);
  one_athlete_save (fixture, fresh);
  one_athlete_save (fixture, episode);
  assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, at ("2025-05-13T20:01:59+02:00"), NULL);
  g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_CLOSED);
}

static void
names_and_prefixes_resolve (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *prefix = g_strndup (fixture->athlete, 8);
  g_autoptr (SoleusRecord) by_name = soleus_clinic_resolve (fixture->clinic, &soleus_athlete_kind, "Mara Swiftwater", NULL);
  g_autoptr (SoleusRecord) by_prefix = soleus_clinic_resolve (fixture->clinic, &soleus_athlete_kind, prefix, NULL);
  g_autoptr (SoleusRecord) nobody = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (soleus_record_get_id (by_name), ==, fixture->athlete);
  g_assert_cmpstr (soleus_record_get_id (by_prefix), ==, fixture->athlete);
  nobody = soleus_clinic_resolve (fixture->clinic, &soleus_athlete_kind, "Nobody", &error);
  g_assert_null (nobody);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
}

static void
the_list_finds_by_the_beginning_of_words (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (SoleusAthleteList) list = soleus_athlete_list_new (fixture->clinic);
  g_autoptr (SoleusRecord) other = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (other, "name", "Ångström Paceworth");
  soleus_record_set_text (other, "team", "Harbour Harriers");
  one_athlete_save (fixture, other);
  soleus_athlete_list_reload (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  soleus_athlete_list_set_search (list, "harr pace");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  soleus_athlete_list_set_search (list, "angs");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  soleus_athlete_list_set_search (list, "\" OR *");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
}

static void
the_list_keeps_its_order_and_knows_places (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const char *const names[] = { "Zora Lastlane", "adam Firstlane", "Bela Midlane" };
  g_autoptr (SoleusAthleteList) list = soleus_athlete_list_new (fixture->clinic);
  g_autofree char *zora = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);

      soleus_record_set_text (athlete, "name", names[i]);
      soleus_record_set_bool (athlete, "archived", i == 2);
      one_athlete_save (fixture, athlete);
      if (i == 0)
        zora = g_strdup (soleus_record_get_id (athlete));
    }
  soleus_athlete_list_reload (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_cmpuint (soleus_athlete_list_find_position (list, fixture->athlete), ==, 1);
  g_assert_cmpuint (soleus_athlete_list_find_position (list, zora), ==, 2);
  g_assert_cmpstr (soleus_athlete_list_get_id (list, 2), ==, zora);
  g_assert_null (soleus_athlete_list_get_id (list, 3));
  soleus_athlete_list_set_search (list, "lane");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  soleus_athlete_list_set_search (list, "last");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (soleus_athlete_list_find_position (list, zora), ==, 0);
  g_assert_cmpuint (soleus_athlete_list_find_position (list, fixture->athlete), ==, G_MAXUINT);
  soleus_athlete_list_set_search (list, " ");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  soleus_athlete_list_set_filter (list, SOLEUS_ATHLETE_FILTER_ARCHIVED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpuint (soleus_athlete_list_find_position (list, NULL), ==, G_MAXUINT);
}

#define ADD(name) g_test_add ("/clinic/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_closed_window_refuses_and_writes_nothing);
  ADD (cold_is_not_gated);
  ADD (an_override_is_recorded_with_its_rule);
  ADD (the_gate_opens_on_the_second);
  ADD (swelling_stops_hard_and_no_reason_helps);
  ADD (editing_an_episode_does_not_close_its_flag);
  ADD (an_episode_entered_late_finds_the_breach);
  ADD (moving_a_treatment_into_the_window_is_refused);
  ADD (a_signed_visit_is_frozen);
  ADD (undo_takes_back_but_keeps_the_flag);
  ADD (the_window_can_be_lengthened_never_shortened);
  ADD (names_and_prefixes_resolve);
  ADD (the_list_finds_by_the_beginning_of_words);
  ADD (the_list_keeps_its_order_and_knows_places);
  return g_test_run ();
}
