/* soleus-block-notice.c: what is not to be done, a pictogram and a few words each */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_NOTICE_BLOCK (soleus_notice_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusNoticeBlock, soleus_notice_block, SOLEUS, NOTICE_BLOCK, SoleusBlock)

struct _SoleusNoticeBlock {
  SoleusBlock      parent_instance;
  GStrv            texts;
  SoleusPictogram *pictograms;
  gsize            n;
};

G_DEFINE_FINAL_TYPE (SoleusNoticeBlock, soleus_notice_block, SOLEUS_TYPE_BLOCK)

#define SIGN     31.0
#define TEXT_GAP 8.0
#define CELL_GAP 12.0

static void
soleus_notice_block_finalize (GObject *object)
{
  SoleusNoticeBlock *self = SOLEUS_NOTICE_BLOCK (object);

  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->pictograms, g_free);

  G_OBJECT_CLASS (soleus_notice_block_parent_class)->finalize (object);
}

static gboolean
is_stacked (SoleusNoticeBlock *self,
            SoleusTypography  *type)
{
  return soleus_typography_is_large_print (type) || self->n > 3;
}

static double
get_cell_width (SoleusNoticeBlock *self,
                SoleusTypography  *type,
                double             width)
{
  return is_stacked (self, type) ? width : (width - CELL_GAP * (self->n - 1)) / MAX (1, self->n);
}

static double
get_cell_height (SoleusNoticeBlock *self,
                 SoleusTypography  *type,
                 double             width,
                 gsize              i)
{
  double sign = soleus_typography_get_space (type, SIGN);

  return MAX (sign, soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, self->texts[i], MAX (1, width - sign - TEXT_GAP)));
}

static double
soleus_notice_block_measure (SoleusBlock      *block,
                             SoleusTypography *type,
                             double            width)
{
  SoleusNoticeBlock *self = SOLEUS_NOTICE_BLOCK (block);
  double cell = get_cell_width (self, type, width), height = 0;

  for (gsize i = 0; i < self->n; i++)
    {
      double one = get_cell_height (self, type, cell, i);

      height = is_stacked (self, type) ? height + one + (i > 0 ? 5 : 0) : MAX (height, one);
    }
  return height;
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
  double cell = get_cell_width (self, canvas->type, width), sign = soleus_typography_get_space (canvas->type, SIGN);
  gboolean stacked = is_stacked (self, canvas->type);
  double row = stacked ? 0 : soleus_block_measure (block, canvas->type, width);

  for (gsize i = 0; i < self->n; i++)
    {
      double tall = stacked ? get_cell_height (self, canvas->type, cell, i) : row;
      double left = soleus_canvas_place (canvas, x, width, stacked ? 0 : i * (cell + CELL_GAP), cell);
      double text = soleus_typography_measure_text (canvas->type, SOLEUS_TEXT_ROLE_CELL, self->texts[i], cell - sign - TEXT_GAP);

      soleus_pictogram_draw (self->pictograms[i], canvas->cr, soleus_canvas_place (canvas, left, cell, 0, sign), y + (tall - sign) / 2, sign);
      soleus_canvas_begin_tag (canvas, "P");
      soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->texts[i],
                               soleus_canvas_place (canvas, left, cell, sign + TEXT_GAP, cell - sign - TEXT_GAP), y + (tall - text) / 2,
                               cell - sign - TEXT_GAP);
      soleus_canvas_end_tag (canvas, "P");
      if (stacked)
        y += tall + 5;
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
 * @pictograms: (array length=n): the sign of each
 *
 * Returns: (transfer full): the signs side by side; one below the other in large print
 */
SoleusBlock *
soleus_block_new_prohibitions (const char *const     *texts,
                               const SoleusPictogram *pictograms,
                               gsize                  n)
{
  SoleusNoticeBlock *self = g_object_new (SOLEUS_TYPE_NOTICE_BLOCK, NULL);

  self->texts = g_new0 (char *, n + 1);
  for (gsize i = 0; i < n; i++)
    self->texts[i] = g_strdup (texts[i]);
  self->pictograms = g_memdup2 (pictograms, n * sizeof *pictograms);
  self->n = n;
  soleus_block_set_space (SOLEUS_BLOCK (self), 4, 6);
  return SOLEUS_BLOCK (self);
}
