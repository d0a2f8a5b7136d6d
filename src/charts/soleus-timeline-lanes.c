/* soleus-timeline-lanes.c: draws the timeline: shading, lanes, episodes, axis, legend */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include <glib/gi18n-lib.h>

/* guide lines through the lanes stay legible up to this many episodes */
#define MAX_GUIDES 60

static void
stroke (cairo_t            *cr,
        const SoleusColour *colour,
        double              line_width)
{
  soleus_colour_set_source (colour, cr);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

static void
draw_hatch (cairo_t            *cr,
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
  for (double x = floor ((left - height) / 5) * 5; x < right; x += 5)
    {
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + height, top);
    }
  stroke (cr, colour, 0.8);
  cairo_restore (cr);
}

static void
draw_spans (SoleusTimelineChart          *self,
            cairo_t                      *cr,
            const SoleusTimelineGeometry *geometry)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SoleusTimelineSpan *span = &g_array_index (self->spans, SoleusTimelineSpan, i);
      SoleusInstant from = MAX (span->from, self->from);
      SoleusInstant until = span->until == SOLEUS_UNKNOWN_INSTANT ? self->until : MIN (span->until, self->until);
      double x1, x2;

      if (until <= from)
        continue;
      x1 = soleus_time_scale_get_position (&geometry->time, from);
      x2 = soleus_time_scale_get_position (&geometry->time, until);
      if (fabs (x2 - x1) < 2)
        x2 = x1 + (self->mirrored ? -2 : 2);
      soleus_colour_set_source (span->state == SOLEUS_WINDOW_STATE_HARD_STOP ? &self->palette.stop : &self->palette.window, cr);
      cairo_rectangle (cr, MIN (x1, x2), geometry->episodes.top, fabs (x2 - x1), geometry->episodes.bottom - geometry->episodes.top);
      cairo_fill (cr);
    }
}

static void
draw_title (SoleusTimelineChart          *self,
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

/* What no known sample covers is unknown: it is hatched, never drawn as zero. Returns FALSE if nothing at all is known. */
static gboolean
draw_gaps (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimelineLane            lane)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  SoleusInstant covered = self->from;
  gboolean any = FALSE;

  for (gsize i = 0; i < series->n_samples; i++)
    {
      const SoleusTimelineSample *sample = &series->samples[i];

      if (!soleus_real_is_known (sample->value) || !is_in_period (self, sample))
        continue;
      any = TRUE;
      if (sample->from > covered)
        draw_hatch (cr, &self->palette.hatch, soleus_time_scale_get_position (&geometry->time, covered),
                    soleus_time_scale_get_position (&geometry->time, sample->from), band->top, band->bottom);
      covered = MAX (covered, sample->until);
    }
  if (covered < self->until)
    draw_hatch (cr, &self->palette.hatch, soleus_time_scale_get_position (&geometry->time, covered),
                soleus_time_scale_get_position (&geometry->time, self->until), band->top, band->bottom);
  return any;
}

static void
get_extent (SoleusTimelineChart *self,
            SoleusTimelineLane   lane,
            double              *low,
            double              *high)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];

  *low = soleus_real_is_known (series->own_need) ? series->own_need : INFINITY;
  *high = soleus_real_is_known (series->own_need) ? series->own_need : 0;
  for (gsize i = 0; i < series->n_samples; i++)
    if (soleus_real_is_known (series->samples[i].value) && is_in_period (self, &series->samples[i]))
      {
        *low = MIN (*low, series->samples[i].value);
        *high = MAX (*high, series->samples[i].value);
      }
}

static void
draw_bars (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           SoleusTimelineLane            lane)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  SoleusScale scale = { 0, 1, band->bottom, band->top + self->size * 0.3 };
  double low;

  get_extent (self, lane, &low, &scale.until);
  scale.until = soleus_scale_get_nice_limit (scale.until, 3);
  for (gsize i = 0; i < series->n_samples; i++)
    {
      const SoleusTimelineSample *sample = &series->samples[i];
      double x1, x2, y, gap;

      if (!soleus_real_is_known (sample->value) || !is_in_period (self, sample))
        continue;
      x1 = soleus_time_scale_get_position (&geometry->time, MAX (sample->from, self->from));
      x2 = soleus_time_scale_get_position (&geometry->time, MIN (sample->until, self->until));
      y = soleus_scale_get_position (&scale, sample->value);
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
           SoleusTimelineLane            lane)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  const SoleusTimelineBand *band = &geometry->lanes[lane];
  SoleusScale scale = { 0, 1, band->bottom - self->size * 0.3, band->top + self->size * 0.3 };
  SoleusInstant covered = SOLEUS_UNKNOWN_INSTANT;
  double margin;

  get_extent (self, lane, &scale.from, &scale.until);
  margin = MAX (0.5, (scale.until - scale.from) * 0.15);
  scale.from = MAX (0, scale.from - margin);
  scale.until += margin;

  if (soleus_real_is_known (series->own_need))
    draw_own_need (self, cr, geometry, &scale, series->own_need);
  else
    draw_value_label (self, cr, geometry, round (scale.until - margin), soleus_scale_get_position (&scale, round (scale.until - margin)));

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (gsize i = 0; i < series->n_samples; i++)
    {
      const SoleusTimelineSample *sample = &series->samples[i];
      double x, y;

      if (!soleus_real_is_known (sample->value) || !is_in_period (self, sample))
        continue;
      x = soleus_time_scale_get_position (&geometry->time, CLAMP (sample->from + (sample->until - sample->from) / 2, self->from, self->until));
      y = soleus_scale_get_position (&scale, sample->value);
      if (covered == SOLEUS_UNKNOWN_INSTANT || sample->from > covered)
        {
          cairo_move_to (cr, x, y); /* a point of its own is a dot, thanks to the round caps */
          cairo_line_to (cr, x, y);
        }
      else
        cairo_line_to (cr, x, y);
      covered = sample->until;
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

  draw_title (self, cr, geometry, band, soleus_timeline_lane_get_title (lane), soleus_timeline_lane_get_unit (lane));
  if (draw_gaps (self, cr, geometry, lane))
    {
      if (lane == SOLEUS_TIMELINE_LANE_LOAD)
        draw_bars (self, cr, geometry, lane);
      else
        draw_line (self, cr, geometry, lane);
    }
  cairo_move_to (cr, geometry->left, band->bottom);
  cairo_line_to (cr, geometry->right, band->bottom);
  stroke (cr, &self->palette.grid, 1);
}

static gboolean
is_shown (SoleusTimelineChart *self,
          guint                episode)
{
  SoleusInstant onset = g_array_index (self->episodes, SoleusTimelineEpisode, episode).onset;

  return onset >= self->from && onset <= self->until;
}

static void
draw_guides (SoleusTimelineChart          *self,
             cairo_t                      *cr,
             const SoleusTimelineGeometry *geometry)
{
  static const double dots[] = { 1.5, 2.5 };
  SoleusColour colour = self->palette.accent;

  if (self->episodes->len > MAX_GUIDES)
    return;
  colour.alpha = 0.55;
  cairo_save (cr);
  cairo_set_dash (cr, dots, 2, 0);
  for (guint i = 0; i < self->episodes->len; i++)
    {
      double x, y;

      if (!is_shown (self, i))
        continue;
      soleus_timeline_chart_locate (self, geometry, i, &x, &y);
      cairo_move_to (cr, x, geometry->episodes.bottom);
      cairo_line_to (cr, x, geometry->axis);
    }
  stroke (cr, &colour, 1);
  cairo_restore (cr);
}

static void
draw_head (SoleusTimelineChart *self,
           cairo_t             *cr,
           SoleusSide           side,
           double               x,
           double               y,
           double               radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  soleus_colour_set_source (side == SOLEUS_SIDE_LEFT ? &self->palette.accent : &self->palette.on_accent, cr);
  cairo_fill_preserve (cr);
  stroke (cr, &self->palette.accent, radius * 0.36);
  if (side == SOLEUS_SIDE_BOTH)
    {
      cairo_arc (cr, x, y, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_close_path (cr);
      soleus_colour_set_source (&self->palette.accent, cr);
      cairo_fill (cr);
    }
}

/* The number is left out where it would cover another one; the text rows still say it. */
static void
draw_pain (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           const SoleusTimelineEpisode  *episode,
           GArray                       *taken,
           double                        x,
           double                        y)
{
  g_autofree char *text = soleus_int_is_known (episode->pain) ? g_strdup_printf ("%d", (int) episode->pain) : g_strdup ("?");
  double width = soleus_chart_text_get_width (&geometry->small, text, FALSE);
  double line = soleus_chart_text_get_height (&geometry->small);
  cairo_rectangle_t box = { x - width / 2, y - geometry->head - line, width, line };

  for (guint i = 0; i < taken->len; i++)
    {
      const cairo_rectangle_t *other = &g_array_index (taken, cairo_rectangle_t, i);

      if (box.x < other->x + other->width && other->x < box.x + box.width &&
          box.y < other->y + other->height && other->y < box.y + box.height)
        return;
    }
  g_array_append_val (taken, box);
  soleus_chart_text_draw (&geometry->small, cr, &self->palette.ink, text, FALSE, SOLEUS_CHART_ANCHOR_CENTRE, x, box.y + line / 2);
}

static void
draw_episodes (SoleusTimelineChart          *self,
               cairo_t                      *cr,
               const SoleusTimelineGeometry *geometry)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  draw_title (self, cr, geometry, &geometry->episodes, _("Episodes"), _("pain 0–10"));
  cairo_move_to (cr, geometry->left, geometry->episodes.bottom);
  cairo_line_to (cr, geometry->right, geometry->episodes.bottom);
  stroke (cr, &self->palette.grid, 1);

  for (guint i = 0; i < self->episodes->len; i++)
    {
      double x, y;

      if (!is_shown (self, i))
        continue;
      soleus_timeline_chart_locate (self, geometry, i, &x, &y);
      cairo_move_to (cr, x, geometry->episodes.bottom);
      cairo_line_to (cr, x, y);
      stroke (cr, &self->palette.accent, geometry->head * 0.36);
    }
  for (guint i = 0; i < self->episodes->len; i++)
    {
      const SoleusTimelineEpisode *episode = &g_array_index (self->episodes, SoleusTimelineEpisode, i);
      double x, y;

      if (!is_shown (self, i))
        continue;
      soleus_timeline_chart_locate (self, geometry, i, &x, &y);
      draw_head (self, cr, episode->side, x, y, geometry->head);
      if ((int) i == self->selected)
        {
          cairo_arc (cr, x, y, geometry->head + 3, 0, 2 * G_PI);
          stroke (cr, &self->palette.ink, 1.5);
        }
      draw_pain (self, cr, geometry, episode, taken, x, (int) i == self->selected ? y - 4 : y);
    }
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

typedef enum { KEY_LEFT, KEY_RIGHT, KEY_GAP, KEY_NEED, KEY_WINDOW, KEY_VISIT, N_KEYS } Key;

static void
draw_key (SoleusTimelineChart *self,
          cairo_t             *cr,
          Key                  key,
          double               x,
          double               y)
{
  double s = self->size;
  static const double dashes[] = { 3, 2 };

  switch (key)
    {
    case KEY_LEFT:
      draw_head (self, cr, SOLEUS_SIDE_LEFT, x + s * 0.5, y, s * 0.32);
      break;
    case KEY_RIGHT:
      draw_head (self, cr, SOLEUS_SIDE_RIGHT, x + s * 0.5, y, s * 0.32);
      break;
    case KEY_GAP:
      draw_hatch (cr, &self->palette.hatch, x, x + s, y - s * 0.4, y + s * 0.4);
      cairo_rectangle (cr, x, y - s * 0.4, s, s * 0.8);
      stroke (cr, &self->palette.hatch, 0.8);
      break;
    case KEY_NEED:
      cairo_save (cr);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + s, y);
      stroke (cr, &self->palette.dim, 1);
      cairo_restore (cr);
      break;
    case KEY_WINDOW:
      soleus_colour_set_source (&self->palette.window, cr);
      cairo_rectangle (cr, x, y - s * 0.4, s, s * 0.8);
      cairo_fill (cr);
      cairo_rectangle (cr, x, y - s * 0.4, s, s * 0.8);
      stroke (cr, &self->palette.grid, 0.8);
      break;
    case KEY_VISIT:
    case N_KEYS:
    default:
      cairo_move_to (cr, x + s * 0.5, y - s * 0.28);
      cairo_line_to (cr, x + s * 0.78, y);
      cairo_line_to (cr, x + s * 0.5, y + s * 0.28);
      cairo_line_to (cr, x + s * 0.22, y);
      cairo_close_path (cr);
      soleus_colour_set_source (&self->palette.ink, cr);
      cairo_fill (cr);
      break;
    }
}

static void
draw_legend (SoleusTimelineChart          *self,
             cairo_t                      *cr,
             const SoleusTimelineGeometry *geometry,
             double                        width)
{
  const char *texts[N_KEYS] = { _("left"), _("right"), _("no check-ins"), _("usual need"), _("no massage or heat"), _("visit") };
  gboolean has_lanes = geometry->is_shown[0] || geometry->is_shown[1] || geometry->is_shown[2];
  gboolean has_need = soleus_real_is_known (self->lanes[SOLEUS_TIMELINE_LANE_SLEEP].own_need) ||
                      soleus_real_is_known (self->lanes[SOLEUS_TIMELINE_LANE_FLUIDS].own_need);
  gboolean shown[N_KEYS] = { TRUE, TRUE, has_lanes, has_need, self->spans->len > 0, self->visits->len > 0 };
  double x = 0, gap = self->size * 1.1;

  for (int i = 0; i < N_KEYS; i++)
    {
      double item = self->size * 1.35 + soleus_chart_text_get_width (&geometry->small, texts[i], FALSE);
      double left;

      if (!shown[i])
        continue;
      if (x > 0 && x + item > width)
        break; /* the text rows explain what no longer fits */
      left = self->mirrored ? width - x - self->size : x;
      draw_key (self, cr, i, left, geometry->legend);
      soleus_chart_text_draw (&geometry->small, cr, &self->palette.dim, texts[i], FALSE,
                              self->mirrored ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT,
                              self->mirrored ? left - self->size * 0.35 : left + self->size * 1.35, geometry->legend);
      x += item + gap;
    }
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
  SoleusTimeStep step;

  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  soleus_timeline_chart_measure (self, width, height, &geometry);
  step = soleus_time_scale_get_step (&geometry.time, soleus_chart_text_get_width (&geometry.small, "00 Mmm", FALSE) * 0.72);
  ticks = soleus_time_scale_dup_ticks (&geometry.time, step);

  cairo_save (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (self->palette.background.alpha > 0)
    {
      soleus_colour_set_source (&self->palette.background, cr);
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_fill (cr);
    }
  draw_spans (self, cr, &geometry);
  draw_grid (self, cr, &geometry, ticks);
  draw_guides (self, cr, &geometry);
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    if (geometry.is_shown[i])
      draw_lane (self, cr, &geometry, i);
  draw_episodes (self, cr, &geometry);
  draw_axis (self, cr, &geometry, step, ticks);
  draw_legend (self, cr, &geometry, width);
  cairo_restore (cr);
}
