#include "soleus-svg.h"

#include <string.h>

#define HALF "<rect x='0' y='0' width='10' height='10' fill='#ff0000'/></svg>"

static SoleusSvg *
read_svg (const char  *text,
          GError     **error)
{
  g_autoptr (GBytes) data = g_bytes_new_static (text, strlen (text));

  return soleus_svg_new (data, error);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  cairo_surface_flush (surface);
  return ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x];
}

static void
test_knows_its_proportions (void)
{
  static const struct {
    const char *attributes;
    double      aspect;
  } rows[] = {
    { "viewBox='0 0 20 10'", 2.0 },
    { "width='30' height='10'", 3.0 },
    { "width='30' height='10' viewBox='0 0 20 10'", 3.0 },
    { "", 1.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' %s>" HALF, rows[i].attributes);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusSvg) svg = read_svg (text, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat (soleus_svg_get_aspect (svg), ==, rows[i].aspect);
    }
}

static void
test_is_drawn_into_its_place (void)
{
  g_autoptr (SoleusSvg) svg = read_svg ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>" HALF, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 40);
  cairo_t *cr = cairo_create (surface);

  g_assert_nonnull (svg);
  g_assert_true (soleus_svg_render (svg, cr, 10, 10, 40, 20));
  g_assert_cmphex (get_pixel (surface, 20, 20), ==, 0xffff0000);
  g_assert_cmphex (get_pixel (surface, 40, 20), ==, 0);
  g_assert_cmphex (get_pixel (surface, 5, 20), ==, 0);
  g_assert_cmphex (get_pixel (surface, 20, 35), ==, 0);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_says_why_it_cannot_be_read (void)
{
  static const char *const texts[] = { "", "not a drawing", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_svg (texts[i], &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, !=, "");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/svg/knows-its-proportions", test_knows_its_proportions);
  g_test_add_func ("/charts/svg/is-drawn-into-its-place", test_is_drawn_into_its_place);
  g_test_add_func ("/charts/svg/says-why-it-cannot-be-read", test_says_why_it_cannot_be_read);

  return g_test_run ();
}
