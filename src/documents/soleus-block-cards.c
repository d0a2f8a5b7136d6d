/* soleus-block-cards.c: steps with pictures, side by side; in large print one below the other */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_CARDS_BLOCK (soleus_cards_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCardsBlock, soleus_cards_block, SOLEUS, CARDS_BLOCK, SoleusBlock)

typedef struct {
  char   *mark;
  char   *text;
  char   *name;
  GBytes *svg;
} Card;

struct _SoleusCardsBlock {
  SoleusBlock  parent_instance;
  GPtrArray   *cards;
  gboolean     low;
};

G_DEFINE_FINAL_TYPE (SoleusCardsBlock, soleus_cards_block, SOLEUS_TYPE_BLOCK)

#define GAP            10.0
#define PADDING        7.0
#define MARK           19.0
#define FIGURE_HEIGHT  64.0
#define LOW_FIGURE_HEIGHT 46.0 /* below that a posture is hard to tell from another */
#define FIGURE_STRETCH 66.0
#define LARGE_FIGURE_HEIGHT 86.0
#define MAX_IN_ROW     3

static void
free_card (Card *card)
{
  g_free (card->mark);
  g_free (card->text);
  g_free (card->name);
  g_clear_pointer (&card->svg, g_bytes_unref);
  g_free (card);
}

static void
soleus_cards_block_finalize (GObject *object)
{
  g_clear_pointer (&SOLEUS_CARDS_BLOCK (object)->cards, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_cards_block_parent_class)->finalize (object);
}

static double
get_card_width (SoleusCardsBlock *self,
                double            width)
{
  guint n = CLAMP (self->cards->len, 1, MAX_IN_ROW);

  return (width - GAP * (n - 1)) / n;
}

static guint
get_n_rows (SoleusCardsBlock *self)
{
  return (self->cards->len + MAX_IN_ROW - 1) / MAX_IN_ROW;
}

static double
get_mark_width (SoleusCardsBlock *self,
                SoleusTypography *type)
{
  double width = soleus_typography_get_space (type, MARK);

  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = g_ptr_array_index (self->cards, i);

      if (g_utf8_strlen (card->mark, -1) > 1)
        width = MAX (width, soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_SMALL_STRONG, card->mark) + 9);
    }
  return width;
}

static double
get_text_width (double card_width)
{
  return MAX (1, card_width - 2 * PADDING);
}

static double
get_figure_height (SoleusCardsBlock *self)
{
  return self->low ? LOW_FIGURE_HEIGHT : FIGURE_HEIGHT;
}

/* the tallest text decides for its whole row, so that the pictures stand on one line */
static double
get_text_height (SoleusCardsBlock *self,
                 SoleusTypography *type,
                 double            card_width,
                 guint             row)
{
  double height = 0;

  for (guint i = row * MAX_IN_ROW; i < MIN (self->cards->len, (row + 1) * MAX_IN_ROW); i++)
    height = MAX (height, soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, ((Card *) g_ptr_array_index (self->cards, i))->text,
                                                          get_text_width (card_width)));
  return height;
}

static double
get_large_figure_width (double width)
{
  return width * 0.36;
}

static double
get_large_text_width (double width,
                      double mark)
{
  return MAX (1, width - 2 * PADDING - get_large_figure_width (width) - 20 - mark);
}

static double
get_large_height (SoleusTypography *type,
                  double            width,
                  double            mark,
                  const Card       *card)
{
  return MAX (LARGE_FIGURE_HEIGHT,
              soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, card->text, get_large_text_width (width, mark))) + 2 * PADDING;
}

static double
soleus_cards_block_measure (SoleusBlock      *block,
                            SoleusTypography *type,
                            double            width)
{
  SoleusCardsBlock *self = SOLEUS_CARDS_BLOCK (block);
  double height = 0;

  if (self->cards->len == 0)
    return 0;
  if (!soleus_typography_is_large_print (type))
    {
      for (guint row = 0; row < get_n_rows (self); row++)
        height += get_figure_height (self) + get_text_height (self, type, get_card_width (self, width), row) + 2 * PADDING + 4 + (row > 0 ? GAP : 0);
      return height;
    }
  for (guint i = 0; i < self->cards->len; i++)
    height += get_large_height (type, width, get_mark_width (self, type), g_ptr_array_index (self->cards, i)) + (i > 0 ? GAP : 0);
  return height;
}

static double
soleus_cards_block_get_stretch (SoleusBlock      *block,
                                SoleusTypography *type)
{
  return soleus_typography_is_large_print (type) ? 0 : FIGURE_STRETCH * get_n_rows (SOLEUS_CARDS_BLOCK (block));
}

static void
draw_mark (SoleusCanvas *canvas,
           const char   *mark,
           double        x,
           double        y,
           double        width)
{
  gboolean is_word = g_utf8_strlen (mark, -1) > 1;
  SoleusTextRole role = is_word ? SOLEUS_TEXT_ROLE_SMALL_STRONG : SOLEUS_TEXT_ROLE_CELL_STRONG;
  double line = soleus_typography_get_line_height (canvas->type, role);

  double height = soleus_typography_get_space (canvas->type, MARK);

  if (!is_word)
    width = height;
  soleus_canvas_rounded (canvas, x, y, width, height, height / 2);
  soleus_canvas_set_tone (canvas, SOLEUS_TONE_INK);
  cairo_fill (canvas->cr);
  soleus_canvas_show_tagged (canvas, "Lbl", role, SOLEUS_TONE_WHITE, SOLEUS_ALIGN_CENTRE, mark, x, y + (height - line) / 2, width);
}

static void
draw_card (SoleusCanvas *canvas,
           const Card   *card,
           double        x,
           double        y,
           double        width,
           double        height,
           double        text_height,
           double        mark)
{
  double top = y + height - PADDING - text_height;
  double text_width = get_text_width (width);

  soleus_canvas_rounded (canvas, x + 0.5, y + 0.5, width - 1, height - 1, 7);
  soleus_canvas_stroke (canvas, SOLEUS_TONE_RULE, 1);
  soleus_canvas_begin_tag (canvas, "LI");
  soleus_canvas_show_svg (canvas, card->svg, card->name, soleus_canvas_place (canvas, x, width, PADDING + mark / 2, width - 2 * PADDING - mark / 2),
                          y + PADDING, width - 2 * PADDING - mark / 2, top - y - PADDING - 4, FALSE);
  draw_mark (canvas, card->mark, soleus_canvas_place (canvas, x, width, PADDING - 1, mark), y + PADDING - 1, mark);
  soleus_canvas_show_tagged (canvas, "LBody", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, card->text,
                             soleus_canvas_place (canvas, x, width, PADDING, text_width), top, text_width);
  soleus_canvas_end_tag (canvas, "LI");
}

static double
draw_large_card (SoleusCanvas *canvas,
                 const Card   *card,
                 double        x,
                 double        y,
                 double        width,
                 double        mark)
{
  double height = get_large_height (canvas->type, width, mark, card), figure = get_large_figure_width (width);
  double text_width = get_large_text_width (width, mark);
  double line = soleus_typography_get_line_height (canvas->type, SOLEUS_TEXT_ROLE_CELL);
  double text = soleus_typography_measure_text (canvas->type, SOLEUS_TEXT_ROLE_CELL, card->text, text_width);
  double top = y + (height - text) / 2;

  soleus_canvas_rounded (canvas, x + 0.5, y + 0.5, width - 1, height - 1, 8);
  soleus_canvas_stroke (canvas, SOLEUS_TONE_RULE, 1);
  soleus_canvas_begin_tag (canvas, "LI");
  soleus_canvas_show_svg (canvas, card->svg, card->name, soleus_canvas_place (canvas, x, width, PADDING, figure), y + PADDING, figure, height - 2 * PADDING, FALSE);
  draw_mark (canvas, card->mark, soleus_canvas_place (canvas, x, width, PADDING + figure + 8, mark),
             top + (line - soleus_typography_get_space (canvas->type, MARK)) / 2, mark);
  soleus_canvas_show_tagged (canvas, "LBody", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, card->text,
                             soleus_canvas_place (canvas, x, width, PADDING + figure + 20 + mark, text_width), top, text_width);
  soleus_canvas_end_tag (canvas, "LI");
  return height;
}

static void
soleus_cards_block_draw (SoleusBlock  *block,
                         SoleusCanvas *canvas,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
  SoleusCardsBlock *self = SOLEUS_CARDS_BLOCK (block);
  gboolean large = soleus_typography_is_large_print (canvas->type);
  double card_width = get_card_width (self, width), mark = get_mark_width (self, canvas->type), card_height = 0, text = 0;
  double spare = (height - soleus_cards_block_measure (block, canvas->type, width)) / MAX (1, get_n_rows (self));

  soleus_canvas_begin_tag (canvas, "L");
  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = g_ptr_array_index (self->cards, i);
      guint column = i % MAX_IN_ROW;

      if (large)
        {
          y += draw_large_card (canvas, card, x, y, width, mark) + GAP;
          continue;
        }
      if (column == 0)
        {
          y += i > 0 ? card_height + GAP : 0;
          text = get_text_height (self, canvas->type, card_width, i / MAX_IN_ROW);
          card_height = get_figure_height (self) + text + 2 * PADDING + 4 + MAX (0, spare);
        }
      draw_card (canvas, card, soleus_canvas_place (canvas, x, width, column * (card_width + GAP), card_width), y, card_width, card_height, text, mark);
    }
  soleus_canvas_end_tag (canvas, "L");
}

static gboolean
soleus_cards_block_split (SoleusBlock       *block,
                          SoleusTypography  *type,
                          double             width,
                          double             available,
                          gboolean           force,
                          SoleusBlock      **head,
                          SoleusBlock      **tail)
{
  SoleusCardsBlock *self = SOLEUS_CARDS_BLOCK (block);
  guint n_fit = 0;

  if (!soleus_typography_is_large_print (type))
    return FALSE;
  for (double y = 0; n_fit < self->cards->len; n_fit++)
    {
      y += get_large_height (type, width, get_mark_width (self, type), g_ptr_array_index (self->cards, n_fit));
      if (y > available)
        break;
      y += GAP;
    }
  if (n_fit == 0 || n_fit >= self->cards->len)
    return FALSE;

  *head = soleus_block_new_cards ();
  *tail = soleus_block_new_cards ();
  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = g_ptr_array_index (self->cards, i);

      soleus_block_cards_add (i < n_fit ? *head : *tail, card->mark, card->text, card->svg, card->name);
    }
  soleus_block_copy_frame (*head, block);
  soleus_block_copy_frame (*tail, block);
  return TRUE;
}

static void
soleus_cards_block_class_init (SoleusCardsBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_cards_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_cards_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_cards_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_cards_block_split;
  SOLEUS_BLOCK_CLASS (klass)->get_stretch = soleus_cards_block_get_stretch;
}

static void
soleus_cards_block_init (SoleusCardsBlock *self)
{
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) free_card);
}

/**
 * soleus_block_new_cards:
 *
 * Returns: (transfer full): a row of cards, empty
 */
SoleusBlock *
soleus_block_new_cards (void)
{
  SoleusBlock *self = g_object_new (SOLEUS_TYPE_CARDS_BLOCK, NULL);

  soleus_block_set_space (self, 2, 8);
  return self;
}

/**
 * soleus_block_cards_set_low:
 * @low: whether the pictures may be as small as can be told from one another, where the page is full
 */
void
soleus_block_cards_set_low (SoleusBlock *self,
                            gboolean     low)
{
  g_return_if_fail (SOLEUS_IS_CARDS_BLOCK (self));

  SOLEUS_CARDS_BLOCK (self)->low = low;
}

/**
 * soleus_block_cards_add:
 * @mark: "1", "2", "or"
 * @text: the step
 * @svg: (nullable): its picture
 * @name: what the picture shows
 *
 * Adds a card.
 */
void
soleus_block_cards_add (SoleusBlock *self,
                        const char  *mark,
                        const char  *text,
                        GBytes      *svg,
                        const char  *name)
{
  Card *card;

  g_return_if_fail (SOLEUS_IS_CARDS_BLOCK (self));

  card = g_new0 (Card, 1);
  card->mark = g_strdup (mark);
  card->text = g_strdup (text);
  card->name = g_strdup (name != NULL ? name : text);
  card->svg = svg != NULL ? g_bytes_ref (svg) : NULL;
  g_ptr_array_add (SOLEUS_CARDS_BLOCK (self)->cards, card);
}
