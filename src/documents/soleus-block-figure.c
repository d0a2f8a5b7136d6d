/* soleus-block-figure.c: a drawing, or a chart that draws itself */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_FIGURE_BLOCK (soleus_figure_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFigureBlock, soleus_figure_block, SOLEUS, FIGURE_BLOCK, SoleusBlock)

struct _SoleusFigureBlock {
  SoleusBlock          parent_instance;
  GBytes              *svg;  /* (nullable) */
  char                *name;
  double               height;
  SoleusBlockDrawFunc  draw; /* (nullable): a chart */
  gpointer             user_data;
  GDestroyNotify       destroy;
};

G_DEFINE_FINAL_TYPE (SoleusFigureBlock, soleus_figure_block, SOLEUS_TYPE_BLOCK)

static void
soleus_figure_block_finalize (GObject *object)
{
  SoleusFigureBlock *self = SOLEUS_FIGURE_BLOCK (object);

  g_clear_pointer (&self->svg, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  if (self->destroy != NULL)
    self->destroy (self->user_data);

  G_OBJECT_CLASS (soleus_figure_block_parent_class)->finalize (object);
}

static double
soleus_figure_block_measure (SoleusBlock      *block,
                             SoleusTypography *type,
                             double            width)
{
  return SOLEUS_FIGURE_BLOCK (block)->height;
}

static void
soleus_figure_block_draw (SoleusBlock  *block,
                          SoleusCanvas *canvas,
                          double        x,
                          double        y,
                          double        width,
                          double        height)
{
  SoleusFigureBlock *self = SOLEUS_FIGURE_BLOCK (block);

  if (self->draw == NULL)
    {
      soleus_canvas_show_svg (canvas, self->svg, self->name, x, y, width, height, FALSE);
      return;
    }
  soleus_canvas_begin_tag (canvas, "Figure");
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, x, y);
  self->draw (canvas->cr, width, height, self->user_data);
  cairo_restore (canvas->cr);
  soleus_canvas_end_tag (canvas, "Figure");
  if (canvas->text != NULL)
    g_string_append_printf (canvas->text, "%s\n", self->name);
}

static void
soleus_figure_block_class_init (SoleusFigureBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_figure_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_figure_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_figure_block_draw;
}

static void
soleus_figure_block_init (SoleusFigureBlock *self)
{
}

/**
 * soleus_block_new_figure:
 * @svg: (nullable): the drawing; %NULL prints a frame with @name
 * @name: what it shows
 * @height: points
 *
 * Returns: (transfer full): a picture as wide as the page allows
 */
SoleusBlock *
soleus_block_new_figure (GBytes     *svg,
                         const char *name,
                         double      height)
{
  SoleusFigureBlock *self = g_object_new (SOLEUS_TYPE_FIGURE_BLOCK, NULL);

  self->svg = svg != NULL ? g_bytes_ref (svg) : NULL;
  self->name = g_strdup (name);
  self->height = height;
  soleus_block_set_space (SOLEUS_BLOCK (self), 4, 6);
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_new_chart:
 * @name: the chart in a sentence; it stands in the text layer
 * @height: points
 * @draw: draws it, as often as the page is drawn
 * @user_data: (transfer full): given to @draw, freed with @destroy
 *
 * Returns: (transfer full): a chart as wide as the page allows
 */
SoleusBlock *
soleus_block_new_chart (const char          *name,
                        double               height,
                        SoleusBlockDrawFunc  draw,
                        gpointer             user_data,
                        GDestroyNotify       destroy)
{
  SoleusFigureBlock *self;

  g_return_val_if_fail (draw != NULL, NULL);

  self = SOLEUS_FIGURE_BLOCK (soleus_block_new_figure (NULL, name, height));
  self->draw = draw;
  self->user_data = user_data;
  self->destroy = destroy;
  return SOLEUS_BLOCK (self);
}
