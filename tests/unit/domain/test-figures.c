/* The worked figures of clinical.md 6: load, hydration, heat, proportion, asymmetry. */
#include "soleus-asymmetry.h"
#include "soleus-heat-index.h"
#include "soleus-calf-test.h"
#include "soleus-hydration.h"
#include "soleus-proportion.h"
#include "soleus-training-load.h"

static void
test_a_week_of_load (void)
{
  const double week[] = { 420, 0, 300, 450, 240, 600, 0 };

  g_assert_cmpfloat (soleus_training_load_total (week, 7), ==, 2010);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_mean (week, 7), 287.143, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_deviation (week, 7), 227.062, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_monotony (week, 7), 1.2646, 0.00005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_strain (week, 7), 2541.85, 0.005);
  g_assert_cmpfloat (soleus_training_load_session (118, 9), ==, 1062);
}

static void
test_three_ratios_of_one_athlete (void)
{
  double days[28];

  for (int i = 0; i < 28; i++)
    days[i] = i < 21 ? 300 : 600;
  g_assert_cmpfloat_with_epsilon (soleus_training_load_acwr (days, 28), 1.60, 1e-9);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_acwr_uncoupled (days, 28), 2.00, 1e-9);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_ewma (days, 28, 7), 559.955, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_ewma (days, 28, 28), 418.080, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_acwr_ewma (days, 28), 1.3394, 0.00005);
  g_assert_cmpfloat_with_epsilon (soleus_training_load_week_change (days, 28), 1.0, 1e-9);
}

static void
test_undefined_load_stays_unknown (void)
{
  const double flat[] = { 300.1, 300.1, 300.1, 300.1, 300.1, 300.1, 300.1 };
  double gap[28];

  for (int i = 0; i < 28; i++)
    gap[i] = 300;
  g_assert_true (isnan (soleus_training_load_monotony (flat, 7)));
  g_assert_true (isnan (soleus_training_load_strain (flat, 7)));
  g_assert_true (isnan (soleus_training_load_acwr (gap, 27)));
  gap[10] = SOLEUS_UNKNOWN_REAL;
  g_assert_true (isnan (soleus_training_load_acwr (gap, 28)));
  g_assert_true (isnan (soleus_training_load_session (SOLEUS_UNKNOWN_REAL, 5)));
  g_assert_true (isnan (soleus_training_load_total (gap, 0)));
}

static void
test_sweat_and_replacement (void)
{
  double least;
  double most;

  g_assert_cmpfloat_with_epsilon (soleus_hydration_mass_change (70.0, 68.6), 2.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (soleus_hydration_sweat_rate (70.0, 68.6, 0.75, 0.15, 1.5), 1.333, 0.0005);
  g_assert_true (soleus_hydration_replacement (70.0, 68.6, &least, &most));
  g_assert_cmpfloat_with_epsilon (least, 1.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (most, 2.1, 1e-9);
  g_assert_false (soleus_hydration_replacement (68.6, 70.0, &least, &most));
  g_assert_true (soleus_hydration_is_gain (68.6, 70.0));
  g_assert_false (soleus_hydration_is_gain (SOLEUS_UNKNOWN_REAL, 70.0));
  g_assert_true (isnan (soleus_hydration_sweat_rate (70.0, 68.6, SOLEUS_UNKNOWN_REAL, 0.15, 1.5)));
}

static void
test_hydration_bands (void)
{
  g_assert_cmpint (soleus_hydration_get_band (-1.5), ==, SOLEUS_HYDRATION_BAND_GAIN);
  g_assert_cmpint (soleus_hydration_get_band (-1), ==, SOLEUS_HYDRATION_BAND_WELL);
  g_assert_cmpint (soleus_hydration_get_band (soleus_hydration_mass_change (70.0, 69.3)), ==, SOLEUS_HYDRATION_BAND_WELL);
  g_assert_cmpint (soleus_hydration_get_band (2), ==, SOLEUS_HYDRATION_BAND_MINIMAL);
  g_assert_cmpint (soleus_hydration_get_band (4), ==, SOLEUS_HYDRATION_BAND_SIGNIFICANT);
  g_assert_cmpint (soleus_hydration_get_band (5.1), ==, SOLEUS_HYDRATION_BAND_SERIOUS);
  g_assert_cmpint (soleus_hydration_get_band (SOLEUS_UNKNOWN_REAL), ==, SOLEUS_HYDRATION_BAND_UNKNOWN);
  g_assert_cmpint (soleus_hydration_get_urine_band (3), ==, SOLEUS_URINE_BAND_HYDRATED);
  g_assert_cmpint (soleus_hydration_get_urine_band (4), ==, SOLEUS_URINE_BAND_MILD);
  g_assert_cmpint (soleus_hydration_get_urine_band (7), ==, SOLEUS_URINE_BAND_DEHYDRATED);
  g_assert_cmpint (soleus_hydration_get_urine_band (SOLEUS_UNKNOWN_INT), ==, SOLEUS_URINE_BAND_UNKNOWN);
  g_assert_cmpint (soleus_hydration_get_caffeine_band (soleus_hydration_caffeine_per_kg (210, 70)), ==, SOLEUS_CAFFEINE_BAND_NO_EFFECT);
  g_assert_cmpint (soleus_hydration_get_caffeine_band (3.1), ==, SOLEUS_CAFFEINE_BAND_POSSIBLE);
  g_assert_cmpint (soleus_hydration_get_caffeine_band (soleus_hydration_caffeine_per_kg (420, 70)), ==, SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN);
}

static void
test_heat_index (void)
{
  g_assert_cmpfloat_with_epsilon (soleus_heat_index_fahrenheit (90, 60), 99.678, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_heat_index_fahrenheit (95, 60), 113.090, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_heat_index_fahrenheit (100, 10), 94.122, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_heat_index_fahrenheit (70, 50), 69.525, 0.0005);
  g_assert_true (isnan (soleus_heat_index_fahrenheit (SOLEUS_UNKNOWN_REAL, 50)));
  g_assert_cmpfloat_with_epsilon (soleus_heat_index_celsius (35, 60), (113.090 - 32) * 5 / 9, 0.0005);
  g_assert_cmpint (soleus_heat_index_get_band (103), ==, SOLEUS_HEAT_BAND_DANGER);
  g_assert_cmpint (soleus_heat_index_get_band (102.9), ==, SOLEUS_HEAT_BAND_EXTREME_CAUTION);
}

static void
test_wbgt_estimate (void)
{
  g_assert_cmpfloat_with_epsilon (soleus_vapour_pressure (30, 60), 25.372, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_wbgt_estimate (30, 60), 30.921, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_wbgt_estimate (25, 50), 24.321, 0.0005);
  g_assert_cmpfloat_with_epsilon (soleus_wbgt_measured (20, 40, 30), 25, 1e-9);
}

static void
test_few_cases_have_wide_intervals (void)
{
  SoleusProportion proportion;

  g_assert_true (soleus_proportion_compute (6, 8, &proportion));
  g_assert_cmpfloat_with_epsilon (proportion.lower, 0.409, 0.0005);
  g_assert_cmpfloat_with_epsilon (proportion.upper, 0.929, 0.0005);
  g_assert_true (soleus_proportion_compute (3, 3, &proportion));
  g_assert_cmpfloat_with_epsilon (proportion.lower, 0.438, 0.0006);
  g_assert_cmpfloat (proportion.upper, ==, 1);
  g_assert_false (soleus_proportion_compute (0, 0, &proportion));
  g_assert_true (isnan (proportion.share));
}

/* clinical.md 6 (Wilson 95 %): the interval holds the share, lies within 0 to 1, and is the mirror of that of the others */
static void
test_an_interval_lies_within_0_and_1 (void)
{
  static const guint totals[] = { 1, 2, 3, 8, 20, 100, 1000, 1000000, G_MAXUINT };

  for (gsize i = 0; i < G_N_ELEMENTS (totals); i++)
    {
      guint total = totals[i];
      const guint cases[] = { 0, 1, total / 2, total - 1, total };

      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          SoleusProportion share, rest;

          g_test_message ("%u of %u", cases[j], total);
          g_assert_true (soleus_proportion_compute (cases[j], total, &share));
          g_assert_true (soleus_proportion_compute (total - cases[j], total, &rest));
          g_assert_cmpfloat (share.lower, >=, 0);
          g_assert_cmpfloat (share.upper, <=, 1);
          g_assert_true (cases[j] == 0 ? share.lower <= 0 : share.lower > 0 && share.lower < share.share);
          g_assert_true (cases[j] == total ? share.upper >= 1 : share.upper < 1 && share.upper > share.share);
          g_assert_cmpfloat_with_epsilon (share.lower, 1 - rest.upper, 1e-12);
        }
    }
}

static void
test_knee_to_wall_shows_both_limits (void)
{
  SoleusAsymmetry asymmetry;

  g_assert_true (soleus_asymmetry_compute (11.5, 10.0, SOLEUS_ASYMMETRY_LIMIT, SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM, &asymmetry));
  g_assert_cmpfloat_with_epsilon (asymmetry.percent, 13.0, 0.05);
  g_assert_cmpfloat_with_epsilon (asymmetry.difference, 1.5, 1e-9);
  g_assert_false (asymmetry.within_limit);
  g_assert_true (asymmetry.within_error);
  g_assert_true (soleus_asymmetry_compute (11.6, 10.0, SOLEUS_ASYMMETRY_LIMIT, SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM, &asymmetry));
  g_assert_false (asymmetry.within_error);
  g_assert_false (soleus_asymmetry_compute (SOLEUS_UNKNOWN_REAL, 10.0, 10, 1.6, &asymmetry));
  g_assert_false (soleus_asymmetry_compute (10.0, SOLEUS_UNKNOWN_REAL, 10, 1.6, &asymmetry));
  /* no raise on either side: nothing to be a tenth of, and not alike */
  g_assert_false (soleus_asymmetry_compute (0.0, 0.0, 10, SOLEUS_UNKNOWN_REAL, &asymmetry));
  g_assert_true (isnan (asymmetry.percent));
  g_assert_false (asymmetry.within_limit);
}

/* clinical.md 3.8: 1.9 cm within a person (Bennell 1998, Powden 2015); none is published for the others */
static void
test_a_change_counts_above_its_error (void)
{
  static const struct { const char *test; double before, after; SoleusTestChange change; } cases[] = {
    { "knee-to-wall", 10.0, 11.9, SOLEUS_TEST_CHANGE_WITHIN_ERROR },
    { "knee-to-wall", 10.0, 12.0, SOLEUS_TEST_CHANGE_BEYOND_ERROR },
    { "knee-to-wall", 12.0, 10.0, SOLEUS_TEST_CHANGE_BEYOND_ERROR },
    { "knee-to-wall", 10.0, 10.0, SOLEUS_TEST_CHANGE_WITHIN_ERROR },
    { "knee-to-wall", NAN, 10.0, SOLEUS_TEST_CHANGE_UNKNOWN },
    { "knee-to-wall", 10.0, NAN, SOLEUS_TEST_CHANGE_UNKNOWN },
    { "heel-raise", 10, 30, SOLEUS_TEST_CHANGE_NO_ERROR },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (soleus_calf_test_judge_change (cases[i].test, cases[i].before, cases[i].after), ==, cases[i].change);
}

/* clinical.md 3.12: bands from 80, 90, 103 and 125 °F; more for humid air up to 87 °F; humidity from 0 to 100 */
static void
test_heat_bounds (void)
{
  static const struct { double index; SoleusHeatBand band; } bands[] = {
    { NAN, SOLEUS_HEAT_BAND_UNKNOWN }, { 79.9, SOLEUS_HEAT_BAND_COMFORTABLE }, { 80, SOLEUS_HEAT_BAND_CAUTION },
    { 89.9, SOLEUS_HEAT_BAND_CAUTION }, { 90, SOLEUS_HEAT_BAND_EXTREME_CAUTION }, { 124.9, SOLEUS_HEAT_BAND_DANGER },
    { 125, SOLEUS_HEAT_BAND_EXTREME_DANGER },
  };
  /* regression alone, or with the adjustment written out by hand */
  static const struct { double fahrenheit, humidity, index; } airs[] = {
    { 82, 90, 91.4917 + 0.5 }, { 88, 90, 113.24727 }, { 114, 10, 108.89772 },
    /* humid air below 80 °F: the regression alone; 112 °F: dry air still adjusted, by nothing there */
    { 79.5, 100, 85.47016 }, { 112, 5, 103.65057 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    g_assert_cmpint (soleus_heat_index_get_band (bands[i].index), ==, bands[i].band);
  for (gsize i = 0; i < G_N_ELEMENTS (airs); i++)
    g_assert_cmpfloat_with_epsilon (soleus_heat_index_fahrenheit (airs[i].fahrenheit, airs[i].humidity), airs[i].index, 0.001);
  g_assert_true (isnan (soleus_heat_index_fahrenheit (90, -1)));
  g_assert_true (isnan (soleus_heat_index_fahrenheit (90, 101)));
  g_assert_cmpint (soleus_hydration_get_urine_band (0), ==, SOLEUS_URINE_BAND_UNKNOWN); /* 3.6: colours 1 to 8 */
  g_assert_cmpint (soleus_hydration_get_urine_band (9), ==, SOLEUS_URINE_BAND_UNKNOWN);
}

/* clinical.md 3.5: fewer days than a figure needs, or a chronic load of nothing, leave it unknown */
static void
test_too_few_days_of_load (void)
{
  double none[28] = { 0 };

  g_assert_true (isnan (soleus_training_load_mean (none, 0)));
  g_assert_true (isnan (soleus_training_load_deviation (none, 1)));
  g_assert_true (isnan (soleus_training_load_monotony (none, 1)));
  g_assert_true (isnan (soleus_training_load_week_change (none, 13)));
  g_assert_true (isnan (soleus_training_load_week_change (none, 28)));
  g_assert_true (isnan (soleus_training_load_acwr_uncoupled (none, 27)));
  g_assert_true (isnan (soleus_training_load_acwr_ewma (none, 27)));
  g_assert_true (isnan (soleus_training_load_ewma (none, 0, 7)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/a_week_of_load", test_a_week_of_load);
  g_test_add_func ("/figures/three_ratios_of_one_athlete", test_three_ratios_of_one_athlete);
  g_test_add_func ("/figures/undefined_load_stays_unknown", test_undefined_load_stays_unknown);
  g_test_add_func ("/figures/sweat_and_replacement", test_sweat_and_replacement);
  g_test_add_func ("/figures/hydration_bands", test_hydration_bands);
  g_test_add_func ("/figures/heat_index", test_heat_index);
  g_test_add_func ("/figures/wbgt_estimate", test_wbgt_estimate);
  g_test_add_func ("/figures/few_cases_have_wide_intervals", test_few_cases_have_wide_intervals);
  g_test_add_func ("/figures/an_interval_lies_within_0_and_1", test_an_interval_lies_within_0_and_1);
  g_test_add_func ("/figures/knee_to_wall_shows_both_limits", test_knee_to_wall_shows_both_limits);
  g_test_add_func ("/figures/heat_bounds", test_heat_bounds);
  g_test_add_func ("/figures/too_few_days_of_load", test_too_few_days_of_load);
  g_test_add_func ("/figures/a_change_counts_above_its_error", test_a_change_counts_above_its_error);
  return g_test_run ();
}
