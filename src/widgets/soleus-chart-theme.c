/* soleus-chart-theme.c: light or dark by the style manager, ink by the widget's own text colour, so that high contrast follows too */
#define G_LOG_DOMAIN "soleus-chart-theme"

#include "soleus-config.h"

#include "soleus-chart-theme.h"

#include <adwaita.h>

/**
 * soleus_chart_theme_get_palette:
 * @widget: the widget that is drawn in
 * @palette: (out): its palette
 *
 * The one place that asks a widget for its colour.
 */
void
soleus_chart_theme_get_palette (GtkWidget          *widget,
                                SoleusChartPalette *palette)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  GdkRGBA ink;

  *palette = adw_style_manager_get_dark (manager) ? *soleus_chart_palette_get_dark () : *soleus_chart_palette_get_light ();
  palette->background.alpha = 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  palette->ink = (SoleusColour) { ink.red, ink.green, ink.blue, 1 };

  if (adw_style_manager_get_high_contrast (manager))
    palette->dim = palette->ink;
}

/**
 * soleus_chart_theme_get_size:
 * @widget: the widget that is drawn in
 * @family: (out) (transfer full): the font family of its text
 *
 * Returns: the size of its text in pixels, larger where the person wants larger text
 */
double
soleus_chart_theme_get_size (GtkWidget  *widget,
                             char      **family)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  *family = g_strdup (pango_font_description_get_family (font));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0 ? pango_cairo_context_get_resolution (context) / 72 : 96.0 / 72;

  return size;
}
