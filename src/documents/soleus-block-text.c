/* soleus-block-text.c: headings, paragraphs, empty space and page breaks */
#include "soleus-block-private.h"

#include <string.h>

#define SOLEUS_TYPE_TEXT_BLOCK (soleus_text_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTextBlock, soleus_text_block, SOLEUS, TEXT_BLOCK, SoleusBlock)

struct _SoleusTextBlock {
  SoleusBlock     parent_instance;
  SoleusTextRole  role;
  SoleusTone      tone;
  const char     *tag;
  int             level;  /* of a heading; 0: none */
  char           *text;
};

G_DEFINE_FINAL_TYPE (SoleusTextBlock, soleus_text_block, SOLEUS_TYPE_BLOCK)

static void
soleus_text_block_finalize (GObject *object)
{
  SoleusTextBlock *self = SOLEUS_TEXT_BLOCK (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (soleus_text_block_parent_class)->finalize (object);
}

static double
soleus_text_block_measure (SoleusBlock      *block,
                           SoleusTypography *type,
                           double            width)
{
  SoleusTextBlock *self = SOLEUS_TEXT_BLOCK (block);

  return soleus_typography_measure_text (type, self->role, self->text, width);
}

static void
soleus_text_block_draw (SoleusBlock  *block,
                        SoleusCanvas *canvas,
                        double        x,
                        double        y,
                        double        width,
                        double        height)
{
  SoleusTextBlock *self = SOLEUS_TEXT_BLOCK (block);

  if (self->level > 0)
    soleus_canvas_add_outline (canvas, self->level, self->text, y);
  soleus_canvas_begin_tag (canvas, self->tag);
  soleus_canvas_show_text (canvas, self->role, self->tone, SOLEUS_ALIGN_START, self->text, x, y, width);
  soleus_canvas_end_tag (canvas, self->tag);
}

static SoleusBlock *
create_part (SoleusTextBlock *self,
             const char      *from,
             gsize            length)
{
  SoleusTextBlock *part = g_object_new (SOLEUS_TYPE_TEXT_BLOCK, NULL);

  part->role = self->role;
  part->tone = self->tone;
  part->tag = self->tag;
  part->text = g_strstrip (g_strndup (from, length));
  soleus_block_copy_frame (SOLEUS_BLOCK (part), SOLEUS_BLOCK (self));
  return SOLEUS_BLOCK (part);
}

/* At least two lines stay, and at least two lines go. */
static gboolean
soleus_text_block_split (SoleusBlock       *block,
                         SoleusTypography  *type,
                         double             width,
                         double             available,
                         gboolean           force,
                         SoleusBlock      **head,
                         SoleusBlock      **tail)
{
  SoleusTextBlock *self = SOLEUS_TEXT_BLOCK (block);
  g_autoptr (PangoLayout) layout = NULL;
  int n_lines, n_fit = 0, index;
  PangoLayoutIter *iter;

  if (self->level > 0)
    return FALSE;

  layout = soleus_typography_create_layout (type, self->role, SOLEUS_ALIGN_START, self->text, width);
  n_lines = pango_layout_get_line_count (layout);
  iter = pango_layout_get_iter (layout);
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      if ((double) bottom / PANGO_SCALE > available)
        break;
      n_fit++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  n_fit = MIN (n_fit, n_lines - 2);
  if (n_fit < 2)
    return FALSE;

  index = pango_layout_get_line_readonly (layout, n_fit)->start_index;
  *head = create_part (self, self->text, index);
  *tail = create_part (self, self->text + index, strlen (self->text + index));
  return TRUE;
}

static void
soleus_text_block_class_init (SoleusTextBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_text_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_text_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_text_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_text_block_split;
}

static void
soleus_text_block_init (SoleusTextBlock *self)
{
}

/**
 * soleus_block_new_heading:
 * @level: 1 to 3; levels 1 and 2 enter the outline of a PDF
 *
 * Returns: (transfer full): a heading, kept with what follows
 */
SoleusBlock *
soleus_block_new_heading (int         level,
                          const char *text)
{
  static const SoleusTextRole roles[] = { SOLEUS_TEXT_ROLE_H1, SOLEUS_TEXT_ROLE_H2, SOLEUS_TEXT_ROLE_H3 };
  static const char *const tags[] = { "H1", "H2", "H3" };
  SoleusTextBlock *self;

  g_return_val_if_fail (level >= 1 && level <= 3, NULL);

  self = g_object_new (SOLEUS_TYPE_TEXT_BLOCK, NULL);
  self->role = roles[level - 1];
  self->tag = tags[level - 1];
  self->level = level;
  self->text = g_strdup (text != NULL ? text : "");
  soleus_block_set_space (SOLEUS_BLOCK (self), level == 1 ? 0 : level == 2 ? 14 : 8, level == 1 ? 1 : 3);
  soleus_block_set_keep_with_next (SOLEUS_BLOCK (self), TRUE);
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_new_paragraph:
 *
 * Returns: (transfer full): a paragraph; it divides between lines, never leaving one line alone
 */
SoleusBlock *
soleus_block_new_paragraph (SoleusTextRole  role,
                            const char     *text)
{
  SoleusTextBlock *self = g_object_new (SOLEUS_TYPE_TEXT_BLOCK, NULL);

  self->role = role;
  self->tone = role == SOLEUS_TEXT_ROLE_SMALL ? SOLEUS_TONE_DIM : SOLEUS_TONE_INK;
  self->tag = "P";
  self->text = g_strdup (text != NULL ? text : "");
  soleus_block_set_space (SOLEUS_BLOCK (self), 0, role == SOLEUS_TEXT_ROLE_DISPLAY ? 6 : 5);
  return SOLEUS_BLOCK (self);
}

#define SOLEUS_TYPE_SPACE_BLOCK (soleus_space_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSpaceBlock, soleus_space_block, SOLEUS, SPACE_BLOCK, SoleusBlock)

struct _SoleusSpaceBlock {
  SoleusBlock parent_instance;
  double      height;
};

G_DEFINE_FINAL_TYPE (SoleusSpaceBlock, soleus_space_block, SOLEUS_TYPE_BLOCK)

static double
soleus_space_block_measure (SoleusBlock      *block,
                            SoleusTypography *type,
                            double            width)
{
  return soleus_typography_get_space (type, SOLEUS_SPACE_BLOCK (block)->height);
}

static void
soleus_space_block_draw (SoleusBlock  *block,
                         SoleusCanvas *canvas,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
}

static void
soleus_space_block_class_init (SoleusSpaceBlockClass *klass)
{
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_space_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_space_block_draw;
}

static void
soleus_space_block_init (SoleusSpaceBlock *self)
{
}

/**
 * soleus_block_new_spacer:
 * @height: points at 12 pt body
 *
 * Returns: (transfer full): empty space
 */
SoleusBlock *
soleus_block_new_spacer (double height)
{
  SoleusSpaceBlock *self = g_object_new (SOLEUS_TYPE_SPACE_BLOCK, NULL);

  self->height = height;
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_new_page_break:
 *
 * Returns: (transfer full): the end of a page
 */
SoleusBlock *
soleus_block_new_page_break (void)
{
  SoleusBlock *self = soleus_block_new_spacer (0);

  soleus_block_set_page_break (self);
  return self;
}
