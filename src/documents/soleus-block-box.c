/* soleus-block-box.c: a frame around a stack: plain, thick black, or red with the title in white */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_BOX_BLOCK (soleus_box_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBoxBlock, soleus_box_block, SOLEUS, BOX_BLOCK, SoleusBlock)

struct _SoleusBoxBlock {
  SoleusBlock     parent_instance;
  SoleusBoxStyle  style;
  char           *title;   /* (nullable) */
  SoleusBlock    *content; /* a stack */
};

G_DEFINE_FINAL_TYPE (SoleusBoxBlock, soleus_box_block, SOLEUS_TYPE_BLOCK)

#define PADDING_X 14.0
#define PADDING_Y 7.0
#define RADIUS    8.0

static void
soleus_box_block_finalize (GObject *object)
{
  SoleusBoxBlock *self = SOLEUS_BOX_BLOCK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (soleus_box_block_parent_class)->finalize (object);
}

static double
get_inner_width (SoleusTypography *type,
                 double            width)
{
  return MAX (1, width - 2 * soleus_typography_get_space (type, PADDING_X));
}

static double
get_title_height (SoleusBoxBlock   *self,
                  SoleusTypography *type,
                  double            width)
{
  double height;

  if (self->title == NULL)
    return 0;
  height = soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_H2, self->title, get_inner_width (type, width));
  return height + soleus_typography_get_space (type, self->style == SOLEUS_BOX_STYLE_RED_BAND ? 8 : 4);
}

static double
get_padding (SoleusTypography *type)
{
  return soleus_typography_get_space (type, PADDING_Y);
}

static double
soleus_box_block_measure (SoleusBlock      *block,
                          SoleusTypography *type,
                          double            width)
{
  SoleusBoxBlock *self = SOLEUS_BOX_BLOCK (block);

  return get_title_height (self, type, width) + 2 * get_padding (type) +
         soleus_block_measure (self->content, type, get_inner_width (type, width));
}

static double
soleus_box_block_get_stretch (SoleusBlock      *block,
                              SoleusTypography *type)
{
  return soleus_block_get_stretch (SOLEUS_BOX_BLOCK (block)->content, type);
}

static void
draw_band (SoleusCanvas *canvas,
           double        x,
           double        y,
           double        width,
           double        height)
{
  cairo_new_path (canvas->cr);
  cairo_move_to (canvas->cr, x, y + height);
  cairo_arc (canvas->cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 1.5 * G_PI);
  cairo_arc (canvas->cr, x + width - RADIUS, y + RADIUS, RADIUS, -G_PI / 2, 0);
  cairo_line_to (canvas->cr, x + width, y + height);
  cairo_close_path (canvas->cr);
  soleus_canvas_set_tone (canvas, SOLEUS_TONE_RED);
  cairo_fill (canvas->cr);
}

static void
draw_frame (SoleusBoxBlock *self,
            SoleusCanvas   *canvas,
            double          x,
            double          y,
            double          width,
            double          height)
{
  static const double line_widths[] = { 1.0, 2.8, 2.4 };
  static const SoleusTone tones[] = { SOLEUS_TONE_RULE, SOLEUS_TONE_INK, SOLEUS_TONE_RED };
  double half = line_widths[self->style] / 2;

  soleus_canvas_rounded (canvas, x + half, y + half, width - 2 * half, height - 2 * half, RADIUS);
  soleus_canvas_stroke (canvas, tones[self->style], line_widths[self->style]);
}

static void
soleus_box_block_draw (SoleusBlock  *block,
                       SoleusCanvas *canvas,
                       double        x,
                       double        y,
                       double        width,
                       double        height)
{
  SoleusBoxBlock *self = SOLEUS_BOX_BLOCK (block);
  gboolean banded = self->style == SOLEUS_BOX_STYLE_RED_BAND;
  double title = get_title_height (self, canvas->type, width);
  double left = x + soleus_typography_get_space (canvas->type, PADDING_X), inner = get_inner_width (canvas->type, width);
  double top = y + get_padding (canvas->type);

  soleus_canvas_begin_tag (canvas, "Sect");
  if (banded && self->title != NULL)
    draw_band (canvas, x, y, width, title);
  draw_frame (self, canvas, x, y, width, height);
  if (self->title != NULL)
    {
      soleus_canvas_add_outline (canvas, 2, self->title, y);
      soleus_canvas_show_tagged (canvas, "H2", SOLEUS_TEXT_ROLE_H2, banded ? SOLEUS_TONE_WHITE : SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->title,
                                 left, banded ? y + soleus_typography_get_space (canvas->type, 4) : top, inner);
    }
  soleus_block_draw (self->content, canvas, left, top + title, inner, height - title - 2 * get_padding (canvas->type));
  soleus_canvas_end_tag (canvas, "Sect");
}

/* A box stays whole unless it is taller than a page. In large print the red one divides sooner: help must begin on the first
 * page. Its title stands on every part, never without a list below it. */
static gboolean
soleus_box_block_split (SoleusBlock       *block,
                        SoleusTypography  *type,
                        double             width,
                        double             available,
                        gboolean           force,
                        SoleusBlock      **head,
                        SoleusBlock      **tail)
{
  SoleusBoxBlock *self = SOLEUS_BOX_BLOCK (block);
  SoleusBlock *parts[2];
  gboolean may_divide = force || (soleus_typography_is_large_print (type) && self->style == SOLEUS_BOX_STYLE_RED_BAND);

  if (!may_divide || !soleus_block_split (self->content, type, get_inner_width (type, width),
                                     available - get_title_height (self, type, width) - 2 * get_padding (type), force, &parts[0], &parts[1]))
    return FALSE;

  *head = soleus_block_new_box (self->style, self->title);
  *tail = soleus_block_new_box (self->style, self->title);
  g_set_object (&SOLEUS_BOX_BLOCK (*head)->content, parts[0]);
  g_set_object (&SOLEUS_BOX_BLOCK (*tail)->content, parts[1]);
  soleus_block_copy_frame (*head, block);
  soleus_block_copy_frame (*tail, block);
  g_object_unref (parts[0]);
  g_object_unref (parts[1]);
  return TRUE;
}

static void
soleus_box_block_class_init (SoleusBoxBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_box_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_box_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_box_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_box_block_split;
  SOLEUS_BLOCK_CLASS (klass)->get_stretch = soleus_box_block_get_stretch;
}

static void
soleus_box_block_init (SoleusBoxBlock *self)
{
  self->content = soleus_block_new_stack (FALSE);
}

/**
 * soleus_block_new_box:
 * @title: (nullable): stands in the box; white on the band of a red one
 *
 * Returns: (transfer full): a framed stack
 */
SoleusBlock *
soleus_block_new_box (SoleusBoxStyle  style,
                      const char     *title)
{
  SoleusBoxBlock *self = g_object_new (SOLEUS_TYPE_BOX_BLOCK, NULL);

  self->style = style;
  self->title = g_strdup (title);
  soleus_block_set_space (SOLEUS_BLOCK (self), 9, 9);
  return SOLEUS_BLOCK (self);
}

SoleusBlock *
soleus_block_box_get_content (SoleusBlock *self)
{
  return SOLEUS_IS_BOX_BLOCK (self) ? SOLEUS_BOX_BLOCK (self)->content : NULL;
}
