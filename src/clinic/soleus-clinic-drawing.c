#include "soleus-config.h"

#include "soleus-clinic-drawing.h"

#include "soleus-clinic-logo.h"
#include "soleus-photo.h"

/**
 * soleus_clinic_read_drawing:
 * @file: what somebody chose
 * @error: return location for an error
 *
 * A drawing of an exercise is an SVG; a PNG or a JPEG is put into one. SVG and PNG are looked at as the clinic's logo is, which may come from anywhere too.
 *
 * Returns: (transfer full) (nullable): the drawing, or %NULL with a sentence in @error
 */
GBytes *
soleus_clinic_read_drawing (GFile   *file,
                            GError **error)
{
  g_autoptr (GBytes) bytes = soleus_clinic_read_picture (file, error);
  g_autoptr (SoleusLogo) picture = NULL;
  g_autofree char *text = NULL;
  GString *svg;
  char width[G_ASCII_DTOSTR_BUF_SIZE];
  gsize size;
  gconstpointer data;

  if (bytes == NULL)
    return NULL;
  if (soleus_photo_is_one (bytes))
    return soleus_photo_draw (bytes, error);
  picture = soleus_logo_new (bytes, error);
  if (picture == NULL)
    return NULL;
  if (soleus_logo_is_vector (picture))
    return g_bytes_ref (soleus_logo_get_bytes (picture));
  data = g_bytes_get_data (soleus_logo_get_bytes (picture), &size);
  text = g_base64_encode (data, size);
  g_ascii_formatd (width, sizeof width, "%.3f", 100.0 * soleus_logo_get_aspect (picture));
  svg = g_string_new (NULL);
  g_string_printf (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 %s 100\">"
                        "<image width=\"%s\" height=\"100\" xlink:href=\"data:image/png;base64,%s\"/></svg>\n", width, width, text);
  return g_string_free_to_bytes (svg);
}
