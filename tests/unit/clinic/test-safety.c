/* Safety counts what Today shows, and what was decided and found, where it belongs. */
#include "soleus-config.h"

#include "one-athlete.h"

#include "soleus-clinic-safety.h"

typedef OneAthlete Fixture;

static SoleusInstant
at (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, &error);

  g_assert_no_error (error);
  return moment->instant;
}

static SoleusRecord *
create_episode (Fixture    *fixture,
                SoleusSide  side)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);

  soleus_record_set_text (episode, "athlete", fixture->athlete);
  one_athlete_set_moment (episode, "onset", "2025-05-10T20:00+02:00");
  one_athlete_set_moment (episode, "end", "2025-05-10T20:02+02:00");
  soleus_record_set_enum (episode, "side", side);
  soleus_record_set_text (episode, "muscle", "gastrocnemius");
  return episode;
}

static SoleusRecord *
create_treatment (Fixture    *fixture,
                  const char *modality,
                  SoleusSide  side)
{
  SoleusRecord *treatment = soleus_record_new (&soleus_treatment_kind);

  soleus_record_set_text (treatment, "athlete", fixture->athlete);
  soleus_record_set_text (treatment, "modality", modality);
  soleus_record_set_enum (treatment, "side", side);
  soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
  one_athlete_set_moment (treatment, "at", "2025-05-11T10:00+02:00");
  return treatment;
}

static void
test_an_empty_clinic_counts_nothing (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusSafetyPeriod) period = soleus_clinic_list_safety (fixture->clinic, at ("2025-04-13"), at ("2025-05-11T12:00+02:00"), &error);
  SoleusSafetyNow now;

  g_assert_no_error (error);
  g_assert_true (soleus_clinic_count_safety (fixture->clinic, &now, &error));
  g_assert_cmpuint (now.n_listed, ==, 0);
  g_assert_cmpint (now.oldest, ==, 0);
  g_assert_cmpuint (period->n_gated, ==, 0);
  g_assert_cmpuint (period->decisions->len, ==, 0);
}

static void
test_an_athlete_counts_once_however_many_windows (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (SoleusRecord) left = create_episode (fixture, SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusRecord) right = create_episode (fixture, SOLEUS_SIDE_RIGHT);
  g_autoptr (GPtrArray) status = NULL;
  SoleusSafetyNow now;

  one_athlete_save (fixture, left);
  one_athlete_save (fixture, right);
  g_assert_true (soleus_clinic_count_safety (fixture->clinic, &now, NULL));
  g_assert_cmpuint (now.n_in_window, ==, 1);
  g_assert_cmpuint (now.n_closed, ==, 1);
  status = soleus_clinic_list_status (fixture->clinic, soleus_clinic_get_now (fixture->clinic), NULL);
  g_assert_cmpuint (now.n_listed, ==, status->len);
}

static void
test_status_is_found_out_once_a_change (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture, SOLEUS_SIDE_LEFT);
  SoleusInstant now = soleus_clinic_get_now (fixture->clinic);
  g_autoptr (GPtrArray) none = soleus_clinic_list_status (fixture->clinic, now, NULL);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) last_second = NULL;
  g_autoptr (GPtrArray) end = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusRecord) renamed = NULL;
  SoleusInstant opens_at;

  g_assert_cmpuint (none->len, ==, 0);

  one_athlete_save (fixture, episode);
  first = soleus_clinic_list_status (fixture->clinic, now, NULL);
  g_assert_cmpuint (first->len, ==, 1);
  again = soleus_clinic_list_status (fixture->clinic, now + 1, NULL);
  g_assert_true (again->pdata[0] == first->pdata[0]);

  /* each has a list of its own */
  g_ptr_array_set_size (again, 0);
  g_clear_pointer (&again, g_ptr_array_unref);
  again = soleus_clinic_list_status (fixture->clinic, now, NULL);
  g_assert_cmpuint (again->len, ==, 1);

  athlete = soleus_clinic_find (fixture->clinic, &soleus_athlete_kind, fixture->athlete, NULL);
  renamed = soleus_record_copy (athlete);
  soleus_record_set_text (renamed, "name", "Mara Swiftwater-Example");
  one_athlete_save (fixture, renamed);
  g_clear_pointer (&again, g_ptr_array_unref);
  again = soleus_clinic_list_status (fixture->clinic, now, NULL);
  g_assert_true (again->pdata[0] != first->pdata[0]);
  g_assert_cmpstr (soleus_record_get_text (soleus_assessment_get_athlete (again->pdata[0]), "name"), ==, "Mara Swiftwater-Example");

  /* and time passes */
  opens_at = soleus_assessment_get_opens_at (first->pdata[0]);
  last_second = soleus_clinic_list_status (fixture->clinic, opens_at - 1, NULL);
  g_assert_cmpint (soleus_assessment_get_at (last_second->pdata[0]), ==, opens_at - 1);
  g_assert_cmpint (soleus_assessment_get_state (last_second->pdata[0]), ==, soleus_assessment_get_state (first->pdata[0]));
  end = soleus_clinic_list_status (fixture->clinic, opens_at, NULL);
  g_assert_true (end->len == 0 || soleus_assessment_get_state (end->pdata[0]) != soleus_assessment_get_state (first->pdata[0]));
}

static void
test_a_flag_counts_until_its_outcome (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture, SOLEUS_SIDE_LEFT);
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (SoleusRecord) flag = NULL;
  g_autoptr (SoleusMoment) moment = NULL;
  SoleusSafetyNow now;

  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  one_athlete_save (fixture, episode);
  soleus_clinic_count_safety (fixture->clinic, &now, NULL);
  g_assert_cmpuint (now.n_flags, ==, 1);
  g_assert_cmpuint (now.n_flags_open, ==, 1);
  g_assert_cmpuint (now.n_flags_stopping, ==, 1);
  g_assert_cmpuint (now.n_hard_stop, ==, 1);

  soleus_clock_advance (fixture->clock, 72 * SOLEUS_USEC_PER_HOUR);
  soleus_clinic_count_safety (fixture->clinic, &now, NULL);
  g_assert_cmpuint (now.n_flags_overdue, ==, 1);
  g_assert_cmpint (now.oldest, >=, 72 * SOLEUS_USEC_PER_HOUR);

  flags = soleus_clinic_list_of_athlete (fixture->clinic, &soleus_red_flag_kind, fixture->athlete, NULL);
  flag = soleus_record_copy (flags->pdata[0]);
  moment = soleus_moment_new_local (soleus_clinic_get_now (fixture->clinic));
  soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_CLEARED);
  soleus_record_set_text (flag, "outcome", "Scanned: no clot");
  soleus_record_set_moment (flag, "outcome-at", moment);
  one_athlete_save (fixture, flag);
  soleus_clinic_count_safety (fixture->clinic, &now, NULL);
  g_assert_cmpuint (now.n_flags, ==, 0);
}

static void
give_with_reason (Fixture              *fixture,
                  SoleusOverrideReason  reason)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "kneading", SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusChange) change = soleus_change_new ();
  g_autoptr (GError) error = NULL;

  soleus_change_add (change, treatment);
  soleus_change_set_override (change, reason, "Light work on the upper third", SOLEUS_ANSWER_YES);
  soleus_clinic_commit (fixture->clinic, change, &error);
  g_assert_no_error (error);
}

static void
test_decisions_count_by_reason_and_therapist (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (SoleusRecord) episode = create_episode (fixture, SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusRecord) cold = create_treatment (fixture, "cold-pack", SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusSafetyPeriod) period = NULL;
  g_autoptr (SoleusSafetyPeriod) before = NULL;
  const SoleusSafetyMonth *month;

  one_athlete_save (fixture, episode);
  one_athlete_save (fixture, cold);
  give_with_reason (fixture, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT);
  give_with_reason (fixture, SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT);
  give_with_reason (fixture, SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW);

  period = soleus_clinic_list_safety (fixture->clinic, at ("2025-05-01T00:00+02:00"), at ("2025-05-11T12:00+02:00"), NULL);
  g_assert_cmpuint (period->n_gated, ==, 3);
  g_assert_cmpuint (period->n_by_reason[SOLEUS_OVERRIDE_REASON_CLINICAL_JUDGEMENT], ==, 2);
  g_assert_cmpuint (period->n_by_reason[SOLEUS_OVERRIDE_REASON_SCREEN_NEGATIVE_NOW], ==, 1);
  g_assert_cmpuint (period->n_by_reason[SOLEUS_OVERRIDE_REASON_OTHER], ==, 0);
  g_assert_cmpuint (period->therapists->len, ==, 1);
  g_assert_cmpstr (g_array_index (period->therapists, SoleusSafetyTherapist, 0).name, ==, "T. Exemplar");
  g_assert_cmpuint (g_array_index (period->therapists, SoleusSafetyTherapist, 0).n, ==, 3);
  month = &period->months[SOLEUS_SAFETY_N_MONTHS - 1];
  g_assert_cmpuint (month->n_gated, ==, 3);
  g_assert_cmpuint (month->n_decided, ==, 3);
  g_assert_cmpuint (period->months[0].n_gated, ==, 0);

  before = soleus_clinic_list_safety (fixture->clinic, at ("2025-04-01T00:00+02:00"), at ("2025-05-10T00:00+02:00"), NULL);
  g_assert_cmpuint (before->n_gated, ==, 0);
  g_assert_cmpuint (before->decisions->len, ==, 0);
}

static void
test_what_was_found_afterwards_counts_when_it_was_found (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (SoleusRecord) treatment = create_treatment (fixture, "kneading", SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusRecord) episode = create_episode (fixture, SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusSafetyPeriod) period = NULL;

  one_athlete_save (fixture, treatment);
  one_athlete_save (fixture, episode);
  period = soleus_clinic_list_safety (fixture->clinic, at ("2025-05-01T00:00+02:00"), at ("2025-05-11T12:00+02:00"), NULL);
  g_assert_cmpuint (period->breaches->len, ==, 1);
  g_assert_cmpuint (period->months[SOLEUS_SAFETY_N_MONTHS - 1].n_breaches, ==, 1);
}

static void
test_months_follow_the_calendar_across_the_change_of_the_clock (void)
{
  SoleusSafetyMonth months[SOLEUS_SAFETY_N_MONTHS];

  soleus_safety_list_months (months, G_N_ELEMENTS (months), at ("2025-11-20T10:00+01:00"));
  g_assert_cmpint (months[11].start, ==, at ("2025-11-01T00:00+01:00"));
  g_assert_cmpint (months[10].start, ==, at ("2025-10-01T00:00+02:00"));
  g_assert_cmpint (months[0].start, ==, at ("2024-12-01T00:00+01:00"));

  for (gsize i = 0; i + 1 < G_N_ELEMENTS (months); i++)
    g_assert_cmpint (months[i].end, ==, months[i + 1].start);
}

static void
test_cramps_and_flags_count_in_their_month (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (SoleusRecord) left = create_episode (fixture, SOLEUS_SIDE_LEFT);
  g_autoptr (SoleusRecord) earlier = create_episode (fixture, SOLEUS_SIDE_RIGHT);
  g_autoptr (SoleusRecord) long_ago = create_episode (fixture, SOLEUS_SIDE_RIGHT);
  g_autoptr (SoleusSafetyPeriod) period = NULL;
  SoleusSafetyNow now;
  guint n_flags = 0;

  soleus_record_set_answer (left, "signs", "swelling", SOLEUS_ANSWER_YES);
  one_athlete_set_moment (earlier, "onset", "2025-04-30T23:59+02:00");
  one_athlete_set_moment (earlier, "end", "2025-05-01T00:01+02:00");
  one_athlete_set_moment (long_ago, "onset", "2024-05-31T10:00+02:00");
  one_athlete_set_moment (long_ago, "end", "2024-05-31T10:01+02:00");
  one_athlete_save (fixture, left);
  one_athlete_save (fixture, earlier);
  one_athlete_save (fixture, long_ago);
  period = soleus_clinic_list_safety (fixture->clinic, at ("2025-05-01T00:00+02:00"), at ("2025-05-11T12:00+02:00"), NULL);
  g_assert_cmpuint (period->months[SOLEUS_SAFETY_N_MONTHS - 1].n_episodes, ==, 1);
  g_assert_cmpuint (period->months[SOLEUS_SAFETY_N_MONTHS - 2].n_episodes, ==, 1);
  g_assert_cmpuint (period->months[0].n_episodes, ==, 0);

  /* all of them are of this year, and none has an outcome: the months say what Today says */
  g_assert_true (soleus_clinic_count_safety (fixture->clinic, &now, NULL));
  for (gsize i = 0; i < SOLEUS_SAFETY_N_MONTHS; i++)
    n_flags += period->months[i].n_flags;
  g_assert_cmpuint (n_flags, ==, now.n_flags);
  g_assert_cmpuint (n_flags, >, 0);
}

#define ADD(name, func) g_test_add ("/clinic-safety/" name, Fixture, NULL, one_athlete_set_up, func, one_athlete_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("an_empty_clinic_counts_nothing", test_an_empty_clinic_counts_nothing);
  ADD ("an_athlete_counts_once_however_many_windows", test_an_athlete_counts_once_however_many_windows);
  ADD ("status_is_found_out_once_a_change", test_status_is_found_out_once_a_change);
  ADD ("a_flag_counts_until_its_outcome", test_a_flag_counts_until_its_outcome);
  ADD ("decisions_count_by_reason_and_therapist", test_decisions_count_by_reason_and_therapist);
  ADD ("what_was_found_afterwards_counts_when_it_was_found", test_what_was_found_afterwards_counts_when_it_was_found);
  ADD ("cramps_and_flags_count_in_their_month", test_cramps_and_flags_count_in_their_month);
  g_test_add_func ("/clinic-safety/months_follow_the_calendar_across_the_change_of_the_clock",
                   test_months_follow_the_calendar_across_the_change_of_the_clock);

  return g_test_run ();
}
