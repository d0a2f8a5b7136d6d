/* A JPEG becomes a drawing that stands upright and holds the picture alone; what is cut off, promises too much or cannot be drawn is refused. */
#include "soleus-config.h"

#include <cairo.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-photo.h"
#include "soleus-svg.h"

/* 8 × 6 points, red above and blue below */
static const char plain[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//"
  "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QA"
  "FQABAQAAAAAAAAAAAAAAAAAAAAb/xAAXEAEAAwAAAAAAAAAAAAAAAAAAAhRh/8QAFQEBAQAAAAAAAAAAAAAAAAAABAb/xAAZEQACAwEAAAAAAAAAAAAAAAAA"
  "AQQVUlP/2gAMAwEAAhEDEQA/AI27PQFhWROaE2MrbP/Z";

/* the same, in scans that become finer */
static const char progressive[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//"
  "2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wgARCAAGAAgDASIAAhEBAxEB/8QA"
  "FQABAQAAAAAAAAAAAAAAAAAAAAX/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/aAAwDAQACEAMQAAABjCwn/8QAFRABAQAAAAAAAAAAAAAAAAAAABL/2gAIAQEA"
  "AQUCt//EABcRAAMBAAAAAAAAAAAAAAAAAAADFFH/2gAIAQMBAT8Bobp//8QAFxEAAwEAAAAAAAAAAAAAAAAAAAMUUv/aAAgBAgEBPwGZWT//xAAUEAEAAAAA"
  "AAAAAAAAAAAAAAAA/9oACAEBAAY/An//xAAVEAEBAAAAAAAAAAAAAAAAAAAAEf/aAAgBAQABPyGn/9oADAMBAAIAAwAAABAH/8QAFREBAQAAAAAAAAAAAAAA"
  "AAAAAGH/2gAIAQMBAT8Qtf/EABURAQEAAAAAAAAAAAAAAAAAAABh/9oACAECAQE/EJn/xAAVEAEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAQABPxC7/9k=";

/* 6 × 4 points, red on the left and white on the right */
static const char sides[] =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/"
  "2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAEAAYDAREAAhEBAxEB/8QA"
  "FAABAAAAAAAAAAAAAAAAAAAACP/EABsQAAAHAQAAAAAAAAAAAAAAAAADBAUJN3a0/8QAFQEBAQAAAAAAAAAAAAAAAAAABgf/xAAfEQAABAcBAAAAAAAAAAAA"
  "AAAAAQIDBgc0NnJzsbL/2gAMAwEAAhEDEQA/AFBGhRT9pD+VKCkNUisj4Qv867hY0p9uD//Z";

static GByteArray *
read_text (const char *text)
{
  gsize size;
  guchar *data = g_base64_decode (text, &size);

  return g_byte_array_new_take (data, size);
}

/* what a camera writes beside the picture: that it was held turned, and a place */
static void
put_exif (GByteArray *photo,
          guint8      turn)
{
  static const guint8 exif[] = { 0xff, 0xe1, 0, 40, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
                                 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 'P', 'L', 'A', 'C', 'E', '!' };
  g_autoptr (GByteArray) rest = g_byte_array_new ();

  g_byte_array_append (rest, photo->data + 2, photo->len - 2);
  g_byte_array_set_size (photo, 2);
  g_byte_array_append (photo, exif, sizeof exif);
  photo->data[2 + 29] = turn;
  g_byte_array_append (photo, rest->data, rest->len);
}

static GBytes *
draw (GByteArray  *photo,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (photo->data, photo->len);

  return soleus_photo_is_one (bytes) ? soleus_photo_draw (bytes, error) : NULL;
}

/* the colour at that place of a square of 40 points: 0xRRGGBB */
static guint32
look (GBytes *svg,
      int     x,
      int     y)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusSvg) drawing = soleus_svg_new (svg, &error);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 40, 40);
  cairo_t *cr = cairo_create (surface);
  guint32 seen;

  g_assert_no_error (error);
  g_assert_true (soleus_svg_render (drawing, cr, 0, 0, 40, 40));
  cairo_surface_flush (surface);
  seen = *(guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x) & 0xffffff;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return seen;
}

static gboolean
is_red (guint32 colour)
{
  return colour >> 16 > 150 && (colour >> 8 & 0xff) < 100 && (colour & 0xff) < 100;
}

static void
test_good (void)
{
  static const char *const texts[] = { plain, progressive };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GByteArray) photo = read_text (texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = draw (photo, &error);
      g_autoptr (SoleusSvg) drawing = NULL;

      g_assert_no_error (error);
      drawing = soleus_svg_new (svg, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (soleus_svg_get_aspect (drawing), 8.0 / 6, 0.01);
      g_assert_true (is_red (look (svg, 20, 8)));
      g_assert_cmphex (look (svg, 20, 33) & 0xff, >, 150);
    }
}

/* Where red is seen, in the middle of an edge, for each way in which a camera can be held. */
static void
test_upright (void)
{
  static const struct { gboolean lies; int x, y; } edges[] = {
    { FALSE, 4, 20 }, { FALSE, 36, 20 }, { FALSE, 36, 20 }, { FALSE, 4, 20 }, { TRUE, 20, 4 }, { TRUE, 20, 4 }, { TRUE, 20, 36 }, { TRUE, 20, 36 },
  };

  for (guint8 turn = 1; turn <= 8; turn++)
    {
      g_autoptr (GByteArray) photo = read_text (sides);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (SoleusSvg) drawing = NULL;
      int x = edges[turn - 1].x, y = edges[turn - 1].y;

      put_exif (photo, turn);
      svg = draw (photo, &error);
      g_assert_no_error (error);
      drawing = soleus_svg_new (svg, NULL);
      g_assert_cmpfloat_with_epsilon (soleus_svg_get_aspect (drawing), edges[turn - 1].lies ? 4.0 / 6 : 6.0 / 4, 0.01);
      g_assert_true (is_red (look (svg, x, y)));
      g_assert_false (is_red (look (svg, 40 - x, 40 - y)));
    }
}

/* Where it was taken, and what programs wrote, is not in the drawing that goes into handouts; what cannot be read there is no matter. */
static void
test_alone (void)
{
  g_autoptr (GByteArray) photo = read_text (plain), exif = read_text (plain);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = NULL, bare = draw (photo, &error);

  g_assert_no_error (error);
  for (guint8 turn = 0; turn < 3; turn++)
    put_exif (exif, turn == 0 ? 77 : 1);
  g_byte_array_append (exif, (const guint8 *) "after the end", 13);
  svg = draw (exif, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (svg, bare));
}

static void
check_refused (GByteArray *photo,
               const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (draw (photo, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  if (strstr (error->message, says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, says);
}

/* the first byte after that marker */
static guint8 *
find_marker (GByteArray *photo,
             guint8      marker)
{
  for (guint i = 2; i + 1 < photo->len; i++)
    if (photo->data[i] == 0xff && photo->data[i + 1] == marker)
      return photo->data + i + 2;
  g_return_val_if_reached (NULL);
}

static void
test_refused (void)
{
  static const struct { guint8 at, value; const char *says; } frames[] = {
    { 3, 0x7f, "points large" }, { 6, 0, "damaged" }, { 7, 4, "ordinary JPEG" }, { 2, 12, "ordinary JPEG" }, { 6, 200, "12 times" },
  };
  g_autoptr (GByteArray) whole = read_text (plain), many = read_text (plain), lossless = read_text (plain), tables = read_text (plain);

  for (guint size = 3; size < whole->len; size++)
    {
      g_autoptr (GByteArray) cut = g_byte_array_new ();

      g_byte_array_append (cut, whole->data, size);
      check_refused (cut, "damaged");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autoptr (GByteArray) changed = read_text (plain);

      find_marker (changed, 0xc0)[frames[i].at] = frames[i].value;
      check_refused (changed, frames[i].says);
    }
  find_marker (lossless, 0xc0)[-1] = 0xc3;
  check_refused (lossless, "ordinary JPEG");
  find_marker (tables, 0xc4)[2] = 0xff; /* a decoder does not read it, and draws nothing */
  check_refused (tables, "damaged");
  g_byte_array_set_size (many, many->len - 2);
  for (guint i = 0; i < 100; i++)
    g_byte_array_append (many, find_marker (whole, 0xda) - 2, 14);
  g_byte_array_append (many, (const guint8[]) { 0xff, 0xd9 }, 2);
  check_refused (many, "damaged"); /* each scan goes over the whole picture */
}

/* Bytes changed and cut: each either is a picture or is refused with a sentence. */
static void
test_broken (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251121);
  guint n_refused = 0, n_taken = 0;

  for (int i = 0; i < 1000; i++)
    {
      g_autoptr (GByteArray) photo = read_text (i % 2 == 0 ? plain : progressive);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) svg = NULL;

      if (i % 4 < 2)
        put_exif (photo, 6);
      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        photo->data[g_rand_int_range (rand, 3, (gint32) photo->len)] = (guint8) g_rand_int_range (rand, 0, 256);
      svg = draw (photo, &error);
      g_assert_true ((svg == NULL) == (error != NULL));
      n_refused += svg == NULL;
      n_taken += svg != NULL;
    }
  g_test_message ("%u refused, %u taken", n_refused, n_taken);
  g_assert_cmpuint (n_refused, >, 100);
  g_assert_cmpuint (n_taken, >, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/photo/is_drawn", test_good);
  g_test_add_func ("/photo/stands_upright", test_upright);
  g_test_add_func ("/photo/is_the_picture_alone", test_alone);
  g_test_add_func ("/photo/is_refused", test_refused);
  g_test_add_func ("/photo/is_broken", test_broken);

  return g_test_run ();
}
