#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include <glib/gi18n-lib.h>

/* up to so many episodes each has a mark of its own, whatever the width */
#define SPARSE 60

G_DEFINE_FINAL_TYPE (SoleusTimelineChart, soleus_timeline_chart, G_TYPE_OBJECT)

static void
soleus_timeline_chart_finalize (GObject *object)
{
  SoleusTimelineChart *self = SOLEUS_TIMELINE_CHART (object);

  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    g_clear_pointer (&self->lanes[i].samples, g_free);
  g_clear_pointer (&self->episodes, g_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->visits, g_array_unref);
  g_clear_pointer (&self->family, g_free);

  G_OBJECT_CLASS (soleus_timeline_chart_parent_class)->finalize (object);
}

static void
soleus_timeline_chart_class_init (SoleusTimelineChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_timeline_chart_finalize;
}

static void
soleus_timeline_chart_init (SoleusTimelineChart *self)
{
  self->episodes = g_array_new (FALSE, FALSE, sizeof (SoleusTimelineEpisode));
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spans = g_array_new (FALSE, FALSE, sizeof (SoleusTimelineSpan));
  self->visits = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
  self->palette = *soleus_chart_palette_get_light ();
  self->family = g_strdup ("Cantarell,Sans");
  self->size = 12;
  self->selected = -1;
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    self->lanes[i].own_need = SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_timeline_chart_new:
 * @from: the first instant that can be shown
 * @until: the last instant that can be shown, as a rule now; later than @from
 *
 * Returns: (transfer full): a chart of that period, without data; it shows all of it until another one is set
 */
SoleusTimelineChart *
soleus_timeline_chart_new (SoleusInstant from,
                           SoleusInstant until)
{
  SoleusTimelineChart *self;

  g_return_val_if_fail (from < until, NULL);

  self = g_object_new (SOLEUS_TYPE_TIMELINE_CHART, NULL);
  self->from = self->least = from;
  self->until = self->most = until;
  return self;
}

/**
 * soleus_timeline_chart_set_period:
 * @from: the first instant shown
 * @until: the last instant shown; later than @from
 *
 * Zooms and pans. A period that reaches over the bounds is moved into them, one that is longer becomes all of them.
 */
void
soleus_timeline_chart_set_period (SoleusTimelineChart *self,
                                  SoleusInstant        from,
                                  SoleusInstant        until)
{
  SoleusInstant span = until - from;

  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));
  g_return_if_fail (from < until);

  span = MIN (span, self->most - self->least);
  self->from = CLAMP (from, self->least, self->most - span);
  self->until = self->from + span;
}

/**
 * soleus_timeline_chart_get_period:
 * @from: (out): the first instant shown
 * @until: (out): the last instant shown
 */
void
soleus_timeline_chart_get_period (SoleusTimelineChart *self,
                                  SoleusInstant       *from,
                                  SoleusInstant       *until)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  *from = self->from;
  *until = self->until;
}

/**
 * soleus_timeline_chart_get_bounds:
 * @from: (out): the first instant that can be shown
 * @until: (out): the last one
 */
void
soleus_timeline_chart_get_bounds (SoleusTimelineChart *self,
                                  SoleusInstant       *from,
                                  SoleusInstant       *until)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  *from = self->least;
  *until = self->most;
}

/**
 * soleus_timeline_chart_find_instant:
 * @width: the width it was rendered with
 * @height: the height it was rendered with
 * @x: a position
 *
 * Returns: the instant that stands at @x, inside the period
 */
SoleusInstant
soleus_timeline_chart_find_instant (SoleusTimelineChart *self,
                                    double               width,
                                    double               height,
                                    double               x)
{
  SoleusTimelineGeometry geometry;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), SOLEUS_UNKNOWN_INSTANT);

  soleus_timeline_chart_measure (self, width, height, &geometry);
  return CLAMP (soleus_time_scale_get_instant (&geometry.time, x), self->from, self->until);
}

static int
compare_onsets (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  GArray *episodes = user_data;
  SoleusInstant one = g_array_index (episodes, SoleusTimelineEpisode, *(const guint *) a).onset;
  SoleusInstant two = g_array_index (episodes, SoleusTimelineEpisode, *(const guint *) b).onset;

  return one < two ? -1 : one > two;
}

/**
 * soleus_timeline_chart_set_episodes:
 * @episodes: (array length=n_episodes): copied; the index into this array is what hit tests return
 *
 * Replaces the episodes. Those outside the period are not drawn.
 */
void
soleus_timeline_chart_set_episodes (SoleusTimelineChart         *self,
                                    const SoleusTimelineEpisode *episodes,
                                    gsize                        n_episodes)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  g_array_set_size (self->episodes, 0);
  g_ptr_array_set_size (self->labels, 0);
  g_array_set_size (self->order, 0);
  for (guint i = 0; i < n_episodes; i++)
    {
      SoleusTimelineEpisode episode = episodes[i];

      g_ptr_array_add (self->labels, g_strdup (episode.label));
      episode.label = g_ptr_array_index (self->labels, i);
      g_array_append_val (self->episodes, episode);
      g_array_append_val (self->order, i);
    }
  g_array_sort_with_data (self->order, compare_onsets, self->episodes);
  self->selected = -1;
}

static int
compare_samples (gconstpointer a,
                 gconstpointer b)
{
  const SoleusTimelineSample *one = a, *two = b;

  return one->from < two->from ? -1 : one->from > two->from;
}

/**
 * soleus_timeline_chart_set_lane:
 * @samples: (array length=n_samples): copied; in any order
 * @own_need: the athlete's own usual need, drawn dashed; %SOLEUS_UNKNOWN_REAL for none
 *
 * Replaces a lane. Stretches without a known value are hatched. A lane that was never set is left out.
 */
void
soleus_timeline_chart_set_lane (SoleusTimelineChart        *self,
                                SoleusTimelineLane          lane,
                                const SoleusTimelineSample *samples,
                                gsize                       n_samples,
                                double                      own_need)
{
  SoleusTimelineSeries *series;

  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));
  g_return_if_fail (lane < SOLEUS_TIMELINE_N_LANES);

  series = &self->lanes[lane];
  g_free (series->samples);
  series->samples = g_new0 (SoleusTimelineSample, n_samples + 1);
  if (n_samples > 0)
    memcpy (series->samples, samples, n_samples * sizeof *samples);
  qsort (series->samples, n_samples, sizeof *samples, compare_samples);
  series->n_samples = n_samples;
  series->own_need = own_need;
}

/**
 * soleus_timeline_chart_set_spans:
 * @spans: (array length=n_spans): copied
 *
 * Replaces the shaded stretches in which massage and heat were closed.
 */
void
soleus_timeline_chart_set_spans (SoleusTimelineChart      *self,
                                 const SoleusTimelineSpan *spans,
                                 gsize                     n_spans)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  g_array_set_size (self->spans, 0);
  if (n_spans > 0)
    g_array_append_vals (self->spans, spans, n_spans);
}

/**
 * soleus_timeline_chart_set_visits:
 * @visits: (array length=n_visits): copied
 *
 * Replaces the visits, drawn as ticks on the time axis.
 */
void
soleus_timeline_chart_set_visits (SoleusTimelineChart *self,
                                  const SoleusInstant *visits,
                                  gsize                n_visits)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  g_array_set_size (self->visits, 0);
  if (n_visits > 0)
    g_array_append_vals (self->visits, visits, n_visits);
}

/**
 * soleus_timeline_chart_set_palette:
 * @palette: copied
 */
void
soleus_timeline_chart_set_palette (SoleusTimelineChart      *self,
                                   const SoleusChartPalette *palette)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  self->palette = *palette;
}

/**
 * soleus_timeline_chart_set_font:
 * @family: "Cantarell,Sans"
 * @size: of lane titles, in the units of the drawing; second-line text is a little smaller
 */
void
soleus_timeline_chart_set_font (SoleusTimelineChart *self,
                                const char          *family,
                                double               size)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));
  g_return_if_fail (size > 0);

  g_free (self->family);
  self->family = g_strdup (family);
  self->size = size;
}

/**
 * soleus_timeline_chart_set_selected:
 * @episode: index of an episode that is ringed; −1 for none
 */
void
soleus_timeline_chart_set_selected (SoleusTimelineChart *self,
                                    int                  episode)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  self->selected = episode;
}

/**
 * soleus_timeline_chart_set_mirrored:
 * @mirrored: %TRUE in languages written from right to left: time runs to the left, titles stand on the right
 */
void
soleus_timeline_chart_set_mirrored (SoleusTimelineChart *self,
                                    gboolean             mirrored)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (self));

  self->mirrored = mirrored;
}

const char *
soleus_timeline_lane_get_title (SoleusTimelineLane lane)
{
  switch (lane)
    {
    case SOLEUS_TIMELINE_LANE_LOAD:
      return _("Load");
    case SOLEUS_TIMELINE_LANE_SLEEP:
      return _("Sleep");
    case SOLEUS_TIMELINE_LANE_FLUIDS:
      return _("Fluids");
    case SOLEUS_TIMELINE_N_LANES:
    default:
      g_return_val_if_reached ("");
    }
}

const char *
soleus_timeline_lane_get_unit (SoleusTimelineLane lane)
{
  switch (lane)
    {
    case SOLEUS_TIMELINE_LANE_LOAD:
      /* Translators: arbitrary units of training load in a week */
      return _("AU a week");
    case SOLEUS_TIMELINE_LANE_SLEEP:
      return _("h a night");
    case SOLEUS_TIMELINE_LANE_FLUIDS:
      return _("litres a day");
    case SOLEUS_TIMELINE_N_LANES:
    default:
      g_return_val_if_reached ("");
    }
}

static double
measure_gutter (SoleusTimelineChart          *self,
                const SoleusTimelineGeometry *geometry)
{
  double gutter = MAX (soleus_chart_text_get_width (&geometry->font, _("Episodes"), TRUE),
                       soleus_chart_text_get_width (&geometry->small, _("pain 0–10"), FALSE));

  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    if (geometry->is_shown[i])
      {
        gutter = MAX (gutter, soleus_chart_text_get_width (&geometry->font, soleus_timeline_lane_get_title (i), TRUE));
        gutter = MAX (gutter, soleus_chart_text_get_width (&geometry->small, soleus_timeline_lane_get_unit (i), FALSE));
      }
  return gutter + soleus_chart_text_get_width (&geometry->small, "0000", FALSE) + self->size * 0.9;
}

static guint
count_shown (SoleusTimelineChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      SoleusInstant onset = g_array_index (self->episodes, SoleusTimelineEpisode, i).onset;

      n += onset >= self->from && onset <= self->until;
    }
  return n;
}

void
soleus_timeline_chart_measure (SoleusTimelineChart    *self,
                               double                  width,
                               double                  height,
                               SoleusTimelineGeometry *geometry)
{
  double gutter, line, top, room, gap, episodes_share = 1.9;
  int n_lanes = 0;
  guint n_shown;

  *geometry = (SoleusTimelineGeometry) { .font = { self->family, self->size }, .small = { self->family, self->size * 0.9 } };
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    {
      geometry->is_shown[i] = self->lanes[i].samples != NULL;
      n_lanes += geometry->is_shown[i];
    }

  line = soleus_chart_text_get_height (&geometry->small);
  gutter = measure_gutter (self, geometry);
  geometry->left = self->mirrored ? self->size * 0.7 : gutter;
  geometry->right = MAX (geometry->left + 10, width - (self->mirrored ? gutter : self->size * 0.7));
  geometry->edge = width;
  geometry->legend = height - line * 0.6;
  geometry->axis = height - line * 4.8;

  gap = self->size * 0.8;
  top = 1;
  room = MAX (20, geometry->axis - top - gap * n_lanes);
  geometry->episodes.top = top;
  geometry->episodes.bottom = top + room * episodes_share / (episodes_share + n_lanes);
  top = geometry->episodes.bottom;
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    if (geometry->is_shown[i])
      {
        geometry->lanes[i].top = top + gap;
        geometry->lanes[i].bottom = top + gap + room / (episodes_share + n_lanes);
        top = geometry->lanes[i].bottom;
      }

  n_shown = count_shown (self);
  geometry->head = n_shown * self->size > geometry->right - geometry->left ? self->size * 0.32 : self->size * 0.44;
  geometry->is_dense = n_shown > SPARSE && n_shown * 2.2 * geometry->head > geometry->right - geometry->left;
  geometry->time = (SoleusTimeScale) { self->from, self->until,
                                       self->mirrored ? geometry->right : geometry->left,
                                       self->mirrored ? geometry->left : geometry->right };
  geometry->pain = (SoleusScale) { 0, 10, geometry->episodes.bottom - geometry->head - 2,
                                   MIN (geometry->episodes.bottom - geometry->head - 3, geometry->episodes.top + line + geometry->head) };
}

void
soleus_timeline_chart_locate (SoleusTimelineChart          *self,
                              const SoleusTimelineGeometry *geometry,
                              guint                         episode,
                              double                       *x,
                              double                       *y)
{
  const SoleusTimelineEpisode *one = &g_array_index (self->episodes, SoleusTimelineEpisode, episode);

  *x = soleus_time_scale_get_position (&geometry->time, one->onset);
  *y = soleus_scale_get_position (&geometry->pain, soleus_int_is_known (one->pain) ? CLAMP (one->pain, 0, 10) : 1);
}

/**
 * soleus_timeline_chart_get_least_height:
 *
 * Returns: the least height at which every lane is legible, in the units of the drawing
 */
double
soleus_timeline_chart_get_least_height (SoleusTimelineChart *self)
{
  int n_lanes = 0;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), 0);

  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    n_lanes += self->lanes[i].samples != NULL;
  return self->size * (12 + 4 * n_lanes);
}

/**
 * soleus_timeline_chart_is_empty:
 *
 * Returns: %TRUE if there is nothing to draw: no episode, no known value, no visit
 */
gboolean
soleus_timeline_chart_is_empty (SoleusTimelineChart *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), TRUE);

  for (int lane = 0; lane < SOLEUS_TIMELINE_N_LANES; lane++)
    for (gsize i = 0; i < self->lanes[lane].n_samples; i++)
      if (soleus_real_is_known (self->lanes[lane].samples[i].value))
        return FALSE;
  return self->episodes->len == 0 && self->visits->len == 0;
}
