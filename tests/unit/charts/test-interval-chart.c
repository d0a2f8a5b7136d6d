/* The dot and its line stand where their shares are, mirrored where one reads from the right, and too few look different. */
#include "soleus-interval-chart.h"

#define WIDTH  211 /* 5.5 on either side of 200 */
#define HEIGHT 20

static cairo_surface_t *
draw (const SoleusLookBackComparison *comparison,
      gboolean                        right_to_left)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  soleus_interval_chart_draw (comparison, soleus_chart_palette_get_light (), right_to_left, cr, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_accent (cairo_surface_t *surface,
           int              x)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + HEIGHT / 2 * cairo_image_surface_get_stride (surface);
  guint32 pixel = ((const guint32 *) (gconstpointer) row)[x];

  return (pixel & 0xff) > 0xa0 && (pixel >> 16 & 0xff) < 0x60 && pixel >> 24 > 0xf0;
}

static void
test_shares_stand_where_they_are (void)
{
  SoleusLookBackComparison comparison = {
    .cramps = { 6, 8, 0, TRUE, { .75, .41, .93 } }, .ordinary_days = { 51, 231, 0, TRUE, { .22, .17, .28 } }, .enough = TRUE,
  };
  cairo_surface_t *surface = draw (&comparison, FALSE);

  g_assert_true (is_accent (surface, 155));  /* 75 % */
  g_assert_true (is_accent (surface, 95));   /* within 41 to 93 % */
  g_assert_true (is_accent (surface, 185));
  g_assert_false (is_accent (surface, 80));
  g_assert_false (is_accent (surface, 200));
  cairo_surface_destroy (surface);

  surface = draw (&comparison, TRUE);
  g_assert_true (is_accent (surface, WIDTH - 1 - 155));
  g_assert_false (is_accent (surface, WIDTH - 1 - 200));
  cairo_surface_destroy (surface);

  comparison.enough = FALSE;
  surface = draw (&comparison, FALSE);
  g_assert_false (is_accent (surface, 155)); /* a ring */
  cairo_surface_destroy (surface);

  comparison.cramps.is_known = comparison.ordinary_days.is_known = FALSE;
  surface = draw (&comparison, FALSE);
  for (int x = 0; x < WIDTH; x++)
    g_assert_false (is_accent (surface, x));
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval-chart/shares_stand_where_they_are", test_shares_stand_where_they_are);
  return g_test_run ();
}
