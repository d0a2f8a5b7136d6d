#include "soleus-config.h"

#include "soleus-trend-chart.h"

#include <glib/gi18n-lib.h>

#include "soleus-chart-text.h"
#include "soleus-scale.h"

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double one = *(const double *) a, two = *(const double *) b;

  return one < two ? -1 : one > two;
}

static double
get_median (const SoleusTrendPoint *points,
            gsize                   n)
{
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    values[i] = points[i].value;
  qsort (values, n, sizeof *values, compare_values);
  return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

/**
 * soleus_trend_lane_get_medians:
 * @earlier: (out): the median of the first half
 * @later: (out): that of the second, which has the middle one of an odd number
 *
 * Returns: %TRUE if both halves have enough values to say so
 */
gboolean
soleus_trend_lane_get_medians (const SoleusTrendLane *self,
                               double                *earlier,
                               double                *later)
{
  gsize half = self->n_points / 2;

  if (half < SOLEUS_TREND_LEAST)
    return FALSE;
  *earlier = get_median (self->points, half);
  *later = get_median (self->points + half, self->n_points - half);
  return TRUE;
}

/**
 * soleus_trend_lane_format:
 *
 * Returns: (transfer full): the two medians in words, translated, or that there are too few; no judgement
 */
char *
soleus_trend_lane_format (const SoleusTrendLane *self)
{
  double earlier, later;

  if (!soleus_trend_lane_get_medians (self, &earlier, &later))
    return g_strdup_printf (ngettext ("%s: too few to say (%u value)", "%s: too few to say (%u values)", self->n_points),
                            self->title, (guint) self->n_points);
  /* Translators: “Pain, 0–10: median 5 in the earlier half, 4 in the later half (24 values)” */
  return g_strdup_printf (ngettext ("%s: median %.3g in the earlier half, %.3g in the later half (%u value)",
                                    "%s: median %.3g in the earlier half, %.3g in the later half (%u values)", self->n_points),
                          self->title, earlier, later, (guint) self->n_points);
}

static void
draw_medians (const SoleusTrendChart *self,
              cairo_t                *cr,
              const SoleusTrendLane  *lane,
              const SoleusTimeScale  *time,
              const SoleusScale      *scale)
{
  gsize half = lane->n_points / 2;
  double earlier, later;

  if (!soleus_trend_lane_get_medians (lane, &earlier, &later))
    return;
  soleus_colour_set_source (&self->palette->ink, cr);
  cairo_set_line_width (cr, self->size * 0.15);
  cairo_move_to (cr, soleus_time_scale_get_position (time, lane->points[0].at), soleus_scale_get_position (scale, earlier));
  cairo_line_to (cr, soleus_time_scale_get_position (time, lane->points[half - 1].at), soleus_scale_get_position (scale, earlier));
  cairo_move_to (cr, soleus_time_scale_get_position (time, lane->points[half].at), soleus_scale_get_position (scale, later));
  cairo_line_to (cr, soleus_time_scale_get_position (time, lane->points[lane->n_points - 1].at), soleus_scale_get_position (scale, later));
  cairo_stroke (cr);
}

static void
draw_lane (const SoleusTrendChart *self,
           cairo_t                *cr,
           const SoleusTrendLane  *lane,
           SoleusTimeScale         time,
           double                  top,
           double                  bottom)
{
  SoleusChartFont font = { self->family, self->size * 0.9 };
  double line = soleus_chart_text_get_height (&font), largest = 0;
  SoleusScale scale = { 0, 1, bottom - self->size * 0.4, top + line + self->size * 0.3 };
  g_autofree char *limit = NULL;

  for (gsize i = 0; i < lane->n_points; i++)
    largest = MAX (largest, lane->points[i].value);
  scale.until = soleus_scale_get_nice_limit (largest, 2);
  limit = g_strdup_printf ("%.3g", scale.until);
  soleus_chart_text_draw (&font, cr, &self->palette->ink, lane->title, FALSE, self->right_to_left ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT,
                          time.start, top + line / 2);
  soleus_chart_text_draw (&font, cr, &self->palette->dim, limit, FALSE, self->right_to_left ? SOLEUS_CHART_ANCHOR_LEFT : SOLEUS_CHART_ANCHOR_RIGHT,
                          time.end, top + line / 2);
  soleus_colour_set_source (&self->palette->grid, cr);
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, time.start, bottom);
  cairo_line_to (cr, time.end, bottom);
  cairo_stroke (cr);

  for (gsize i = 0; i < lane->n_points; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, soleus_time_scale_get_position (&time, lane->points[i].at), soleus_scale_get_position (&scale, lane->points[i].value),
                 self->size * 0.22, 0, 2 * G_PI);
    }
  soleus_colour_set_source (&self->palette->accent, cr);
  cairo_fill (cr);
  draw_medians (self, cr, lane, &time, &scale);
}

/**
 * soleus_trend_chart_draw:
 * @cr: drawn to, with the top left corner at the origin
 * @width: in the units of @cr, as @height
 *
 * Draws the lanes below each other over one axis, from the first value to the last.
 */
void
soleus_trend_chart_draw (const SoleusTrendChart *self,
                         cairo_t                *cr,
                         double                  width,
                         double                  height)
{
  SoleusInstant first = G_MAXINT64, last = G_MININT64;
  double edge = self->size * 0.4, lane_height = height / MAX (1, self->n_lanes);

  for (gsize i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].n_points > 0)
      {
        first = MIN (first, self->lanes[i].points[0].at);
        last = MAX (last, self->lanes[i].points[self->lanes[i].n_points - 1].at);
      }
  if (first > last)
    return;
  cairo_save (cr);
  for (gsize i = 0; i < self->n_lanes; i++)
    draw_lane (self, cr, &self->lanes[i],
               (SoleusTimeScale) { first, MAX (last, first + 1), self->right_to_left ? width - edge : edge, self->right_to_left ? edge : width - edge },
               i * lane_height, (i + 1) * lane_height - self->size * 0.3);
  cairo_restore (cr);
}
