/* soleus-block-form.c: a week of empty boxes to write in, one row a question, one column a day */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_FORM_BLOCK (soleus_form_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFormBlock, soleus_form_block, SOLEUS, FORM_BLOCK, SoleusBlock)

typedef struct {
  char *label;
  char *hint; /* (nullable): the row is a question; NULL: a heading */
} Row;

struct _SoleusFormBlock {
  SoleusBlock  parent_instance;
  GStrv        days;
  GPtrArray   *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (SoleusFormBlock, soleus_form_block, SOLEUS_TYPE_BLOCK)

#define LABEL_SHARE 0.44
#define ROW_PADDING 2.2
#define HINT_GAP 5.0
#define NBSP "\302\240"

static void
free_row (Row *row)
{
  g_free (row->label);
  g_free (row->hint);
  g_free (row);
}

static void
soleus_form_block_finalize (GObject *object)
{
  SoleusFormBlock *self = SOLEUS_FORM_BLOCK (object);

  g_clear_pointer (&self->days, g_strfreev);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_form_block_parent_class)->finalize (object);
}

static double
get_day_width (SoleusFormBlock *self,
               double           width)
{
  return width * (1 - LABEL_SHARE) / MAX (1, g_strv_length (self->days));
}

static gboolean
days_fit_in_line (SoleusFormBlock  *self,
                  SoleusTypography *type,
                  double            width)
{
  for (guint i = 0; self->days[i] != NULL; i++)
    if (soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_SMALL_STRONG, self->days[i]) > get_day_width (self, width))
      return FALSE;
  return TRUE;
}

/* The number of the day stands under its name in all columns where it has no room beside one of them. */
static double
get_header_height (SoleusFormBlock  *self,
                   SoleusTypography *type,
                   double            width)
{
  double line = soleus_typography_get_line_height (type, SOLEUS_TEXT_ROLE_SMALL_STRONG);

  return (days_fit_in_line (self, type, width) ? line : 2 * line) + soleus_typography_get_space (type, 3);
}

/* The hint stands behind the label where both fit in one line, else below it. */
static gboolean
fits_in_line (SoleusTypography *type,
              const Row        *row,
              double            width)
{
  return soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL, row->label) + HINT_GAP +
         soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_SMALL, row->hint) <= width;
}

static double
get_row_height (SoleusTypography *type,
                const Row        *row,
                double            width)
{
  double label_width = width * LABEL_SHARE - HINT_GAP;
  double padding = 2 * soleus_typography_get_space (type, ROW_PADDING);
  double height;

  if (row->hint == NULL)
    return soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL_STRONG, row->label, width) + padding;
  height = soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, row->label, label_width) + padding;
  if (!fits_in_line (type, row, label_width))
    height += soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_SMALL, row->hint, label_width);
  return height;
}

static double
soleus_form_block_measure (SoleusBlock      *block,
                           SoleusTypography *type,
                           double            width)
{
  SoleusFormBlock *self = SOLEUS_FORM_BLOCK (block);
  double height = get_header_height (self, type, width);

  for (guint i = 0; i < self->rows->len; i++)
    height += get_row_height (type, g_ptr_array_index (self->rows, i), width);
  return height;
}

static void
draw_boxes (SoleusFormBlock *self,
            SoleusCanvas    *canvas,
            double           x,
            double           y,
            double           width,
            double           height)
{
  guint n_days = g_strv_length (self->days);
  double day_width = get_day_width (self, width);

  for (guint i = 0; i < n_days; i++)
    {
      double left = soleus_canvas_place (canvas, x, width, width * LABEL_SHARE + i * day_width, day_width);

      soleus_canvas_rounded (canvas, left + 1, y + 1, day_width - 2, height - 2, 2);
      soleus_canvas_stroke (canvas, SOLEUS_TONE_DIM, 0.7);
    }
}

static void
draw_row (SoleusFormBlock *self,
          SoleusCanvas    *canvas,
          const Row       *row,
          double           x,
          double           y,
          double           width)
{
  double padding = soleus_typography_get_space (canvas->type, ROW_PADDING);
  double label_width = width * LABEL_SHARE - HINT_GAP;
  double left = soleus_canvas_place (canvas, x, width, 0, label_width);
  double below;

  soleus_canvas_begin_tag (canvas, "TR");
  soleus_canvas_begin_tag (canvas, "TH");
  if (row->hint == NULL)
    {
      soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL_STRONG, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, row->label, x, y + padding, width);
    }
  else
    {
      below = soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, row->label, left, y + padding, label_width);
      soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_SMALL, SOLEUS_TONE_DIM,
                               fits_in_line (canvas->type, row, label_width) ? SOLEUS_ALIGN_END : SOLEUS_ALIGN_START, row->hint, left,
                               y + padding + (fits_in_line (canvas->type, row, label_width) ? 1.5 : below), label_width);
      draw_boxes (self, canvas, x, y, width, get_row_height (canvas->type, row, width));
    }
  soleus_canvas_end_tag (canvas, "TH");
  soleus_canvas_end_tag (canvas, "TR");
}

static void
soleus_form_block_draw (SoleusBlock  *block,
                        SoleusCanvas *canvas,
                        double        x,
                        double        y,
                        double        width,
                        double        height)
{
  SoleusFormBlock *self = SOLEUS_FORM_BLOCK (block);
  guint n_days = g_strv_length (self->days);
  double day_width = get_day_width (self, width);
  gboolean in_line = days_fit_in_line (self, canvas->type, width);

  soleus_canvas_begin_tag (canvas, "Table");
  soleus_canvas_begin_tag (canvas, "TR");
  for (guint i = 0; i < n_days; i++)
    {
      g_auto (GStrv) parts = g_strsplit (self->days[i], NBSP, 2);
      g_autofree char *day = g_strjoinv (in_line ? NBSP : "\n", parts);

      soleus_canvas_show_tagged (canvas, "TH", SOLEUS_TEXT_ROLE_SMALL_STRONG, SOLEUS_TONE_INK, SOLEUS_ALIGN_CENTRE, day,
                                 soleus_canvas_place (canvas, x, width, width * LABEL_SHARE + i * day_width, day_width), y, day_width);
    }
  soleus_canvas_end_tag (canvas, "TR");
  y += get_header_height (self, canvas->type, width);
  for (guint i = 0; i < self->rows->len; i++)
    {
      draw_row (self, canvas, g_ptr_array_index (self->rows, i), x, y, width);
      y += get_row_height (canvas->type, g_ptr_array_index (self->rows, i), width);
    }
  soleus_canvas_end_tag (canvas, "Table");
}

static void
copy_rows (SoleusFormBlock *self,
           SoleusBlock     *part,
           guint            from,
           guint            until)
{
  for (guint i = from; i < until; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      soleus_block_form_add_row (part, row->label, row->hint);
    }
  soleus_block_copy_frame (part, SOLEUS_BLOCK (self));
}

/* Large print has more than a page of questions. A heading stays with its first question. */
static gboolean
soleus_form_block_split (SoleusBlock       *block,
                         SoleusTypography  *type,
                         double             width,
                         double             available,
                         gboolean           force,
                         SoleusBlock      **head,
                         SoleusBlock      **tail)
{
  SoleusFormBlock *self = SOLEUS_FORM_BLOCK (block);
  double y = get_header_height (self, type, width);
  guint n_fit = 0;

  for (; n_fit < self->rows->len; n_fit++)
    {
      y += get_row_height (type, g_ptr_array_index (self->rows, n_fit), width);
      if (y > available)
        break;
    }
  if (n_fit > 0 && n_fit < self->rows->len && ((Row *) g_ptr_array_index (self->rows, n_fit - 1))->hint == NULL)
    n_fit--;
  if (n_fit < 2 || n_fit >= self->rows->len)
    return FALSE;
  *head = soleus_block_new_form ((const char *const *) self->days);
  copy_rows (self, *head, 0, n_fit);
  *tail = soleus_block_new_form ((const char *const *) self->days);
  copy_rows (self, *tail, n_fit, self->rows->len);
  return TRUE;
}

static void
soleus_form_block_class_init (SoleusFormBlockClass *klass)
{
  SoleusBlockClass *block_class = SOLEUS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_form_block_finalize;
  block_class->measure = soleus_form_block_measure;
  block_class->draw = soleus_form_block_draw;
  block_class->split = soleus_form_block_split;
}

static void
soleus_form_block_init (SoleusFormBlock *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
}

/**
 * soleus_block_new_form:
 * @days: %NULL-terminated, over the columns
 *
 * Returns: (transfer full): a form without questions yet
 */
SoleusBlock *
soleus_block_new_form (const char *const *days)
{
  SoleusFormBlock *self = g_object_new (SOLEUS_TYPE_FORM_BLOCK, NULL);

  self->days = g_strdupv ((char **) days);
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_form_add_row:
 * @label: the question, or a heading
 * @hint: (nullable): unit or scale; %NULL makes the row a heading without boxes
 */
void
soleus_block_form_add_row (SoleusBlock *self,
                           const char  *label,
                           const char  *hint)
{
  Row *row = g_new0 (Row, 1);

  row->label = g_strdup (label);
  row->hint = g_strdup (hint);
  g_ptr_array_add (SOLEUS_FORM_BLOCK (self)->rows, row);
}
