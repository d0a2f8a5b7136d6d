#include "soleus-config.h"

#include "soleus-side-trend-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "soleus-chart-text.h"
#include "soleus-scale.h"

#define N_SIDES     2
#define MOST_LINES  3   /* across a lane */
#define LANE_HEIGHT 4.6 /* of the size of the text */
#define LANE_GAP    0.6 /* likewise */

typedef struct {
  SoleusChartFont font;
  SoleusTimeScale time;
  double          line, low, high, step, lane;
  double          labels; /* where the numbers of the lines end */
} Frame;

static double
get_value (const SoleusSideTrendPoint *point,
           int                         side)
{
  return side == 0 ? point->left : point->right;
}

/* Returns: (nullable): the first result of that leg */
static const SoleusSideTrendPoint *
find_first (const SoleusSideTrendChart *self,
            int                         side)
{
  for (gsize i = 0; i < self->n_points; i++)
    if (soleus_real_is_known (get_value (&self->points[i], side)))
      return &self->points[i];
  return NULL;
}

/**
 * soleus_side_trend_chart_has_trend:
 *
 * Returns: %TRUE if a leg has two results: one alone is no trend
 */
gboolean
soleus_side_trend_chart_has_trend (const SoleusSideTrendChart *self)
{
  for (int side = 0; side < N_SIDES; side++)
    {
      guint n = 0;

      for (gsize i = 0; i < self->n_points; i++)
        n += soleus_real_is_known (get_value (&self->points[i], side));
      if (n >= 2)
        return TRUE;
    }
  return FALSE;
}

/**
 * soleus_side_trend_chart_dup_note:
 * @error: minimal detectable change of a leg; SOLEUS_UNKNOWN_REAL: none is published
 *
 * Returns: (transfer full) (nullable): a sentence that says what the band and the dots mean; %NULL where there is no band
 */
char *
soleus_side_trend_chart_dup_note (double error)
{
  if (!soleus_real_is_known (error))
    return NULL;
  return g_strdup_printf (_("The band reaches %.1f to each side of a leg’s first result: so much can come from measuring alone. "
                            "An open dot lies in the band, a full one beyond it."), error);
}

static void
include (double  value,
         double *low,
         double *high)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* @step: (out): from one line to the next; both ends are lines */
static void
find_range (const SoleusSideTrendChart *self,
            double                     *low,
            double                     *high,
            double                     *step)
{
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (int side = 0; side < N_SIDES; side++)
    {
      const SoleusSideTrendPoint *first = find_first (self, side);

      if (first != NULL && soleus_real_is_known (self->error))
        {
          include (MAX (0, get_value (first, side) - self->error), low, high);
          include (get_value (first, side) + self->error, low, high);
        }
      for (gsize i = 0; i < self->n_points; i++)
        if (soleus_real_is_known (get_value (&self->points[i], side)))
          include (get_value (&self->points[i], side), low, high);
    }
  if (*low > *high)
    *low = *high = 0;
  *step = soleus_scale_get_nice_step (MAX (*high - *low, 1e-6 + 0.1 * fabs (*high)), MOST_LINES);
  *low = MAX (0, floor (*low / *step) * *step);
  *high = ceil (*high / *step) * *step;
  if (*high <= *low)
    *high = *low + *step;
}

/**
 * soleus_side_trend_chart_get_range:
 * @low: (out): at most the smallest result and the lower end of its band; not below 0
 * @high: (out): at least the largest
 *
 * Both legs have the same range, so that they can be compared; it does not begin at 0, where centimetres of a change could not be seen.
 */
void
soleus_side_trend_chart_get_range (const SoleusSideTrendChart *self,
                                   double                     *low,
                                   double                     *high)
{
  double step;

  find_range (self, low, high, &step);
}

static void
frame_init (Frame                      *frame,
            const SoleusSideTrendChart *self,
            double                      width)
{
  g_autofree char *top = NULL;
  g_autofree char *bottom = NULL;
  double gutter;

  frame->font = (SoleusChartFont) { self->family, self->size * 0.9 };
  frame->line = soleus_chart_text_get_height (&frame->font);
  frame->lane = self->size * LANE_HEIGHT;
  find_range (self, &frame->low, &frame->high, &frame->step);
  top = g_strdup_printf ("%.4g", frame->high);
  bottom = g_strdup_printf ("%.4g", frame->low);
  gutter = MAX (soleus_chart_text_get_width (&frame->font, top, FALSE), soleus_chart_text_get_width (&frame->font, bottom, FALSE)) + self->size * 0.5;
  frame->labels = self->right_to_left ? width : 0;
  frame->time = (SoleusTimeScale) { self->n_points > 0 ? self->points[0].at : 0, self->n_points > 0 ? self->points[self->n_points - 1].at : 1,
                                    gutter + self->size * 0.4, width - self->size * 0.4 };
  frame->time.until = MAX (frame->time.until, frame->time.from + 1);
  if (self->right_to_left)
    {
      frame->time.start = width - frame->time.start;
      frame->time.end = width - frame->time.end;
    }
}

static void
draw_lines (const SoleusSideTrendChart *self,
            cairo_t                    *cr,
            const Frame                *frame,
            const SoleusScale          *scale)
{
  double edge = self->size * 0.4;
  guint n_steps = (guint) floor ((frame->high - frame->low) / frame->step + 0.01);

  for (guint i = 0; i <= n_steps; i++)
    {
      double value = frame->low + i * frame->step;
      double y = soleus_scale_get_position (scale, value);
      g_autofree char *text = g_strdup_printf ("%.4g", value);

      soleus_colour_set_source (&self->palette->grid, cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, MIN (frame->time.start, frame->time.end) - edge, y);
      cairo_line_to (cr, MAX (frame->time.start, frame->time.end) + edge, y);
      cairo_stroke (cr);
      soleus_chart_text_draw (&frame->font, cr, &self->palette->dim, text, FALSE,
                              self->right_to_left ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT, frame->labels, y);
    }
}

/* told from the lane by its edges, too, where grey is not seen */
static void
draw_band (const SoleusSideTrendChart *self,
           cairo_t                    *cr,
           const Frame                *frame,
           const SoleusScale          *scale,
           double                      first)
{
  const double dashes[] = { self->size * 0.3, self->size * 0.3 };
  double left = MIN (frame->time.start, frame->time.end) - self->size * 0.4, right = MAX (frame->time.start, frame->time.end) + self->size * 0.4;
  double top = soleus_scale_get_position (scale, MIN (first + self->error, frame->high));
  double bottom = soleus_scale_get_position (scale, MAX (first - self->error, frame->low));
  SoleusColour grey = self->palette->grid;

  grey.alpha *= 0.45; /* the colour of a window that is closed would warn of nothing here */
  soleus_colour_set_source (&grey, cr);
  cairo_rectangle (cr, left, top, right - left, bottom - top);
  cairo_fill (cr);
  soleus_colour_set_source (&self->palette->dim, cr);
  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, right, top);
  cairo_move_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_dot (const SoleusSideTrendChart *self,
          cairo_t                    *cr,
          double                      x,
          double                      y,
          gboolean                    full)
{
  SoleusColour paper = self->palette->background;

  if (paper.alpha == 0)
    paper = self->palette->on_accent;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, self->size * 0.27, 0, 2 * G_PI);
  soleus_colour_set_source (full ? &self->palette->accent : &paper, cr);
  cairo_fill_preserve (cr);
  soleus_colour_set_source (&self->palette->accent, cr);
  cairo_set_line_width (cr, self->size * 0.13);
  cairo_stroke (cr);
}

static void
draw_values (const SoleusSideTrendChart *self,
             cairo_t                    *cr,
             const Frame                *frame,
             const SoleusScale          *scale,
             int                         side,
             double                      first)
{
  soleus_colour_set_source (&self->palette->dim, cr);
  cairo_set_line_width (cr, self->size * 0.1);
  cairo_new_path (cr);
  for (gsize i = 0; i < self->n_points; i++)
    if (soleus_real_is_known (get_value (&self->points[i], side)))
      cairo_line_to (cr, soleus_time_scale_get_position (&frame->time, self->points[i].at),
                     soleus_scale_get_position (scale, get_value (&self->points[i], side)));
  cairo_stroke (cr);
  for (gsize i = 0; i < self->n_points; i++)
    {
      double value = get_value (&self->points[i], side);

      if (soleus_real_is_known (value))
        draw_dot (self, cr, soleus_time_scale_get_position (&frame->time, self->points[i].at), soleus_scale_get_position (scale, value),
                  !soleus_real_is_known (self->error) || fabs (value - first) > self->error + 1e-9);
    }
}

static void
draw_lane (const SoleusSideTrendChart *self,
           cairo_t                    *cr,
           const Frame                *frame,
           int                         side,
           double                      top)
{
  SoleusScale scale = { frame->low, frame->high, top + frame->line + frame->lane, top + frame->line + self->size * 0.5 };
  const SoleusSideTrendPoint *first = find_first (self, side);

  soleus_chart_text_draw (&frame->font, cr, &self->palette->ink, side == 0 ? C_("body map", "Left") : C_("body map", "Right"), TRUE,
                          self->right_to_left ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT, frame->labels, top + frame->line / 2);
  if (first != NULL && soleus_real_is_known (self->error))
    draw_band (self, cr, frame, &scale, get_value (first, side));
  draw_lines (self, cr, frame, &scale);
  if (first != NULL)
    draw_values (self, cr, frame, &scale, side, get_value (first, side));
}

static void
draw_time (const SoleusSideTrendChart *self,
           cairo_t                    *cr,
           const Frame                *frame,
           double                      y)
{
  SoleusTimeStep step = soleus_time_scale_get_step (&frame->time, self->size * 3.5);
  g_autoptr (GArray) ticks = soleus_time_scale_dup_ticks (&frame->time, step);

  for (guint i = 0; i < ticks->len; i++)
    {
      const SoleusTimeTick *tick = &g_array_index (ticks, SoleusTimeTick, i);
      g_autofree char *text = soleus_time_step_format (step, tick->instant);

      soleus_chart_text_draw (&frame->font, cr, &self->palette->dim, text, FALSE, SOLEUS_CHART_ANCHOR_CENTRE, tick->position, y + frame->line / 2);
      if (tick->starts_year && step != SOLEUS_TIME_STEP_YEAR)
        {
          g_autofree char *year = soleus_time_step_format (SOLEUS_TIME_STEP_YEAR, tick->instant);

          soleus_chart_text_draw (&frame->font, cr, &self->palette->dim, year, FALSE, SOLEUS_CHART_ANCHOR_CENTRE, tick->position,
                                  y + frame->line * 1.5);
        }
    }
}

/**
 * soleus_side_trend_chart_get_height:
 *
 * Returns: how tall it is drawn, in the units of the size of the text, whatever its width
 */
double
soleus_side_trend_chart_get_height (const SoleusSideTrendChart *self)
{
  SoleusChartFont font = { self->family, self->size * 0.9 };
  double line = soleus_chart_text_get_height (&font);

  return N_SIDES * (line + self->size * LANE_HEIGHT) + self->size * (LANE_GAP + 0.6) + line * 2;
}

/**
 * soleus_side_trend_chart_draw:
 * @cr: drawn to, with the top left corner at the origin
 * @width: in the units of @cr
 *
 * Draws both legs from the first result to the last; nothing where there is no trend.
 */
void
soleus_side_trend_chart_draw (const SoleusSideTrendChart *self,
                              cairo_t                    *cr,
                              double                      width)
{
  Frame frame;

  if (!soleus_side_trend_chart_has_trend (self))
    return;
  frame_init (&frame, self, width);
  cairo_save (cr);
  for (int side = 0; side < N_SIDES; side++)
    draw_lane (self, cr, &frame, side, side * (frame.line + frame.lane + self->size * LANE_GAP));
  draw_time (self, cr, &frame, N_SIDES * (frame.line + frame.lane) + self->size * (LANE_GAP + 0.4));
  cairo_restore (cr);
}
