/* soleus-timeline-text.c: the timeline in words, for screen readers and for tables */
#include "soleus-config.h"

#include "soleus-timeline-private.h"

#include <glib/gi18n-lib.h>

static char *
format_day (SoleusInstant instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);

  /* Translators: a date in a list, see the manual of strftime; “21 Nov 2025” */
  return g_date_time_format (time, C_("chart", "%-d %b %Y"));
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
format_episode (const SoleusTimelineEpisode *episode)
{
  g_autofree char *day = format_day (episode->onset);
  g_autofree char *pain = soleus_int_is_known (episode->pain) ? g_strdup_printf (_("pain %d of 10"), (int) episode->pain)
                                                              : g_strdup (_("pain unknown"));
  const char *side = episode->side == SOLEUS_SIDE_LEFT ? _("left") : episode->side == SOLEUS_SIDE_RIGHT ? _("right")
                     : episode->side == SOLEUS_SIDE_BOTH ? _("both sides") : _("side unknown");

  return g_strdup_printf ("%s: %s, %s", day, episode->label != NULL ? episode->label : side, pain);
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
