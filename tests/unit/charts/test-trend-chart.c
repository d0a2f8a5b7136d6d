#include "soleus-trend-chart.h"

static SoleusTrendLane
create_lane (SoleusTrendPoint *points,
             const double     *values,
             gsize             n)
{
  for (gsize i = 0; i < n; i++)
    points[i] = (SoleusTrendPoint) { (SoleusInstant) i * 1000, values[i] };
  return (SoleusTrendLane) { "Pain", points, n };
}

static void
test_medians_of_halves (void)
{
  static const double values[] = { 1, 9, 2, 3, 4, 5, 5, 8, 6, 7, 7 }; /* 1 2 3 4 9 | 5 5 6 7 7 8 */
  SoleusTrendPoint points[G_N_ELEMENTS (values)];
  SoleusTrendLane lane = create_lane (points, values, G_N_ELEMENTS (values));
  g_autofree char *text = soleus_trend_lane_format (&lane);
  double earlier, later;

  g_assert_true (soleus_trend_lane_get_medians (&lane, &earlier, &later));
  g_assert_cmpfloat (earlier, ==, 3);
  g_assert_cmpfloat (later, ==, 6.5);
  g_assert_cmpstr (text, ==, "Pain: median 3 in the earlier half, 6.5 in the later half (11 values)");
}

static void
test_fewer_are_too_few_to_say (void)
{
  static const double values[] = { 1, 9, 2, 3, 4, 5, 5, 8, 6 };
  SoleusTrendPoint points[G_N_ELEMENTS (values)];
  SoleusTrendLane lane = create_lane (points, values, G_N_ELEMENTS (values));
  g_autofree char *text = soleus_trend_lane_format (&lane);
  double earlier, later;

  g_assert_false (soleus_trend_lane_get_medians (&lane, &earlier, &later));
  g_assert_cmpstr (text, ==, "Pain: too few to say (9 values)");
}

static void
test_none_and_one_are_drawn (void)
{
  static const double value = 4;
  SoleusTrendPoint point;
  SoleusTrendLane lanes[] = { create_lane (&point, &value, 1), { "Minutes", NULL, 0 } };
  SoleusTrendChart chart = { lanes, 2, soleus_chart_palette_get_light (), "Cantarell,Sans", 12, FALSE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 120);
  cairo_t *cr = cairo_create (surface);

  soleus_trend_chart_draw (&chart, cr, 300, 120);
  chart.lanes = lanes + 1;
  chart.n_lanes = 1;
  soleus_trend_chart_draw (&chart, cr, 300, 120);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trend-chart/medians_of_halves", test_medians_of_halves);
  g_test_add_func ("/trend-chart/fewer_are_too_few_to_say", test_fewer_are_too_few_to_say);
  g_test_add_func ("/trend-chart/none_and_one_are_drawn", test_none_and_one_are_drawn);
  return g_test_run ();
}
