/* soleus-block-exercise.c: one exercise: name, how often, picture from start to end, steps, dose, stop-if, room for notes
 *
 * It never divides. Three shapes: roomy (the dose in a column of its own), compact (the dose runs on below the steps, room
 * for notes in the title row, so that four fit a page) and large print (everything across the page). */
#include "soleus-block-private.h"

#define SOLEUS_TYPE_EXERCISE_BLOCK (soleus_exercise_block_get_type ())
G_DECLARE_FINAL_TYPE (SoleusExerciseBlock, soleus_exercise_block, SOLEUS, EXERCISE_BLOCK, SoleusBlock)

struct _SoleusExerciseBlock {
  SoleusBlock  parent_instance;
  SoleusExerciseFit fit;
  gboolean     mirrored;
  gboolean     bare;        /* without drawings */
  char        *title;       /* "1  Ankle pumps" */
  char        *name;
  char        *how_often;
  GBytes      *start, *end; /* (nullable) */
  char        *start_label, *end_label, *stop_if, *notes_label; /* (nullable) */
  GStrv        steps, dose_labels, dose_values;
};

G_DEFINE_FINAL_TYPE (SoleusExerciseBlock, soleus_exercise_block, SOLEUS_TYPE_BLOCK)

#define PADDING     12.0
#define ARROW       16.0
#define COLUMN_GAP  14.0
#define LARGE_GAP   4.0
#define LEAST_NOTES 24.0

/* Where the parts stand, in points from the card's start and top. */
typedef struct {
  double title;           /* height of the title row */
  double figure_width, figure_height;
  double steps_offset, steps_width, steps_height;
  double dose_offset, dose_width, dose_height;
  double label_width;     /* of the dose */
  int    dose_columns;
  double stop_height, notes_height;
  gboolean below;         /* stop-if and dose run below figures and steps, as wide as the card */
  double caption;         /* height below the figures */
  double body;            /* height of the row of figures, steps and dose */
  double height;
} Shape;

static void
soleus_exercise_block_finalize (GObject *object)
{
  SoleusExerciseBlock *self = SOLEUS_EXERCISE_BLOCK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->how_often, g_free);
  g_clear_pointer (&self->start, g_bytes_unref);
  g_clear_pointer (&self->end, g_bytes_unref);
  g_clear_pointer (&self->start_label, g_free);
  g_clear_pointer (&self->end_label, g_free);
  g_clear_pointer (&self->stop_if, g_free);
  g_clear_pointer (&self->notes_label, g_free);
  g_clear_pointer (&self->steps, g_strfreev);
  g_clear_pointer (&self->dose_labels, g_strfreev);
  g_clear_pointer (&self->dose_values, g_strfreev);

  G_OBJECT_CLASS (soleus_exercise_block_parent_class)->finalize (object);
}

static double
get_number_width (SoleusTypography *type)
{
  return soleus_typography_get_size (type, SOLEUS_TEXT_ROLE_CELL) * 1.35;
}

static void
append_attributes (PangoAttrList *attributes,
                   SoleusTone     tone,
                   PangoWeight    weight,
                   guint          from,
                   guint          until)
{
  PangoAttribute *list[2];
  double red, green, blue;

  soleus_tone_get_colour (tone, &red, &green, &blue);
  list[0] = pango_attr_foreground_new ((guint16) (red * 65535), (guint16) (green * 65535), (guint16) (blue * 65535));
  list[1] = pango_attr_weight_new (weight);
  for (gsize i = 0; i < G_N_ELEMENTS (list); i++)
    {
      list[i]->start_index = from;
      list[i]->end_index = until;
      pango_attr_list_insert (attributes, list[i]);
    }
}

/* "1. Sit down.  2. Pull …": the numbers stand out; only in the lowest shape */
static PangoLayout *
create_running_steps (SoleusExerciseBlock *self,
                      SoleusTypography    *type,
                      double               width)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  PangoLayout *layout;

  for (guint i = 0; self->steps[i] != NULL; i++)
    {
      guint from;

      g_string_append (text, i > 0 ? "\342\200\203" : "");
      from = text->len;
      g_string_append_printf (text, "%u.", i + 1);
      append_attributes (attributes, SOLEUS_TONE_INK, PANGO_WEIGHT_BOLD, from, text->len);
      g_string_append_printf (text, "\302\240%s", self->steps[i]);
    }
  layout = soleus_typography_create_layout (type, SOLEUS_TEXT_ROLE_CELL, SOLEUS_ALIGN_START, text->str, width);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static double
measure_layout (PangoLayout *layout) /* (transfer full) */
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  g_object_unref (layout);
  return (double) height / PANGO_SCALE;
}

static double
measure_step_list (SoleusExerciseBlock *self,
                   SoleusTypography    *type,
                   double               width)
{
  double height = 0;

  for (guint i = 0; self->steps[i] != NULL; i++)
    height += soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, self->steps[i], MAX (1, width - get_number_width (type))) +
              (i > 0 ? 2 : 0);
  return height;
}

static double
measure_steps (SoleusExerciseBlock *self,
               SoleusTypography    *type,
               double               width)
{
  double list = measure_step_list (self, type, width);

  if (self->fit != SOLEUS_EXERCISE_TIGHT || self->steps[0] == NULL)
    return list;
  return MIN (list, measure_layout (create_running_steps (self, type, width)));
}

static double
get_dose_row_height (SoleusExerciseBlock *self,
                     SoleusTypography    *type,
                     const Shape         *shape,
                     guint                row)
{
  guint n = g_strv_length (self->dose_labels), per_column = (n + shape->dose_columns - 1) / shape->dose_columns;
  double column = (shape->dose_width - (shape->dose_columns - 1) * COLUMN_GAP) / shape->dose_columns;
  double height = 0;

  for (guint i = row; i < n; i += per_column)
    height = MAX (height, soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL_STRONG, self->dose_values[i],
                                                          MAX (1, column - shape->label_width)));
  return height + (soleus_typography_is_large_print (type) ? 3 : 0.8);
}

/* "Sets 2  Times 10  Hold none …": a pair breaks only where it is wider than the line */
static PangoLayout *
create_running_dose (SoleusExerciseBlock *self,
                     SoleusTypography    *type,
                     double               width)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  PangoLayout *layout;

  for (guint i = 0; self->dose_labels[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (self->dose_values[i], " ", -1);
      g_autofree char *value = g_strjoinv ("\302\240", words);
      guint from = text->len;

      g_string_append_printf (text, "%s%s\302\240", i == 0 ? "" : self->fit == SOLEUS_EXERCISE_TIGHT ? "\342\200\202 " : "\342\200\203", self->dose_labels[i]);
      append_attributes (attributes, SOLEUS_TONE_DIM, PANGO_WEIGHT_NORMAL, from, text->len);
      from = text->len;
      g_string_append (text, value);
      append_attributes (attributes, SOLEUS_TONE_INK, PANGO_WEIGHT_BOLD, from, text->len);
    }
  layout = soleus_typography_create_layout (type, SOLEUS_TEXT_ROLE_CELL, SOLEUS_ALIGN_START, text->str, width);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static double
measure_running_dose (SoleusExerciseBlock *self,
                      SoleusTypography    *type,
                      double               width)
{
  return measure_layout (create_running_dose (self, type, width));
}

static double
measure_dose (SoleusExerciseBlock *self,
              SoleusTypography    *type,
              const Shape         *shape)
{
  guint n = g_strv_length (self->dose_labels), per_column = (n + shape->dose_columns - 1) / shape->dose_columns;
  double height = 0;

  for (guint row = 0; row < per_column; row++)
    height += get_dose_row_height (self, type, shape, row);
  return height;
}

static double
measure_labels (SoleusExerciseBlock *self,
                SoleusTypography    *type)
{
  double width = 0;

  for (guint i = 0; self->dose_labels[i] != NULL; i++)
    width = MAX (width, soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL, self->dose_labels[i]));
  return width + 7;
}

static double
get_padding (SoleusExerciseBlock *self)
{
  return self->fit == SOLEUS_EXERCISE_TIGHT ? 1.5 : self->fit == SOLEUS_EXERCISE_COMPACT ? 3 : 5;
}

static gboolean
is_low (SoleusExerciseBlock *self,
        SoleusTypography    *type)
{
  return self->fit != SOLEUS_EXERCISE_ROOMY && !soleus_typography_is_large_print (type);
}

static double
measure_title (SoleusExerciseBlock *self,
               SoleusTypography    *type,
               double               inner)
{
  double often = soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL_STRONG, self->how_often);
  double name = soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_H3, self->title);
  double height = soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_H3, self->title, inner);

  if (name + often + 12 > inner)
    height += soleus_typography_get_line_height (type, SOLEUS_TEXT_ROLE_CELL_STRONG);
  return height + soleus_typography_get_space (type, self->fit == SOLEUS_EXERCISE_TIGHT ? 0 : self->fit == SOLEUS_EXERCISE_COMPACT ? 1 : 2);
}

static void
set_figures (SoleusExerciseBlock *self,
             Shape               *shape,
             double               width,
             double               height,
             double               gap)
{
  shape->figure_width = self->bare ? 0 : width;
  shape->figure_height = self->bare ? 0 : height;
  shape->steps_offset = self->bare ? 0 : (self->end_label != NULL ? 2 * width + ARROW : width) + gap;
}

static void
shape_roomy (SoleusExerciseBlock *self,
             SoleusTypography    *type,
             double               inner,
             Shape               *shape)
{
  double widest = 0;

  for (guint i = 0; self->dose_values[i] != NULL; i++)
    widest = MAX (widest, soleus_typography_measure_width (type, SOLEUS_TEXT_ROLE_CELL_STRONG, self->dose_values[i]));
  set_figures (self, shape, 78, 62, COLUMN_GAP);
  shape->dose_columns = 1;
  shape->dose_width = CLAMP (shape->label_width + widest + 1, inner * 0.2, inner * 0.335);
  shape->dose_offset = inner - shape->dose_width;
  shape->steps_width = MAX (40, shape->dose_offset - COLUMN_GAP - shape->steps_offset);
}

static double
measure_stop (SoleusExerciseBlock *self,
              SoleusTypography    *type,
              double               width)
{
  return self->stop_if != NULL ? soleus_typography_measure_text (type, SOLEUS_TEXT_ROLE_CELL, self->stop_if, width) + 2 : 0;
}

/* Beside the figures, or below them where that is lower: text that is taller than the figures leaves a hole below them. */
static void
shape_compact (SoleusExerciseBlock *self,
               SoleusTypography    *type,
               double               inner,
               Shape               *shape)
{
  gboolean tight = self->fit == SOLEUS_EXERCISE_TIGHT;
  double beside, below, steps;

  set_figures (self, shape, tight ? 54 : 72, tight ? 44 : 58, 10);
  shape->dose_columns = 1;
  shape->steps_width = inner - shape->steps_offset;
  steps = measure_steps (self, type, shape->steps_width);
  beside = MAX (shape->figure_height, steps + measure_stop (self, type, shape->steps_width) + 2 + measure_running_dose (self, type, shape->steps_width));
  below = MAX (shape->figure_height, steps) + measure_stop (self, type, inner) + 2 + measure_running_dose (self, type, inner);
  shape->below = below < beside - 1;
  shape->dose_width = shape->below ? inner : shape->steps_width;
}

static void
shape_large (SoleusExerciseBlock *self,
             SoleusTypography    *type,
             double               inner,
             Shape               *shape)
{
  double three;

  set_figures (self, shape, self->end_label != NULL ? (inner - 2 * ARROW) / 2 : inner / 2, 88, 0);
  shape->dose_width = inner;
  shape->steps_width = inner;
  shape->dose_columns = 3;
  three = measure_dose (self, type, shape);
  shape->dose_columns = 2;
  if (three + 6 < measure_dose (self, type, shape)) /* not where a value would take a second line */
    shape->dose_columns = 3;
}

static void
compute_shape (SoleusExerciseBlock *self,
               SoleusTypography    *type,
               double               width,
               double               height,
               Shape               *shape)
{
  double inner = width - 2 * PADDING, line = soleus_typography_get_line_height (type, SOLEUS_TEXT_ROLE_CELL), spare;
  double padding = get_padding (self);
  gboolean large = soleus_typography_is_large_print (type);

  *shape = (Shape) { .label_width = measure_labels (self, type) };
  if (large)
    shape_large (self, type, inner, shape);
  else if (is_low (self, type))
    shape_compact (self, type, inner, shape);
  else
    shape_roomy (self, type, inner, shape);
  shape->title = measure_title (self, type, inner);
  shape->caption = self->start_label != NULL ? line : 0;
  shape->steps_height = measure_steps (self, type, shape->steps_width);
  shape->dose_height = is_low (self, type) ? measure_running_dose (self, type, shape->dose_width) : measure_dose (self, type, shape);
  shape->stop_height = measure_stop (self, type, shape->below ? inner : shape->steps_width);
  shape->notes_height = self->notes_label != NULL && !is_low (self, type) ? line + 2 : 0;

  if (large)
    shape->body = shape->figure_height + shape->caption + shape->steps_height + shape->dose_height + shape->stop_height + shape->notes_height +
                  4 * LARGE_GAP;
  else if (shape->below)
    shape->body = MAX (shape->figure_height, shape->steps_height) + shape->stop_height + 2 + shape->dose_height;
  else if (is_low (self, type))
    shape->body = MAX (shape->figure_height, shape->steps_height + shape->stop_height + 2 + shape->dose_height);
  else
    shape->body = MAX (MAX (shape->figure_height + shape->caption, shape->dose_height),
                       shape->steps_height + shape->stop_height + shape->notes_height);
  shape->height = shape->title + shape->body + 2 * padding;

  spare = height - shape->height;
  if (spare > 0 && !large)
    {
      shape->body += spare;
      shape->height = height;
    }
  if (!large && !shape->below)
    shape->figure_height = MAX (shape->figure_height, MIN (shape->body - shape->caption, shape->figure_width * 0.95));
}

static double
soleus_exercise_block_measure (SoleusBlock      *block,
                               SoleusTypography *type,
                               double            width)
{
  Shape shape;

  compute_shape (SOLEUS_EXERCISE_BLOCK (block), type, width, 0, &shape);
  return shape.height;
}

static double
soleus_exercise_block_get_stretch (SoleusBlock      *block,
                                   SoleusTypography *type)
{
  return soleus_typography_is_large_print (type) ? 0 : 16;
}

static void
draw_arrow (SoleusCanvas *canvas,
            double        x,
            double        y)
{
  double direction = soleus_typography_is_mirrored (canvas->type) ? -1 : 1;

  x += direction > 0 ? 2 : ARROW - 2;
  soleus_canvas_line (canvas, SOLEUS_TONE_INK, 1.5, x, y, x + direction * 8, y);
  cairo_move_to (canvas->cr, x + direction * 13, y);
  cairo_line_to (canvas->cr, x + direction * 7, y - 3.6);
  cairo_line_to (canvas->cr, x + direction * 7, y + 3.6);
  cairo_close_path (canvas->cr);
  soleus_canvas_set_tone (canvas, SOLEUS_TONE_INK);
  cairo_fill (canvas->cr);
}

static void
draw_figures (SoleusExerciseBlock *self,
              SoleusCanvas        *canvas,
              const Shape         *shape,
              double               x,
              double               y,
              double               inner)
{
  double gap = soleus_typography_is_large_print (canvas->type) ? 2 * ARROW : ARROW;
  double start = soleus_canvas_place (canvas, x, inner, 0, shape->figure_width);
  double end = soleus_canvas_place (canvas, x, inner, shape->figure_width + gap, shape->figure_width);

  if (self->bare)
    return;
  soleus_canvas_show_svg (canvas, self->start, self->name, start, y, shape->figure_width, shape->figure_height, self->mirrored);
  soleus_canvas_show_tagged (canvas, "Caption", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_CENTRE, self->start_label, start,
                             y + shape->figure_height, shape->figure_width);
  if (self->end_label == NULL)
    return;
  draw_arrow (canvas, soleus_canvas_place (canvas, x, inner, shape->figure_width + (gap - ARROW) / 2, ARROW), y + shape->figure_height / 2);
  soleus_canvas_show_svg (canvas, self->end, self->name, end, y, shape->figure_width, shape->figure_height, self->mirrored);
  if (self->start_label != NULL)
    soleus_canvas_show_tagged (canvas, "Caption", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_CENTRE, self->end_label, end,
                             y + shape->figure_height, shape->figure_width);
}

static void
draw_steps (SoleusExerciseBlock *self,
            SoleusCanvas        *canvas,
            double               x,
            double               y,
            double               width)
{
  double number = get_number_width (canvas->type);

  if (measure_steps (self, canvas->type, width) < measure_step_list (self, canvas->type, width))
    {
      PangoLayout *layout = create_running_steps (self, canvas->type, width);

      soleus_canvas_begin_tag (canvas, "P");
      soleus_canvas_show_layout (canvas, layout, SOLEUS_TONE_INK, x, y);
      soleus_canvas_end_tag (canvas, "P");
      g_object_unref (layout);
      return;
    }
  soleus_canvas_begin_tag (canvas, "L");
  for (guint i = 0; self->steps[i] != NULL; i++)
    {
      g_autofree char *mark = g_strdup_printf ("%u.", i + 1);

      soleus_canvas_begin_tag (canvas, "LI");
      soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, mark,
                               soleus_canvas_place (canvas, x, width, 0, number), y, number);
      y += soleus_canvas_show_text (canvas, SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->steps[i],
                                    soleus_canvas_place (canvas, x, width, number, width - number), y, width - number) + 2;
      soleus_canvas_end_tag (canvas, "LI");
    }
  soleus_canvas_end_tag (canvas, "L");
}

static void
draw_dose (SoleusExerciseBlock *self,
           SoleusCanvas        *canvas,
           const Shape         *shape,
           double               x,
           double               y)
{
  guint n = g_strv_length (self->dose_labels), per_column = (n + shape->dose_columns - 1) / shape->dose_columns;
  double column = (shape->dose_width - (shape->dose_columns - 1) * COLUMN_GAP) / shape->dose_columns;

  soleus_canvas_begin_tag (canvas, "Table");
  for (int c = 0; c < shape->dose_columns; c++)
    {
      double left = soleus_canvas_place (canvas, x, shape->dose_width, c * (column + COLUMN_GAP), column), top = y;

      for (guint row = 0; row < per_column && c * per_column + row < n; row++)
        {
          guint i = c * per_column + row;

          soleus_canvas_begin_tag (canvas, "TR");
          soleus_canvas_show_tagged (canvas, "TH", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_DIM, SOLEUS_ALIGN_START, self->dose_labels[i],
                                     soleus_canvas_place (canvas, left, column, 0, shape->label_width), top, shape->label_width);
          soleus_canvas_show_tagged (canvas, "TD", SOLEUS_TEXT_ROLE_CELL_STRONG, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->dose_values[i],
                                     soleus_canvas_place (canvas, left, column, shape->label_width, column - shape->label_width), top,
                                     column - shape->label_width);
          soleus_canvas_end_tag (canvas, "TR");
          top += get_dose_row_height (self, canvas->type, shape, row);
        }
    }
  soleus_canvas_end_tag (canvas, "Table");
}

static void
draw_notes (SoleusExerciseBlock *self,
            SoleusCanvas        *canvas,
            double               x,
            double               y,
            double               width)
{
  double label = soleus_typography_measure_width (canvas->type, SOLEUS_TEXT_ROLE_CELL, self->notes_label);
  double line = soleus_typography_get_line_height (canvas->type, SOLEUS_TEXT_ROLE_CELL);
  double rule = soleus_canvas_place (canvas, x, width, label + 6, MAX (1, width - label - 6));

  soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_DIM, SOLEUS_ALIGN_START, self->notes_label,
                             soleus_canvas_place (canvas, x, width, 0, label + 2), y, label + 2);
  soleus_canvas_line (canvas, SOLEUS_TONE_RULE, 0.7, rule, y + line * 0.84, rule + MAX (1, width - label - 6), y + line * 0.84);
}

static void
draw_title (SoleusExerciseBlock *self,
            SoleusCanvas        *canvas,
            double               x,
            double               y,
            double               inner)
{
  double often = soleus_typography_measure_width (canvas->type, SOLEUS_TEXT_ROLE_CELL_STRONG, self->how_often);
  double name = soleus_typography_measure_width (canvas->type, SOLEUS_TEXT_ROLE_H3, self->title);
  double height = soleus_typography_measure_text (canvas->type, SOLEUS_TEXT_ROLE_H3, self->title, inner);
  gboolean beside = name + often + 12 <= inner;
  double drop = soleus_typography_get_line_height (canvas->type, SOLEUS_TEXT_ROLE_H3) -
                soleus_typography_get_line_height (canvas->type, SOLEUS_TEXT_ROLE_CELL_STRONG);

  soleus_canvas_add_outline (canvas, 2, self->name, y);
  soleus_canvas_show_tagged (canvas, "H3", SOLEUS_TEXT_ROLE_H3, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->title, x, y, inner);
  soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL_STRONG, SOLEUS_TONE_INK, beside ? SOLEUS_ALIGN_END : SOLEUS_ALIGN_START, self->how_often,
                             x, beside ? y + drop * 0.7 : y + height, inner);
  if (is_low (self, canvas->type) && self->notes_label != NULL)
    {
      double room = beside ? inner - name - often - 2 * COLUMN_GAP : inner - often - COLUMN_GAP;

      /* without room to write on, the word alone would be in the way */
      if (room > soleus_typography_measure_width (canvas->type, SOLEUS_TEXT_ROLE_CELL, self->notes_label) + LEAST_NOTES)
        draw_notes (self, canvas, soleus_canvas_place (canvas, x, inner, (beside ? name : often) + COLUMN_GAP, room),
                  beside ? y + drop * 0.7 : y + height, room);
    }
}

static void
draw_compact (SoleusExerciseBlock *self,
              SoleusCanvas        *canvas,
              const Shape         *shape,
              double               x,
              double               y,
              double               inner)
{
  double steps = soleus_canvas_place (canvas, x, inner, shape->steps_offset, shape->steps_width);
  double rest = shape->below ? x : steps, row = shape->below ? shape->body - shape->stop_height - 2 - shape->dose_height : shape->body;
  PangoLayout *dose = create_running_dose (self, canvas->type, shape->dose_width);

  draw_figures (self, canvas, shape, x, y + MAX (0, (row - shape->figure_height) / 2), inner);
  draw_steps (self, canvas, steps, y, shape->steps_width);
  soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->stop_if, rest,
                             shape->below ? y + row + 1 : y + shape->steps_height + 1, shape->dose_width);
  soleus_canvas_begin_tag (canvas, "P");
  soleus_canvas_show_layout (canvas, dose, SOLEUS_TONE_INK, rest, y + shape->body - shape->dose_height);
  soleus_canvas_end_tag (canvas, "P");
  g_object_unref (dose);
}

static void
draw_large (SoleusExerciseBlock *self,
            SoleusCanvas        *canvas,
            const Shape         *shape,
            double               x,
            double               y,
            double               inner)
{
  draw_figures (self, canvas, shape, x, y, inner);
  y += shape->figure_height + shape->caption + LARGE_GAP;
  draw_steps (self, canvas, x, y, inner);
  y += shape->steps_height + LARGE_GAP;
  draw_dose (self, canvas, shape, x, y);
  y += shape->dose_height + LARGE_GAP;
  soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->stop_if, x, y, inner);
  y += shape->stop_height;
  if (self->notes_label != NULL)
    draw_notes (self, canvas, x, y, inner);
}

static void
soleus_exercise_block_draw (SoleusBlock  *block,
                            SoleusCanvas *canvas,
                            double        x,
                            double        y,
                            double        width,
                            double        height)
{
  SoleusExerciseBlock *self = SOLEUS_EXERCISE_BLOCK (block);
  double inner = width - 2 * PADDING, left = x + PADDING, top, steps;
  Shape shape;

  compute_shape (self, canvas->type, width, height, &shape);
  soleus_canvas_begin_tag (canvas, "Sect");
  soleus_canvas_rounded (canvas, x + 0.5, y + 0.5, width - 1, shape.height - 1, 8);
  soleus_canvas_stroke (canvas, SOLEUS_TONE_RULE, 1);
  top = y + get_padding (self);
  draw_title (self, canvas, left, top, inner);
  top += shape.title;

  if (soleus_typography_is_large_print (canvas->type))
    draw_large (self, canvas, &shape, left, top, inner);
  else if (is_low (self, canvas->type))
    draw_compact (self, canvas, &shape, left, top, inner);
  else
    {
      draw_figures (self, canvas, &shape, left, top + MAX (0, (shape.body - shape.figure_height - shape.caption) / 2), inner);
      steps = soleus_canvas_place (canvas, left, inner, shape.steps_offset, shape.steps_width);
      draw_steps (self, canvas, steps, top, shape.steps_width);
      soleus_canvas_show_tagged (canvas, "P", SOLEUS_TEXT_ROLE_CELL, SOLEUS_TONE_INK, SOLEUS_ALIGN_START, self->stop_if, steps,
                                 top + shape.steps_height + 2, shape.steps_width);
      draw_dose (self, canvas, &shape, soleus_canvas_place (canvas, left, inner, shape.dose_offset, shape.dose_width), top);
      if (self->notes_label != NULL)
        draw_notes (self, canvas, steps, top + shape.body - shape.notes_height + 2, shape.steps_width);
    }
  soleus_canvas_end_tag (canvas, "Sect");
}

static void
soleus_exercise_block_class_init (SoleusExerciseBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_exercise_block_finalize;
  SOLEUS_BLOCK_CLASS (klass)->measure = soleus_exercise_block_measure;
  SOLEUS_BLOCK_CLASS (klass)->draw = soleus_exercise_block_draw;
  SOLEUS_BLOCK_CLASS (klass)->get_stretch = soleus_exercise_block_get_stretch;
}

static void
soleus_exercise_block_init (SoleusExerciseBlock *self)
{
}

/**
 * soleus_block_new_exercise:
 * @card: copied
 * @fit: how low its shape is
 *
 * Returns: (transfer full): an exercise; it never divides
 */
SoleusBlock *
soleus_block_new_exercise (const SoleusExerciseCard *card,
                           SoleusExerciseFit         fit)
{
  static const char *const none[] = { NULL };
  SoleusExerciseBlock *self;
  double space;

  g_return_val_if_fail (card != NULL && card->name != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_EXERCISE_BLOCK, NULL);
  self->fit = fit;
  self->mirrored = card->mirrored;
  self->bare = card->bare;
  self->title = card->number > 0 ? g_strdup_printf ("%d  %s", card->number, card->name) : g_strdup (card->name);
  self->name = g_strdup (card->name);
  self->how_often = g_strdup (card->how_often != NULL ? card->how_often : "");
  self->start = card->start != NULL ? g_bytes_ref (card->start) : NULL;
  self->end = card->end != NULL ? g_bytes_ref (card->end) : NULL;
  self->start_label = g_strdup (card->start_label);
  self->end_label = g_strdup (card->end_label);
  self->stop_if = g_strdup (card->stop_if);
  self->notes_label = g_strdup (card->notes_label);
  self->steps = g_strdupv ((char **) (card->steps != NULL ? card->steps : none));
  self->dose_labels = g_strdupv ((char **) (card->dose_labels != NULL ? card->dose_labels : none));
  self->dose_values = g_strdupv ((char **) (card->dose_values != NULL ? card->dose_values : none));
  space = fit == SOLEUS_EXERCISE_ROOMY ? 6 : fit == SOLEUS_EXERCISE_COMPACT ? 4 : 2;
  soleus_block_set_space (SOLEUS_BLOCK (self), space, space);

  g_return_val_if_fail (g_strv_length (self->dose_labels) == g_strv_length (self->dose_values), SOLEUS_BLOCK (self));

  return SOLEUS_BLOCK (self);
}
