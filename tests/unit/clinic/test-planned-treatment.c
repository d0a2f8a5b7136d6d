/* A treatment that was planned when it was free, and a cramp that came afterwards. */
#include "soleus-config.h"

#include "one-athlete.h"

#include "soleus-error.h"
#include "soleus-planned-treatment.h"

typedef OneAthlete Fixture;

/* tomorrow at noon, on the left calf */
static void
plan (Fixture    *fixture,
      const char *modality)
{
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusRecord) treatment = soleus_record_new (&soleus_treatment_kind);
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (visit, "athlete", fixture->athlete);
  one_athlete_set_moment (visit, "time", "2025-05-12T12:00+02:00");
  soleus_record_set_text (treatment, "athlete", fixture->athlete);
  soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
  soleus_record_set_text (treatment, "modality", modality);
  soleus_record_set_enum (treatment, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
  one_athlete_set_moment (treatment, "at", "2025-05-12T12:00+02:00");
  soleus_change_add (change, visit);
  soleus_change_add (change, treatment);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  fixture->visit = g_strdup (soleus_record_get_id (visit));
}

static void
cramp (Fixture *fixture)
{
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);

  one_athlete_save (fixture, episode);
}

static void
write_something (Fixture *fixture)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (athlete);

  soleus_record_set_text (copy, "sport", "running");
  one_athlete_save (fixture, copy);
}

static GPtrArray *
list_planned (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = soleus_clinic_list_planned_inside (fixture->clinic, NULL, &error);

  g_assert_no_error (error);
  return list;
}

static gboolean
sign (Fixture  *fixture,
      GError  **error)
{
  g_autoptr (SoleusRecord) visit = soleus_clinic_find (fixture->clinic, &soleus_visit_kind, fixture->visit, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (visit);

  soleus_record_set_enum (copy, "state", SOLEUS_VISIT_STATE_SIGNED);
  return soleus_clinic_save (fixture->clinic, copy, error);
}

static void
test_a_plan_is_told_and_is_no_breach (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *sentence = NULL;

  plan (fixture, "kneading");
  before = list_planned (fixture);
  g_assert_cmpuint (before->len, ==, 0);

  cramp (fixture);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((SoleusPlannedTreatment *) list->pdata[0])->window->state, ==, SOLEUS_WINDOW_STATE_CLOSED);
  g_assert_false (((SoleusPlannedTreatment *) list->pdata[0])->is_over);
  sentence = soleus_planned_treatment_dup_sentence (list->pdata[0]);
  g_assert_nonnull (strstr (sentence, "Planned inside a window"));
}

static void
test_a_signature_says_that_it_was_given (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) over = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  plan (fixture, "kneading");
  cramp (fixture);
  g_assert_false (sign (fixture, &error));
  g_clear_error (&error);

  soleus_clock_advance (fixture->clock, 25 * SOLEUS_USEC_PER_HOUR);
  write_something (fixture);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
  over = list_planned (fixture);
  g_assert_cmpuint (over->len, ==, 1);
  g_assert_true (((SoleusPlannedTreatment *) over->pdata[0])->is_over);
  sentence = soleus_planned_treatment_dup_sentence (over->pdata[0]);
  g_assert_nonnull (strstr (sentence, "its time is over"));
  g_assert_nonnull (strstr (sentence, "Sign the visit if it was given"));

  sign (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 0);

  /* and only once */
  write_something (fixture);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
}

static void
test_what_was_taken_out_was_not_given (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) treatments = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  plan (fixture, "hot-pack");
  cramp (fixture);
  treatments = soleus_clinic_list_of (fixture->clinic, &soleus_treatment_kind, "visit", fixture->visit, NULL);
  soleus_change_add_void (change, treatments->pdata[0], "not with a window");
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 0);

  soleus_clock_advance (fixture->clock, 25 * SOLEUS_USEC_PER_HOUR);
  sign (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
}

/* An athlete who was entered by mistake has no plans. */
static void
test_an_athlete_made_void_has_no_plan (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  plan (fixture, "kneading");
  cramp (fixture);
  before = list_planned (fixture);
  g_assert_cmpuint (before->len, ==, 1);
  athlete = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind,
                                soleus_record_get_text (((SoleusPlannedTreatment *) before->pdata[0])->treatment, "athlete"), &error);
  soleus_change_add_void (change, athlete, "entered twice");
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_cold_may_stay_planned (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) list = NULL;

  plan (fixture, "cold-pack");
  cramp (fixture);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_a_clock_set_back_makes_no_plan_of_what_was_given (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:30+02:00");

  one_athlete_save (fixture, treatment);
  soleus_clock_advance (fixture->clock, -SOLEUS_USEC_PER_HOUR + SOLEUS_USEC_PER_MINUTE * 10);
  cramp (fixture);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
}

/* Nobody will sign it, so the clock alone tells a plan from what was given. Closed for 48 hours, then caution for 14 days as nobody
 * screened or re-checked (1C rows 4 and 5): to the second. */
static void
test_a_plan_without_a_visit_passes_the_same_gate (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (SoleusRecord) ahead = one_athlete_create_treatment (fixture, "2025-05-12T12:00+02:00");
  g_autoptr (SoleusRecord) inside = one_athlete_create_treatment (fixture, "2025-05-13T11:01:59+02:00");
  g_autoptr (SoleusRecord) careful = one_athlete_create_treatment (fixture, "2025-05-25T11:01:59+02:00");
  g_autoptr (SoleusRecord) after = one_athlete_create_treatment (fixture, "2025-05-25T11:02+02:00");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GError) error = NULL;

  one_athlete_save (fixture, ahead);
  cramp (fixture);
  list = list_planned (fixture);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);

  /* a plan inside the window that is there already */
  g_assert_false (soleus_clinic_save (fixture->clinic, inside, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);

  g_clear_error (&error);
  g_assert_false (soleus_clinic_save (fixture->clinic, careful, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);

  soleus_clock_advance (fixture->clock, 25 * SOLEUS_USEC_PER_HOUR);
  write_something (fixture);
  later = list_planned (fixture);
  g_assert_cmpuint (later->len, ==, 0);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);

  one_athlete_save (fixture, after);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
}

#define ADD(name, func) g_test_add ("/planned-treatment/" name, Fixture, NULL, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a_plan_is_told_and_is_no_breach", test_a_plan_is_told_and_is_no_breach);
  ADD ("a_signature_says_that_it_was_given", test_a_signature_says_that_it_was_given);
  ADD ("what_was_taken_out_was_not_given", test_what_was_taken_out_was_not_given);
  ADD ("an_athlete_made_void_has_no_plan", test_an_athlete_made_void_has_no_plan);
  ADD ("cold_may_stay_planned", test_cold_may_stay_planned);
  ADD ("a_plan_without_a_visit_passes_the_same_gate", test_a_plan_without_a_visit_passes_the_same_gate);
  ADD ("a_clock_set_back_makes_no_plan_of_what_was_given", test_a_clock_set_back_makes_no_plan_of_what_was_given);

  return g_test_run ();
}
