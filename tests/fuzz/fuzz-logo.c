/* A picture (PNG or SVG) for the letterhead, or a photo (JPEG) for an exercise: drawn, or refused with a sentence. */
#include "fuzz-scratch.h"

#include "soleus-logo.h"
#include "soleus-photo.h"
#include "soleus-svg.h"

/* What was taken can be read as the drawing that it is from then on. */
static int
check_photo (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) svg = soleus_photo_draw (bytes, &error);
  g_autoptr (SoleusSvg) drawing = NULL;

  if (svg == NULL)
    {
      fuzz_scratch_check_error (error);
      return 0;
    }
  drawing = soleus_svg_new (svg, NULL);
  if (drawing == NULL || !(soleus_svg_get_aspect (drawing) > 0))
    g_error ("A photo that was taken is no drawing.");
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusLogo) logo = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  fuzz_scratch_write ("logo", data, 0); /* warnings are findings from now on */
  if (soleus_photo_is_one (bytes))
    return check_photo (bytes);
  logo = soleus_logo_new (bytes, &error);
  if (logo == NULL)
    {
      fuzz_scratch_check_error (error);
      return 0;
    }
  if (!(soleus_logo_get_aspect (logo) > 0))
    g_error ("A picture without a size.");
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 64, 32);
  cr = cairo_create (surface);
  soleus_logo_draw (logo, cr, 0, 0, 64, 32);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_error ("A picture that was taken cannot be drawn.");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
