/* soleus-photo.c: a file from anywhere. Its parts are walked through before a decoder sees it: what promises too much, is cut off or of a kind that is
 * not drawn everywhere is refused, and of the rest only what the picture needs goes on. */
#include "soleus-config.h"

#include "soleus-photo.h"

#include <cairo.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-svg.h"

#define MOST_SIDE   4096
#define MOST_PIXELS 4000000
#define MOST_ASPECT 12 /* longer ones would be a line */
#define MOST_SCANS  64 /* each of them goes over the whole picture; ten are usual */

typedef struct {
  const guint8 *data;
  gsize         size, at;
  GByteArray   *picture;       /* what goes on */
  guint         width, height; /* 0: not read yet */
  guint         turn;          /* of Exif: 1 … 8, 1: as it is */
  guint         n_scans;
} Photo;

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, sentence);
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (error, _("The JPEG picture is damaged. Save it again, or choose another one."));
}

static guint
get_16 (const guint8 *bytes,
        gboolean      little)
{
  return little ? bytes[0] | (guint) bytes[1] << 8 : (guint) bytes[0] << 8 | bytes[1];
}

static guint32
get_32 (const guint8 *bytes,
        gboolean      little)
{
  return little ? get_16 (bytes, TRUE) | (guint32) get_16 (bytes + 2, TRUE) << 16 : (guint32) get_16 (bytes, FALSE) << 16 | get_16 (bytes + 2, FALSE);
}

/* Exif is a TIFF: the first of its lists of entries says how the camera was held. What is odd there is no reason to refuse the picture. */
static void
read_turn (Photo        *self,
           const guint8 *bytes,
           gsize         size)
{
  const guint8 *tiff = bytes + 6;
  gboolean little;
  guint32 list;
  guint n;

  if (size < 6 + 10 || memcmp (bytes, "Exif\0", 6) != 0)
    return;
  size -= 6;
  little = tiff[0] == 'I';
  list = get_32 (tiff + 4, little);
  if (list > size - 2)
    return;
  n = get_16 (tiff + list, little);
  for (gsize i = 0, at = (gsize) list + 2; i < n && at + 12 <= size; i++, at += 12)
    if (get_16 (tiff + at, little) == 0x0112)
      {
        guint turn = get_16 (tiff + at + 8, little);

        self->turn = turn >= 1 && turn <= 8 ? turn : 1;
        return;
      }
}

static gboolean
read_frame (Photo         *self,
            guint8         marker,
            const guint8  *bytes,
            gsize          size,
            GError       **error)
{
  if (self->width != 0 || size < 6)
    return refuse_damaged (error);
  self->height = get_16 (bytes + 1, FALSE);
  self->width = get_16 (bytes + 3, FALSE);
  if (self->width == 0 || self->height == 0)
    return refuse_damaged (error);
  if (marker > 0xc2 || bytes[0] != 8 || (bytes[5] != 1 && bytes[5] != 3))
    return refuse (error, _("The JPEG picture is of a kind that cannot be drawn everywhere. Save it as an ordinary JPEG or as PNG."));
  if (self->width > MOST_SIDE || self->height > MOST_SIDE || (guint64) self->width * self->height > MOST_PIXELS)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The picture is %u × %u points large. Save it with at most 4 million points."),
                   self->width, self->height);
      return FALSE;
    }
  if (MAX (self->width, self->height) > MOST_ASPECT * MIN (self->width, self->height))
    return refuse (error, _("The picture is more than 12 times as long as it is wide: nothing of it could be seen. Crop it."));
  return TRUE;
}

/* what is drawn, up to the next marker that is none of the scan */
static void
take_scan (Photo *self)
{
  gsize begin = self->at;

  while (self->at + 1 < self->size &&
         !(self->data[self->at] == 0xff && self->data[self->at + 1] != 0 && (self->data[self->at + 1] & 0xf8) != 0xd0))
    self->at++;
  g_byte_array_append (self->picture, self->data + begin, (guint) (self->at - begin));
}

static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Comments and all that programs put beside the picture stay behind; JFIF and what Adobe says of the colours are needed. */
static gboolean
is_needed (guint8 marker)
{
  return marker == 0xe0 || marker == 0xee || (marker < 0xe0 && marker >= 0xc0);
}

static gboolean
take_segment (Photo   *self,
              guint8   marker,
              GError **error)
{
  const guint8 *segment = self->data + self->at;
  gsize length = self->size - self->at >= 2 ? get_16 (segment, FALSE) : 0;

  if (length < 2 || length > self->size - self->at || marker < 0xc0 || (marker == 0xda && self->width == 0))
    return refuse_damaged (error);
  if (is_frame (marker) && !read_frame (self, marker, segment + 2, length - 2, error))
    return FALSE;
  if (marker == 0xe1)
    read_turn (self, segment + 2, length - 2);
  self->at += length;
  if (!is_needed (marker))
    return TRUE;
  g_byte_array_append (self->picture, (const guint8[]) { 0xff, marker }, 2);
  g_byte_array_append (self->picture, segment, (guint) length);
  if (marker != 0xda)
    return TRUE;
  if (++self->n_scans > MOST_SCANS)
    return refuse_damaged (error);
  take_scan (self);
  return TRUE;
}

/* Returns: %FALSE with @error set where it does not go on to its end */
static gboolean
take_picture (Photo   *self,
              GError **error)
{
  g_byte_array_append (self->picture, self->data, 2);
  self->at = 2;
  while (self->size - self->at >= 2 && self->data[self->at] == 0xff)
    {
      guint8 marker = self->data[++self->at];

      if (marker == 0xff) /* filling */
        continue;
      self->at++;
      if (marker == 0xd9)
        {
          g_byte_array_append (self->picture, (const guint8[]) { 0xff, 0xd9 }, 2);
          return self->n_scans > 0 || refuse_damaged (error);
        }
      if (!take_segment (self, marker, error))
        return FALSE;
    }
  return refuse_damaged (error);
}

/* as the camera was held: turned and mirrored to stand upright */
static char *
dup_turning (const Photo *self)
{
  guint w = self->width, h = self->height;

  switch (self->turn)
    {
    case 2:
      return g_strdup_printf ("-1 0 0 1 %u 0", w);
    case 3:
      return g_strdup_printf ("-1 0 0 -1 %u %u", w, h);
    case 4:
      return g_strdup_printf ("1 0 0 -1 0 %u", h);
    case 5:
      return g_strdup ("0 1 1 0 0 0");
    case 6:
      return g_strdup_printf ("0 1 -1 0 %u 0", h);
    case 7:
      return g_strdup_printf ("0 -1 -1 0 %u %u", h, w);
    case 8:
      return g_strdup_printf ("0 -1 1 0 0 %u", w);
    default:
      return g_strdup ("1 0 0 1 0 0");
    }
}

static GBytes *
print (const Photo *self)
{
  g_autofree char *text = g_base64_encode (self->picture->data, self->picture->len), *turning = dup_turning (self);
  gboolean lies = self->turn >= 5;
  GString *svg = g_string_new (NULL);

  g_string_printf (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 %u %u\">"
                        "<image width=\"%u\" height=\"%u\" transform=\"matrix(%s)\" xlink:href=\"data:image/jpeg;base64,%s\"/></svg>\n",
                   lies ? self->height : self->width, lies ? self->width : self->height, self->width, self->height, turning, text);
  return g_string_free_to_bytes (svg);
}

/* What a decoder does not read is left out of a drawing without a word: it is drawn once, and must be seen in the middle. */
static gboolean
is_seen (GBytes *svg)
{
  g_autoptr (SoleusSvg) drawing = soleus_svg_new (svg, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 97, 97);
  cairo_t *cr = cairo_create (surface);
  gboolean seen = drawing != NULL && soleus_svg_render (drawing, cr, 0, 0, 97, 97) && cairo_status (cr) == CAIRO_STATUS_SUCCESS;

  cairo_surface_flush (surface);
  seen = seen && cairo_image_surface_get_data (surface)[48 * cairo_image_surface_get_stride (surface) + 48] > 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return seen;
}

/**
 * soleus_photo_is_one:
 * @bytes: the contents of a file
 *
 * Returns: whether it begins as a JPEG does
 */
gboolean
soleus_photo_is_one (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  return size >= 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff;
}

/**
 * soleus_photo_draw:
 * @bytes: the contents of a JPEG
 * @error: return location for an error
 *
 * Returns: (transfer full): an SVG with the picture in it, or %NULL with a sentence in @error that says why it cannot be used and what to do
 */
GBytes *
soleus_photo_draw (GBytes  *bytes,
                   GError **error)
{
  g_autoptr (GByteArray) picture = g_byte_array_new ();
  g_autoptr (GBytes) svg = NULL;
  Photo photo = { .picture = picture, .turn = 1 };

  g_return_val_if_fail (soleus_photo_is_one (bytes), NULL);

  photo.data = g_bytes_get_data (bytes, &photo.size);
  if (!take_picture (&photo, error))
    return NULL;
  svg = print (&photo);
  if (is_seen (svg))
    return g_steal_pointer (&svg);
  refuse_damaged (error);
  return NULL;
}
