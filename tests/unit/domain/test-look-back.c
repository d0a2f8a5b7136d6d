/* What was there before a cramp: each row of the tables names where its bound comes from (clinical.md 3.8, 5 and 6). */
#include "soleus-config.h"

#include "soleus-calf-test.h"
#include "soleus-look-back.h"
#include "soleus-training-load.h"

#include <string.h>

/* y yes, n no, . unknown */
static gsize
read_days (const char   *text,
           SoleusAnswer *days)
{
  for (gsize i = 0; text[i] != '\0'; i++)
    days[i] = text[i] == 'y' ? SOLEUS_ANSWER_YES : text[i] == 'n' ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN;
  return strlen (text);
}

static void
windows_are_judged (void)
{
  static const struct { const char *days; gboolean by_event; SoleusAnswer answer; } cases[] = {
    { "y", FALSE, SOLEUS_ANSWER_YES }, { "n", FALSE, SOLEUS_ANSWER_NO }, { ".", FALSE, SOLEUS_ANSWER_UNKNOWN },
    /* clinic rule: a habit takes a third of the known days */
    { "nnnnnyy", FALSE, SOLEUS_ANSWER_NO }, { "nnnnyyy", FALSE, SOLEUS_ANSWER_YES },
    { "nn.nyy.", FALSE, SOLEUS_ANSWER_YES },
    /* clinic rule: half of the days must be known */
    { "nnn....", FALSE, SOLEUS_ANSWER_UNKNOWN }, { "nnnn...", FALSE, SOLEUS_ANSWER_NO }, { "yyy....", FALSE, SOLEUS_ANSWER_UNKNOWN },
    /* what happens on one day has happened, whatever else is unknown */
    { "y......", TRUE, SOLEUS_ANSWER_YES }, { "nnn....", TRUE, SOLEUS_ANSWER_UNKNOWN }, { "nnnn...", TRUE, SOLEUS_ANSWER_NO },
    { "", TRUE, SOLEUS_ANSWER_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusAnswer days[SOLEUS_LOOK_BACK_LONGEST_DAYS];
      gsize n_days = read_days (cases[i].days, days);

      g_test_message ("“%s”", cases[i].days);
      g_assert_cmpint (soleus_look_back_judge (days, n_days, cases[i].by_event), ==, cases[i].answer);
    }
}

static void
cramps_are_held_against_ordinary_days (void)
{
  /* section 6: 6 of 8 is 40.9 to 92.9 % */
  const char *text = "yyyyyynn" "ynnnnnnnnnnnnnnnnnnn" ".";
  SoleusAnswer days[40];
  guint cramps[40] = { 0, };
  gsize n_days = read_days (text, days);
  SoleusLookBackComparison comparison;

  for (gsize i = 0; i < 8; i++)
    cramps[i] = 1;
  soleus_look_back_compare (days, cramps, n_days, 0, SOLEUS_LOOK_BACK_DAY, FALSE, &comparison);
  g_assert_cmpuint (comparison.cramps.with, ==, 6);
  g_assert_cmpuint (comparison.cramps.of, ==, 8);
  g_assert_cmpfloat_with_epsilon (comparison.cramps.share.lower, 0.409, 0.0005);
  g_assert_cmpfloat_with_epsilon (comparison.cramps.share.upper, 0.929, 0.0005);
  g_assert_cmpuint (comparison.ordinary_days.with, ==, 1);
  g_assert_cmpuint (comparison.ordinary_days.of, ==, 20);
  g_assert_cmpuint (comparison.ordinary_days.unknown, ==, 1);
  g_assert_true (comparison.enough);
  g_assert_cmpint (soleus_look_back_get_verdict (&comparison), ==, SOLEUS_LOOK_BACK_MORE_OFTEN);

  /* the same share on ordinary days is no difference; intervals that touch are none either */
  for (gsize i = 8; i < 20; i++)
    days[i] = SOLEUS_ANSWER_YES;
  soleus_look_back_compare (days, cramps, n_days, 0, SOLEUS_LOOK_BACK_DAY, FALSE, &comparison);
  g_assert_cmpint (soleus_look_back_get_verdict (&comparison), ==, SOLEUS_LOOK_BACK_NO_CLEAR_DIFFERENCE);
  for (gsize i = 0; i < n_days; i++)
    days[i] = i < 8 ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_YES;
  soleus_look_back_compare (days, cramps, n_days, 0, SOLEUS_LOOK_BACK_DAY, FALSE, &comparison);
  g_assert_cmpint (soleus_look_back_get_verdict (&comparison), ==, SOLEUS_LOOK_BACK_LESS_OFTEN);
  read_days (text, days);

  /* one ordinary day fewer is too few to say */
  soleus_look_back_compare (days, cramps, n_days - 2, 0, SOLEUS_LOOK_BACK_DAY, FALSE, &comparison);
  g_assert_cmpuint (comparison.ordinary_days.of, ==, 19);
  g_assert_false (comparison.enough);
  g_assert_cmpint (soleus_look_back_get_verdict (&comparison), ==, SOLEUS_LOOK_BACK_TOO_FEW);

  /* 3 of 3 is 43.8 to 100 %, and too few to say */
  soleus_look_back_compare (days, cramps, 3, 0, SOLEUS_LOOK_BACK_DAY, FALSE, &comparison);
  g_assert_cmpfloat_with_epsilon (comparison.cramps.share.lower, 0.438, 0.001);
  g_assert_cmpfloat (comparison.cramps.share.upper, ==, 1);
  g_assert_false (comparison.ordinary_days.is_known);
  g_assert_false (comparison.enough);

  /* a week that begins before anything is known is unknown, and two cramps on a day count twice */
  cramps[6] = 2;
  soleus_look_back_compare (days, cramps, 8, 0, SOLEUS_LOOK_BACK_WEEK, FALSE, &comparison);
  g_assert_cmpuint (comparison.cramps.unknown, ==, 6);
  g_assert_cmpuint (comparison.cramps.of, ==, 3);
  g_assert_cmpuint (comparison.cramps.with, ==, 3);

  /* the days that only lead up to the period are not counted themselves */
  soleus_look_back_compare (days, cramps, 8, 6, SOLEUS_LOOK_BACK_WEEK, FALSE, &comparison);
  g_assert_cmpuint (comparison.cramps.of + comparison.cramps.unknown, ==, 3);
}

/* section 5, 8: 24 h, 7 d and 28 d; what is said of each comparison */
static void
windows_and_verdicts_have_their_words (void)
{
  static const struct { SoleusLookBackWindow window; guint days; } windows[] = {
    { SOLEUS_LOOK_BACK_DAY, 1 }, { SOLEUS_LOOK_BACK_WEEK, 7 }, { SOLEUS_LOOK_BACK_FOUR_WEEKS, 28 },
  };
  static const struct { SoleusLookBackVerdict verdict; const char *words; } verdicts[] = {
    { SOLEUS_LOOK_BACK_TOO_FEW, "Too few to say" },
    { SOLEUS_LOOK_BACK_NO_CLEAR_DIFFERENCE, "No clear difference" },
    { SOLEUS_LOOK_BACK_MORE_OFTEN, "More often than on ordinary days" },
    { SOLEUS_LOOK_BACK_LESS_OFTEN, "Less often than on ordinary days" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    g_assert_cmpuint (soleus_look_back_get_days (windows[i].window), ==, windows[i].days);
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    g_assert_cmpstr (soleus_look_back_verdict_get_label (verdicts[i].verdict), ==, verdicts[i].words);
}

static void
a_night_looks_back_on_the_day_before (void)
{
  static const struct { const char *onset, *day; } cases[] = {
    { "2026-03-28T20:00+01:00", "2026-03-28" },
    { "2026-03-28T03:00+01:00", "2026-03-27" },
    { "2026-03-28T11:59+01:00", "2026-03-27" },
    { "2026-03-28T12:00+01:00", "2026-03-28" },
    { "2026-03-28", "2026-03-28" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SoleusMoment) onset = soleus_moment_parse (cases[i].onset, NULL);
      g_autofree char *day = soleus_look_back_dup_day (onset);

      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

static void
every_factor_has_a_name_and_a_judgement (void)
{
  gsize n_factors;
  const SoleusLookBackFactor *factors = soleus_look_back_list_factors (&n_factors);
  SoleusDay day;

  soleus_day_init (&day);
  for (gsize i = 0; i < n_factors; i++)
    {
      g_assert_cmpstr (soleus_look_back_factor_get_label (&factors[i]), !=, "");
      g_assert_cmpint (soleus_day_judge (&day, factors[i].id), ==, SOLEUS_ANSWER_UNKNOWN);
    }
  g_assert_cmpint (soleus_day_judge (&day, "of-no-table"), ==, SOLEUS_ANSWER_UNKNOWN);
  day.travel_hours = 2.9;
  g_assert_cmpint (soleus_day_judge (&day, "travel"), ==, SOLEUS_ANSWER_NO);
  day.travel_hours = 3;
  g_assert_cmpint (soleus_day_judge (&day, "travel"), ==, SOLEUS_ANSWER_YES);
  day.medication = SOLEUS_ANSWER_YES;
  g_assert_cmpint (soleus_day_judge (&day, "medication"), ==, SOLEUS_ANSWER_YES);
  day.ill = SOLEUS_ANSWER_NO;
  g_assert_cmpint (soleus_day_judge (&day, "illness"), ==, SOLEUS_ANSWER_NO);
}

static void
the_load_of_28_days_is_described (void)
{
  double days[SOLEUS_CHRONIC_DAYS];
  SoleusTrainingLoad load;

  /* section 6: three ratios of one athlete */
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = i < 21 ? 300 : 600;
  soleus_training_load_describe (days, &load);
  g_assert_true (load.enough);
  g_assert_cmpfloat_with_epsilon (load.weekly, 4200, 1e-9);
  g_assert_cmpfloat_with_epsilon (load.week_change, 1, 1e-9);
  g_assert_false (soleus_real_is_known (load.monotony)); /* equal days: undefined, not infinite */
  g_assert_cmpfloat_with_epsilon (load.coupled, 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (load.uncoupled, 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (load.ewma, 1.3394, 5e-5);

  days[0] = SOLEUS_UNKNOWN_REAL;
  soleus_training_load_describe (days, &load);
  g_assert_false (load.enough);
  g_assert_cmpfloat_with_epsilon (load.weekly, 4200, 1e-9);
  g_assert_false (soleus_real_is_known (load.coupled));
  g_assert_false (soleus_real_is_known (load.uncoupled));
  g_assert_false (soleus_real_is_known (load.ewma));
}

static void
results_are_held_against_error_and_norm (void)
{
  static const struct { gint64 age; SoleusSex sex; gint64 median; } norms[] = {
    /* 3.8, Hébert-Losier 2017 */
    { 19, SOLEUS_SEX_MALE, SOLEUS_UNKNOWN_INT }, { 20, SOLEUS_SEX_MALE, 37 }, { 29, SOLEUS_SEX_FEMALE, 30 },
    { 30, SOLEUS_SEX_FEMALE, 27 }, { 45, SOLEUS_SEX_MALE, 28 }, { 55, SOLEUS_SEX_FEMALE, 21 }, { 65, SOLEUS_SEX_MALE, 19 },
    { 75, SOLEUS_SEX_FEMALE, 16 }, { 80, SOLEUS_SEX_MALE, 10 }, { 96, SOLEUS_SEX_FEMALE, 13 },
    { 40, SOLEUS_SEX_OTHER, SOLEUS_UNKNOWN_INT }, { SOLEUS_UNKNOWN_INT, SOLEUS_SEX_MALE, SOLEUS_UNKNOWN_INT },
  };
  SoleusAsymmetry asymmetry;

  for (gsize i = 0; i < G_N_ELEMENTS (norms); i++)
    g_assert_cmpint (soleus_calf_test_get_norm ("heel-raise", norms[i].age, norms[i].sex), ==, norms[i].median);
  g_assert_cmpint (soleus_calf_test_get_norm ("hop", 30, SOLEUS_SEX_MALE), ==, SOLEUS_UNKNOWN_INT);

  /* section 6: fails 10 %, and lies within measurement error */
  g_assert_true (soleus_calf_test_compare_sides ("knee-to-wall", 11.5, 10.0, &asymmetry));
  g_assert_cmpfloat_with_epsilon (asymmetry.percent, 13.0, 0.05);
  g_assert_false (asymmetry.within_limit);
  g_assert_true (asymmetry.within_error);
  g_assert_true (soleus_calf_test_compare_sides ("hop", 11.5, 10.0, &asymmetry));
  g_assert_false (asymmetry.within_error);
  g_assert_cmpfloat_with_epsilon (soleus_calf_test_get_error ("knee-to-wall", FALSE), 1.9, 1e-9);
  g_assert_false (soleus_real_is_known (soleus_calf_test_get_error ("hop", TRUE)));
}

static void
shares_are_said_with_their_interval (void)
{
  /* section 6: 6 of 8 is 40.9–92.9 %, 3 of 3 is 43.8–100 % */
  static const struct { guint with, of; const char *words; } rows[] = {
    { 6, 8, "6 of 8 (75 %, 41–93 %)" }, { 3, 3, "3 of 3 (100 %, 44–100 %)" }, { 0, 20, "0 of 20 (0 %, 0–16 %)" }, { 0, 0, "not known" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoleusLookBackCount count = { rows[i].with, rows[i].of };
      g_autofree char *words = NULL;

      count.is_known = soleus_proportion_compute (rows[i].with, rows[i].of, &count.share);
      words = soleus_look_back_count_format (&count);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look-back/windows_are_judged", windows_are_judged);
  g_test_add_func ("/look-back/cramps_are_held_against_ordinary_days", cramps_are_held_against_ordinary_days);
  g_test_add_func ("/look-back/windows_and_verdicts_have_their_words", windows_and_verdicts_have_their_words);
  g_test_add_func ("/look-back/a_night_looks_back_on_the_day_before", a_night_looks_back_on_the_day_before);
  g_test_add_func ("/look-back/every_factor_has_a_name_and_a_judgement", every_factor_has_a_name_and_a_judgement);
  g_test_add_func ("/look-back/the_load_of_28_days_is_described", the_load_of_28_days_is_described);
  g_test_add_func ("/look-back/results_are_held_against_error_and_norm", results_are_held_against_error_and_norm);
  g_test_add_func ("/look-back/shares_are_said_with_their_interval", shares_are_said_with_their_interval);
  return g_test_run ();
}
