/* soleus-block-table.c: a ruled table; rows stay whole, the header stands on every page */
#include "soleus-block-private.h"

#include <math.h>
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
  gboolean     dense;
  gboolean     fits;       /* the widths follow the texts */
  GArray      *heights;    /* of double, one for each row */
  double      *widths;     /* of the columns, points; (nullable): not measured */
};

G_DEFINE_FINAL_TYPE (SoleusTableBlock, soleus_table_block, SOLEUS_TYPE_BLOCK)

#define CELL_GAP     14.0
#define CELL_PADDING 2.6
#define DENSE_PADDING 1.8

static void
soleus_table_block_finalize (GObject *object)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->alignments, g_free);
  g_clear_pointer (&self->heights, g_array_unref);
  g_clear_pointer (&self->widths, g_free);

  G_OBJECT_CLASS (soleus_table_block_parent_class)->finalize (object);
}

/* who asked for large print gets it in every table */
static gboolean
is_dense (SoleusTableBlock *self,
          SoleusTypography *type)
{
  return self->dense && !soleus_typography_is_large_print (type);
}

static SoleusTextRole
get_role (SoleusTableBlock *self,
          SoleusTypography *type,
          guint             row)
{
  if (is_dense (self, type))
    return row == 0 ? SOLEUS_TEXT_ROLE_SMALL_STRONG : SOLEUS_TEXT_ROLE_SMALL;
  return row == 0 ? SOLEUS_TEXT_ROLE_CELL_STRONG : SOLEUS_TEXT_ROLE_CELL;
}

static double
get_padding (SoleusTableBlock *self,
             SoleusTypography *type)
{
  return soleus_typography_get_space (type, is_dense (self, type) ? DENSE_PADDING : CELL_PADDING);
}

/* how wide the texts of a column would be on one line each */
static double
get_natural_width (SoleusTableBlock *self,
                   SoleusTypography *type,
                   guint             column)
{
  double widest = 0;

  for (guint row = 0; row < self->rows->len; row++)
    widest = MAX (widest, soleus_typography_measure_width (type, get_role (self, type, row), ((GStrv) g_ptr_array_index (self->rows, row))[column]));
  return ceil (widest) + 1;
}

/* In a dense table a column that needs less than its share leaves the rest to the others, so that words of any language wrap last
 * where they are short. What nobody needs is shared, too. */
static void
fit_columns (SoleusTableBlock *self,
             SoleusTypography *type,
             double            room)
{
  g_autofree gboolean *fits = g_new0 (gboolean, self->n_columns);
  gboolean again = TRUE;

  while (again)
    {
      double rest = room, shares = 0;

      again = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          rest -= fits[i] ? self->widths[i] : 0;
          shares += fits[i] ? 0 : self->shares[i];
        }
      for (guint i = 0; i < self->n_columns; i++)
        {
          double natural = fits[i] ? 0 : get_natural_width (self, type, i);

          if (fits[i])
            {
              self->widths[i] += shares <= 0 ? rest / self->n_columns : 0;
              continue;
            }
          self->widths[i] = rest * self->shares[i] / shares;
          if (natural <= self->widths[i])
            {
              self->widths[i] = natural;
              fits[i] = again = TRUE;
            }
        }
    }
}

static void
measure_columns (SoleusTableBlock *self,
                 SoleusTypography *type,
                 double            width)
{
  double room = width - CELL_GAP * (self->n_columns - 1), sum = 0;

  if (self->widths == NULL)
    self->widths = g_new0 (double, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    sum += self->shares[i];
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = room * self->shares[i] / sum;
  if (self->fits)
    fit_columns (self, type, room);
}

static double
get_title_height (SoleusTableBlock *self,
                  SoleusTypography *type,
                  double            width)
{
  return self->title == NULL ? 0 : soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_H3, self->title, width) +
                                   soleus_typography_get_space (type, 2);
}

/* A title whose neighbours have none stands above their columns, too. */
static double
get_cell_width (SoleusTableBlock *self,
                guint             row,
                guint             column)
{
  GStrv cells = g_ptr_array_index (self->rows, row);
  double width = self->widths[column];

  for (guint i = column + 1; row == 0 && cells[column][0] != '\0' && i < self->n_columns && cells[i][0] == '\0'; i++)
    width += CELL_GAP + self->widths[i];
  return width;
}

static double
soleus_table_block_measure (SoleusBlock      *block,
                            SoleusTypography *type,
                            double            width)
{
  SoleusTableBlock *self = SOLEUS_TABLE_BLOCK (block);
  double height = get_title_height (self, type, width);

  measure_columns (self, type, width);
  g_array_set_size (self->heights, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      GStrv cells = g_ptr_array_index (self->rows, row);
      double tallest = 0;

      for (guint i = 0; i < self->n_columns; i++)
        tallest = MAX (tallest, soleus_typography_measure_text (type, get_role (self, type, row), cells[i], get_cell_width (self, row, i)));
      tallest += 2 * get_padding (self, type);
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
      double column = get_cell_width (self, row, i);
      SoleusAlign align = self->alignments[i] == 'e' ? SOLEUS_ALIGN_END : self->alignments[i] == 'c' ? SOLEUS_ALIGN_CENTRE : SOLEUS_ALIGN_START;

      soleus_canvas_begin_tag (canvas, tag);
      if (cells[i][0] != '\0')
        soleus_canvas_show_text (canvas, get_role (self, canvas->type, row), SOLEUS_TONE_INK, align, cells[i],
                                 soleus_canvas_place (canvas, x, width, offset, column),
                                 y + get_padding (self, canvas->type), column);
      soleus_canvas_end_tag (canvas, tag);
      offset += self->widths[i] + CELL_GAP;
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
      soleus_canvas_show_tagged (canvas, "H3", SOLEUS_TEXT_ROLE_H3, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->title, x, y, width);
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

/* (transfer full): a row whose first cell goes on from the row above it names what that was: on a new page nothing stands above it */
static GStrv
dup_first_row (SoleusTableBlock *self,
               guint             row)
{
  GStrv cells = g_strdupv (g_ptr_array_index (self->rows, row));

  for (guint above = row - 1; cells[0][0] == '\0' && above > 0; above--)
    {
      g_free (cells[0]);
      cells[0] = g_strdup (((GStrv) g_ptr_array_index (self->rows, above))[0]);
    }
  return cells;
}

static SoleusBlock *
create_part (SoleusTableBlock *self,
             const char       *title,
             guint             from,
             guint             until)
{
  /* the columns of both parts stand where they stood in the whole */
  SoleusBlock *part = soleus_block_new_table (title, g_ptr_array_index (self->rows, 0), self->widths, self->alignments);

  for (guint row = from; row < until; row++)
    {
      g_auto (GStrv) first = row == from ? dup_first_row (self, row) : NULL;

      soleus_block_table_add_row (part, (const char *const *) (first != NULL ? first : (GStrv) g_ptr_array_index (self->rows, row)));
    }
  SOLEUS_TABLE_BLOCK (part)->dense = self->dense;
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
  if (n_fit + 1 == self->rows->len && n_fit > 4)
    n_fit--; /* one row alone looks lost on the next page, too */
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

/**
 * soleus_block_table_set_dense:
 * @dense: %TRUE for 10 pt and narrow rows: lists that a professional looks things up in; large print stays large.
 *   The columns follow their texts; the shares say what each may take at first.
 */
void
soleus_block_table_set_dense (SoleusBlock *self,
                              gboolean     dense)
{
  g_return_if_fail (SOLEUS_IS_TABLE_BLOCK (self));

  SOLEUS_TABLE_BLOCK (self)->dense = dense;
  SOLEUS_TABLE_BLOCK (self)->fits = dense;
}
