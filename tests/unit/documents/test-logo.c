/* A picture for the letterhead comes from anywhere: what cannot be used is refused in a sentence, and nothing crashes. */
#include "soleus-config.h"

#include <string.h>

#include "document-samples.h"
#include "soleus-error.h"
#include "soleus-logo.h"

static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\"><rect width=\"60\" height=\"20\" fill=\"#000\"/></svg>";

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *bytes,
           unsigned int         length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
create_png (int width,
            int height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 0.2, 0.4, 0.6);
  cairo_rectangle (cr, 0, 0, width * 0.5, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
check_refused (gconstpointer  data,
               gsize          size,
               const char    *says)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  SoleusLogo *logo = soleus_logo_new (bytes, &error);

  g_assert_null (logo);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

static void
check_text_refused (const char *text,
                    const char *says)
{
  check_refused (text, strlen (text), says);
}

static void
test_good (void)
{
  g_autoptr (GBytes) png = create_png (300, 100);
  g_autoptr (GBytes) svg = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusLogo) pixels = soleus_logo_new (png, &error);
  g_autoptr (SoleusLogo) vector = NULL;

  g_assert_no_error (error);
  vector = soleus_logo_new (svg, &error);
  g_assert_no_error (error);
  g_assert_false (soleus_logo_is_vector (pixels));
  g_assert_true (soleus_logo_is_vector (vector));
  g_assert_cmpfloat_with_epsilon (soleus_logo_get_aspect (pixels), 3, 0.001);
  g_assert_cmpfloat_with_epsilon (soleus_logo_get_aspect (vector), 3, 0.001);
  g_assert_true (soleus_logo_get_bytes (pixels) == png);
}

static void
test_refused (void)
{
  g_autoptr (GBytes) png = create_png (40, 40);
  g_autoptr (GBytes) line = create_png (400, 4);
  g_autofree guint8 *bomb = g_memdup2 (g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  g_autofree char *large = g_strnfill (SOLEUS_LOGO_MOST_BYTES + 1, ' ');
  gsize line_size;
  gconstpointer line_data = g_bytes_get_data (line, &line_size);

  check_refused ("", 0, "neither a PNG nor an SVG");
  check_text_refused ("GIF89a", "neither a PNG nor an SVG");
  check_text_refused (large, "at most");
  check_refused (bomb, 20, "beginning is missing");
  check_refused (bomb, g_bytes_get_size (png) / 2, "damaged");
  check_refused (line_data, line_size, "12 times");
  bomb[16] = 0x7f; /* 2130706472 points wide */
  check_refused (bomb, g_bytes_get_size (png), "points large");

  check_text_refused ("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect", "cannot be read");
  check_text_refused ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "how large");
  check_text_refused ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><script>a</script></svg>", "<script");
  check_text_refused ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><image href=\"file:///etc/passwd\"/></svg>", "<image");
  check_text_refused ("<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>", "<!ENTITY");
}

/* Bytes changed, cut and put in: each either is a picture or is refused with a sentence. */
static void
test_broken (void)
{
  g_autoptr (GBytes) png = create_png (64, 32);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251121);
  guint n_refused = 0, n_taken = 0;

  for (int i = 0; i < 1500; i++)
    {
      gsize size = i % 2 == 0 ? g_bytes_get_size (png) : strlen (drawing);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GBytes) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusLogo) logo = NULL;

      g_byte_array_append (bytes, i % 2 == 0 ? g_bytes_get_data (png, NULL) : (gconstpointer) drawing, (guint) size);
      for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        bytes->data[g_rand_int_range (rand, 0, (gint32) bytes->len)] = (guint8) g_rand_int_range (rand, 0, 256);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_byte_array_set_size (bytes, (guint) g_rand_int_range (rand, 1, (gint32) bytes->len));
      file = g_bytes_new (bytes->data, bytes->len);
      logo = soleus_logo_new (file, &error);
      g_assert_true ((logo == NULL) == (error != NULL));
      n_refused += logo == NULL;
      n_taken += logo != NULL;
    }
  g_test_message ("%u refused, %u taken", n_refused, n_taken);
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_cmpuint (n_taken, >, 20);
}

/* Ink in the top corner where the header begins, and nowhere in the margin. */
static double
measure_ink (SoleusDocument *document,
             double          x,
             double          y,
             double          width,
             double          height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  double ink = 0;

  cairo_translate (cr, -x, -y);
  soleus_document_render_page (document, cr, 0);
  cairo_surface_flush (surface);
  for (int row = 0; row < (int) height; row++)
    for (int column = 0; column < (int) width; column++)
      ink += cairo_image_surface_get_data (surface)[row * cairo_image_surface_get_stride (surface) + column] / 255.0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return ink / (width * height);
}

static void
check_header (const char *language)
{
  SampleHandout sample = { .language = language, .n_exercises = 2 };
  g_autoptr (SoleusDocument) document = sample_create_handout (&sample);
  g_autoptr (GBytes) svg = g_bytes_new_static (drawing, strlen (drawing));
  g_autoptr (SoleusLogo) logo = soleus_logo_new (svg, NULL);
  gboolean mirrored = soleus_typography_is_right_to_left (language);
  double width, margin = 42.8, x;
  int n_pages = soleus_document_get_n_pages (document);

  soleus_document_get_page_size (document, &width, NULL);
  x = mirrored ? width - margin - 60 : margin;
  g_assert_cmpfloat (measure_ink (document, x + 2, margin + 2, 56, 18), <, 0.5);
  soleus_document_set_logo (document, logo);
  g_assert_cmpfloat (measure_ink (document, x + 2, margin + 2, 56, 18), >, 0.95);
  g_assert_cmpfloat (measure_ink (document, 0, 0, width, margin - 1), ==, 0);
  g_assert_cmpint (soleus_document_get_n_pages (document), ==, n_pages);
}

static void
test_header (void)
{
  check_header ("en");
  check_header ("ar");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logo/PNG_and_SVG_are_taken", test_good);
  g_test_add_func ("/logo/what_cannot_be_used_is_refused_in_a_sentence", test_refused);
  g_test_add_func ("/logo/no_broken_file_breaks_the_program", test_broken);
  g_test_add_func ("/logo/it_stands_where_the_header_begins", test_header);

  return g_test_run ();
}
