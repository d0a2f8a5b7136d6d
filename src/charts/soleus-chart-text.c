#include "soleus-chart-text.h"

static PangoLayout *
create_layout (const SoleusChartFont *font,
               const char            *text,
               gboolean               bold)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string (font->family);
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLayout *layout;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  g_object_unref (context);
  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

/**
 * soleus_chart_text_get_width:
 *
 * Returns: how wide @text is, in the units of the drawing
 */
double
soleus_chart_text_get_width (const SoleusChartFont *font,
                             const char            *text,
                             gboolean               bold)
{
  PangoLayout *layout = create_layout (font, text, bold);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  g_object_unref (layout);
  return (double) width / PANGO_SCALE;
}

/**
 * soleus_chart_text_get_height:
 *
 * Returns: the height of one line, in the units of the drawing
 */
double
soleus_chart_text_get_height (const SoleusChartFont *font)
{
  PangoLayout *layout = create_layout (font, "0", FALSE);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  g_object_unref (layout);
  return (double) height / PANGO_SCALE;
}

/**
 * soleus_chart_text_draw:
 * @anchor: which end of the line stands at @x
 * @y: the middle of the line
 *
 * Draws one line of text.
 */
void
soleus_chart_text_draw (const SoleusChartFont *font,
                        cairo_t               *cr,
                        const SoleusColour    *colour,
                        const char            *text,
                        gboolean               bold,
                        SoleusChartAnchor      anchor,
                        double                 x,
                        double                 y)
{
  PangoLayout *layout = create_layout (font, text, bold);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if (anchor == SOLEUS_CHART_ANCHOR_CENTRE)
    x -= width / 2.0 / PANGO_SCALE;
  else if (anchor == SOLEUS_CHART_ANCHOR_RIGHT)
    x -= (double) width / PANGO_SCALE;

  soleus_colour_set_source (colour, cr);
  cairo_move_to (cr, x, y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}
