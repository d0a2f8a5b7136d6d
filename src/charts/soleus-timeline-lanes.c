/* soleus-timeline-lanes.c: draws the timeline: lanes, axis, and the rest by the other files */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include <glib/gi18n-lib.h>

static void
stroke (cairo_t            *cr,
        const SoleusColour *colour,
        double              line_width)
{
  soleus_colour_set_source (colour, cr);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

void
soleus_timeline_chart_draw_hatch (cairo_t            *cr,
                                  const SoleusColour *colour,
                                  double              x1,
                                  double              x2,
                                  double              top,
                                  double              bottom)
{
  double left = MIN (x1, x2), right = MAX (x1, x2), height = bottom - top;

  if (right - left < 0.5)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, left, top, right - left, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  for (int i = (int) floor ((left - height) / 5); i * 5 < right; i++)
    {
      double x = i * 5;

      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + height, top);
    }
  stroke (cr, colour, 0.8);
  cairo_restore (cr);
}

void
soleus_timeline_chart_draw_title (SoleusTimelineChart          *self,
                                  cairo_t                      *cr,
                                  const SoleusTimelineGeometry *geometry,
                                  const SoleusTimelineBand     *band,
                                  const char                   *title,
                                  const char                   *unit)
{
  double line = soleus_chart_text_get_height (&geometry->small);
  double x = self->mirrored ? geometry->edge : 0;
  SoleusChartAnchor anchor = self->mirrored ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT;

  soleus_chart_text_draw (&geometry->font, cr, &self->palette.ink, title, TRUE, anchor, x, band->bottom - line * 1.55);
  soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, unit, FALSE, anchor, x, band->bottom - line * 0.5);
}

static void
draw_value_label (SoleusTimelineChart          *self,
                  cairo_t                      *cr,
                  const SoleusTimelineGeometry *geometry,
                  double                        value,
                  double                        y)
{
  g_autofree char *text = value >= 100 || value == floor (value) ? g_strdup_printf ("%.0f", value) : g_strdup_printf ("%.1f", value);
  double x = self->mirrored ? geometry->right + self->size * 0.4 : geometry->left - self->size * 0.4;

  soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, text, FALSE,
                          self->mirrored ? SOLEUS_CHART_ANCHOR_LEFT : SOLEUS_CHART_ANCHOR_RIGHT, x, y);
}

static gboolean
is_in_period (SoleusTimelineChart        *self,
              const SoleusTimelineSample *sample)
{
  return sample->until > self->from && sample->from < self->until;
}

/* Returns FALSE if nothing at all is known. */
static gboolean
draw_gaps (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           const SoleusTimelineBand     *band,
           GArray                       *buckets)
{
  SoleusInstant covered = self->from;
  gboolean any = FALSE;

  for (guint i = 0; i < buckets->len; i++)
    {
      const SoleusTimelineSample *bucket = &g_array_index (buckets, SoleusTimelineSample, i);

      if (!is_in_period (self, bucket))
        continue;
      any = TRUE;
      if (bucket->from > covered)
        soleus_timeline_chart_draw_hatch (cr, &self->palette.hatch, soleus_time_scale_get_position (&geometry->time, covered),
                                          soleus_time_scale_get_position (&geometry->time, bucket->from), band->top, band->bottom);
      covered = MAX (covered, bucket->until);
    }
  if (covered < self->until)
    soleus_timeline_chart_draw_hatch (cr, &self->palette.hatch, soleus_time_scale_get_position (&geometry->time, covered),
                                      soleus_time_scale_get_position (&geometry->time, self->until), band->top, band->bottom);
  return any;
}

/* Of the whole lane, not of the period: while one pans, the scale stands still. */
static void
get_extent (const SoleusTimelineSeries *series,
            GArray                     *buckets,
            double                     *low,
            double                     *high)
{
  *low = soleus_real_is_known (series->own_need) ? series->own_need : INFINITY;
  *high = soleus_real_is_known (series->own_need) ? series->own_need : 0;
  for (guint i = 0; i < buckets->len; i++)
    {
      double value = g_array_index (buckets, SoleusTimelineSample, i).value;

      *low = MIN (*low, value);
      *high = MAX (*high, value);
    }
}

static void
draw_bars (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimelineLane            lane,
           GArray                       *buckets)
{
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  SoleusScale scale = { 0, 1, band->bottom, band->top + self->size * 0.3 };
  double low;

  get_extent (&self->lanes[lane], buckets, &low, &scale.until);
  scale.until = soleus_scale_get_nice_limit (scale.until, 3);
  for (guint i = 0; i < buckets->len; i++)
    {
      const SoleusTimelineSample *bucket = &g_array_index (buckets, SoleusTimelineSample, i);
      double x1, x2, y, gap;

      if (!is_in_period (self, bucket))
        continue;
      x1 = soleus_time_scale_get_position (&geometry->time, MAX (bucket->from, self->from));
      x2 = soleus_time_scale_get_position (&geometry->time, MIN (bucket->until, self->until));
      y = soleus_scale_get_position (&scale, bucket->value);
      gap = fabs (x2 - x1) > 4 ? 1 : 0;
      cairo_rectangle (cr, MIN (x1, x2) + gap, y, MAX (0.5, fabs (x2 - x1) - 2 * gap), band->bottom - y);
    }
  soleus_colour_set_source (&self->palette.bar, cr);
  cairo_fill (cr);
  draw_value_label (self, cr, geometry, scale.until, soleus_scale_get_position (&scale, scale.until) + self->size * 0.2);
}

static void
draw_own_need (SoleusTimelineChart          *self,
               cairo_t                      *cr,
               const SoleusTimelineGeometry *geometry,
               const SoleusScale            *scale,
               double                        own_need)
{
  static const double dashes[] = { 3, 3 };
  double y = soleus_scale_get_position (scale, own_need);

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_move_to (cr, geometry->left, y);
  cairo_line_to (cr, geometry->right, y);
  stroke (cr, &self->palette.dim, 1);
  cairo_restore (cr);
  draw_value_label (self, cr, geometry, own_need, y);
}

static void
draw_line (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimelineLane            lane,
           GArray                       *buckets)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  SoleusScale scale = { 0, 1, band->bottom - self->size * 0.3, band->top + self->size * 0.3 };
  SoleusInstant covered = SOLEUS_UNKNOWN_INSTANT;
  double margin;

  get_extent (series, buckets, &scale.from, &scale.until);
  margin = MAX (0.5, (scale.until - scale.from) * 0.15);
  scale.from = MAX (0, scale.from - margin);
  scale.until += margin;

  if (soleus_real_is_known (series->own_need))
    draw_own_need (self, cr, geometry, &scale, series->own_need);
  else
    draw_value_label (self, cr, geometry, round (scale.until - margin), soleus_scale_get_position (&scale, round (scale.until - margin)));

  cairo_save (cr);
  cairo_rectangle (cr, geometry->left - 1, band->top - 2, geometry->right - geometry->left + 2, band->bottom - band->top + 4);
  cairo_clip (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < buckets->len; i++)
    {
      const SoleusTimelineSample *bucket = &g_array_index (buckets, SoleusTimelineSample, i);
      double x, y;

      if (!is_in_period (self, bucket))
        continue;
      x = soleus_time_scale_get_position (&geometry->time, bucket->from + (bucket->until - bucket->from) / 2);
      y = soleus_scale_get_position (&scale, bucket->value);
      if (covered == SOLEUS_UNKNOWN_INSTANT || bucket->from > covered)
        {
          cairo_move_to (cr, x, y); /* a point of its own is a dot, thanks to the round caps */
          cairo_line_to (cr, x, y);
        }
      else
        cairo_line_to (cr, x, y);
      covered = bucket->until;
    }
  stroke (cr, &self->palette.dim, self->size * 0.13);
  cairo_restore (cr);
}

static void
draw_lane (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimelineLane            lane)
{
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  g_autoptr (GArray) buckets = soleus_timeline_chart_dup_buckets (self, geometry, lane);

  soleus_timeline_chart_draw_title (self, cr, geometry, band, soleus_timeline_lane_get_title (lane), soleus_timeline_lane_get_unit (lane));
  if (draw_gaps (self, cr, geometry, band, buckets))
    {
      if (lane == SOLEUS_TIMELINE_LANE_LOAD)
        draw_bars (self, cr, geometry, lane, buckets);
      else
        draw_line (self, cr, geometry, lane, buckets);
    }
  cairo_move_to (cr, geometry->left, band->bottom);
  cairo_line_to (cr, geometry->right, band->bottom);
  stroke (cr, &self->palette.grid, 1);
}

static void
draw_grid (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           GArray                       *ticks)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = g_array_index (ticks, SoleusTimeTick, i).position;

      cairo_move_to (cr, x, geometry->episodes.top);
      cairo_line_to (cr, x, geometry->axis);
    }
  stroke (cr, &self->palette.grid, 0.7);
}

static void
draw_axis (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimeStep                step,
           GArray                       *ticks)
{
  double line = soleus_chart_text_get_height (&geometry->small), last = -G_MAXDOUBLE;
  double half = soleus_chart_text_get_width (&geometry->small, "2000", FALSE) / 2;

  for (guint i = 0; i < ticks->len; i++)
    {
      const SoleusTimeTick *tick = &g_array_index (ticks, SoleusTimeTick, i);
      g_autofree char *text = soleus_time_step_format (step, tick->instant);
      double width = soleus_chart_text_get_width (&geometry->small, text, FALSE);
      double x = CLAMP (tick->position, geometry->left + width / 2 - self->size * 0.5, geometry->right - width / 2 + self->size * 0.7);

      if (fabs (x - last) < width + self->size * 0.3)
        continue;
      last = x;
      soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, text, FALSE, SOLEUS_CHART_ANCHOR_CENTRE, x, geometry->axis + line * 0.95);
      if (tick->starts_year && step != SOLEUS_TIME_STEP_YEAR)
        {
          g_autofree char *year = soleus_time_step_format (SOLEUS_TIME_STEP_YEAR, tick->instant);

          soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, year, FALSE, SOLEUS_CHART_ANCHOR_CENTRE,
                                  CLAMP (x, geometry->left + half - self->size * 0.5, geometry->right - half + self->size * 0.7),
                                  geometry->axis + line * 1.95);
        }
    }

  for (guint i = 0; i < self->visits->len; i++)
    {
      SoleusInstant visit = g_array_index (self->visits, SoleusInstant, i);
      double x = soleus_time_scale_get_position (&geometry->time, visit), r = self->size * 0.24;

      if (visit < self->from || visit > self->until)
        continue;
      cairo_move_to (cr, x, geometry->axis - r);
      cairo_line_to (cr, x + r, geometry->axis);
      cairo_line_to (cr, x, geometry->axis + r);
      cairo_line_to (cr, x - r, geometry->axis);
      cairo_close_path (cr);
    }
  soleus_colour_set_source (&self->palette.ink, cr);
  cairo_fill (cr);
}

/**
 * soleus_timeline_chart_render:
 * @cr: drawn to, with the chart's top left corner at the origin
 * @width: in the units of @cr: pixels on a screen, points on paper
 * @height: likewise
 *
 * Draws the chart.
 */
void
soleus_timeline_chart_render (SoleusTimelineChart *self,
                              cairo_t             *cr,
                              double               width,
                              double               height)
{
  SoleusTimelineGeometry geometry;
  g_autoptr (GArray) ticks = NULL;
  g_autoptr (GArray) marks = NULL;
  SoleusTimeStep step;

  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  soleus_timeline_chart_measure (self, width, height, &geometry);
  step = soleus_time_scale_get_step (&geometry.time, soleus_chart_text_get_width (&geometry.small, "00 Mmm", FALSE) * 0.72);
  ticks = soleus_time_scale_dup_ticks (&geometry.time, step);
  marks = soleus_timeline_chart_dup_marks (self, &geometry);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (self->palette.background.alpha > 0)
    {
      soleus_colour_set_source (&self->palette.background, cr);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  soleus_timeline_chart_draw_spans (self, cr, &geometry);
  draw_grid (self, cr, &geometry, ticks);
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    if (geometry.is_shown[i])
      draw_lane (self, cr, &geometry, i);
  soleus_timeline_chart_draw_title (self, cr, &geometry, &geometry.episodes, _("Episodes"), _("pain 0–10"));
  soleus_timeline_chart_draw_marks (self, cr, &geometry, marks);
  if (marks->len == 0)
    soleus_chart_text_draw (&geometry.small, cr, &self->palette.dim, _("no episode in this period"), FALSE, SOLEUS_CHART_ANCHOR_CENTRE,
                            (geometry.left + geometry.right) / 2, (geometry.episodes.top + geometry.episodes.bottom) / 2);
  draw_axis (self, cr, &geometry, step, ticks);
  soleus_timeline_chart_draw_legend (self, cr, &geometry, width);
  soleus_timeline_chart_draw_callout (self, cr, &geometry);
  cairo_restore (cr);
}
