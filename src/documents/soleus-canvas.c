#include "soleus-canvas.h"

#include "soleus-svg.h"

#include <cairo-pdf.h>

/**
 * soleus_canvas_begin_tag:
 * @tag: a PDF structure element: "P", "H1", "Table" …
 *
 * Begins an element of the document's structure, where it is written.
 */
void
soleus_canvas_begin_tag (SoleusCanvas *self,
                         const char   *tag)
{
  if (self->tagged)
    cairo_tag_begin (self->cr, tag, NULL);
}

/**
 * soleus_canvas_end_tag:
 *
 * Ends it again.
 */
void
soleus_canvas_end_tag (SoleusCanvas *self,
                       const char   *tag)
{
  if (self->tagged)
    cairo_tag_end (self->cr, tag);
}

/**
 * soleus_canvas_set_tone:
 *
 * Makes the tone the source.
 */
void
soleus_canvas_set_tone (SoleusCanvas *self,
                        SoleusTone    tone)
{
  double red, green, blue;

  soleus_tone_get_colour (tone, &red, &green, &blue);
  cairo_set_source_rgb (self->cr, red, green, blue);
}

/**
 * soleus_canvas_show_layout:
 *
 * Draws laid out text with its top left corner at (@x, @y) and adds it to the text layer.
 */
void
soleus_canvas_show_layout (SoleusCanvas *self,
                           PangoLayout  *layout,
                           SoleusTone    tone,
                           double        x,
                           double        y)
{
  soleus_canvas_set_tone (self, tone);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  if (self->text != NULL)
    {
      g_string_append (self->text, pango_layout_get_text (layout));
      g_string_append_c (self->text, '\n');
    }
}

/**
 * soleus_canvas_show_text:
 * @width: points; negative: one line
 *
 * Draws text.
 *
 * Returns: its height, points
 */
double
soleus_canvas_show_text (SoleusCanvas   *self,
                         SoleusTextRole  role,
                         SoleusTone      tone,
                         SoleusAlign     align,
                         const char     *text,
                         double          x,
                         double          y,
                         double          width)
{
  PangoLayout *layout = soleus_typography_create_layout (self->type, role, align, text, width);
  int height;

  soleus_canvas_show_layout (self, layout, tone, x, y);
  pango_layout_get_size (layout, NULL, &height);
  g_object_unref (layout);
  return (double) height / PANGO_SCALE;
}

/**
 * soleus_canvas_show_tagged:
 * @tag: what the text is to who hears it: "P", "H3", "TD"
 * @text: (nullable): without one, nothing is drawn or tagged
 * @width: points; negative: one line
 *
 * Draws text as a whole of its own.
 *
 * Returns: its height, points
 */
double
soleus_canvas_show_tagged (SoleusCanvas   *self,
                           const char     *tag,
                           SoleusTextRole  role,
                           SoleusTone      tone,
                           SoleusAlign     align,
                           const char     *text,
                           double          x,
                           double          y,
                           double          width)
{
  double height;

  if (text == NULL)
    return 0;
  soleus_canvas_begin_tag (self, tag);
  height = soleus_canvas_show_text (self, role, tone, align, text, x, y, width);
  soleus_canvas_end_tag (self, tag);
  return height;
}

/**
 * soleus_canvas_add_outline:
 * @level: 1 or 2
 * @y: where the heading stands, points from the top
 *
 * Adds a heading to the outline of a PDF.
 */
void
soleus_canvas_add_outline (SoleusCanvas *self,
                           int           level,
                           const char   *text,
                           double        y)
{
  g_autofree char *target = NULL;
  int id;

  if (self->pdf == NULL)
    return;

  target = g_strdup_printf ("page=%d pos=[0 %d]", self->page, (int) y);
  id = cairo_pdf_surface_add_outline (self->pdf, level > 1 && self->outline > 0 ? self->outline : CAIRO_PDF_OUTLINE_ROOT, text,
                                      target, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (level == 1)
    self->outline = id;
}

/**
 * soleus_canvas_rounded:
 *
 * Makes a rounded rectangle the path.
 */
void
soleus_canvas_rounded (SoleusCanvas *self,
                       double        x,
                       double        y,
                       double        width,
                       double        height,
                       double        radius)
{
  cairo_t *cr = self->cr;

  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * soleus_canvas_stroke:
 * @line_width: points
 *
 * Strokes the path.
 */
void
soleus_canvas_stroke (SoleusCanvas *self,
                      SoleusTone    tone,
                      double        line_width)
{
  soleus_canvas_set_tone (self, tone);
  cairo_set_line_width (self->cr, line_width);
  cairo_stroke (self->cr);
}

/**
 * soleus_canvas_line:
 *
 * Draws a line.
 */
void
soleus_canvas_line (SoleusCanvas *self,
                    SoleusTone    tone,
                    double        line_width,
                    double        x1,
                    double        y1,
                    double        x2,
                    double        y2)
{
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x1, y1);
  cairo_line_to (self->cr, x2, y2);
  soleus_canvas_stroke (self, tone, line_width);
}

/**
 * soleus_canvas_place:
 * @x: the left edge of a row
 * @width: of the row
 * @offset: how far the item stands from the row's start
 * @item_width: of the item
 *
 * Returns: the left edge of the item; counted from the right where the language runs that way
 */
double
soleus_canvas_place (SoleusCanvas *self,
                     double        x,
                     double        width,
                     double        offset,
                     double        item_width)
{
  return soleus_typography_is_mirrored (self->type) ? x + width - offset - item_width : x + offset;
}

/* so many drawings are kept before all are forgotten; the protocol has fewer */
#define MAX_DRAWINGS 96

static GPrivate kept = G_PRIVATE_INIT ((GDestroyNotify) g_hash_table_unref);

/* A drawing is read once in each thread: its bytes are the key. Unreadable ones are remembered as %NULL. */
static SoleusSvg *
find_drawing (GBytes *svg)
{
  GHashTable *table = g_private_get (&kept);
  g_autoptr (GError) error = NULL;
  gpointer drawing;

  if (table == NULL)
    {
      table = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) soleus_svg_free);
      g_private_set (&kept, table);
    }
  if (g_hash_table_lookup_extended (table, svg, NULL, &drawing))
    return drawing;
  if (g_hash_table_size (table) >= MAX_DRAWINGS)
    g_hash_table_remove_all (table);
  drawing = soleus_svg_new (svg, &error);
  if (drawing == NULL)
    g_message ("%s", error->message);
  g_hash_table_insert (table, g_bytes_ref (svg), drawing);
  return drawing;
}

static gboolean
render_svg (cairo_t *cr,
            GBytes  *svg,
            double   x,
            double   y,
            double   width,
            double   height,
            gboolean mirrored)
{
  SoleusSvg *drawing = svg != NULL ? find_drawing (svg) : NULL;
  gboolean done;

  if (drawing == NULL)
    return FALSE;
  cairo_save (cr);
  if (mirrored)
    {
      cairo_translate (cr, 2 * x + width, 0);
      cairo_scale (cr, -1, 1);
    }
  done = soleus_svg_render (drawing, cr, x, y, width, height);
  cairo_restore (cr);
  return done;
}

/**
 * soleus_canvas_show_svg:
 * @svg: (nullable): a drawing
 * @name: what it shows
 * @mirrored: whether to exchange left and right: the figure then shows its other side
 *
 * Draws the picture into the box, keeping its proportions. Without a readable one, a frame with its name stands there, so
 * that the sheet still says what to do.
 */
void
soleus_canvas_show_svg (SoleusCanvas *self,
                        GBytes       *svg,
                        const char   *name,
                        double        x,
                        double        y,
                        double        width,
                        double        height,
                        gboolean      mirrored)
{
  PangoLayout *layout;
  int text_height;

  if (width <= 0 || height <= 0)
    return;
  soleus_canvas_begin_tag (self, "Figure");
  if (!render_svg (self->cr, svg, x, y, width, height, mirrored))
    {
      soleus_canvas_rounded (self, x + 1, y + 1, width - 2, height - 2, 4);
      soleus_canvas_stroke (self, SOLEUS_TONE_RULE, 0.8);
      layout = soleus_typography_create_layout (self->type, SOLEUS_TEXT_ROLE_SMALL, SOLEUS_ALIGN_CENTRE, name, MAX (1, width - 8));
      pango_layout_set_height (layout, (int) (MAX (1, height - 6) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_size (layout, NULL, &text_height);
      soleus_canvas_show_layout (self, layout, SOLEUS_TONE_DIM, x + 4, y + MAX (2, (height - (double) text_height / PANGO_SCALE) / 2));
      g_object_unref (layout);
    }
  soleus_canvas_end_tag (self, "Figure");
}
