/* Ways past the gate that lead through time: drafts, voids, policies and zones. None of them leads past it without a word. */
#include "soleus-config.h"

#include "one-athlete.h"

#include "soleus-clinic.h"
#include "soleus-error.h"
#include "soleus-records.h"

typedef OneAthlete Fixture;

static void
refuse (Fixture      *fixture,
        SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_clinic_save (fixture->clinic, record, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
}

/* Returns: (transfer full): the present record, to be changed */
static SoleusRecord *
copy_present (Fixture      *fixture,
              SoleusRecord *record)
{
  g_autoptr (SoleusRecord) present = soleus_clinic_find (fixture->clinic, soleus_record_get_kind (record), soleus_record_get_id (record), NULL);

  g_assert_nonnull (present);
  return soleus_record_copy (present);
}

static void
set_void (Fixture      *fixture,
          SoleusRecord *record,
          const char   *reason)
{
  g_autoptr (SoleusRecord) copy = copy_present (fixture, record);

  soleus_record_set_text (copy, "void-reason", reason);
  one_athlete_save (fixture, copy);
}

static void
test_a_draft_kept_before_the_cramp_is_judged_when_it_is_saved (Fixture       *fixture,
                                                               gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:45+02:00");
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusKeptDraft) draft = NULL;
  g_autoptr (SoleusRecord) restored = NULL;
  g_autoptr (GError) error = NULL;

  soleus_clinic_keep_draft (fixture->clinic, "visit:new:1", "visit", fixture->athlete, "Visit", soleus_record_to_variant (treatment), &error);
  g_assert_no_error (error);
  one_athlete_save (fixture, episode);

  draft = soleus_clinic_find_draft (fixture->clinic, "visit:new:1");
  g_assert_nonnull (draft);
  restored = soleus_record_new_from_variant (&soleus_treatment_kind, draft->content, &error);
  g_assert_no_error (error);
  refuse (fixture, restored);
}

/* section 1C: CAUTION asks for a rationale, CLOSED for an override: the one is not the other */
static void
test_a_reason_counts_only_for_the_state_it_was_given_for (Fixture       *fixture,
                                                          gconstpointer  data)
{
  static const struct { SoleusWindowState seen; gboolean saved; } rows[] = {
    { SOLEUS_WINDOW_STATE_OPEN, FALSE },
    { SOLEUS_WINDOW_STATE_CAUTION, FALSE },
    { SOLEUS_WINDOW_STATE_CLOSED, TRUE },
  };
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);

  one_athlete_save (fixture, episode);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:45+02:00");
      g_autoptr (SoleusChange) change = soleus_change_new ();
      g_autoptr (GError) error = NULL;

      soleus_change_add (change, treatment);
      soleus_change_set_override (change, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT, "far from the sore spot", SOLEUS_ANSWER_YES);
      soleus_change_limit_override (change, rows[i].seen);
      g_assert_cmpint (soleus_clinic_commit (fixture->clinic, change, &error), ==, rows[i].saved);
      if (rows[i].saved)
        g_assert_no_error (error);
      else
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
    }
}

static void
test_a_void_treatment_comes_back_through_the_gate (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:45+02:00");
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusRecord) back = NULL;

  one_athlete_save (fixture, treatment);
  set_void (fixture, treatment, "entered twice");
  one_athlete_save (fixture, episode);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
  back = copy_present (fixture, treatment);
  soleus_record_set_text (back, "void-reason", NULL);
  refuse (fixture, back);
}

static void
test_a_void_visit_hides_nothing_that_was_given (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:45+02:00");
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (visit, "athlete", fixture->athlete);
  one_athlete_set_moment (visit, "time", "2025-05-11T11:45+02:00");
  soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
  soleus_change_add (change, visit);
  soleus_change_add (change, treatment);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
  set_void (fixture, visit, "entered twice");
  one_athlete_save (fixture, episode);
  set_void (fixture, visit, NULL);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
}

static void
test_an_episode_that_comes_back_finds_what_was_given_meanwhile (Fixture       *fixture,
                                                                gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-11T11:45+02:00");

  one_athlete_save (fixture, episode);
  refuse (fixture, treatment);
  set_void (fixture, episode, "entered twice");
  one_athlete_save (fixture, treatment);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
  set_void (fixture, episode, NULL);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 1);
}

static SoleusRecord *
create_policy (Fixture    *fixture,
               int         version,
               int         hours,
               const char *from)
{
  SoleusRecord *policy = soleus_record_new (&soleus_policy_kind);
  SoleusRecord *present = soleus_clinic_get_policy (fixture->clinic);

  for (guint i = SOLEUS_RECORD_N_COMMON; i < soleus_record_get_n_fields (present); i++)
    {
      const char *name = soleus_record_get_field (present, i)->name;
      g_autofree char *text = soleus_record_dup_as_text (present, name);

      soleus_record_set_from_text (policy, name, text, NULL);
    }
  soleus_record_set_int (policy, "version", version);
  soleus_record_set_int (policy, "window-hours", hours);
  one_athlete_set_moment (policy, "effective-from", from);
  return policy;
}

static void
test_a_longer_window_holds_from_its_day_on (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusRecord) entered = one_athlete_create_treatment (fixture, "2025-05-13T11:03+02:00");
  g_autoptr (SoleusRecord) later = one_athlete_create_treatment (fixture, "2025-05-13T18:00+02:00");
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (SoleusRecord) longer = NULL;
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    soleus_record_set_answer (episode, "screen", items->rows[i].id, SOLEUS_ANSWER_NO);
  one_athlete_save (fixture, episode);
  soleus_clock_advance (fixture->clock, 50 * SOLEUS_USEC_PER_HOUR);
  one_athlete_save (fixture, entered);

  /* typed in before the policy changed, saved afterwards: the rule of its own time counts */
  longer = create_policy (fixture, 2, 72, "2025-05-13T14:00+02:00");
  one_athlete_save (fixture, longer);
  soleus_clock_advance (fixture->clock, 5 * SOLEUS_USEC_PER_HOUR);
  refuse (fixture, later);

  /* and what was given under the old one stays right */
  copy = copy_present (fixture, episode);
  soleus_record_set_text (copy, "note", "seen again");
  one_athlete_save (fixture, copy);
  g_assert_cmpuint (one_athlete_count_breaches (fixture), ==, 0);
}

/* The rules change while the program is open and nobody saves anything: what is shown changes with them, as the gate does. */
static void
test_rules_that_begin_later_are_shown_from_then_on (Fixture       *fixture,
                                                    gconstpointer  data)
{
  static const struct { gint64 hours; int version; SoleusWindowState state; } rows[] = {
    { 0, 1, SOLEUS_WINDOW_STATE_CAUTION }, /* screened, nothing found: C1 */
    { 49, 1, SOLEUS_WINDOW_STATE_OPEN },
    { 50, 2, SOLEUS_WINDOW_STATE_CAUTION }, /* 72 hours from 14:00 on */
    { 72, 2, SOLEUS_WINDOW_STATE_OPEN },
  };
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusRecord) longer = create_policy (fixture, 2, 72, "2025-05-13T14:00+02:00");
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  gint64 passed = 0;

  for (gsize i = 0; i < items->n_rows; i++)
    soleus_record_set_answer (episode, "screen", items->rows[i].id, SOLEUS_ANSWER_NO);
  one_athlete_save (fixture, episode);
  one_athlete_save (fixture, longer);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusAssessment) assessment = NULL;

      soleus_clock_advance (fixture->clock, (rows[i].hours - passed) * SOLEUS_USEC_PER_HOUR);
      passed = rows[i].hours;
      g_test_message ("after %d hours", (int) passed);
      assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), NULL);
      g_assert_cmpint (soleus_record_get_int (soleus_clinic_get_policy (fixture->clinic), "version"), ==, rows[i].version);
      g_assert_cmpint (soleus_assessment_get_state (assessment), ==, rows[i].state);
    }
}

/* C3, promise 2: a decision is read under the rules of its time, so nobody makes rules for a time that is over */
static void
test_rules_are_made_for_the_time_to_come (Fixture       *fixture,
                                          gconstpointer  data)
{
  /* it is 2025-05-11 12:00; rules of version 2, 72 hours, begin at 13:00 of the 12th */
  static const struct { int version; const char *from; gboolean saved; } rows[] = {
    { 2, "2025-05-12T13:00+02:00", TRUE },
    { 3, "2025-05-10T12:00+02:00", FALSE }, /* in the past */
    { 3, "2025-05-11T12:00+02:00", FALSE }, /* now, but before the ones it replaces */
    { 1, "2025-05-13T12:00+02:00", FALSE }, /* an older version */
    { 2, "2025-05-13T12:00+02:00", FALSE }, /* the same version */
    { 3, "2025-05-12T13:00+02:00", TRUE },  /* in their place, before anything was decided under them */
    { 4, "2025-05-14T12:00+02:00", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) policy = create_policy (fixture, rows[i].version, 72, rows[i].from);
      g_autoptr (GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (soleus_clinic_save (fixture->clinic, policy, &error), ==, rows[i].saved);
      if (rows[i].saved)
        g_assert_no_error (error);
      else
        g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
    }
}

static void
test_another_zone_opens_nothing (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const char *const zones[] = { "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "UTC" };
  g_autoptr (SoleusRecord) episode = one_athlete_create_cramp (fixture);
  g_autoptr (SoleusAssessment) before = NULL;
  g_autofree char *former = g_strdup (g_getenv ("TZ"));

  one_athlete_save (fixture, episode);
  before = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (SoleusAssessment) assessment = NULL;
      g_autoptr (SoleusRecord) treatment = one_athlete_create_treatment (fixture, "2025-05-13T09:01:59Z");

      g_setenv ("TZ", zones[i], TRUE);
      assessment = soleus_clinic_assess (fixture->clinic, fixture->athlete, soleus_clinic_get_now (fixture->clinic), NULL);
      g_assert_cmpint (soleus_assessment_get_opens_at (assessment), ==, soleus_assessment_get_opens_at (before));
      g_assert_cmpint (soleus_assessment_get_state (assessment), ==, SOLEUS_WINDOW_STATE_CLOSED);
      refuse (fixture, treatment);
    }
  if (former != NULL)
    g_setenv ("TZ", former, TRUE);
  else
    g_unsetenv ("TZ");
}

#define ADD(name, func) g_test_add ("/ways/" name, Fixture, NULL, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a_draft_kept_before_the_cramp_is_judged_when_it_is_saved", test_a_draft_kept_before_the_cramp_is_judged_when_it_is_saved);
  ADD ("a_reason_counts_only_for_the_state_it_was_given_for", test_a_reason_counts_only_for_the_state_it_was_given_for);
  ADD ("a_void_treatment_comes_back_through_the_gate", test_a_void_treatment_comes_back_through_the_gate);
  ADD ("a_void_visit_hides_nothing_that_was_given", test_a_void_visit_hides_nothing_that_was_given);
  ADD ("an_episode_that_comes_back_finds_what_was_given_meanwhile", test_an_episode_that_comes_back_finds_what_was_given_meanwhile);
  ADD ("a_longer_window_holds_from_its_day_on", test_a_longer_window_holds_from_its_day_on);
  ADD ("rules_that_begin_later_are_shown_from_then_on", test_rules_that_begin_later_are_shown_from_then_on);
  ADD ("rules_are_made_for_the_time_to_come", test_rules_are_made_for_the_time_to_come);
  ADD ("another_zone_opens_nothing", test_another_zone_opens_nothing);

  return g_test_run ();
}
