#include "soleus-config.h"

#include "soleus-paper-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-id.h"
#include "soleus-label-language.h"
#include "soleus-paper-report-private.h"
#include "soleus-past-episodes.h"
#include "soleus-past-stops.h"

#define DAY (24 * SOLEUS_USEC_PER_HOUR)

/* What the report points to while it is put together. */
typedef struct {
  SoleusClinic *clinic;
  const char   *athlete;
  SoleusInstant from, until;
  GPtrArray    *keep;     /* (owned) records and texts that the arrays borrow from */
  GPtrArray    *texts;    /* (owned) */
  GArray       *episodes; /* (owned) */
  GArray       *lanes[SOLEUS_TIMELINE_N_LANES];
  GArray       *spans;    /* (owned) */
  GArray       *visits;   /* (owned) */
  GArray       *flags;    /* (owned) */
  GPtrArray    *unknowns; /* (owned) */
  SoleusPaperPast past;   /* (owned) */
  SoleusPastEpisodes *pattern; /* (owned) (nullable) until it is read */
  char        **recurrences; /* (owned) likewise */
} Report;

static GPtrArray *
list_records (Report                  *report,
              const SoleusRecordKind  *kind,
              GError                 **error)
{
  GPtrArray *records = soleus_clinic_list_of_athlete (report->clinic, kind, report->athlete, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (report->keep, g_object_ref (records->pdata[i]));
  return records;
}

static const char *
take_text (Report *report,
           char   *text)
{
  g_ptr_array_add (report->texts, text);
  return text;
}

static void
add_span (Report            *report,
          SoleusInstant      from,
          SoleusInstant      until,
          SoleusWindowState  state)
{
  SoleusTimelineSpan span = { from, until, state };

  g_array_append_val (report->spans, span);
}

static void
add_episode (Report       *report,
             SoleusRecord *record)
{
  const SoleusMoment *onset = soleus_record_get_moment (record, "onset");
  const SoleusMoment *end = soleus_record_get_moment (record, "end");
  SoleusHistoryEpisode episode = { onset->instant };
  SoleusInstant anchor = MAX (soleus_moment_get_latest (onset), end != NULL ? soleus_moment_get_latest (end) : G_MININT64);
  gint64 hours = soleus_record_get_int (soleus_clinic_get_policy (report->clinic), "window-hours");
  const char *relief = soleus_record_get_text (record, "relieved-by");

  if (onset->instant < report->from || onset->instant > report->until)
    return;
  episode.side = soleus_record_get_enum (record, "side");
  episode.muscle = soleus_record_get_text (record, "muscle");
  episode.muscle_label = soleus_catalogue_get_label (soleus_catalogue_get_muscles (), episode.muscle);
  episode.pain = soleus_record_get_int (record, "pain");
  episode.minutes = end != NULL && end->precision == SOLEUS_PRECISION_EXACT && onset->precision == SOLEUS_PRECISION_EXACT
    ? (double) (end->instant - onset->instant) / SOLEUS_USEC_PER_MINUTE : SOLEUS_UNKNOWN_REAL;
  episode.relieved_by = relief != NULL ? soleus_catalogue_get_label (soleus_catalogue_get_relief (), relief) : NULL;
  episode.note = soleus_record_get_text (record, "note");
  g_array_append_val (report->episodes, episode);
  add_span (report, onset->instant, anchor + hours * SOLEUS_USEC_PER_HOUR, SOLEUS_WINDOW_STATE_CLOSED);
}

static gboolean
add_episodes (Report  *report,
              GError **error)
{
  g_autoptr (GPtrArray) records = list_records (report, &soleus_episode_kind, error);
  g_autoptr (GPtrArray) oldest_first = g_ptr_array_new ();
  g_autofree char *kinds = NULL;

  if (records == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    {
      add_episode (report, records->pdata[i - 1]);
      g_ptr_array_add (oldest_first, records->pdata[i - 1]);
    }
  report->pattern = soleus_past_episodes_read (report->clinic, report->athlete, oldest_first, report->from, report->until);
  kinds = soleus_recurrence_format (report->pattern->counts);
  report->recurrences = g_strsplit (kinds, "\n", -1);
  soleus_past_stops_append (report->clinic, report->athlete, report->spans);
  return TRUE;
}

static void
add_sample (GArray     *lane,
            const char *date,
            int         days,
            double      value)
{
  g_autofree char *next = soleus_date_add_days (date, days);
  SoleusTimelineSample sample = { soleus_date_get_start (date), soleus_date_get_start (next), value };

  g_array_append_val (lane, sample);
}

/* What was recorded for a date; a date without an entry is unknown, not zero. */
static GHashTable *
index_by_date (GPtrArray  *records,
               const char *field)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const char *date = soleus_record_get_text (records->pdata[i], "date");
      double value = soleus_record_get_real (records->pdata[i], field);

      if (soleus_real_is_known (value))
        g_hash_table_replace (values, g_strdup (date), g_memdup2 (&value, sizeof value));
    }
  return values;
}

static guint
add_daily_lane (Report             *report,
                SoleusTimelineLane  lane,
                GPtrArray          *check_ins,
                const char         *field,
                double              unit)
{
  g_autoptr (GHashTable) values = index_by_date (check_ins, field);
  g_autofree char *date = soleus_instant_dup_local_date (report->from);
  g_autofree char *last = soleus_instant_dup_local_date (report->until);
  guint known = 0;

  while (g_strcmp0 (date, last) <= 0)
    {
      const double *value = g_hash_table_lookup (values, date);
      char *next = soleus_date_add_days (date, 1);

      known += value != NULL;
      add_sample (report->lanes[lane], date, 1, value != NULL ? *value * unit : SOLEUS_UNKNOWN_REAL);
      g_free (date);
      date = next;
    }
  return known;
}

/* session RPE × minutes, by week; a week in which nothing was written down is unknown */
static void
add_load_lane (Report    *report,
               GPtrArray *sessions)
{
  g_autofree char *week = soleus_instant_dup_local_date (report->from);
  g_autofree char *last = soleus_instant_dup_local_date (report->until);

  while (g_strcmp0 (week, last) <= 0)
    {
      char *next = soleus_date_add_days (week, 7);
      double sum = SOLEUS_UNKNOWN_REAL;

      for (guint i = 0; i < sessions->len; i++)
        {
          const char *date = soleus_record_get_text (sessions->pdata[i], "date");
          double load = soleus_record_get_real (sessions->pdata[i], "minutes") * soleus_record_get_real (sessions->pdata[i], "rpe");

          if (g_strcmp0 (date, week) >= 0 && g_strcmp0 (date, next) < 0 && soleus_real_is_known (load))
            sum = (soleus_real_is_known (sum) ? sum : 0) + load;
        }
      add_sample (report->lanes[SOLEUS_TIMELINE_LANE_LOAD], week, 7, sum);
      g_free (week);
      week = next;
    }
}

static gboolean
add_lanes (Report  *report,
           GError **error)
{
  g_autoptr (GPtrArray) check_ins = list_records (report, &soleus_check_in_kind, error);
  g_autoptr (GPtrArray) sessions = NULL;
  guint days = (guint) ((report->until - report->from) / DAY) + 1;
  guint known;

  if (check_ins == NULL)
    return FALSE;
  sessions = list_records (report, &soleus_session_kind, error);
  if (sessions == NULL)
    return FALSE;
  known = add_daily_lane (report, SOLEUS_TIMELINE_LANE_SLEEP, check_ins, "sleep-hours", 1);
  g_ptr_array_add (report->unknowns, g_strdup_printf (ngettext ("Sleep was recorded on %u of %u day.", "Sleep was recorded on %u of %u days.", days), known,
                                                      days));
  known = add_daily_lane (report, SOLEUS_TIMELINE_LANE_FLUIDS, check_ins, "fluid-ml", 0.001);
  g_ptr_array_add (report->unknowns, g_strdup_printf (ngettext ("Fluids were recorded on %u of %u day.", "Fluids were recorded on %u of %u days.", days), known,
                                                      days));
  add_load_lane (report, sessions);
  return TRUE;
}

static char *
summarise_visit (Report       *report,
                 SoleusRecord *visit)
{
  g_autoptr (GPtrArray) treatments = soleus_clinic_list_of (report->clinic, &soleus_treatment_kind, "visit", soleus_record_get_id (visit), NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; treatments != NULL && i < treatments->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            soleus_catalogue_get_label (soleus_catalogue_get_modalities (), soleus_record_get_text (treatments->pdata[i], "modality")));
  if (text->len == 0)
    g_string_append (text, soleus_record_is_known (visit, "assessment") ? soleus_record_get_text (visit, "assessment") : _("No treatment"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_amended (Report       *report,
            SoleusRecord *visit)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_amendment_kind);

  soleus_query_where_text (query, "visit", SOLEUS_QUERY_EQUAL, soleus_record_get_id (visit));
  return soleus_clinic_count (report->clinic, query, NULL) > 0;
}

static gboolean
add_visits (Report  *report,
            GError **error)
{
  g_autoptr (GPtrArray) records = list_records (report, &soleus_visit_kind, error);

  if (records == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    {
      SoleusRecord *record = records->pdata[i - 1];
      SoleusHistoryVisit visit = { soleus_record_get_instant (record, "time") };

      if (visit.time < report->from || visit.time > report->until)
        continue;
      visit.summary = take_text (report, summarise_visit (report, record));
      visit.therapist = take_text (report, _soleus_paper_dup_author (report->clinic, soleus_record_get_text (record, "created-by")));
      visit.is_amended = is_amended (report, record);
      visit.is_signed = soleus_record_get_enum (record, "state") == SOLEUS_VISIT_STATE_SIGNED;
      g_array_append_val (report->visits, visit);
    }
  return TRUE;
}

static gboolean
add_flags (Report  *report,
           GError **error)
{
  g_autoptr (GPtrArray) records = list_records (report, &soleus_red_flag_kind, error);

  if (records == NULL)
    return FALSE;
  for (guint i = records->len; i > 0; i--)
    {
      SoleusRecord *record = records->pdata[i - 1];
      SoleusHistoryFlag flag = { soleus_record_get_instant (record, "raised-at") };
      SoleusFlagState state = soleus_record_get_enum (record, "state");

      if (flag.time < report->from || flag.time > report->until)
        continue;
      flag.is_open = state != SOLEUS_FLAG_STATE_CLEARED;
      flag.label = soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (record, "kind"));
      if (state == SOLEUS_FLAG_STATE_CLEARED)
        flag.outcome = soleus_record_get_text (record, "outcome");
      else
        flag.outcome = soleus_enum_get_label (SOLEUS_TYPE_FLAG_STATE, state);
      g_array_append_val (report->flags, flag);
    }
  return TRUE;
}

static void
report_init (Report *report)
{
  report->keep = g_ptr_array_new_with_free_func (g_object_unref);
  report->texts = g_ptr_array_new_with_free_func (g_free);
  report->episodes = g_array_new (FALSE, TRUE, sizeof (SoleusHistoryEpisode));
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    report->lanes[i] = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineSample));
  report->spans = g_array_new (FALSE, TRUE, sizeof (SoleusTimelineSpan));
  report->visits = g_array_new (FALSE, TRUE, sizeof (SoleusHistoryVisit));
  report->flags = g_array_new (FALSE, TRUE, sizeof (SoleusHistoryFlag));
  report->unknowns = g_ptr_array_new_with_free_func (g_free);
}

static void
report_clear (Report *report)
{
  g_ptr_array_unref (report->keep);
  g_ptr_array_unref (report->texts);
  g_array_unref (report->episodes);
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    g_array_unref (report->lanes[i]);
  g_array_unref (report->spans);
  g_array_unref (report->visits);
  g_array_unref (report->flags);
  g_ptr_array_unref (report->unknowns);
  _soleus_paper_past_clear (&report->past);
  g_clear_pointer (&report->pattern, soleus_past_episodes_free);
  g_clear_pointer (&report->recurrences, g_strfreev);
}

static gboolean
add_past (Report        *report,
          SoleusRecord  *athlete,
          GError       **error)
{
  g_autofree char *from = soleus_instant_dup_local_date (report->from);
  g_autofree char *to = soleus_instant_dup_local_date (report->until);

  return _soleus_paper_past_read (&report->past, report->clinic, athlete, from, to, error) &&
         _soleus_paper_past_add_tests (&report->past, report->clinic, athlete, report->from, report->until, error);
}

static SoleusDocument *
create_document (Report                   *report,
                 SoleusRecord             *athlete,
                 const SoleusPaperOptions *options)
{
  g_autofree char *language = _soleus_paper_dup_own_language (options);
  g_autofree char *details = NULL;
  g_autofree char *id = soleus_id_new ();
  g_autofree char *copy_id = g_strndup (id, SOLEUS_PAPER_COPY_LENGTH);
  SoleusHistorySpec spec = { 0 };

  spec.language = language;
  details = _soleus_paper_dup_details (athlete, spec.language);
  spec.paper = _soleus_paper_get_paper (report->clinic, options);
  spec.large_print = options->large_print;
  spec.issued_at = soleus_clinic_get_now (report->clinic);
  spec.clinic_name = _soleus_paper_get_clinic_name (report->clinic);
  spec.clinic_phone = soleus_record_get_text (soleus_clinic_get_profile (report->clinic), "phone");
  spec.therapist_name = _soleus_paper_get_therapist (report->clinic);
  spec.athlete_name = soleus_record_get_text (athlete, "name");
  spec.athlete_details = details;
  spec.from = report->from;
  spec.until = report->until;
  spec.episodes = (gpointer) report->episodes->data;
  spec.n_episodes = report->episodes->len;
  for (int i = 0; i < SOLEUS_TIMELINE_N_LANES; i++)
    {
      spec.lanes[i] = (gpointer) report->lanes[i]->data;
      spec.n_lanes[i] = report->lanes[i]->len;
      spec.own_need[i] = SOLEUS_UNKNOWN_REAL;
    }
  spec.own_need[SOLEUS_TIMELINE_LANE_SLEEP] = soleus_record_get_real (athlete, "sleep-need-hours");
  spec.spans = (gpointer) report->spans->data;
  spec.n_spans = report->spans->len;
  spec.visits = (gpointer) report->visits->data;
  spec.n_visits = report->visits->len;
  spec.flags = (gpointer) report->flags->data;
  spec.n_flags = report->flags->len;
  spec.sections = options->sections;
  spec.look_backs = (gpointer) report->past.look_backs->data;
  spec.n_look_backs = report->past.look_backs->len;
  spec.too_few = report->past.too_few;
  spec.tests = (gpointer) report->past.tests->data;
  spec.n_tests = report->past.tests->len;
  spec.load = report->past.load->n_unknown < SOLEUS_CHRONIC_DAYS ? &report->past.load->load : NULL;
  spec.trends = report->pattern->lanes;
  spec.n_trends = SOLEUS_PAST_N_LANES;
  spec.recurrences = (const char *const *) report->recurrences;
  g_ptr_array_add (report->unknowns, NULL);
  spec.unknowns = (const char *const *) report->unknowns->pdata;
  spec.copy_id = copy_id;
  return _soleus_paper_finish (report->clinic, soleus_history_report_new_document (&spec), id);
}

static char *
speak (const char *language)
{
  char *former;

  soleus_label_language_begin (language, &former);
  return former;
}

static SoleusDocument *
create_report (SoleusClinic              *clinic,
               SoleusRecord              *athlete,
               SoleusInstant              from,
               SoleusInstant              until,
               const SoleusPaperOptions  *options,
               GError                   **error)
{
  Report report = { clinic, soleus_record_get_id (athlete), from, until };
  SoleusDocument *document = NULL;

  report_init (&report);
  if (add_episodes (&report, error) && add_lanes (&report, error) && add_visits (&report, error) && add_flags (&report, error) &&
      add_past (&report, athlete, error))
    document = create_document (&report, athlete, options);
  report_clear (&report);
  return document;
}

/**
 * soleus_paper_new_history_report:
 * @from: first instant of the period
 * @until: last instant of it
 *
 * In the language that @options name, labels included, where the program has labels in it; else in that of the program.
 *
 * Returns: (transfer full): the athlete's cramps with what was recorded around them, or %NULL with @error set
 */
SoleusDocument *
soleus_paper_new_history_report (SoleusClinic              *clinic,
                                 const char                *athlete_id,
                                 SoleusInstant              from,
                                 SoleusInstant              until,
                                 const SoleusPaperOptions  *options,
                                 GError                   **error)
{
  g_autoptr (SoleusRecord) athlete = _soleus_paper_find_athlete (clinic, athlete_id, error);
  SoleusDocument *document;
  char *former;

  if (athlete == NULL)
    return NULL;
  if (options->language == NULL || options->language[0] == '\0')
    return create_report (clinic, athlete, from, until, options, error);
  if (!soleus_label_language_begin (options->language, &former))
    {
      soleus_label_language_end (former);
      return create_report (clinic, athlete, from, until, options, error);
    }
  document = create_report (clinic, athlete, from, until, options, error);
  soleus_label_language_end (former);
  /* the charts write their labels whenever a page is drawn */
  if (document != NULL)
    soleus_document_set_speaker (document, speak, soleus_label_language_end);
  return document;
}
