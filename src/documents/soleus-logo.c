/* soleus-logo.c: a file from anywhere. What could hang or reach out of the file is refused before a parser sees it; what a parser
 * refuses is told in a sentence. */
#include "soleus-config.h"

#include "soleus-logo.h"

#include "soleus-error.h"
#include "soleus-svg.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SIDE   4096
#define MOST_PIXELS 4000000
#define MOST_ASPECT 12.0 /* longer ones would be a line */

struct _SoleusLogo {
  GObject          parent_instance;
  GBytes          *bytes;
  SoleusSvg       *vector; /* (nullable) */
  cairo_surface_t *pixels; /* (nullable) */
  double           width, height;
};

G_DEFINE_FINAL_TYPE (SoleusLogo, soleus_logo, G_TYPE_OBJECT)

static void
soleus_logo_finalize (GObject *object)
{
  SoleusLogo *self = SOLEUS_LOGO (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->vector, soleus_svg_free);
  g_clear_pointer (&self->pixels, cairo_surface_destroy);
  G_OBJECT_CLASS (soleus_logo_parent_class)->finalize (object);
}

static void
soleus_logo_class_init (SoleusLogoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_logo_finalize;
}

static void
soleus_logo_init (SoleusLogo *self)
{
}

static gboolean
refuse (GError     **error,
        const char  *sentence)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, sentence);
  return FALSE;
}

/* --- PNG --- */

typedef struct {
  const guint8 *bytes;
  gsize         left;
} Reading;

static cairo_status_t
read_cb (void          *closure,
         unsigned char *into,
         unsigned int   length)
{
  Reading *reading = closure;

  if (length > reading->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (into, reading->bytes, length);
  reading->bytes += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

static guint32
get_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* A few bytes can promise a picture of a gigabyte: its size is read first. */
static gboolean
read_png (SoleusLogo    *self,
          const guint8  *bytes,
          gsize          size,
          GError       **error)
{
  Reading reading = { bytes, size };
  guint32 width, height;

  if (size < 33 || memcmp (bytes + 12, "IHDR", 4) != 0)
    return refuse (error, _("The PNG picture is damaged: its beginning is missing. Save it again, or choose another one."));
  width = get_number (bytes + 16);
  height = get_number (bytes + 20);
  if (width == 0 || height == 0 || width > MOST_SIDE || height > MOST_SIDE || (guint64) width * height > MOST_PIXELS)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The picture is %u × %u points large. Save it with at most 4 million points."),
                   width, height);
      return FALSE;
    }
  self->pixels = cairo_image_surface_create_from_png_stream (read_cb, &reading);
  if (cairo_surface_status (self->pixels) != CAIRO_STATUS_SUCCESS)
    return refuse (error, _("The PNG picture is damaged. Save it again, or choose another one."));
  self->width = width;
  self->height = height;
  return TRUE;
}

/* --- SVG --- */

/* what a sign does not need, and what could run for long, run at all, or read another file */
static const char *const refused[] = { "<!ENTITY", "<!DOCTYPE svg [", "<script", "<foreignObject", "<filter", "<image", "<feImage" };

static gboolean
says (const char *text,
      gsize       size,
      const char *word)
{
  return g_strstr_len (text, (gssize) size, word) != NULL;
}

static gboolean
read_svg (SoleusLogo  *self,
          GBytes      *bytes,
          GError     **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) problem = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    if (says (text, size, refused[i]))
      {
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The drawing contains “%s”, which is not printed here. Save it as a plain drawing."),
                     refused[i]);
        return FALSE;
      }
  self->vector = soleus_svg_new (bytes, &problem);
  if (self->vector == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The drawing cannot be read: %s. Save it again, or choose another one."), problem->message);
      return FALSE;
    }
  if (!says (text, size, "viewBox") && !(says (text, size, "width") && says (text, size, "height")))
    return refuse (error, _("The drawing does not say how large it is. Give it a width and a height, or a viewBox, and save it again."));
  self->width = soleus_svg_get_aspect (self->vector);
  self->height = 1;
  return TRUE;
}

/* It is drawn once, small and on nothing, before it is kept. */
static gboolean
try_drawing (SoleusLogo  *self,
             GError     **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 96, 96);
  cairo_t *cr = cairo_create (surface);
  gboolean done = self->vector == NULL || soleus_svg_render (self->vector, cr, 0, 0, 96, 96);

  done = done && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return done || refuse (error, _("The picture could not be drawn. Choose another one."));
}

/**
 * soleus_logo_new:
 * @bytes: the contents of a file
 *
 * Returns: (transfer full): the picture, or %NULL with a sentence in @error that says why it cannot be used and what to do
 */
SoleusLogo *
soleus_logo_new (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (SoleusLogo) self = g_object_new (SOLEUS_TYPE_LOGO, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean done;

  if (size > SOLEUS_LOGO_MOST_BYTES)
    {
      g_autofree char *given = g_format_size (size), *most = g_format_size (SOLEUS_LOGO_MOST_BYTES);

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The file has %s, and at most %s are kept. Save the picture smaller."), given, most);
      return NULL;
    }
  if (size >= sizeof png_signature && memcmp (data, png_signature, sizeof png_signature) == 0)
    done = read_png (self, data, size, error);
  else if (size > 0 && g_utf8_validate ((const char *) data, (gssize) size, NULL) && says ((const char *) data, size, "<svg"))
    done = read_svg (self, bytes, error);
  else
    done = refuse (error, _("The file is neither a PNG nor an SVG picture. Choose one that ends in .png or .svg."));
  if (done && MAX (self->width / self->height, self->height / self->width) > MOST_ASPECT)
    done = refuse (error, _("The picture is more than 12 times as long as it is wide: nothing of it could be seen. Crop it."));
  if (!done || !try_drawing (self, error))
    return NULL;
  self->bytes = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

/**
 * soleus_logo_get_bytes:
 *
 * Returns: (transfer none): the contents of the file
 */
GBytes *
soleus_logo_get_bytes (SoleusLogo *self)
{
  g_return_val_if_fail (SOLEUS_IS_LOGO (self), NULL);

  return self->bytes;
}

/**
 * soleus_logo_is_vector:
 *
 * Returns: %TRUE for an SVG
 */
gboolean
soleus_logo_is_vector (SoleusLogo *self)
{
  g_return_val_if_fail (SOLEUS_IS_LOGO (self), FALSE);

  return self->vector != NULL;
}

/**
 * soleus_logo_get_aspect:
 *
 * Returns: width ÷ height
 */
double
soleus_logo_get_aspect (SoleusLogo *self)
{
  g_return_val_if_fail (SOLEUS_IS_LOGO (self), 1);

  return self->width / self->height;
}

/**
 * soleus_logo_draw:
 *
 * Draws it as large as the box allows, in the middle, with its proportions.
 */
void
soleus_logo_draw (SoleusLogo *self,
                  cairo_t    *cr,
                  double      x,
                  double      y,
                  double      width,
                  double      height)
{
  double scale;

  g_return_if_fail (SOLEUS_IS_LOGO (self));

  scale = MIN (width / self->width, height / self->height);
  x += (width - self->width * scale) / 2;
  y += (height - self->height * scale) / 2;
  cairo_save (cr);
  if (self->vector != NULL)
    {
      soleus_svg_render (self->vector, cr, x, y, self->width * scale, self->height * scale);
    }
  else
    {
      cairo_translate (cr, x, y);
      cairo_scale (cr, scale, scale);
      cairo_set_source_surface (cr, self->pixels, 0, 0);
      cairo_paint (cr);
    }
  cairo_restore (cr);
}
