#include "soleus-scale.h"

#include "soleus-moment.h"

static void
test_maps_both_ways (void)
{
  SoleusScale scale = { 0, 10, 100, 0 };

  g_assert_cmpfloat (soleus_scale_get_position (&scale, 0), ==, 100);
  g_assert_cmpfloat (soleus_scale_get_position (&scale, 7.5), ==, 25);
  g_assert_cmpfloat (soleus_scale_get_value (&scale, 25), ==, 7.5);
}

static void
test_without_extent_stands_at_start (void)
{
  SoleusScale scale = { 4, 4, 30, 90 };
  SoleusTimeScale time = { 5, 5, 10, 20 };

  g_assert_cmpfloat (soleus_scale_get_position (&scale, 4), ==, 30);
  g_assert_cmpfloat (soleus_time_scale_get_position (&time, 99), ==, 10);
}

static void
test_steps_are_nice (void)
{
  g_assert_cmpfloat (soleus_scale_get_nice_step (10, 5), ==, 2);
  g_assert_cmpfloat (soleus_scale_get_nice_step (7, 5), ==, 2);
  g_assert_cmpfloat (soleus_scale_get_nice_step (3000, 3), ==, 1000);
  g_assert_cmpfloat_with_epsilon (soleus_scale_get_nice_step (0.3, 4), 0.1, 1e-12);
  g_assert_cmpfloat (soleus_scale_get_nice_step (0, 4), ==, 1);
  g_assert_cmpfloat (soleus_scale_get_nice_limit (2687, 3), ==, 3000);
  g_assert_cmpfloat (soleus_scale_get_nice_limit (3000, 3), ==, 3000);
  g_assert_cmpfloat (soleus_scale_get_nice_limit (0, 3), ==, 1);
}

static void
test_ticks_stay_inside (void)
{
  SoleusScale scale = { 0.7, 9.2, 0, 100 };
  gsize n = 0;
  g_autofree double *ticks = soleus_scale_dup_ticks (&scale, 5, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (ticks[0], ==, 2);
  g_assert_cmpfloat (ticks[3], ==, 8);
}

static SoleusInstant
local (int year, int month, int day)
{
  return soleus_instant_from_local (year, month, day, 0, 0, 0, NULL);
}

static void
test_months_begin_at_midnight_in_summer_and_winter (void)
{
  SoleusTimeScale scale = { local (2025, 2, 10), local (2025, 5, 10), 0, 300 };
  g_autoptr (GArray) ticks = soleus_time_scale_dup_ticks (&scale, SOLEUS_TIME_STEP_MONTH);

  g_assert_cmpuint (ticks->len, ==, 3);
  g_assert_cmpint (g_array_index (ticks, SoleusTimeTick, 0).instant, ==, local (2025, 3, 1));
  g_assert_cmpint (g_array_index (ticks, SoleusTimeTick, 1).instant, ==, local (2025, 4, 1)); /* after the clocks changed */
  g_assert_cmpint (g_array_index (ticks, SoleusTimeTick, 2).instant, ==, local (2025, 5, 1));
  g_assert_true (g_array_index (ticks, SoleusTimeTick, 0).starts_year);
  g_assert_false (g_array_index (ticks, SoleusTimeTick, 1).starts_year);
}

static void
test_step_keeps_its_distance (void)
{
  SoleusTimeScale year = { local (2025, 1, 1), local (2026, 1, 1), 0, 400 };
  SoleusTimeScale narrow = { local (2025, 1, 1), local (2026, 1, 1), 200, 0 };
  SoleusTimeScale week = { local (2025, 1, 1), local (2025, 1, 8), 0, 400 };

  g_assert_cmpint (soleus_time_scale_get_step (&year, 30), ==, SOLEUS_TIME_STEP_MONTH);
  g_assert_cmpint (soleus_time_scale_get_step (&narrow, 30), ==, SOLEUS_TIME_STEP_QUARTER);
  g_assert_cmpint (soleus_time_scale_get_step (&week, 30), ==, SOLEUS_TIME_STEP_DAY);
}

static void
test_time_maps_both_ways (void)
{
  SoleusTimeScale scale = { local (2025, 1, 1), local (2025, 1, 11), 500, 0 };

  g_assert_cmpfloat_with_epsilon (soleus_time_scale_get_position (&scale, local (2025, 1, 3)), 400, 1e-6);
  g_assert_cmpint (soleus_time_scale_get_instant (&scale, 400), ==, local (2025, 1, 3));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/maps_both_ways", test_maps_both_ways);
  g_test_add_func ("/scale/without_extent_stands_at_start", test_without_extent_stands_at_start);
  g_test_add_func ("/scale/steps_are_nice", test_steps_are_nice);
  g_test_add_func ("/scale/ticks_stay_inside", test_ticks_stay_inside);
  g_test_add_func ("/scale/months_begin_at_midnight_in_summer_and_winter", test_months_begin_at_midnight_in_summer_and_winter);
  g_test_add_func ("/scale/step_keeps_its_distance", test_step_keeps_its_distance);
  g_test_add_func ("/scale/time_maps_both_ways", test_time_maps_both_ways);
  return g_test_run ();
}
