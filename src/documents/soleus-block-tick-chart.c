/* soleus-block-tick-chart.c: a week of boxes, as many a day as the exercise is done, and a row for the worst pain */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_TICK_CHART_BLOCK (soleus_tick_chart_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTickChartBlock, soleus_tick_chart_block, SOLEUS, TICK_CHART_BLOCK, SoleusBlock)

typedef struct {
  char *label;
  int   times;
} Row;

struct _SoleusTickChartBlock {
  SoleusBlock  parent_instance;
  GStrv        days;
  char        *pain_label; /* (nullable) */
  GPtrArray   *rows;       /* of Row */
};

G_DEFINE_FINAL_TYPE (SoleusTickChartBlock, soleus_tick_chart_block, SOLEUS_TYPE_BLOCK)

#define BOX     11.0
#define BOX_GAP 3.0
#define ROW_PADDING 2.0
#define LABEL_GAP 4.0 /* below a label that stands above its boxes: letters reach below their line */

static void
free_row (Row *row)
{
  g_free (row->label);
  g_free (row);
}

static void
soleus_tick_chart_block_finalize (GObject *object)
{
  SoleusTickChartBlock *self = SOLEUS_TICK_CHART_BLOCK (object);

  g_clear_pointer (&self->days, g_strfreev);
  g_clear_pointer (&self->pain_label, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (soleus_tick_chart_block_parent_class)->finalize (object);
}

/* In large print the label stands above its boxes, which then have the whole width. */
static double
get_label_width (SoleusTickChartBlock *self,
                 SoleusTypography     *type,
                 double                width)
{
  double widest = self->pain_label != NULL ? soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL, self->pain_label) : 0;

  if (soleus_typography_is_large_print (type))
    return 0;
  for (guint i = 0; i < self->rows->len; i++)
    widest = MAX (widest, soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL, ((Row *) g_ptr_array_index (self->rows, i))->label));
  return CLAMP (widest + 10, width * 0.2, width * 0.45);
}

static double
get_day_width (SoleusTickChartBlock *self,
               SoleusTypography     *type,
               double                width)
{
  return (width - get_label_width (self, type, width)) / MAX (1, g_strv_length (self->days));
}

static int
get_boxes_per_line (SoleusTypography *type,
                    double            day_width)
{
  double box = soleus_typography_get_space (type, BOX), gap = soleus_typography_get_space (type, BOX_GAP);

  return MAX (1, (int) floor ((day_width - 2 + gap) / (box + gap)));
}

static double
get_boxes_height (SoleusTypography *type,
                  double            day_width,
                  int               times)
{
  int per_line = get_boxes_per_line (type, day_width), n_lines = (MAX (times, 1) + per_line - 1) / per_line;

  return n_lines * soleus_typography_get_space (type, BOX) + (n_lines - 1) * soleus_typography_get_space (type, BOX_GAP);
}

static double
get_row_height (SoleusTickChartBlock *self,
                SoleusTypography     *type,
                double                width,
                const char           *label,
                double                boxes)
{
  double label_width = get_label_width (self, type, width);
  double padding = soleus_typography_get_space (type, ROW_PADDING);
  double text = soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, label, label_width > 0 ? label_width - 8 : width);

  return label_width > 0 ? MAX (text, boxes) + padding * 1.4 : text + soleus_typography_get_space (type, LABEL_GAP) + boxes + padding * 2;
}

static double
get_pain_box_height (SoleusTypography *type)
{
  return soleus_typography_get_space (type, 15);
}

static double
get_header_height (SoleusTypography *type)
{
  return soleus_typography_get_line_height (type, SOLEUS_TEXT_ROLE_SMALL_STRONG) + soleus_typography_get_space (type, 3);
}

static double
soleus_tick_chart_block_measure (SoleusBlock      *block,
                                 SoleusTypography *type,
                                 double            width)
{
  SoleusTickChartBlock *self = SOLEUS_TICK_CHART_BLOCK (block);
  double day_width = get_day_width (self, type, width);
  double height = get_header_height (type);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      height += get_row_height (self, type, width, row->label, get_boxes_height (type, day_width, row->times));
    }
  if (self->pain_label != NULL)
    height += get_row_height (self, type, width, self->pain_label, get_pain_box_height (type));
  return height;
}

static void
draw_boxes (SoleusCanvas *canvas,
            double        x,
            double        y,
            double        day_width,
            int           times)
{
  double box = soleus_typography_get_space (canvas->type, BOX), gap = soleus_typography_get_space (canvas->type, BOX_GAP);
  int per_line = get_boxes_per_line (canvas->type, day_width);

  for (int i = 0; i < times; i++)
    {
      int line = i / per_line;
      int in_line = MIN (per_line, times - line * per_line);
      double total = in_line * box + (in_line - 1) * gap;

      cairo_rectangle (canvas->cr, x + (day_width - total) / 2 + (i % per_line) * (box + gap), y + line * (box + gap), box, box);
    }
  soleus_canvas_stroke (canvas, SOLEUS_TONE_INK, 0.9);
}

static double
draw_row (SoleusTickChartBlock *self,
          SoleusCanvas         *canvas,
          double                x,
          double                y,
          double                width,
          const char           *label,
          int                   times)
{
  SoleusTypography *type = canvas->type;
  double day_width = get_day_width (self, type, width), label_width = get_label_width (self, type, width);
  double boxes = times > 0 ? get_boxes_height (type, day_width, times) : get_pain_box_height (type);
  double height = get_row_height (self, type, width, label, boxes);
  double text = soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, label, label_width > 0 ? label_width - 8 : width);
  double top = label_width > 0 ? y + (height - boxes) / 2 : y + height - boxes - soleus_typography_get_space (type, ROW_PADDING);

  soleus_canvas_line (canvas, SOLEUS_TONE_RULE, 0.5, x, y, x + width, y);
  soleus_canvas_begin_tag (canvas, "TR");
  soleus_canvas_show_tagged (canvas, "TH", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, label,
                             label_width > 0 ? soleus_canvas_place (canvas, x, width, 0, label_width - 8) : x,
                             label_width > 0 ? y + (height - text) / 2 : y + soleus_typography_get_space (type, 2),
                             label_width > 0 ? label_width - 8 : width);
  soleus_canvas_end_tag (canvas, "TR");
  for (guint i = 0; self->days[i] != NULL; i++)
    {
      double left = soleus_canvas_place (canvas, x, width, label_width + i * day_width, day_width);

      if (times > 0)
        draw_boxes (canvas, left, top, day_width, times);
      else
        {
          double box = MIN (day_width - 8, soleus_typography_get_space (type, 30));

          cairo_rectangle (canvas->cr, left + (day_width - box) / 2, top, box, boxes);
          soleus_canvas_stroke (canvas, SOLEUS_TONE_INK, 0.9);
        }
    }
  return height;
}

static void
soleus_tick_chart_block_draw (SoleusBlock  *block,
                              SoleusCanvas *canvas,
                              double        x,
                              double        y,
                              double        width,
                              double        height)
{
  SoleusTickChartBlock *self = SOLEUS_TICK_CHART_BLOCK (block);
  double day_width = get_day_width (self, canvas->type, width), label_width = get_label_width (self, canvas->type, width);
  SoleusTextRole role = SOLEUS_TEXT_ROLE_CELL_STRONG;

  for (guint i = 0; self->days[i] != NULL; i++)
    if (soleus_typography_measure_width (canvas->type, role, self->days[i]) > day_width - 4)
      role = SOLEUS_TEXT_ROLE_SMALL_STRONG;

  soleus_canvas_begin_tag (canvas, "Table");
  soleus_canvas_begin_tag (canvas, "TR");
  for (guint i = 0; self->days[i] != NULL; i++)
    {
      soleus_canvas_show_tagged (canvas, "TH", role, SOLEUS_TONE_INK, SOLEUS_ALIGN_CENTRE, self->days[i],
                                 soleus_canvas_place (canvas, x, width, label_width + i * day_width, day_width), y, day_width);
    }
  soleus_canvas_end_tag (canvas, "TR");
  y += get_header_height (canvas->type);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      y += draw_row (self, canvas, x, y, width, row->label, MAX (1, row->times));
    }
  if (self->pain_label != NULL)
    draw_row (self, canvas, x, y, width, self->pain_label, 0);
  soleus_canvas_end_tag (canvas, "Table");
}

static SoleusBlock *
create_part (SoleusTickChartBlock *self,
             guint                 from,
             guint                 until,
             const char           *pain_label)
{
  SoleusBlock *part = soleus_block_new_tick_chart ((const char *const *) self->days, pain_label);

  for (guint i = from; i < until; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      soleus_block_tick_chart_add_row (part, row->label, row->times);
    }
  soleus_block_copy_frame (part, SOLEUS_BLOCK (self));
  return part;
}

static gboolean
soleus_tick_chart_block_split (SoleusBlock       *block,
                               SoleusTypography  *type,
                               double             width,
                               double             available,
                               gboolean           force,
                               SoleusBlock      **head,
                               SoleusBlock      **tail)
{
  SoleusTickChartBlock *self = SOLEUS_TICK_CHART_BLOCK (block);
  double day_width = get_day_width (self, type, width), y = get_header_height (type);
  guint n_fit = 0;

  if (!force)
    return FALSE;
  for (; n_fit < self->rows->len; n_fit++)
    {
      const Row *row = g_ptr_array_index (self->rows, n_fit);

      y += get_row_height (self, type, width, row->label, get_boxes_height (type, day_width, row->times));
      if (y > available)
        break;
    }
  if (n_fit == 0 || n_fit >= self->rows->len)
    return FALSE;
  *head = create_part (self, 0, n_fit, NULL);
  *tail = create_part (self, n_fit, self->rows->len, self->pain_label);
  return TRUE;
}

static void
soleus_tick_chart_block_class_init (SoleusTickChartBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_tick_chart_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_tick_chart_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_tick_chart_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->split = soleus_tick_chart_block_split;
}

static void
soleus_tick_chart_block_init (SoleusTickChartBlock *self)
{
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
}

/**
 * soleus_block_new_tick_chart:
 * @days: (array zero-terminated=1): the column titles, "Fri 21"
 * @pain_label: (nullable): the last row, with a box a day to write a number in
 *
 * Returns: (transfer full): a tick chart without rows
 */
SoleusBlock *
soleus_block_new_tick_chart (const char *const *days,
                             const char        *pain_label)
{
  SoleusTickChartBlock *self = g_object_new (SOLEUS_TYPE_TICK_CHART_BLOCK, NULL);

  self->days = g_strdupv ((char **) days);
  self->pain_label = g_strdup (pain_label);
  soleus_block_set_space (SOLEUS_BLOCK (self), 2, 6);
  return SOLEUS_BLOCK (self);
}

/**
 * soleus_block_tick_chart_add_row:
 * @label: what is ticked
 * @times: boxes a day, at least 1
 */
void
soleus_block_tick_chart_add_row (SoleusBlock *self,
                                 const char  *label,
                                 int          times)
{
  Row *row;

  g_return_if_fail (SOLEUS_IS_TICK_CHART_BLOCK (self));

  row = g_new0 (Row, 1);
  row->label = g_strdup (label);
  row->times = MAX (1, times);
  g_ptr_array_add (SOLEUS_TICK_CHART_BLOCK (self)->rows, row);
}
