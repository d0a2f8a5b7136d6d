/* Both legs on one scale; what lies within measurement error of the first result is told from what does not. */
#include "soleus-config.h"

#include "soleus-side-trend-chart.h"

#define DAY (24 * SOLEUS_USEC_PER_HOUR)
#define UNKNOWN SOLEUS_UNKNOWN_REAL

static SoleusSideTrendChart
create_chart (const SoleusSideTrendPoint *points,
              gsize                       n_points,
              double                      error)
{
  return (SoleusSideTrendChart) { points, n_points, error, soleus_chart_palette_get_light (), "Cantarell,Sans", 12, FALSE };
}

/* the range holds every result and the band around each first one, and never goes below 0 */
static void
test_ranges (void)
{
  static const struct { double left[3], right[3], error, low, high; } cases[] = {
    { { 9.5, 10, 11 }, { 8, 8.5, 9 }, 1.9, 6, 12 },         /* 6.1 to 11.4 */
    { { 9.5, 10, 11 }, { 8, 8.5, 9 }, UNKNOWN, 8, 11 },
    { { 1, 1, 1 }, { UNKNOWN, UNKNOWN, UNKNOWN }, 1.9, 0, 3 }, /* below 0 there is nothing */
    { { 27, 27, 27 }, { 27, 27, 27 }, UNKNOWN, 27, 28 },    /* always the same */
  };

  for (gsize c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      SoleusSideTrendPoint points[3];
      SoleusSideTrendChart chart = create_chart (points, G_N_ELEMENTS (points), cases[c].error);
      double low, high;

      for (gsize i = 0; i < G_N_ELEMENTS (points); i++)
        points[i] = (SoleusSideTrendPoint) { (SoleusInstant) i * 30 * DAY, cases[c].left[i], cases[c].right[i] };
      soleus_side_trend_chart_get_range (&chart, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, cases[c].low, 1e-6);
      g_assert_cmpfloat_with_epsilon (high, cases[c].high, 1e-6);
    }
}

static void
test_one_result_is_no_trend (void)
{
  const SoleusSideTrendPoint points[] = { { 0, 9, UNKNOWN }, { DAY, UNKNOWN, 8 }, { 2 * DAY, 10, UNKNOWN } };
  SoleusSideTrendChart chart = create_chart (points, 2, 1.9);

  g_assert_false (soleus_side_trend_chart_has_trend (&chart));
  chart.n_points = 0;
  g_assert_false (soleus_side_trend_chart_has_trend (&chart));
  chart.n_points = 3;
  g_assert_true (soleus_side_trend_chart_has_trend (&chart));
}

static guint
count_pixels (const SoleusSideTrendChart *chart,
              const SoleusColour         *colour)
{
  int width = 400, height = (int) soleus_side_trend_chart_get_height (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  soleus_side_trend_chart_draw (chart, cr, width);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + x * 4;

        n += ABS (pixel[2] - colour->red * 255) < 3 && ABS (pixel[1] - colour->green * 255) < 3 && ABS (pixel[0] - colour->blue * 255) < 3;
      }
  cairo_surface_destroy (surface);
  return n;
}

/* Told apart by the shape: a dot beyond the band has more ink than an open one, in whatever colour, and in both directions. */
static void
test_a_change_is_a_full_dot (void)
{
  SoleusSideTrendPoint points[] = { { 0, 9, 9 }, { 30 * DAY, 9.5, 9 }, { 60 * DAY, 10.8, 9 } };
  SoleusSideTrendChart chart = create_chart (points, G_N_ELEMENTS (points), 1.9);
  const SoleusColour *accent = &chart.palette->accent;
  guint none, some;

  for (int mirrored = 0; mirrored <= 1; mirrored++)
    {
      chart.right_to_left = mirrored;
      points[2].left = 10.8; /* 1.8: none */
      none = count_pixels (&chart, accent);
      points[2].left = 11; /* 2.0 */
      some = count_pixels (&chart, accent);
      g_assert_cmpuint (none, >, 0);
      g_assert_cmpuint (some, >, none + 8);
      chart.error = UNKNOWN; /* nothing can be called none */
      g_assert_cmpuint (count_pixels (&chart, accent), >, some + 20);
      chart.error = 1.9;
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/side-trend-chart/ranges", test_ranges);
  g_test_add_func ("/side-trend-chart/one_result_is_no_trend", test_one_result_is_no_trend);
  g_test_add_func ("/side-trend-chart/a_change_is_a_full_dot", test_a_change_is_a_full_dot);
  return g_test_run ();
}
