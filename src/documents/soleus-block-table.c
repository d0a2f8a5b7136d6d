/* soleus-block-table.c: a ruled table; rows stay whole, the header stands on every page */
#include "soleus-block-private.h"

#include <string.h>

#define SOLEUS_TYPE_TABLE_BLOCK (soleus_table_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTableBlock, soleus_table_block, SOLEUS, TABLE_BLOCK, SoleusBlock)

struct _SoleusTableBlock {
  SoleusBlock  parent_instance;
  char        *title;      /* (nullable) */
  GPtrArray   *rows;       /* of GStrv; the first is the header */
  double      *shares;
  char        *alignments;
  guint        n_columns;
  GArray      *heights;    /* of double, one for each row */
};

G_DEFINE_FINAL_TYPE (SoleusTableBlock, soleus_table_block, SOLEUS_TYPE_BLOCK)

#define CELL_GAP     14.0
#define CELL_PADDING 2.6

static void
soleus_table_block_finalize (GObject *object)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->alignments, g_free);
  g_clear_pointer (&self->heights, g_array_unref);

  G_OBJECT_CLASS (soleus_table_block_parent_class)->finalize (object);
}

static SoleusTextRole
get_role (guint row)
{
  return row == 0 ? SOLEUS_TEXT_ROLE_CELL_STRONG : SOLEUS_TEXT_ROLE_CELL;
}

static double
get_column_width (SoleusTableBlock *self,
                  double            width,
                  guint             column)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->shares[i];
  return (width - CELL_GAP * (self->n_columns - 1)) * self->shares[column] / sum;
}

static double
get_title_height (SoleusTableBlock *self,
                  SoleusTypography *type,
                  double            width)
{
  return self->title == NULL ? 0 : soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_H3, self->title, width) +
                                   soleus_typography_get_space (type, 2);
}

static double
soleus_table_block_measure (SoleusBlock      *block,
                            SoleusTypography *type,
                            double            width)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (block);
  double height = get_title_height (self, type, width);

  g_array_set_size (self->heights, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      GStrv cells = g_ptr_array_index (self->rows, row);
      double tallest = 0;

      for (guint i = 0; i < self->n_columns; i++)
        tallest = MAX (tallest, soleus_typography_measure_text (type, get_role (row), cells[i], get_column_width (self, width, i)));
      tallest += 2 * soleus_typography_get_space (type, CELL_PADDING);
      g_array_append_val (self->heights, tallest);
      height += tallest;
    }
  return height;
}

static void
draw_row (SoleusTableBlock *self,
          SoleusCanvas     *canvas,
          guint             row,
          double            x,
          double            y,
          double            width)
{
  GStrv cells = g_ptr_array_index (self->rows, row);
  const char *tag = row == 0 ? "TH" : "TD";
  double offset = 0;

  soleus_canvas_begin_tag (canvas, "TR");
  for (guint i = 0; i < self->n_columns; i++)
    {
      double column = get_column_width (self, width, i);
      SoleusAlign align = self->alignments[i] == 'e' ? SOLEUS_ALIGN_END : self->alignments[i] == 'c' ? SOLEUS_ALIGN_CENTRE : SOLEUS_ALIGN_START;

      soleus_canvas_begin_tag (canvas, tag);
      if (cells[i][0] != '\0')
        soleus_canvas_show_text (canvas, get_role (row), SOLEUS_TONE_INK, align, cells[i],
                                 soleus_canvas_place (canvas, x, width, offset, column),
                                 y + soleus_typography_get_space (canvas->type, CELL_PADDING), column);
      soleus_canvas_end_tag (canvas, tag);
      offset += column + CELL_GAP;
    }
  soleus_canvas_end_tag (canvas, "TR");
}

static void
soleus_table_block_draw (SoleusBlock  *block,
                         SoleusCanvas *canvas,
                         double        x,
                         double        y,
                         double        width,
                         double        height)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (block);

  if (self->title != NULL)
    {
      soleus_canvas_begin_tag (canvas, "H3");
      soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_H3, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->title, x, y, width);
      soleus_canvas_end_tag (canvas, "H3");
      y += get_title_height (self, canvas->type, width);
    }
  soleus_canvas_begin_tag (canvas, "Table");
  for (guint row = 0; row < self->rows->len; row++)
    {
      draw_row (self, canvas, row, x, y, width);
      y += g_array_index (self->heights, double, row);
      soleus_canvas_line (canvas, row == 0 ? SOLEUS_TONE_INK : SOLEUS_TONE_RULE, row == 0 ? 1 : 0.5, x, y, x + width, y);
    }
  soleus_canvas_end_tag (canvas, "Table");
}

static SoleusBlock *
create_part (SoleusTableBlock *self,
             const char       *title,
             guint             from,
             guint             until)
{
  SoleusBlock *part = soleus_block_new_table (title, g_ptr_array_index (self->rows, 0), self->shares, self->alignments);

  for (guint row = from; row < until; row++)
    soleus_block_table_add_row (part, g_ptr_array_index (self->rows, row));
  soleus_block_copy_frame (part, SOLEUS_BLOCK (self));
  return part;
}

static gboolean
soleus_table_block_split (SoleusBlock       *block,
                          SoleusTypography  *type,
                          double             width,
                          double             available,
                          gboolean           force,
                          SoleusBlock      **head,
                          SoleusBlock      **tail)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (block);
  double y = get_title_height (self, type, width);
  guint n_fit = 0;

  for (; n_fit < self->rows->len; n_fit++)
    {
      y += g_array_index (self->heights, double, n_fit);
      if (y > available)
        break;
    }
  if (n_fit < 3 && !force) /* a header with one row looks lost */
    return FALSE;
  if (n_fit < 2 || n_fit >= self->rows->len)
    return FALSE;

  *head = create_part (self, self->title, 1, n_fit);
  *tail = create_part (self, NULL, n_fit, self->rows->len);
  return TRUE;
}

static void
soleus_table_block_class_init (SoleusTableBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_table_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_table_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_table_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_table_block_split;
}

static void
soleus_table_block_init (SoleusTableBlock *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->heights = g_array_new (FALSE, FALSE, sizeof (double));
}

/**
 * soleus_block_new_table:
 * @title: (nullable): stands above
 * @header: (array zero-terminated=1): the column titles
 * @shares: how the width is shared, one for each column
 * @alignments: "s" start, "c" centre, "e" end, one letter for each column
 *
 * Returns: (transfer full): a table with its header
 */
SoleusBlock *
soleus_block_new_table (const char        *title,
                        const char *const *header,
                        const double      *shares,
                        const char        *alignments)
{
  SoleusTableBlock *self = g_object_new (SOLEUS_TYPE_TABLE_BLOCK, NULL);

  self->title = g_strdup (title);
  self->n_columns = g_strv_length ((char **) header);
  self->shares = g_memdup2 (shares, self->n_columns * sizeof *shares);
  self->alignments = g_strdup (alignments);
  g_ptr_array_add (self->rows, g_strdupv ((char **) header));
  soleus_block_set_space (SOLEUS_BLOCK (self), 4, 8);

  g_return_val_if_fail (strlen (alignments) == self->n_columns, SOLEUS_BLOCK (self));

  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_table_add_row:
 * @cells: (array zero-terminated=1): as many texts as the header has
 */
void
soleus_block_table_add_row (SoleusBlock       *self,
                            const char *const *cells)
{
  g_return_if_fail (SOLEUS_IS_TABLE_BLOCK (self));
  g_return_if_fail (g_strv_length ((char **) cells) == SOLEUS_TABLE_BLOCK (self)->n_columns);

  g_ptr_array_add (SOLEUS_TABLE_BLOCK (self)->rows, g_strdupv ((char **) cells));
}
