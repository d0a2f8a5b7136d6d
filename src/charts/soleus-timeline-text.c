/* soleus-timeline-text.c: the timeline in words, for screen readers and for tables */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include "soleus-chart-date.h"

#include <glib/gi18n-lib.h>

static char *
format_day (SoleusInstant instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);

  /* Translators: a date in a list, see the manual of strftime; “21 Nov 2025” */
  return soleus_chart_date_format (time, C_("chart", "%-d %b %Y"));
}

static guint
count_shown (SoleusTimelineChart *self,
             SoleusSide           side)
{
  guint n = 0;

  for (guint i = 0; i < self->episodes->len; i++)
    {
      const SoleusTimelineEpisode *episode = &g_array_index (self->episodes, SoleusTimelineEpisode, i);

      if (episode->onset >= self->from && episode->onset <= self->until)
        n += side == SOLEUS_SIDE_UNKNOWN || episode->side == side;
    }
  return n;
}

/**
 * soleus_timeline_chart_dup_summary:
 *
 * Returns: (transfer full): the chart in one sentence, translated; the accessible description of its widget
 */
char *
soleus_timeline_chart_dup_summary (SoleusTimelineChart *self)
{
  g_autofree char *from = NULL, *until = NULL;
  guint n;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), NULL);

  from = format_day (self->from);
  until = format_day (self->until);
  n = count_shown (self, SOLEUS_SIDE_UNKNOWN);
  if (n == 0)
    return g_strdup_printf (_("No episodes from %s to %s."), from, until);
  return g_strdup_printf (ngettext ("%u episode from %s to %s: %u left, %u right.",
                                    "%u episodes from %s to %s: %u left, %u right.", n),
                          n, from, until, count_shown (self, SOLEUS_SIDE_LEFT), count_shown (self, SOLEUS_SIDE_RIGHT));
}

static char *
format_pain (gint64 pain)
{
  return soleus_int_is_known (pain) ? g_strdup_printf (_("pain %d of 10"), (int) pain) : g_strdup (_("pain unknown"));
}

static const char *
get_place (const SoleusTimelineEpisode *episode)
{
  if (episode->label != NULL)
    return episode->label;
  return episode->side == SOLEUS_SIDE_LEFT ? _("left") : episode->side == SOLEUS_SIDE_RIGHT ? _("right")
         : episode->side == SOLEUS_SIDE_BOTH ? _("both sides") : _("side unknown");
}

static char *
format_episode (const SoleusTimelineEpisode *episode)
{
  g_autofree char *day = format_day (episode->onset);
  g_autofree char *pain = format_pain (episode->pain);

  return g_strdup_printf ("%s: %s, %s", day, get_place (episode), pain);
}

static char *
format_lane (SoleusTimelineChart *self,
             SoleusTimelineLane   lane)
{
  const SoleusTimelineSeries *series = &self->lanes[lane];
  double sum = 0, low = INFINITY, high = -INFINITY;
  guint n_known = 0, n_all = 0;

  for (gsize i = 0; i < series->n_samples; i++)
    {
      if (series->samples[i].until <= self->from || series->samples[i].from >= self->until)
        continue;
      n_all++;
      if (!soleus_real_is_known (series->samples[i].value))
        continue;
      n_known++;
      sum += series->samples[i].value;
      low = MIN (low, series->samples[i].value);
      high = MAX (high, series->samples[i].value);
    }
  if (n_known == 0)
    return g_strdup_printf (_("%s: nothing recorded"), soleus_timeline_lane_get_title (lane));
  /* Translators: “Sleep, h a night: mean 7.1, from 5.0 to 8.5; known for 40 of 52 periods” */
  return g_strdup_printf (_("%s, %s: mean %.1f, from %.1f to %.1f; known for %u of %u periods"),
                          soleus_timeline_lane_get_title (lane), soleus_timeline_lane_get_unit (lane),
                          sum / n_known, low, high, n_known, n_all);
}

/**
 * soleus_timeline_chart_dup_text_rows:
 *
 * Returns: (transfer full) (array zero-terminated=1): the chart as rows of text, translated: the summary, each episode of
 *   the period in the order given, each lane
 */
char **
soleus_timeline_chart_dup_text_rows (SoleusTimelineChart *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), NULL);

  rows = g_ptr_array_new ();
  g_ptr_array_add (rows, soleus_timeline_chart_dup_summary (self));
  for (guint i = 0; i < self->episodes->len; i++)
    {
      const SoleusTimelineEpisode *episode = &g_array_index (self->episodes, SoleusTimelineEpisode, i);

      if (episode->onset >= self->from && episode->onset <= self->until)
        g_ptr_array_add (rows, format_episode (episode));
    }
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    if (self->lanes[i].samples != NULL)
      g_ptr_array_add (rows, format_lane (self, i));
  g_ptr_array_add (rows, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&rows), FALSE);
}

static char *
format_time (SoleusInstant instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);

  /* Translators: a date and time beside a mark of a chart, see the manual of strftime; “Fri 21 Nov 2025, 18:40” */
  return soleus_chart_date_format (time, C_("chart", "%a %-d %b %Y, %H:%M"));
}

/**
 * soleus_timeline_chart_dup_episode_text:
 * @episode: an index of the array that was set
 *
 * Returns: (transfer full): when, where and how bad, in two lines, translated
 */
char *
soleus_timeline_chart_dup_episode_text (SoleusTimelineChart *self,
                                        int                  episode)
{
  const SoleusTimelineEpisode *one;
  g_autofree char *time = NULL, *pain = NULL;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), NULL);
  g_return_val_if_fail (episode >= 0 && (guint) episode < self->episodes->len, NULL);

  one = &g_array_index (self->episodes, SoleusTimelineEpisode, episode);
  time = format_time (one->onset);
  pain = format_pain (one->pain);
  return g_strdup_printf ("%s\n%s, %s", time, get_place (one), pain);
}

char *
soleus_timeline_chart_dup_mark_text (SoleusTimelineChart      *self,
                                     const SoleusTimelineMark *mark)
{
  g_autofree char *from = NULL, *until = NULL, *pain = NULL;

  if (mark->n == 1)
    return soleus_timeline_chart_dup_episode_text (self, (int) mark->worst);

  from = format_day (g_array_index (self->episodes, SoleusTimelineEpisode, g_array_index (self->order, guint, mark->first)).onset);
  until = format_day (g_array_index (self->episodes, SoleusTimelineEpisode, g_array_index (self->order, guint, mark->first + mark->n - 1)).onset);
  pain = format_pain (g_array_index (self->episodes, SoleusTimelineEpisode, mark->worst).pain);
  /* Translators: several marks of a chart that share a place: how many, from which day to which day, the highest pain */
  return g_strdup_printf (ngettext ("%u episode, %s to %s\nhighest: %s", "%u episodes, %s to %s\nhighest: %s", mark->n),
                          mark->n, from, until, pain);
}

static char *
format_stretch (const SoleusTimelineSample *value)
{
  g_autofree char *first = format_day (value->from + SOLEUS_USEC_PER_HOUR), *last = format_day (value->until - 2 * SOLEUS_USEC_PER_HOUR);

  return g_strcmp0 (first, last) == 0 ? g_steal_pointer (&first) : g_strdup_printf (_("%s to %s"), first, last);
}

char *
soleus_timeline_chart_dup_value_text (SoleusTimelineLane          lane,
                                      const SoleusTimelineSample *value)
{
  g_autofree char *stretch = format_stretch (value);

  /* Translators: “Sleep: 7.1 h a night”, then from when to when on a line of its own */
  return g_strdup_printf (_("%s: %.*f %s\n%s"), soleus_timeline_lane_get_title (lane), lane == SOLEUS_TIMELINE_LANE_LOAD ? 0 : 1,
                          value->value, soleus_timeline_lane_get_unit (lane), stretch);
}

char *
soleus_timeline_chart_dup_gap_text (SoleusTimelineLane lane,
                                    SoleusInstant      at)
{
  g_autofree char *day = format_day (at);

  return g_strdup_printf (_("%s: nothing recorded\n%s"), soleus_timeline_lane_get_title (lane), day);
}

char *
soleus_timeline_chart_dup_visit_text (SoleusInstant visit)
{
  g_autofree char *time = format_time (visit);

  return g_strdup_printf (_("Visit\n%s"), time);
}

char *
soleus_timeline_chart_dup_span_text (const SoleusTimelineSpan *span)
{
  g_autofree char *from = format_time (span->from);
  g_autofree char *until = span->until != SOLEUS_UNKNOWN_INSTANT ? format_time (span->until) : NULL;

  if (span->state != SOLEUS_WINDOW_STATE_HARD_STOP)
    return g_strdup_printf (_("No massage or heat\nfrom %s\nto %s"), from, until != NULL ? until : "?");
  return until != NULL ? g_strdup_printf (_("Hard stop\nfrom %s\nuntil an outcome was recorded, %s"), from, until)
                       : g_strdup_printf (_("Hard stop\nsince %s, no outcome recorded yet"), from);
}

typedef struct {
  SoleusInstant  when;
  char         **cells; /* (owned) */
} Row;

static void
free_row (gpointer row)
{
  g_strfreev (((Row *) row)->cells);
  g_free (row);
}

static void
take_row (GPtrArray     *rows,
          SoleusInstant  when,
          const char    *what,
          char          *detail)
{
  Row *row = g_new0 (Row, 1);

  row->when = when;
  row->cells = g_new0 (char *, 4);
  row->cells[0] = format_time (when);
  row->cells[1] = g_strdup (what);
  row->cells[2] = detail;
  g_ptr_array_add (rows, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *one = *(const Row *const *) a, *two = *(const Row *const *) b;

  return one->when > two->when ? -1 : one->when < two->when;
}

static void
add_spans (SoleusTimelineChart *self,
           GPtrArray           *rows)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      const SoleusTimelineSpan *span = &g_array_index (self->spans, SoleusTimelineSpan, i);
      g_autofree char *until = span->until != SOLEUS_UNKNOWN_INSTANT ? format_time (span->until) : NULL;
      gboolean stop = span->state == SOLEUS_WINDOW_STATE_HARD_STOP;

      if (span->from > self->until || (span->until != SOLEUS_UNKNOWN_INSTANT && span->until < self->from))
        continue;
      take_row (rows, span->from, stop ? _("Hard stop") : _("No massage or heat"),
                until != NULL ? g_strdup_printf (_("until %s"), until) : g_strdup (_("no outcome recorded yet")));
    }
}

/* by week or by the stretch that was given; the newest stands first like all rows */
static void
add_values (SoleusTimelineChart *self,
            GPtrArray           *rows)
{
  SoleusTimelineGeometry geometry = { .time = { self->from, self->until, 0, (double) (self->until - self->from) / (7 * 24.0 * SOLEUS_USEC_PER_HOUR) * 4.6 } };

  for (int lane = 0; lane < SOLEUS_TIMELINE_N_LANES; lane++)
    {
      g_autoptr (GArray) weeks = soleus_timeline_chart_dup_buckets (self, &geometry, lane);

      for (guint i = 0; i < weeks->len; i++)
        {
          const SoleusTimelineSample *week = &g_array_index (weeks, SoleusTimelineSample, i);
          g_autofree char *stretch = NULL;

          if (week->until <= self->from || week->from >= self->until)
            continue;
          stretch = format_stretch (week);
          take_row (rows, week->from, soleus_timeline_lane_get_title (lane),
                    g_strdup_printf ("%.*f %s, %s", lane == SOLEUS_TIMELINE_LANE_LOAD ? 0 : 1, week->value, soleus_timeline_lane_get_unit (lane),
                                     stretch));
        }
    }
}

/**
 * soleus_timeline_chart_dup_table:
 *
 * Returns: (transfer full) (element-type GStrv): what the period shows as rows of three cells, translated, newest first: when, what,
 *   and in words; values of the lanes by the week
 */
GPtrArray *
soleus_timeline_chart_dup_table (SoleusTimelineChart *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *table;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_CHART (self), NULL);

  rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; i < self->episodes->len; i++)
    {
      const SoleusTimelineEpisode *episode = &g_array_index (self->episodes, SoleusTimelineEpisode, i);
      g_autofree char *pain = format_pain (episode->pain);

      if (episode->onset >= self->from && episode->onset <= self->until)
        take_row (rows, episode->onset, _("Episode"), g_strdup_printf ("%s, %s", get_place (episode), pain));
    }
  for (guint i = 0; i < self->visits->len; i++)
    {
      SoleusInstant visit = g_array_index (self->visits, SoleusInstant, i);

      if (visit >= self->from && visit <= self->until)
        take_row (rows, visit, _("Visit"), g_strdup (""));
    }
  add_spans (self, rows);
  add_values (self, rows);
  g_ptr_array_sort (rows, compare_rows);

  table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (table, g_steal_pointer (&((Row *) g_ptr_array_index (rows, i))->cells));
  return table;
}
