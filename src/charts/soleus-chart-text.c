#include "soleus-chart-text.h"

#define MAX_LAYOUTS 512

/* One context a thread: a new one for each text would look for its fonts again, and a chart that is panned has sixty texts a frame. */
static GPrivate shared_layouts = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);
static GPrivate shared_context = G_PRIVATE_INIT (g_object_unref);

static PangoContext *
get_context (void)
{
  PangoContext *context = g_private_get (&shared_context);

  if (context == NULL)
    {
      cairo_font_options_t *options = cairo_font_options_create ();

      context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
      cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
      cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
      pango_cairo_context_set_font_options (context, options);
      cairo_font_options_destroy (options);
      g_private_set (&shared_context, context);
    }
  return context;
}

static PangoLayout *
create_layout (const SoleusChartFont *font,
               const char            *text,
               gboolean               bold)
{
  PangoFontDescription *description = pango_font_description_from_string (font->family);
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoLayout *layout;

  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  layout = pango_layout_new (get_context ());
  pango_layout_set_font_description (layout, description);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  pango_attr_list_unref (attributes);
  pango_font_description_free (description);
  return layout;
}

/* Returns: (transfer full): a laid out text; each frame of a chart asks for the same hundred, so that the latest ones are kept. */
static PangoLayout *
get_layout (const SoleusChartFont *font,
            const char            *text,
            gboolean               bold)
{
  GHashTable *layouts = g_private_get (&shared_layouts);
  char *key = g_strdup_printf ("%s %.3f %d %s", font->family, font->size, bold, text);
  PangoLayout *layout;

  if (layouts == NULL)
    {
      layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_private_set (&shared_layouts, layouts);
    }
  layout = g_hash_table_lookup (layouts, key);
  if (layout != NULL)
    {
      g_free (key);
      return g_object_ref (layout);
    }
  if (g_hash_table_size (layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (layouts);
  layout = create_layout (font, text, bold);
  g_hash_table_insert (layouts, key, g_object_ref (layout));
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
  PangoLayout *layout = get_layout (font, text, bold);
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
  PangoLayout *layout = get_layout (font, "0", FALSE);
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
  PangoLayout *layout = get_layout (font, text, bold);
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
