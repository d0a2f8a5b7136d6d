#include "soleus-config.h"

#include "soleus-clinic-day.h"

#include "soleus-records.h"
#include "soleus-rule-input-private.h"
#include "soleus-training-load.h"

void
soleus_day_report_free (SoleusDayReport *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_free (self->episode_id);
  g_clear_object (&self->check_in);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_free (self);
}

/**
 * soleus_clinic_list_of_day:
 * @kind: a kind with the fields “athlete” and “date”
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (element-type SoleusRecord) (nullable): the records of that day in the order in which they were
 *   entered; %NULL with @error where they cannot be read
 */
GPtrArray *
soleus_clinic_list_of_day (SoleusClinic            *clinic,
                           const SoleusRecordKind  *kind,
                           const char              *athlete_id,
                           const char              *date,
                           GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_EQUAL, date);
  soleus_query_order_by (query, "created-at", FALSE);
  return soleus_clinic_list (clinic, query, error);
}

/**
 * soleus_clinic_get_shoe_km:
 * @until: (nullable): "YYYY-MM-DD", that day included; %NULL: to this day
 *
 * Returns: how far the pair has gone: what it had before and the known distances of its sessions; unknown if none is known
 */
double
soleus_clinic_get_shoe_km (SoleusClinic *clinic,
                           SoleusRecord *shoe,
                           const char   *until)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_session_kind);
  double sum = soleus_record_get_real (shoe, "start-km");
  g_autoptr (GPtrArray) sessions = NULL;

  soleus_query_where_text (query, "shoe", SOLEUS_QUERY_EQUAL, soleus_record_get_id (shoe));
  soleus_query_where_known (query, "distance-km", TRUE);
  if (until != NULL)
    soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS_EQUAL, until);
  sessions = soleus_clinic_list (clinic, query, NULL);
  for (guint i = 0; sessions != NULL && i < sessions->len; i++)
    {
      double km = soleus_record_get_real (sessions->pdata[i], "distance-km");

      sum = soleus_real_is_known (sum) ? sum + km : km;
    }
  return sum;
}

/* Of several pairs that day the one that is least long in use. Returns: (transfer full) (nullable) */
static SoleusRecord *
find_shoe (SoleusClinic *clinic,
           GPtrArray    *sessions)
{
  SoleusRecord *newest = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const char *id = soleus_record_get_text (sessions->pdata[i], "shoe");
      g_autoptr (SoleusRecord) shoe = id != NULL ? soleus_clinic_find (clinic, &soleus_shoe_kind, id, NULL) : NULL;

      if (shoe != NULL &&
          (newest == NULL || g_strcmp0 (soleus_record_get_text (shoe, "since"), soleus_record_get_text (newest, "since")) > 0))
        g_set_object (&newest, shoe);
    }
  return newest;
}

static void
read_shoe (SoleusClinic *clinic,
           SoleusRecord *shoe,
           const char   *date,
           SoleusDay    *day)
{
  const char *since = soleus_record_get_text (shoe, "since");

  day->shoe = soleus_record_get_text (shoe, "name");
  day->shoe_km = soleus_clinic_get_shoe_km (clinic, shoe, date);
  if (soleus_date_is_valid (since) && g_strcmp0 (since, date) <= 0)
    day->shoe_days = soleus_date_get_days_between (since, date);
}

/* Whether the day was far above what the athlete is used to; unknown where too few days before it are known. */
static SoleusAnswer
judge_unaccustomed (SoleusClinic *clinic,
                    const char   *athlete_id,
                    const char   *date)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_session_kind);
  g_autofree char *first = soleus_date_add_days (date, -SOLEUS_CHRONIC_DAYS);
  g_autoptr (GPtrArray) sessions = NULL;
  double days[SOLEUS_CHRONIC_DAYS + 1];
  gboolean unaccustomed = FALSE;

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_GREATER_EQUAL, first);
  soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS_EQUAL, date);
  sessions = soleus_clinic_list (clinic, query, NULL);
  if (sessions == NULL)
    return SOLEUS_ANSWER_UNKNOWN;
  _soleus_rule_input_sum_loads (sessions, date, days, G_N_ELEMENTS (days));
  if (!soleus_training_load_find_unaccustomed (days, SOLEUS_CHRONIC_DAYS, days[SOLEUS_CHRONIC_DAYS], &unaccustomed))
    return SOLEUS_ANSWER_UNKNOWN;
  return unaccustomed ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
}

static SoleusDayReport *
report (SoleusClinic  *clinic,
        const char    *athlete_id,
        const char    *date,
        SoleusRecord  *episode, /* (nullable) */
        GError       **error)
{
  g_autoptr (SoleusDayReport) self = g_new0 (SoleusDayReport, 1);
  g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, error);
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (SoleusRecord) shoe = NULL;
  SoleusDay day;

  soleus_day_init (&day);
  self->date = g_strdup (date);
  self->episode_id = episode != NULL ? g_strdup (soleus_record_get_id (episode)) : NULL;
  check_ins = athlete != NULL ? soleus_clinic_list_of_day (clinic, &soleus_check_in_kind, athlete_id, date, error) : NULL;
  self->sessions = check_ins != NULL ? soleus_clinic_list_of_day (clinic, &soleus_session_kind, athlete_id, date, error) : NULL;
  if (self->sessions == NULL)
    return NULL;
  if (check_ins->len > 0)
    {
      self->check_in = g_object_ref (check_ins->pdata[0]);
      soleus_day_read_check_in (&day, self->check_in);
    }
  if (episode != NULL && !soleus_real_is_known (day.temperature_c))
    {
      day.temperature_c = soleus_record_get_real (episode, "temperature-c");
      day.humidity_percent = soleus_record_get_real (episode, "humidity-percent");
    }
  soleus_day_read_sessions (&day, self->sessions);
  soleus_day_read_athlete (&day, athlete, date);
  shoe = find_shoe (clinic, self->sessions);
  if (shoe != NULL)
    read_shoe (clinic, shoe, date, &day);
  day.unaccustomed = judge_unaccustomed (clinic, athlete_id, date);
  self->factors = soleus_day_assess (&day, &self->unknown);
  return g_steal_pointer (&self);
}

/**
 * soleus_clinic_report_day:
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full) (nullable): what is recorded of that day and the risk factors that it shows; %NULL with @error
 */
SoleusDayReport *
soleus_clinic_report_day (SoleusClinic  *clinic,
                          const char    *athlete_id,
                          const char    *date,
                          GError       **error)
{
  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic) && soleus_date_is_valid (date), NULL);

  return report (clinic, athlete_id, date, NULL, error);
}

/**
 * soleus_clinic_report_last_cramp:
 * @at: a moment; what came later is not looked at
 *
 * Returns: (transfer full) (nullable): the day of the last cramp that had begun by then; the day of @at if there was none; %NULL
 *   with @error
 */
SoleusDayReport *
soleus_clinic_report_last_cramp (SoleusClinic   *clinic,
                                 const char     *athlete_id,
                                 SoleusInstant   at,
                                 GError        **error)
{
  g_autoptr (SoleusQuery) query = NULL;
  g_autoptr (GPtrArray) episodes = NULL;
  SoleusRecord *last;
  g_autofree char *date = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);

  query = soleus_query_new (&soleus_episode_kind);
  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  soleus_query_where_instant (query, "onset", SOLEUS_QUERY_LESS_EQUAL, at);
  soleus_query_order_by (query, "onset", TRUE);
  soleus_query_set_limit (query, 1, 0);
  episodes = soleus_clinic_list (clinic, query, error);
  if (episodes == NULL)
    return NULL;
  last = episodes->len > 0 ? episodes->pdata[0] : NULL;
  date = last != NULL ? soleus_moment_dup_date (soleus_record_get_moment (last, "onset")) : soleus_instant_dup_local_date (at);
  return report (clinic, athlete_id, date, last, error);
}
