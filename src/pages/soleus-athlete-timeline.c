/* soleus-athlete-timeline.c: load by the week, sleep and fluids by the day; what has no answer is unknown, never zero. The chart puts days
 * together where there is no room for each. */
#define G_LOG_DOMAIN "soleus-athlete-timeline"

#include "soleus-config.h"

#include "soleus-athlete-timeline.h"

#include "soleus-massage-window.h"
#include "soleus-past-stops.h"
#include "soleus-phrase.h"

#define WEEK (7 * 24 * SOLEUS_USEC_PER_HOUR)

typedef struct {
  double sum;
  guint  n;
} Week;

/* Puts the value of a date into its week; dates outside the period are left out. */
static void
add_to_week (GArray        *weeks,
             SoleusInstant  from,
             const char    *date,
             double         value)
{
  SoleusInstant noon = soleus_date_get_start (date) + 12 * SOLEUS_USEC_PER_HOUR;
  gint64 index = (noon - from) / WEEK;

  if (noon < from || index >= weeks->len || !soleus_real_is_known (value))
    return;

  g_array_index (weeks, Week, index).sum += value;
  g_array_index (weeks, Week, index).n++;
}

static void
set_load (SoleusTimelineChart *chart,
          GArray              *weeks,
          SoleusInstant        from,
          SoleusInstant        until)
{
  g_autoptr (GArray) samples = g_array_sized_new (FALSE, TRUE, sizeof (SoleusTimelineSample), weeks->len);

  for (guint i = 0; i < weeks->len; i++)
    {
      const Week *week = &g_array_index (weeks, Week, i);
      SoleusTimelineSample sample = { from + i * WEEK, MIN (until, from + (i + 1) * WEEK), week->n == 0 ? SOLEUS_UNKNOWN_REAL : week->sum };

      g_array_append_val (samples, sample);
    }

  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_LOAD, (const SoleusTimelineSample *) (gpointer) samples->data, samples->len,
                                  SOLEUS_UNKNOWN_REAL);
}

static void
add_day (GArray     *lane,
         const char *date,
         double      value)
{
  SoleusInstant start = soleus_date_get_start (date);
  SoleusTimelineSample sample = { start, start + WEEK / 7, value };

  if (soleus_real_is_known (value))
    g_array_append_val (lane, sample);
}

static GArray *
weeks_new (SoleusInstant from,
           SoleusInstant until)
{
  guint n = (guint) ((until - from + WEEK - 1) / WEEK);
  GArray *weeks = g_array_sized_new (FALSE, TRUE, sizeof (Week), n);

  g_array_set_size (weeks, n);

  return weeks;
}

static void
add_lanes (SoleusTimelineChart *chart,
           SoleusClinic        *clinic,
           SoleusRecord        *athlete,
           SoleusInstant        from,
           SoleusInstant        until)
{
  const char *id = soleus_record_get_id (athlete);
  g_autofree char *first = soleus_instant_dup_local_date (from);
  g_autoptr (SoleusQuery) check_in_query = soleus_query_new (&soleus_check_in_kind);
  g_autoptr (SoleusQuery) session_query = soleus_query_new (&soleus_session_kind);
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GArray) load = weeks_new (from, until);
  g_autoptr (GArray) sleep = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineSample));
  g_autoptr (GArray) fluids = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineSample));

  soleus_query_where_text (check_in_query, "athlete", SOLEUS_QUERY_EQUAL, id);
  soleus_query_where_text (check_in_query, "date", SOLEUS_QUERY_GREATER_EQUAL, first);
  check_ins = soleus_clinic_list (clinic, check_in_query, NULL);

  soleus_query_where_text (session_query, "athlete", SOLEUS_QUERY_EQUAL, id);
  soleus_query_where_text (session_query, "date", SOLEUS_QUERY_GREATER_EQUAL, first);
  sessions = soleus_clinic_list (clinic, session_query, NULL);

  for (guint i = 0; check_ins != NULL && i < check_ins->len; i++)
    {
      SoleusRecord *check_in = g_ptr_array_index (check_ins, i);
      const char *date = soleus_record_get_text (check_in, "date");

      add_day (sleep, date, soleus_record_get_real (check_in, "sleep-hours"));
      add_day (fluids, date, soleus_record_get_real (check_in, "fluid-ml") / 1000);
    }

  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      SoleusRecord *session = g_ptr_array_index (sessions, i);

      add_to_week (load, from, soleus_record_get_text (session, "date"),
                   soleus_record_get_real (session, "minutes") * soleus_record_get_real (session, "rpe"));
    }

  set_load (chart, load, from, until);
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_SLEEP, (const SoleusTimelineSample *) (gpointer) sleep->data, sleep->len,
                                  soleus_record_get_real (athlete, "sleep-need-hours"));
  soleus_timeline_chart_set_lane (chart, SOLEUS_TIMELINE_LANE_FLUIDS, (const SoleusTimelineSample *) (gpointer) fluids->data, fluids->len,
                                  SOLEUS_UNKNOWN_REAL);
}

static void
add_episodes (SoleusTimelineChart *chart,
              SoleusClinic        *clinic,
              const char          *athlete_id,
              GPtrArray           *episodes)
{
  gint64 hours = MAX (48, soleus_record_get_int (soleus_clinic_get_policy (clinic), "window-hours"));
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineEpisode));
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineSpan));
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < episodes->len; i++)
    {
      SoleusRecord *episode = g_ptr_array_index (episodes, i);
      SoleusSide side = soleus_record_get_enum (episode, "side");
      char *label = soleus_phrase_dup_muscle (side, soleus_record_get_text (episode, "muscle"));
      SoleusTimelineEpisode mark = {
        soleus_record_get_instant (episode, "onset"), side, soleus_record_get_int (episode, "pain"), label
      };
      SoleusWindowEpisode input = {
        .side = side,
        .onset = soleus_record_get_moment (episode, "onset"),
        .end = soleus_record_get_moment (episode, "end"),
        .latest_possible = SOLEUS_UNKNOWN_INSTANT,
      };
      SoleusTimelineSpan span = {
        mark.onset, soleus_window_episode_get_anchor (&input) + hours * SOLEUS_USEC_PER_HOUR, SOLEUS_WINDOW_STATE_CLOSED
      };

      g_ptr_array_add (labels, label);
      g_array_append_val (marks, mark);
      g_array_append_val (spans, span);
    }

  soleus_past_stops_append (clinic, athlete_id, spans);
  soleus_timeline_chart_set_episodes (chart, (const SoleusTimelineEpisode *) (gpointer) marks->data, marks->len);
  soleus_timeline_chart_set_spans (chart, (const SoleusTimelineSpan *) (gpointer) spans->data, spans->len);
}

static void
add_visits (SoleusTimelineChart *chart,
            SoleusClinic        *clinic,
            SoleusRecord        *athlete,
            SoleusInstant        from)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_record_get_id (athlete));
  soleus_query_where_instant (query, "time", SOLEUS_QUERY_GREATER_EQUAL, from);
  visits = soleus_clinic_list (clinic, query, NULL);
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      SoleusInstant time = soleus_record_get_instant (g_ptr_array_index (visits, i), "time");

      g_array_append_val (times, time);
    }

  soleus_timeline_chart_set_visits (chart, (const SoleusInstant *) (gpointer) times->data, times->len);
}

/**
 * soleus_athlete_timeline_new:
 * @clinic: where it is stored
 * @athlete: whose timeline
 * @episodes: (element-type SoleusRecord): the episodes of the period, oldest first; the chart's episodes have the same indices
 * @from: the start of the period
 * @until: its end
 *
 * Returns: (transfer full): the chart
 */
SoleusTimelineChart *
soleus_athlete_timeline_new (SoleusClinic  *clinic,
                             SoleusRecord  *athlete,
                             GPtrArray     *episodes,
                             SoleusInstant  from,
                             SoleusInstant  until)
{
  SoleusTimelineChart *chart;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (SOLEUS_IS_RECORD (athlete), NULL);
  g_return_val_if_fail (from < until, NULL);

  chart = soleus_timeline_chart_new (from, until);
  add_episodes (chart, clinic, soleus_record_get_id (athlete), episodes);
  add_lanes (chart, clinic, athlete, from, until);
  add_visits (chart, clinic, athlete, from);

  return chart;
}

/**
 * soleus_athlete_timeline_find_start:
 * @clinic: where it is stored
 * @athlete_id: whose
 * @latest: when it begins at the latest
 *
 * Returns: the day of the first entry that the timeline shows, or @latest if that is earlier
 */
SoleusInstant
soleus_athlete_timeline_find_start (SoleusClinic  *clinic,
                                    const char    *athlete_id,
                                    SoleusInstant  latest)
{
  static const struct { const SoleusRecordKind *kind; const char *field; } entries[] = {
    { &soleus_check_in_kind, "date" }, { &soleus_session_kind, "date" }, { &soleus_episode_kind, "onset" }, { &soleus_visit_kind, "time" },
  };
  SoleusInstant start = latest;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (SoleusQuery) query = soleus_query_new (entries[i].kind);
      g_autoptr (GPtrArray) first = NULL;
      SoleusRecord *record;

      soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
      soleus_query_order_by (query, entries[i].field, FALSE);
      soleus_query_set_limit (query, 1, 0);
      first = soleus_clinic_list (clinic, query, NULL);
      if (first == NULL || first->len == 0)
        continue;
      record = g_ptr_array_index (first, 0);
      start = MIN (start, g_str_equal (entries[i].field, "date") ? soleus_date_get_start (soleus_record_get_text (record, "date"))
                                                                 : soleus_record_get_instant (record, entries[i].field));
    }
  return start;
}
