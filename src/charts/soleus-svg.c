#include "soleus-config.h"

#include "soleus-svg.h"

#include "soleus-error.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <librsvg/rsvg.h>

/* The interface of this number has not changed since 2003; another one would be another library. */
#define LIBRARY "librsvg-2.so.2"

struct _SoleusSvg {
  RsvgHandle *handle; /* (owned) */
  double      aspect; /* width ÷ height, > 0.0 */
};

/* librsvg with the libraries below it is 8 MiB that a window without drawings does not need, so nothing is linked to it. */
typedef struct {
  typeof (rsvg_handle_new_from_data)                *new_from_data;
  typeof (rsvg_handle_set_dpi)                      *set_dpi;
  typeof (rsvg_handle_get_intrinsic_size_in_pixels) *get_size;
  typeof (rsvg_handle_get_intrinsic_dimensions)     *get_dimensions;
  typeof (rsvg_handle_render_document)              *render_document;
} Library;

/* stays for the life of the program: its types cannot be taken back */
static gpointer
load_library (gpointer data)
{
  Library *library = data;
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);

  if (module == NULL)
    return NULL;

  g_module_make_resident (module);

  return g_module_symbol (module, "rsvg_handle_new_from_data", (gpointer *) &library->new_from_data) &&
         g_module_symbol (module, "rsvg_handle_set_dpi", (gpointer *) &library->set_dpi) &&
         g_module_symbol (module, "rsvg_handle_get_intrinsic_size_in_pixels", (gpointer *) &library->get_size) &&
         g_module_symbol (module, "rsvg_handle_get_intrinsic_dimensions", (gpointer *) &library->get_dimensions) &&
         g_module_symbol (module, "rsvg_handle_render_document", (gpointer *) &library->render_document)
         ? library : NULL;
}

static const Library *
get_library (void)
{
  static Library functions;
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load_library, &functions);
}

static double
measure_aspect (const Library *library,
                RsvgHandle    *handle)
{
  double width = 0.0, height = 0.0;
  gboolean has_width, has_height, has_box;
  RsvgLength w, h;
  RsvgRectangle box;

  if (library->get_size (handle, &width, &height) && width > 0.0 && height > 0.0)
    return width / height;

  library->get_dimensions (handle, &has_width, &w, &has_height, &h, &has_box, &box);

  return has_box && box.width > 0.0 && box.height > 0.0 ? box.width / box.height : 1.0;
}

/**
 * soleus_svg_new:
 * @data: (transfer none): an SVG document
 * @error: return location for an error
 *
 * Reads a drawing. The first one in the program loads the library for it, in whatever thread.
 *
 * Returns: (transfer full) (nullable): the drawing, or %NULL with %SOLEUS_ERROR_FAILED where the library is not
 *   installed, or with the library's error where the document cannot be read
 */
SoleusSvg *
soleus_svg_new (GBytes  *data,
                GError **error)
{
  const Library *library;
  RsvgHandle *handle;
  SoleusSvg *self;

  g_return_val_if_fail (data != NULL, NULL);

  library = get_library ();
  if (library == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                   /* TRANSLATORS: %s is the name of a file of the system: librsvg-2.so.2 */
                   _("Drawings cannot be shown, because the library %s is not installed. Install librsvg and start Soleus again."),
                   LIBRARY);
      return NULL;
    }

  handle = library->new_from_data (g_bytes_get_data (data, NULL), g_bytes_get_size (data), error);
  if (handle == NULL)
    return NULL;

  library->set_dpi (handle, 72);
  self = g_new (SoleusSvg, 1);
  self->handle = handle;
  self->aspect = measure_aspect (library, handle);

  return self;
}

/**
 * soleus_svg_free:
 * @self: (transfer full) (nullable): a drawing
 *
 * Forgets it.
 */
void
soleus_svg_free (SoleusSvg *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->handle);
  g_free (self);
}

/**
 * soleus_svg_get_aspect:
 * @self: a drawing
 *
 * Returns: its width ÷ its height, > 0.0; 1.0 where it does not say
 */
double
soleus_svg_get_aspect (SoleusSvg *self)
{
  g_return_val_if_fail (self != NULL, 1.0);

  return self->aspect;
}

/**
 * soleus_svg_render:
 * @self: a drawing
 * @cr: where to draw
 * @x: the left edge of its place
 * @y: the upper edge
 * @width: of the place
 * @height: of the place
 *
 * Draws it as large as the place allows, in its proportions.
 *
 * Returns: %TRUE if it was drawn
 */
gboolean
soleus_svg_render (SoleusSvg *self,
                   cairo_t   *cr,
                   double     x,
                   double     y,
                   double     width,
                   double     height)
{
  RsvgRectangle place = { x, y, width, height };

  g_return_val_if_fail (self != NULL, FALSE);

  return get_library ()->render_document (self->handle, cr, &place, NULL);
}
