/* How often in 28 days, with the interval of a count, and when there is too little to say (clinical.md 5.8: “too few” honesty). */
#include "soleus-config.h"

#include "soleus-period-comparison.h"

/* exact intervals of a count: Ulm 1990, Am J Epidemiol 131:373; Byar comes within 0.05 of them from 1 on */
static void
test_rates (void)
{
  static const struct { guint days, episodes; double rate, lower, upper; } cases[] = {
    { 28, 1, 1, 0.025, 5.572 },
    { 28, 5, 5, 1.623, 11.668 },
    { 56, 10, 5, 2.398, 9.195 },
    { 28, 20, 20, 12.217, 30.888 },
    { 14, 2, 4, 0.484, 14.449 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusPeriodRate rate;

      soleus_period_rate_compute (cases[i].days, cases[i].episodes, &rate);
      g_assert_cmpfloat_with_epsilon (rate.per_28_days, cases[i].rate, 1e-9);
      g_assert_cmpfloat_with_epsilon (rate.lower, cases[i].lower, 0.05);
      g_assert_cmpfloat_with_epsilon (rate.upper, cases[i].upper, 0.05);
    }
}

static void
test_none_and_no_days (void)
{
  SoleusPeriodRate rate;

  soleus_period_rate_compute (28, 0, &rate);
  g_assert_cmpfloat (rate.per_28_days, ==, 0);
  g_assert_cmpfloat (rate.lower, ==, 0);
  g_assert_cmpfloat_with_epsilon (rate.upper, 3.689, 0.05);
  soleus_period_rate_compute (0, 0, &rate);
  g_assert_false (soleus_real_is_known (rate.per_28_days));
}

static void
test_verdicts (void)
{
  static const struct { guint days, episodes, other_days, other_episodes; SoleusPeriodsVerdict verdict; } cases[] = {
    /* clinic rule: 28 days each, 8 cramps in both */
    { 27, 8, 28, 8, SOLEUS_PERIODS_TOO_FEW },
    { 28, 8, 27, 8, SOLEUS_PERIODS_TOO_FEW },
    { 28, 3, 28, 4, SOLEUS_PERIODS_TOO_FEW },
    { 28, 4, 28, 4, SOLEUS_PERIODS_ALIKE },
    { 28, 0, 28, 8, SOLEUS_PERIODS_ALIKE }, /* 0–3.7 and 3.4–15.8 meet */
    { 28, 0, 28, 9, SOLEUS_PERIODS_FEWER }, /* 4.1 */
    { 28, 9, 28, 0, SOLEUS_PERIODS_MORE },
    { 56, 0, 28, 8, SOLEUS_PERIODS_FEWER }, /* 0–1.8 in 28 days */
    { 0, 0, 0, 0, SOLEUS_PERIODS_TOO_FEW },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusPeriodRate first, second;

      g_test_message ("%u in %u, %u in %u", cases[i].episodes, cases[i].days, cases[i].other_episodes, cases[i].other_days);
      soleus_period_rate_compute (cases[i].days, cases[i].episodes, &first);
      soleus_period_rate_compute (cases[i].other_days, cases[i].other_episodes, &second);
      g_assert_cmpint (soleus_periods_compare (&first, &second), ==, cases[i].verdict);
      g_assert_cmpstr (soleus_periods_get_text (cases[i].verdict), !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period-comparison/rates", test_rates);
  g_test_add_func ("/period-comparison/none_and_no_days", test_none_and_no_days);
  g_test_add_func ("/period-comparison/verdicts", test_verdicts);
  return g_test_run ();
}
