#include "soleus-config.h"

#include "soleus-clinic-look-back.h"

#include <string.h>

#include "soleus-health-factor.h"
#include "soleus-health-rules.h"
#include "soleus-records.h"
#include "soleus-rule-input-private.h"

/* --- training load ------------------------------------------------------------------------------------------------ */

void
soleus_load_report_free (SoleusLoadReport *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (self->dates); i++)
    g_free (self->dates[i]);
  g_free (self);
}

static GPtrArray *
list_between (SoleusClinic            *clinic,
              const SoleusRecordKind  *kind,
              const char              *athlete_id,
              const char              *from,
              const char              *to,
              GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  if (from != NULL)
    soleus_query_where_text (query, "date", SOLEUS_QUERY_GREATER_EQUAL, from);
  if (to != NULL)
    soleus_query_where_text (query, "date", SOLEUS_QUERY_LESS_EQUAL, to);
  soleus_query_order_by (query, "date", FALSE);
  return soleus_clinic_list (clinic, query, error);
}

/* A day that was checked in without a session is a day of rest; a day without any entry stays unknown, and so does one with a
 * session whose minutes or effort are unknown. */
static void
fill_loads (GPtrArray  *check_ins,
            GPtrArray  *sessions,
            const char *last,
            double     *days,
            gsize       n_days)
{
  _soleus_rule_input_sum_loads (sessions, last, days, n_days);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const char *date = soleus_record_get_text (check_ins->pdata[i], "date");
      int before = soleus_date_is_valid (date) ? soleus_date_get_days_between (date, last) : -1;

      if (before >= 0 && before < (int) n_days && !soleus_real_is_known (days[n_days - 1 - before]))
        days[n_days - 1 - before] = 0;
    }
  for (guint i = 0; i < sessions->len; i++)
    {
      const char *date = soleus_record_get_text (sessions->pdata[i], "date");
      int before = soleus_date_is_valid (date) ? soleus_date_get_days_between (date, last) : -1;
      double load = soleus_training_load_session (soleus_record_get_real (sessions->pdata[i], "minutes"),
                                                  soleus_record_get_real (sessions->pdata[i], "rpe"));

      if (before >= 0 && before < (int) n_days && !soleus_real_is_known (load))
        days[n_days - 1 - before] = SOLEUS_UNKNOWN_REAL;
    }
}

/**
 * soleus_clinic_report_load:
 * @date: "YYYY-MM-DD", the last of the 28 days
 *
 * Returns: (transfer full) (nullable): the daily loads and what they say (clinical.md 3.5); %NULL with @error
 */
SoleusLoadReport *
soleus_clinic_report_load (SoleusClinic  *clinic,
                           const char    *athlete_id,
                           const char    *date,
                           GError       **error)
{
  g_autoptr (SoleusLoadReport) self = g_new0 (SoleusLoadReport, 1);
  g_autofree char *from = NULL;
  g_autoptr (GPtrArray) check_ins = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic) && soleus_date_is_valid (date), NULL);

  from = soleus_date_add_days (date, 1 - SOLEUS_CHRONIC_DAYS);
  check_ins = list_between (clinic, &soleus_check_in_kind, athlete_id, from, date, error);
  sessions = check_ins != NULL ? list_between (clinic, &soleus_session_kind, athlete_id, from, date, error) : NULL;
  if (sessions == NULL)
    return NULL;
  fill_loads (check_ins, sessions, date, self->days, SOLEUS_CHRONIC_DAYS);
  for (int i = 0; i < SOLEUS_CHRONIC_DAYS; i++)
    {
      self->dates[i] = soleus_date_add_days (from, i);
      self->n_unknown += !soleus_real_is_known (self->days[i]);
    }
  soleus_training_load_describe (self->days, &self->load);
  return g_steal_pointer (&self);
}

/* --- look-back ---------------------------------------------------------------------------------------------------- */

static void
line_free (gpointer data)
{
  g_free (((SoleusLookBackLine *) data)->days);
  g_free (data);
}

void
soleus_look_back_report_free (SoleusLookBackReport *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->to);
  g_free (self->start);
  g_free (self->cramps);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/* everything of one athlete that the days are made of */
typedef struct {
  SoleusRecord *athlete;     /* (owned) */
  GPtrArray    *check_ins;   /* (owned) by date */
  GPtrArray    *sessions;    /* (owned) by date */
  GPtrArray    *episodes;    /* (owned) */
  GPtrArray    *medications; /* (owned) */
  GHashTable   *shoes;       /* (owned) id → SoleusShoe */
} Past;

static void
past_clear (Past *past)
{
  g_clear_object (&past->athlete);
  g_clear_pointer (&past->check_ins, g_ptr_array_unref);
  g_clear_pointer (&past->sessions, g_ptr_array_unref);
  g_clear_pointer (&past->episodes, g_ptr_array_unref);
  g_clear_pointer (&past->medications, g_ptr_array_unref);
  g_clear_pointer (&past->shoes, g_hash_table_unref);
}

static gboolean
past_read (Past          *past,
           SoleusClinic  *clinic,
           const char    *athlete_id,
           GError       **error)
{
  g_autoptr (GPtrArray) shoes = NULL;

  past->athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, athlete_id, error);
  if (past->athlete == NULL)
    return FALSE;
  past->check_ins = list_between (clinic, &soleus_check_in_kind, athlete_id, NULL, NULL, error);
  past->sessions = past->check_ins != NULL ? list_between (clinic, &soleus_session_kind, athlete_id, NULL, NULL, error) : NULL;
  past->episodes = past->sessions != NULL ? soleus_clinic_list_of_athlete (clinic, &soleus_episode_kind, athlete_id, error) : NULL;
  past->medications = past->episodes != NULL ? soleus_clinic_list_of_athlete (clinic, &soleus_medication_kind, athlete_id, error) : NULL;
  shoes = past->medications != NULL ? soleus_clinic_list_of_athlete (clinic, &soleus_shoe_kind, athlete_id, error) : NULL;
  if (shoes == NULL)
    return FALSE;
  past->shoes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < shoes->len; i++)
    g_hash_table_insert (past->shoes, (gpointer) soleus_record_get_id (shoes->pdata[i]), g_object_ref (shoes->pdata[i]));
  return TRUE;
}

static const char *
earlier (const char *one,
         const char *other)
{
  if (one == NULL || (other != NULL && strcmp (other, one) < 0))
    return other;
  return one;
}

/* The first day of which anything is recorded. Returns: (transfer full) (nullable) */
static char *
dup_first_date (const Past *past)
{
  const char *first = NULL;
  g_autofree char *oldest = NULL;

  if (past->check_ins->len > 0)
    first = soleus_record_get_text (past->check_ins->pdata[0], "date");
  if (past->sessions->len > 0)
    first = earlier (first, soleus_record_get_text (past->sessions->pdata[0], "date"));
  for (guint i = 0; i < past->episodes->len; i++)
    {
      g_autofree char *day = soleus_look_back_dup_day (soleus_record_get_moment (past->episodes->pdata[i], "onset"));

      if (oldest == NULL || strcmp (day, oldest) < 0)
        {
          g_free (oldest);
          oldest = g_steal_pointer (&day);
        }
    }
  return g_strdup (earlier (first, oldest));
}

/* Returns: the index of the date in the days of the report, or -1 */
static int
get_index (const SoleusLookBackReport *self,
           const char                 *date)
{
  int index = soleus_date_is_valid (date) ? soleus_date_get_days_between (self->start, date) : -1;

  return index < (int) self->n_days ? index : -1;
}

static void
count_cramps (SoleusLookBackReport *self,
              const Past           *past)
{
  for (guint i = 0; i < past->episodes->len; i++)
    {
      g_autofree char *day = soleus_look_back_dup_day (soleus_record_get_moment (past->episodes->pdata[i], "onset"));
      int index = get_index (self, day);

      if (index < (int) self->first)
        continue;
      self->cramps[index]++;
      self->n_cramps++;
    }
}

static SoleusAnswer
judge_medication (const Past *past,
                  const char *date)
{
  for (guint i = 0; i < past->medications->len; i++)
    {
      SoleusRecord *record = past->medications->pdata[i];
      SoleusHealthEntry entry = {
        .factor = soleus_medicine_class_find (soleus_record_get_text (record, "class")),
        .since = soleus_record_get_text (record, "since"),
        .until = soleus_record_get_text (record, "until"),
      };

      if (entry.factor != NULL && (entry.factor->row.value & SOLEUS_HEALTH_EFFECT_CRAMP) != 0 && soleus_health_entry_is_active (&entry, date))
        return SOLEUS_ANSWER_YES;
    }
  return past->medications->len > 0 ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN;
}

/* Distances of each pair up to the day that is being read. */
static void
read_shoes (const Past *past,
            GPtrArray  *of_day,
            GHashTable *km, /* id → double */
            const char *date,
            SoleusDay  *day)
{
  const char *newest = NULL;

  for (guint i = 0; i < of_day->len; i++)
    {
      const char *id = soleus_record_get_text (of_day->pdata[i], "shoe");
      SoleusRecord *shoe = id != NULL ? g_hash_table_lookup (past->shoes, id) : NULL;
      double distance = soleus_record_get_real (of_day->pdata[i], "distance-km");
      const char *since;
      double *sum;

      if (shoe == NULL)
        continue;
      sum = g_hash_table_lookup (km, id);
      if (sum == NULL)
        {
          sum = g_new (double, 1);
          *sum = soleus_record_get_real (shoe, "start-km");
          g_hash_table_insert (km, (gpointer) soleus_record_get_id (shoe), sum);
        }
      if (soleus_real_is_known (distance))
        *sum = soleus_real_is_known (*sum) ? *sum + distance : distance;
      since = soleus_record_get_text (shoe, "since");
      if (day->shoe != NULL && g_strcmp0 (since, newest) <= 0)
        continue;
      newest = since;
      day->shoe = soleus_record_get_text (shoe, "name");
      day->shoe_km = *sum;
      day->shoe_days = soleus_date_is_valid (since) && strcmp (since, date) <= 0 ? soleus_date_get_days_between (since, date) : SOLEUS_UNKNOWN_INT;
    }
}

static GPtrArray *
take_of_day (GPtrArray  *records, /* by date */
             guint      *next,
             const char *date)
{
  GPtrArray *of_day = g_ptr_array_new ();

  for (; *next < records->len; (*next)++)
    {
      int order = g_strcmp0 (soleus_record_get_text (records->pdata[*next], "date"), date);

      if (order > 0)
        break;
      if (order == 0)
        g_ptr_array_add (of_day, records->pdata[*next]);
    }
  return of_day;
}

static SoleusAnswer
judge_unaccustomed (const double *loads,
                    gsize         day)
{
  gsize lead = MIN (day, SOLEUS_CHRONIC_DAYS);
  gboolean unaccustomed = FALSE;

  if (!soleus_training_load_find_unaccustomed (loads + day - lead, lead, loads[day], &unaccustomed))
    return SOLEUS_ANSWER_UNKNOWN;
  return unaccustomed ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
}

static void
judge_days (SoleusLookBackReport *self,
            const Past           *past)
{
  g_autofree double *loads = g_new (double, self->n_days);
  g_autoptr (GHashTable) km = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  guint next_check_in = 0, next_session = 0;

  _soleus_rule_input_sum_loads (past->sessions, self->to, loads, self->n_days);
  for (gsize i = 0; i < self->n_days; i++)
    {
      g_autofree char *date = soleus_date_add_days (self->start, (int) i);
      g_autoptr (GPtrArray) check_ins = take_of_day (past->check_ins, &next_check_in, date);
      g_autoptr (GPtrArray) sessions = take_of_day (past->sessions, &next_session, date);
      SoleusDay day;

      soleus_day_init (&day);
      if (check_ins->len > 0)
        soleus_day_read_check_in (&day, check_ins->pdata[0]);
      soleus_day_read_sessions (&day, sessions);
      if (check_ins->len > 0 && sessions->len == 0)
        day.hardest_rpe = 0; /* a day of rest */
      soleus_day_read_athlete (&day, past->athlete, date);
      read_shoes (past, sessions, km, date, &day);
      day.unaccustomed = judge_unaccustomed (loads, i);
      if (check_ins->len > 0 && sessions->len == 0)
        day.unaccustomed = SOLEUS_ANSWER_NO;
      day.medication = judge_medication (past, date);
      if (i >= self->first && self->cramps[i] == 0)
        self->n_ordinary_days += check_ins->len > 0 || sessions->len > 0;
      for (guint j = 0; j < self->lines->len; j++)
        {
          SoleusLookBackLine *line = self->lines->pdata[j];

          line->days[i] = soleus_day_judge (&day, line->factor->id);
        }
    }
}

static void
add_lines (SoleusLookBackReport *self)
{
  gsize n_factors;
  const SoleusLookBackFactor *factors = soleus_look_back_list_factors (&n_factors);

  self->lines = g_ptr_array_new_with_free_func (line_free);
  for (gsize i = 0; i < n_factors; i++)
    {
      SoleusLookBackLine *line = g_new0 (SoleusLookBackLine, 1);

      line->factor = &factors[i];
      line->days = g_new0 (SoleusAnswer, MAX (self->n_days, 1));
      g_ptr_array_add (self->lines, line);
    }
}

static void
compare (SoleusLookBackReport *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      SoleusLookBackLine *line = self->lines->pdata[i];

      for (guint window = 0; window < SOLEUS_LOOK_BACK_N_WINDOWS; window++)
        soleus_look_back_compare (line->days, self->cramps, self->n_days, self->first, (SoleusLookBackWindow) window,
                                  line->factor->by_event, &line->windows[window]);
    }
}

/**
 * soleus_clinic_report_look_back:
 * @from: (nullable): "YYYY-MM-DD", the first day; %NULL: the first of which anything is recorded
 * @to: (nullable): the last day; %NULL: today
 *
 * Returns: (transfer full) (nullable): how often each factor was there before a cramp, and on the athlete's ordinary days;
 *   without lines where nothing was recorded in the period; %NULL with @error
 */
SoleusLookBackReport *
soleus_clinic_report_look_back (SoleusClinic  *clinic,
                                const char    *athlete_id,
                                const char    *from,
                                const char    *to,
                                GError       **error)
{
  g_autoptr (SoleusLookBackReport) self = g_new0 (SoleusLookBackReport, 1);
  Past past = { NULL, };
  g_autofree char *first = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (clinic), NULL);

  if (!past_read (&past, clinic, athlete_id, error))
    {
      past_clear (&past);
      return NULL;
    }
  first = dup_first_date (&past);
  self->to = to != NULL ? g_strdup (to) : soleus_instant_dup_local_date (soleus_clinic_get_now (clinic));
  self->from = g_strdup (from != NULL ? from : first);
  if (self->from != NULL && strcmp (self->from, self->to) <= 0)
    {
      self->start = soleus_date_add_days (self->from, 1 - SOLEUS_LOOK_BACK_LONGEST_DAYS);
      self->first = SOLEUS_LOOK_BACK_LONGEST_DAYS - 1;
      self->n_days = (gsize) soleus_date_get_days_between (self->start, self->to) + 1;
    }
  self->cramps = g_new0 (guint, MAX (self->n_days, 1));
  add_lines (self);
  if (self->n_days > 0)
    {
      count_cramps (self, &past);
      judge_days (self, &past);
      compare (self);
    }
  past_clear (&past);
  return g_steal_pointer (&self);
}
