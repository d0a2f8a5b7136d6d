/* soleus-timeline-marks.c: the lane of episodes with its shading, what stands where in it, and what lies under a pointer */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#define DAY (24 * SOLEUS_USEC_PER_HOUR)

/* nearer than this many pixels, values of the lanes are put together */
#define LEAST_BUCKET 4.5

static void
stroke (cairo_t            *cr,
        const SoleusColour *colour,
        double              line_width)
{
  soleus_colour_set_source (colour, cr);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

static const SoleusTimelineEpisode *
get_by_time (SoleusTimelineChart *self,
             guint                position)
{
  return &g_array_index (self->episodes, SoleusTimelineEpisode, g_array_index (self->order, guint, position));
}

/* the position in the order of time of the first episode that is not before an instant */
static guint
find_position (SoleusTimelineChart *self,
               SoleusInstant        instant)
{
  guint low = 0, high = self->order->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_by_time (self, middle)->onset < instant)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
finish_mark (SoleusTimelineChart          *self,
             const SoleusTimelineGeometry *geometry,
             SoleusTimelineMark           *mark,
             SoleusInstant                 middle)
{
  mark->worst = g_array_index (self->order, guint, mark->first);
  mark->side = get_by_time (self, mark->first)->side;
  for (guint i = mark->first + 1; i < mark->first + mark->n; i++)
    {
      const SoleusTimelineEpisode *one = get_by_time (self, i);

      if (one->pain > g_array_index (self->episodes, SoleusTimelineEpisode, mark->worst).pain)
        mark->worst = g_array_index (self->order, guint, i);
      if (one->side != mark->side)
        mark->side = SOLEUS_SIDE_BOTH;
    }
  soleus_timeline_chart_locate (self, geometry, mark->worst, &mark->x, &mark->y);
  if (mark->n > 1)
    mark->x = CLAMP (soleus_time_scale_get_position (&geometry->time, middle), MIN (geometry->left, geometry->right), geometry->right);
}

/* Episodes of the period, oldest first. Where there is no room for each, those of one column share a mark; the columns begin at fixed
 * instants, so that marks do not jump while one pans. */
GArray *
soleus_timeline_chart_dup_marks (SoleusTimelineChart          *self,
                                 const SoleusTimelineGeometry *geometry)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineMark));
  double room = MAX (1, geometry->right - geometry->left);
  SoleusInstant column = MAX (1, (SoleusInstant) (geometry->head * 2.4 / room * (double) (self->until - self->from)));
  guint i = find_position (self, self->from);

  while (i < self->order->len && get_by_time (self, i)->onset <= self->until)
    {
      SoleusTimelineMark mark = { i, 1 };
      gint64 index = (get_by_time (self, i)->onset - self->least) / column;

      for (i++; geometry->is_dense && i < self->order->len; i++, mark.n++)
        if ((get_by_time (self, i)->onset - self->least) / column != index || get_by_time (self, i)->onset > self->until)
          break;
      finish_mark (self, geometry, &mark, self->least + index * column + column / 2);
      g_array_append_val (marks, mark);
    }
  return marks;
}

static SoleusInstant
get_bucket (const SoleusTimelineGeometry *geometry,
            const SoleusTimelineSample   *sample)
{
  static const int days[] = { 7, 14, 28, 91, 182, 364 };
  double width = fabs (geometry->time.end - geometry->time.start) / (double) (geometry->time.until - geometry->time.from);

  if (width * (double) (sample->until - sample->from) >= LEAST_BUCKET)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] * DAY > sample->until - sample->from && width * days[i] * DAY >= LEAST_BUCKET)
      return days[i] * DAY;
  return days[G_N_ELEMENTS (days) - 1] * DAY;
}

/* The known values of the whole lane, by time: as they are where there is room, else the means of weeks, months … at fixed places. */
GArray *
soleus_timeline_chart_dup_buckets (SoleusTimelineChart          *self,
                                   const SoleusTimelineGeometry *geometry,
                                   SoleusTimelineLane            lane)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  GArray *buckets = g_array_new (FALSE, FALSE, sizeof (SoleusTimelineSample));
  SoleusInstant bucket = series->n_samples > 0 ? get_bucket (geometry, &series->samples[0]) : 0;
  gint64 last = G_MININT64;
  guint n = 0;

  for (gsize i = 0; i < series->n_samples; i++)
    {
      SoleusTimelineSample sample = series->samples[i];
      gint64 index = bucket > 0 ? (sample.from + (sample.until - sample.from) / 2 - self->least) / bucket : 0;

      if (!soleus_real_is_known (sample.value))
        continue;
      if (bucket > 0 && index == last)
        {
          SoleusTimelineSample *mean = &g_array_index (buckets, SoleusTimelineSample, buckets->len - 1);

          mean->value += (sample.value - mean->value) / ++n;
          continue;
        }
      if (bucket > 0)
        {
          sample.from = self->least + index * bucket;
          sample.until = MIN (self->most, sample.from + bucket);
          last = index;
          n = 1;
        }
      g_array_append_val (buckets, sample);
    }
  return buckets;
}

static gboolean
locate_span (SoleusTimelineChart          *self,
             const SoleusTimelineGeometry *geometry,
             const SoleusTimelineSpan     *span,
             double                       *left,
             double                       *right)
{
  SoleusInstant from = MAX (span->from, self->from);
  SoleusInstant until = span->until == SOLEUS_UNKNOWN_INSTANT ? self->until : MIN (span->until, self->until);
  double x1, x2;

  if (until <= from)
    return FALSE;
  x1 = soleus_time_scale_get_position (&geometry->time, from);
  x2 = soleus_time_scale_get_position (&geometry->time, until);
  if (fabs (x2 - x1) < 2)
    x2 = x1 + (self->mirrored ? -2 : 2);
  *left = MIN (x1, x2);
  *right = MAX (x1, x2);
  return TRUE;
}

/* Windows that overlap are one shade: they are one path. A hard stop is told from them without colour: it is hatched and has a bar above. */
void
soleus_timeline_chart_draw_spans (SoleusTimelineChart          *self,
                                  cairo_t                      *cr,
                                  const SoleusTimelineGeometry *geometry)
{
  double top = geometry->episodes.top, bottom = geometry->episodes.bottom, left, right;

  for (int stops = 0; stops <= 1; stops++)
    {
      for (guint i = 0; i < self->spans->len; i++)
        {
          const SoleusTimelineSpan *span = &g_array_index (self->spans, SoleusTimelineSpan, i);

          if ((span->state == SOLEUS_WINDOW_STATE_HARD_STOP) == stops && locate_span (self, geometry, span, &left, &right))
            cairo_rectangle (cr, left, top, right - left, bottom - top);
        }
      soleus_colour_set_source (stops ? &self->palette.stop : &self->palette.window, cr);
      cairo_fill (cr);
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SoleusTimelineSpan *span = &g_array_index (self->spans, SoleusTimelineSpan, i);

      if (span->state != SOLEUS_WINDOW_STATE_HARD_STOP || !locate_span (self, geometry, span, &left, &right))
        continue;
      soleus_timeline_chart_draw_hatch (cr, &self->palette.hatch, left, right, top, bottom);
      soleus_colour_set_source (&self->palette.ink, cr);
      cairo_rectangle (cr, left, top, right - left, 2.5);
      cairo_fill (cr);
    }
}

/* left is filled, right hollow, both half filled; several are square */
void
soleus_timeline_chart_draw_head (SoleusTimelineChart *self,
                                 cairo_t             *cr,
                                 SoleusSide           side,
                                 gboolean             several,
                                 double               x,
                                 double               y,
                                 double               radius)
{
  cairo_new_path (cr);
  if (several)
    cairo_rectangle (cr, x - radius, y - radius, 2 * radius, 2 * radius);
  else
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  soleus_colour_set_source (side == SOLEUS_SIDE_LEFT ? &self->palette.accent : &self->palette.on_accent, cr);
  cairo_fill_preserve (cr);
  stroke (cr, &self->palette.accent, radius * 0.36);
  if (side == SOLEUS_SIDE_BOTH)
    {
      if (several)
        cairo_rectangle (cr, x - radius, y - radius, radius, 2 * radius);
      else
        cairo_arc (cr, x, y, radius, G_PI / 2, 3 * G_PI / 2);
      cairo_close_path (cr);
      soleus_colour_set_source (&self->palette.accent, cr);
      cairo_fill (cr);
    }
}

static void
draw_guides (SoleusTimelineChart          *self,
             cairo_t                      *cr,
             const SoleusTimelineGeometry *geometry,
             GArray                       *marks)
{
  static const double dots[] = { 1.5, 2.5 };
  SoleusColour colour = self->palette.accent;

  colour.alpha = 0.55;
  cairo_save (cr);
  cairo_set_dash (cr, dots, 2, 0);
  for (guint i = 0; i < marks->len; i++)
    {
      double x = g_array_index (marks, SoleusTimelineMark, i).x;

      cairo_move_to (cr, x, geometry->episodes.bottom);
      cairo_line_to (cr, x, geometry->axis);
    }
  stroke (cr, &colour, 1);
  cairo_restore (cr);
}

/* The number is left out where it would cover another one; the table and the text under the pointer still say it. Marks come by time,
 * so that only the last ones can be in the way. */
static void
draw_pain (SoleusTimelineChart          *self,
           cairo_t                      *cr,
           const SoleusTimelineGeometry *geometry,
           gint64                        pain,
           GArray                       *taken,
           double                        x,
           double                        y)
{
  g_autofree char *text = soleus_int_is_known (pain) ? g_strdup_printf ("%d", (int) pain) : g_strdup ("?");
  double width = soleus_chart_text_get_width (&geometry->small, text, FALSE);
  double line = soleus_chart_text_get_height (&geometry->small);
  cairo_rectangle_t box = { x - width / 2, y - geometry->head - line, width, line };

  for (guint i = taken->len; i > 0 && taken->len - i < 16; i--)
    {
      const cairo_rectangle_t *other = &g_array_index (taken, cairo_rectangle_t, i - 1);

      if (box.x < other->x + other->width && other->x < box.x + box.width &&
          box.y < other->y + other->height && other->y < box.y + box.height)
        return;
    }
  g_array_append_val (taken, box);
  soleus_chart_text_draw (&geometry->small, cr, &self->palette.ink, text, FALSE, SOLEUS_CHART_ANCHOR_CENTRE, x, box.y + line / 2);
}

static gboolean
holds (SoleusTimelineChart      *self,
       const SoleusTimelineMark *mark,
       int                       episode)
{
  for (guint i = mark->first; i < mark->first + mark->n; i++)
    if ((int) g_array_index (self->order, guint, i) == episode)
      return TRUE;
  return FALSE;
}

void
soleus_timeline_chart_draw_marks (SoleusTimelineChart          *self,
                                  cairo_t                      *cr,
                                  const SoleusTimelineGeometry *geometry,
                                  GArray                       *marks)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  if (!geometry->is_dense)
    draw_guides (self, cr, geometry, marks);
  cairo_move_to (cr, geometry->left, geometry->episodes.bottom);
  cairo_line_to (cr, geometry->right, geometry->episodes.bottom);
  stroke (cr, &self->palette.grid, 1);

  for (guint i = 0; i < marks->len; i++)
    {
      const SoleusTimelineMark *mark = &g_array_index (marks, SoleusTimelineMark, i);

      cairo_move_to (cr, mark->x, geometry->episodes.bottom);
      cairo_line_to (cr, mark->x, mark->y);
    }
  stroke (cr, &self->palette.accent, geometry->head * 0.36);
  for (guint i = 0; i < marks->len; i++)
    {
      const SoleusTimelineMark *mark = &g_array_index (marks, SoleusTimelineMark, i);
      gboolean selected = self->selected >= 0 && holds (self, mark, self->selected);

      soleus_timeline_chart_draw_head (self, cr, mark->side, mark->n > 1, mark->x, mark->y, geometry->head);
      if (selected)
        {
          cairo_new_path (cr);
          cairo_arc (cr, mark->x, mark->y, geometry->head + 3, 0, 2 * G_PI);
          stroke (cr, &self->palette.ink, 1.5);
        }
      draw_pain (self, cr, geometry, g_array_index (self->episodes, SoleusTimelineEpisode, mark->worst).pain, taken,
                 mark->x, selected ? mark->y - 4 : mark->y);
    }
}

/* What and when, beside the selected mark: the keyboard needs it as the pointer does. */
void
soleus_timeline_chart_draw_callout (SoleusTimelineChart          *self,
                                    cairo_t                      *cr,
                                    const SoleusTimelineGeometry *geometry)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double x, y, width = 0, line = soleus_chart_text_get_height (&geometry->small), pad = self->size * 0.5;
  const SoleusTimelineEpisode *episode;

  if (self->selected < 0)
    return;
  episode = &g_array_index (self->episodes, SoleusTimelineEpisode, self->selected);
  if (episode->onset < self->from || episode->onset > self->until)
    return;

  text = soleus_timeline_chart_dup_episode_text (self, self->selected);
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; lines[i] != NULL; i++)
    width = MAX (width, soleus_chart_text_get_width (&geometry->small, lines[i], FALSE));
  width += 2 * pad;
  soleus_timeline_chart_locate (self, geometry, (guint) self->selected, &x, &y);
  x = CLAMP (x - width / 2, 0, MAX (0, geometry->edge - width));
  y = geometry->episodes.bottom + pad;

  cairo_new_path (cr);
  cairo_rectangle (cr, x, y, width, g_strv_length (lines) * line + pad);
  soleus_colour_set_source (&self->palette.on_accent, cr);
  cairo_fill_preserve (cr);
  stroke (cr, &self->palette.ink, 1);
  for (int i = 0; lines[i] != NULL; i++)
    soleus_chart_text_draw (&geometry->small, cr, &self->palette.accent, lines[i], FALSE,
                            self->mirrored ? SOLEUS_CHART_ANCHOR_RIGHT : SOLEUS_CHART_ANCHOR_LEFT,
                            self->mirrored ? x + width - pad : x + pad, y + pad / 2 + (i + 0.5) * line);
}

/* the mark under a point: its head, or its stem below it; NULL without one */
static const SoleusTimelineMark *
find_mark (const SoleusTimelineGeometry *geometry,
           GArray                       *marks,
           double                        x,
           double                        y)
{
  double nearest = MAX (12, geometry->head * 1.8);
  const SoleusTimelineMark *found = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const SoleusTimelineMark *mark = &g_array_index (marks, SoleusTimelineMark, i);
      double distance = hypot (x - mark->x, y - mark->y);

      if (y > mark->y && y <= geometry->episodes.bottom)
        distance = fabs (x - mark->x);
      if (distance < nearest)
        {
          nearest = distance;
          found = mark;
        }
    }
  return found;
}

/**
 * soleus_timeline_chart_find_episode:
 * @width: the width it was rendered with
 * @height: the height it was rendered with
 *
 * Returns: the index of the episode nearest to the point, no farther than a finger's width; of several that share a mark the one
 *   with the highest pain; −1 without one
 */
int
soleus_timeline_chart_find_episode (SoleusTimelineChart *self,
                                    double               width,
                                    double               height,
                                    double               x,
                                    double               y)
{
  SoleusTimelineGeometry geometry;
  g_autoptr (GArray) marks = NULL;
  const SoleusTimelineMark *mark;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), -1);

  soleus_timeline_chart_measure (self, width, height, &geometry);
  marks = soleus_timeline_chart_dup_marks (self, &geometry);
  mark = find_mark (&geometry, marks, x, y);
  return mark != NULL ? (int) mark->worst : -1;
}

/**
 * soleus_timeline_chart_find_group:
 * @from: (out): the onset of the first of them
 * @until: (out): the onset of the last
 *
 * Returns: %TRUE if at the point stands a mark that several episodes share: zooming in to these times tells them apart
 */
gboolean
soleus_timeline_chart_find_group (SoleusTimelineChart *self,
                                  double               width,
                                  double               height,
                                  double               x,
                                  double               y,
                                  SoleusInstant       *from,
                                  SoleusInstant       *until)
{
  SoleusTimelineGeometry geometry;
  g_autoptr (GArray) marks = NULL;
  const SoleusTimelineMark *mark;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), FALSE);

  soleus_timeline_chart_measure (self, width, height, &geometry);
  marks = soleus_timeline_chart_dup_marks (self, &geometry);
  mark = find_mark (&geometry, marks, x, y);
  if (mark == NULL || mark->n < 2)
    return FALSE;
  *from = get_by_time (self, mark->first)->onset;
  *until = get_by_time (self, mark->first + mark->n - 1)->onset;
  return TRUE;
}

/**
 * soleus_timeline_chart_get_episode_position:
 * @episode: an index of the array that was set
 * @x: (out): where its head is drawn, if it has a mark of its own
 * @y: (out): likewise
 */
void
soleus_timeline_chart_get_episode_position (SoleusTimelineChart *self,
                                            double               width,
                                            double               height,
                                            int                  episode,
                                            double              *x,
                                            double              *y)
{
  SoleusTimelineGeometry geometry;

  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));
  g_return_if_fail (episode >= 0 && (guint) episode < self->episodes->len);

  soleus_timeline_chart_measure (self, width, height, &geometry);
  soleus_timeline_chart_locate (self, &geometry, (guint) episode, x, y);
}

static char *
dup_lane_text (SoleusTimelineChart          *self,
               const SoleusTimelineGeometry *geometry,
               SoleusTimelineLane            lane,
               SoleusInstant                 at)
{
  g_autoptr (GArray) buckets = soleus_timeline_chart_dup_buckets (self, geometry, lane);

  for (guint i = 0; i < buckets->len; i++)
    {
      const SoleusTimelineSample *bucket = &g_array_index (buckets, SoleusTimelineSample, i);

      if (bucket->from <= at && at < bucket->until)
        return soleus_timeline_chart_dup_value_text (lane, bucket);
    }
  return soleus_timeline_chart_dup_gap_text (lane, at);
}

static char *
dup_visit_text (SoleusTimelineChart          *self,
                const SoleusTimelineGeometry *geometry,
                double                        x)
{
  for (guint i = 0; i < self->visits->len; i++)
    {
      SoleusInstant visit = g_array_index (self->visits, SoleusInstant, i);

      if (visit >= self->from && visit <= self->until && fabs (soleus_time_scale_get_position (&geometry->time, visit) - x) < 6)
        return soleus_timeline_chart_dup_visit_text (visit);
    }
  return NULL;
}

static char *
dup_span_text (SoleusTimelineChart *self,
               SoleusInstant        at,
               SoleusInstant        slack)
{
  const SoleusTimelineSpan *found = NULL;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const SoleusTimelineSpan *span = &g_array_index (self->spans, SoleusTimelineSpan, i);

      if (span->from - slack <= at && (span->until == SOLEUS_UNKNOWN_INSTANT || at <= span->until + slack) &&
          (found == NULL || span->state == SOLEUS_WINDOW_STATE_HARD_STOP))
        found = span;
    }
  return found != NULL ? soleus_timeline_chart_dup_span_text (found) : NULL;
}

/**
 * soleus_timeline_chart_dup_text_at:
 * @width: the width it was rendered with
 * @height: the height it was rendered with
 * @x: the point
 * @y: likewise
 *
 * Returns: (transfer full) (nullable): what stands there and when, translated, for a tooltip: an episode or several, a window or a
 *   hard stop, the value of a lane, a visit
 */
char *
soleus_timeline_chart_dup_text_at (SoleusTimelineChart *self,
                                   double               width,
                                   double               height,
                                   double               x,
                                   double               y)
{
  SoleusTimelineGeometry geometry;
  g_autoptr (GArray) marks = NULL;
  const SoleusTimelineMark *mark;
  SoleusInstant at;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), NULL);

  soleus_timeline_chart_measure (self, width, height, &geometry);
  marks = soleus_timeline_chart_dup_marks (self, &geometry);
  mark = find_mark (&geometry, marks, x, y);
  if (mark != NULL)
    return soleus_timeline_chart_dup_mark_text (self, mark);
  if (x < geometry.left || x > geometry.right)
    return NULL;

  at = soleus_time_scale_get_instant (&geometry.time, x);
  if (y <= geometry.episodes.bottom)
    return dup_span_text (self, at, (SoleusInstant) (2 * (double) (self->until - self->from) / MAX (1, geometry.right - geometry.left)));
  if (fabs (y - geometry.axis) <= 6)
    return dup_visit_text (self, &geometry, x);
  for (int lane = 0; lane < SOLEUS_TIMELINE_N_LANES; lane++)
    if (geometry.is_shown[lane] && y >= geometry.lanes[lane].top && y <= geometry.lanes[lane].bottom)
      return dup_lane_text (self, &geometry, lane, at);
  return NULL;
}

/**
 * soleus_timeline_chart_get_onset:
 * @episode: an index of the array that was set
 *
 * Returns: when it began
 */
SoleusInstant
soleus_timeline_chart_get_onset (SoleusTimelineChart *self,
                                 int                  episode)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), SOLEUS_UNKNOWN_INSTANT);
  g_return_val_if_fail (episode >= 0 && (guint) episode < self->episodes->len, SOLEUS_UNKNOWN_INSTANT);

  return g_array_index (self->episodes, SoleusTimelineEpisode, episode).onset;
}

/**
 * soleus_timeline_chart_find_first:
 *
 * Returns: the index of the first episode of the period, of the last one before it if it has none; −1 without episodes
 */
int
soleus_timeline_chart_find_first (SoleusTimelineChart *self)
{
  guint position;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), -1);

  if (self->order->len == 0)
    return -1;
  position = MIN (find_position (self, self->from), self->order->len - 1);
  return (int) g_array_index (self->order, guint, position);
}

/**
 * soleus_timeline_chart_get_plot_width:
 * @width: the width it was rendered with
 *
 * Returns: how wide the period is drawn; the rest are titles
 */
double
soleus_timeline_chart_get_plot_width (SoleusTimelineChart *self,
                                      double               width)
{
  SoleusTimelineGeometry geometry;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), 1);

  soleus_timeline_chart_measure (self, width, 100, &geometry);
  return geometry.right - geometry.left;
}
