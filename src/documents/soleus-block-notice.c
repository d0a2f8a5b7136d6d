/* soleus-block-notice.c: what is not to be done, a sign and a few words each */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_NOTICE_BLOCK (soleus_notice_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNoticeBlock, soleus_notice_block, SOLEUS, NOTICE_BLOCK, SoleusBlock)

struct _SoleusNoticeBlock {
  SoleusBlock  parent_instance;
  GStrv        texts;
  GPtrArray   *drawings; /* of GBytes or NULL */
  gsize        n;
};

G_DEFINE_FINAL_TYPE (SoleusNoticeBlock, soleus_notice_block, SOLEUS_TYPE_BLOCK)

#define SIGN     31.0
#define TEXT_GAP 8.0
#define CELL_GAP 12.0
#define STACK_GAP 4.0

static void
unref_drawing (gpointer svg)
{
  if (svg != NULL)
    g_bytes_unref (svg);
}

static void
soleus_notice_block_finalize (GObject *object)
{
  SoleusNoticeBlock *self = SOLEUS_NOTICE_BLOCK (object);

  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->drawings, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_notice_block_parent_class)->finalize (object);
}

static gboolean
is_stacked (SoleusNoticeBlock *self,
            SoleusTypography  *type)
{
  return soleus_typography_is_large_print (type) || self->n > 3;
}

/* without a drawing the words stand alone */
static double
get_sign_width (SoleusNoticeBlock *self,
                SoleusTypography  *type,
                gsize              i)
{
  return g_ptr_array_index (self->drawings, i) != NULL ? soleus_typography_get_space (type, SIGN) + TEXT_GAP : 0;
}

static double
get_natural_width (SoleusNoticeBlock *self,
                   SoleusTypography  *type,
                   gsize              i)
{
  return soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL, self->texts[i]) + 1;
}

/* Few words take what they need; the rest is shared as the longer ones need it, so that they take fewer lines. */
static double
get_text_width (SoleusNoticeBlock *self,
                SoleusTypography  *type,
                double             width,
                gsize              i)
{
  double room = width, even, sum = 0;

  if (is_stacked (self, type))
    return MAX (1, width - get_sign_width (self, type, i));
  for (gsize k = 0; k < self->n; k++)
    room -= get_sign_width (self, type, k) + (k > 0 ? CELL_GAP : 0);
  even = room / self->n;
  if (get_natural_width (self, type, i) <= even)
    return get_natural_width (self, type, i);
  for (gsize k = 0; k < self->n; k++)
    {
      double natural = get_natural_width (self, type, k);

      if (natural <= even)
        room -= natural;
      else
        sum += natural;
    }
  return MAX (1, room * get_natural_width (self, type, i) / sum);
}

static double
measure_text (SoleusNoticeBlock *self,
              SoleusTypography  *type,
              double             width,
              gsize              i)
{
  return soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, self->texts[i], get_text_width (self, type, width, i));
}

static double
get_cell_height (SoleusNoticeBlock *self,
                 SoleusTypography  *type,
                 double             width,
                 gsize              i)
{
  return MAX (get_sign_width (self, type, i) > 0 ? soleus_typography_get_space (type, SIGN) : 0, measure_text (self, type, width, i));
}

static double
soleus_notice_block_measure (SoleusBlock      *block,
                             SoleusTypography *type,
                             double            width)
{
  SoleusNoticeBlock *self = SOLEUS_NOTICE_BLOCK (block);
  double height = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      double one = get_cell_height (self, type, width, i);

      height = is_stacked (self, type) ? height + one + (i > 0 ? STACK_GAP : 0) : MAX (height, one);
    }
  return height;
}

static void
draw_cell (SoleusNoticeBlock *self,
           SoleusCanvas      *canvas,
           gsize              i,
           double             x,
           double             y,
           double             width,
           double             tall,
           double             offset)
{
  double sign = get_sign_width (self, canvas->type, i), size = sign - TEXT_GAP;
  double text = get_text_width (self, canvas->type, width, i);

  if (sign > 0)
    soleus_canvas_show_svg (canvas, g_ptr_array_index (self->drawings, i), self->texts[i],
                            soleus_canvas_place (canvas, x, width, offset, size), y + (tall - size) / 2, size, size, FALSE);
  soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->texts[i],
                             soleus_canvas_place (canvas, x, width, offset + sign, text),
                             y + (tall - measure_text (self, canvas->type, width, i)) / 2, text);
}

static void
soleus_notice_block_draw (SoleusBlock  *block,
                          SoleusCanvas *canvas,
                          double        x,
                          double        y,
                          double        width,
                          double        height)
{
  SoleusNoticeBlock *self = SOLEUS_NOTICE_BLOCK (block);
  gboolean stacked = is_stacked (self, canvas->type);
  double row = soleus_block_measure (block, canvas->type, width), offset = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      double tall = stacked ? get_cell_height (self, canvas->type, width, i) : row;

      draw_cell (self, canvas, i, x, y, width, tall, offset);
      if (stacked)
        y += tall + STACK_GAP;
      else
        offset += get_sign_width (self, canvas->type, i) + get_text_width (self, canvas->type, width, i) + CELL_GAP;
    }
}

static void
soleus_notice_block_class_init (SoleusNoticeBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_notice_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_notice_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_notice_block_draw;
}

static void
soleus_notice_block_init (SoleusNoticeBlock *self)
{
}

/**
 * soleus_block_new_prohibitions:
 * @texts: (array length=n): "No rubbing, roller or massage gun"
 * @drawings: (array length=n): the sign of each; %NULL for words alone
 *
 * Returns: (transfer full): the signs side by side; one below the other in large print
 */
SoleusBlock *
soleus_block_new_prohibitions (const char *const *texts,
                               GBytes *const     *drawings,
                               gsize              n)
{
  SoleusNoticeBlock *self = g_object_new (SOLEUS_TYPE_NOTICE_BLOCK, NULL);

  self->texts = g_new0 (char *, n + 1);
  self->drawings = g_ptr_array_new_with_free_func (unref_drawing);
  for (gsize i = 0; i < n; i++)
    {
      self->texts[i] = g_strdup (texts[i]);
      g_ptr_array_add (self->drawings, drawings[i] != NULL ? g_bytes_ref (drawings[i]) : NULL);
    }
  self->n = n;
  soleus_block_set_space (SOLEUS_BLOCK (self), 4, 6);
  return SOLEUS_BLOCK (self);
}
