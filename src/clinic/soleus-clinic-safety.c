/* soleus-clinic-safety.c: counting only: nothing here decides anything */
#include "soleus-config.h"

#include "soleus-clinic-safety.h"

#include "soleus-flag-chase.h"
#include "soleus-flag-kind.h"

/* --- now --- */

static void
count_flag (SoleusSafetyNow *self,
            SoleusRecord    *flag,
            SoleusInstant    now)
{
  SoleusFlagState state = soleus_record_get_enum (flag, "state");
  SoleusInstant raised_at = soleus_record_get_instant (flag, "raised-at");
  SoleusFlagChase chase;

  if (state == SOLEUS_FLAG_STATE_CLEARED)
    return;

  chase = soleus_flag_chase_assess (soleus_record_get_enum (flag, "urgency"), state, raised_at,
                                    soleus_record_get_instant (flag, "referred-at"), now);
  self->n_flags++;
  self->n_flags_open += state == SOLEUS_FLAG_STATE_OPEN;
  self->n_flags_referred += state == SOLEUS_FLAG_STATE_REFERRED;
  self->n_flags_overdue += chase.overdue != FALSE;
  self->n_flags_stopping += soleus_flag_kind_is_hard_stop (soleus_record_get_text (flag, "kind")) != FALSE;
  self->oldest = MAX (self->oldest, now - raised_at);
}

/**
 * soleus_safety_count_status:
 * @self: (out caller-allocates): the figures
 * @status: (element-type SoleusAssessment): as soleus_clinic_list_status() gives it
 * @now: the instant from which ages count
 *
 * Counts athletes by their strictest window, and flags without an outcome.
 */
void
soleus_safety_count_status (SoleusSafetyNow *self,
                            GPtrArray       *status,
                            SoleusInstant    now)
{
  g_return_if_fail (self != NULL && status != NULL);

  *self = (SoleusSafetyNow) { .n_listed = status->len };

  for (guint i = 0; i < status->len; i++)
    {
      SoleusAssessment *assessment = g_ptr_array_index (status, i);
      GPtrArray *flags = soleus_assessment_get_flags (assessment);
      SoleusWindowState state = soleus_assessment_get_state (assessment);

      self->n_in_window += state != SOLEUS_WINDOW_STATE_OPEN;
      self->n_hard_stop += state == SOLEUS_WINDOW_STATE_HARD_STOP;
      self->n_closed += state == SOLEUS_WINDOW_STATE_CLOSED;
      self->n_caution += state == SOLEUS_WINDOW_STATE_CAUTION;

      for (guint j = 0; j < flags->len; j++)
        count_flag (self, g_ptr_array_index (flags, j), now);
    }
}

/**
 * soleus_clinic_count_safety:
 * @clinic: a clinic
 * @now: (out caller-allocates): the figures of this instant
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_clinic_count_safety (SoleusClinic     *clinic,
                            SoleusSafetyNow  *now,
                            GError          **error)
{
  SoleusInstant at = soleus_clinic_get_now (clinic);
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (clinic, at, error);

  if (status == NULL)
    return FALSE;

  soleus_safety_count_status (now, status, at);

  return TRUE;
}

/* --- months --- */

/**
 * soleus_safety_list_months:
 * @months: (array length=n_months) (out caller-allocates): the months
 * @now: an instant of the last one
 *
 * Lays out calendar months of local time, without anything counted in them.
 */
void
soleus_safety_list_months (SoleusSafetyMonth *months,
                           gsize              n_months,
                           SoleusInstant      now)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now / SOLEUS_USEC_PER_SECOND);
  g_autoptr (GDateTime) first = g_date_time_new_local (g_date_time_get_year (local), g_date_time_get_month (local), 1, 0, 0, 0);

  for (gsize i = 0; i < n_months; i++)
    {
      int ago = (int) (n_months - 1 - i);
      g_autoptr (GDateTime) start = g_date_time_add_months (first, -ago);
      g_autoptr (GDateTime) end = g_date_time_add_months (first, 1 - ago);

      months[i] = (SoleusSafetyMonth) { g_date_time_to_unix (start) * SOLEUS_USEC_PER_SECOND,
                                        g_date_time_to_unix (end) * SOLEUS_USEC_PER_SECOND };
    }
}

static SoleusSafetyMonth *
find_month (SoleusSafetyMonth *months,
            gsize              n_months,
            SoleusInstant      at)
{
  for (gsize i = 0; i < n_months; i++)
    if (at >= months[i].start && at < months[i].end)
      return &months[i];

  return NULL;
}

/* massage or heat while the window was not open */
static gboolean
is_gated (SoleusRecord *treatment)
{
  const SoleusCatalogueRow *modality = soleus_catalogue_find (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));

  return modality != NULL && modality->value != SOLEUS_MODALITY_FAMILY_NEITHER &&
         soleus_record_get_enum (treatment, "state-then") != SOLEUS_WINDOW_STATE_OPEN;
}

/**
 * soleus_safety_count_months:
 * @months: (array length=n_months): as soleus_safety_list_months() lays them out
 * @treatments: (element-type SoleusTreatment): counted at their own time
 * @decisions: (element-type SoleusOverride): counted with the treatment that they are about
 * @breaches: (element-type SoleusBreach): counted when they were found
 *
 * Counts into the months. What lies outside of them is left out.
 */
void
soleus_safety_count_months (SoleusSafetyMonth *months,
                            gsize              n_months,
                            GPtrArray         *treatments,
                            GPtrArray         *decisions,
                            GPtrArray         *breaches)
{
  g_autoptr (GHashTable) decided = g_hash_table_new (g_str_hash, g_str_equal);
  SoleusSafetyMonth *month;

  for (guint i = 0; i < decisions->len; i++)
    g_hash_table_add (decided, (gpointer) soleus_record_get_text (decisions->pdata[i], "treatment"));

  for (guint i = 0; i < treatments->len; i++)
    if (is_gated (treatments->pdata[i]) && (month = find_month (months, n_months, soleus_record_get_instant (treatments->pdata[i], "at"))) != NULL)
      {
        month->n_gated++;
        month->n_decided += g_hash_table_contains (decided, soleus_record_get_id (treatments->pdata[i])) != FALSE;
      }

  for (guint i = 0; i < breaches->len; i++)
    if ((month = find_month (months, n_months, soleus_record_get_instant (breaches->pdata[i], "at"))) != NULL)
      month->n_breaches++;
}

/**
 * soleus_safety_count_begun:
 * @months: (array length=n_months): as soleus_safety_list_months() lays them out
 * @episodes: (element-type SoleusEpisode): counted by their onset
 * @flags: (element-type SoleusRedFlag): counted by when they were raised, whatever became of them
 *
 * Counts into the months. What lies outside of them is left out.
 */
void
soleus_safety_count_begun (SoleusSafetyMonth *months,
                           gsize              n_months,
                           GPtrArray         *episodes,
                           GPtrArray         *flags)
{
  SoleusSafetyMonth *month;

  for (guint i = 0; i < episodes->len; i++)
    if ((month = find_month (months, n_months, soleus_record_get_instant (episodes->pdata[i], "onset"))) != NULL)
      month->n_episodes++;

  for (guint i = 0; i < flags->len; i++)
    if ((month = find_month (months, n_months, soleus_record_get_instant (flags->pdata[i], "raised-at"))) != NULL)
      month->n_flags++;
}

/* --- a period --- */

static GPtrArray *
list_between (SoleusClinic            *clinic,
              const SoleusRecordKind  *kind,
              const char              *field,
              SoleusInstant            from,
              SoleusInstant            until,
              GError                 **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  if (kind == &soleus_treatment_kind)
    soleus_query_where_enum (query, "state-then", SOLEUS_QUERY_NOT_EQUAL, SOLEUS_WINDOW_STATE_OPEN);

  soleus_query_where_instant (query, field, SOLEUS_QUERY_GREATER_EQUAL, from);
  soleus_query_where_instant (query, field, SOLEUS_QUERY_LESS, until);
  soleus_query_order_by (query, field, TRUE);

  return soleus_clinic_list (clinic, query, error);
}

static void
clear_therapist (gpointer data)
{
  SoleusSafetyTherapist *therapist = data;

  g_free (therapist->id);
  g_free (therapist->name);
}

static int
compare_therapists (gconstpointer a,
                    gconstpointer b)
{
  const SoleusSafetyTherapist *therapist_a = a;
  const SoleusSafetyTherapist *therapist_b = b;

  if (therapist_a->name == NULL || therapist_b->name == NULL)
    return (therapist_a->name == NULL) - (therapist_b->name == NULL);

  return g_utf8_collate (therapist_a->name, therapist_b->name);
}

static void
count_therapist (SoleusSafetyPeriod *self,
                 SoleusClinic       *clinic,
                 const char         *id)
{
  SoleusSafetyTherapist added = { g_strdup (id), NULL, 1 };
  g_autoptr (SoleusRecord) therapist = NULL;

  for (guint i = 0; i < self->therapists->len; i++)
    {
      SoleusSafetyTherapist *known = &g_array_index (self->therapists, SoleusSafetyTherapist, i);

      if (g_strcmp0 (known->id, id) == 0)
        {
          known->n++;
          g_free (added.id);
          return;
        }
    }

  therapist = id != NULL ? soleus_clinic_find (clinic, &soleus_therapist_kind, id, NULL) : NULL;
  added.name = therapist != NULL ? g_strdup (soleus_record_get_text (therapist, "name")) : NULL;
  g_array_append_val (self->therapists, added);
}

static gboolean
fill_months (SoleusSafetyPeriod  *self,
             SoleusClinic        *clinic,
             GError             **error)
{
  SoleusInstant from, until;
  g_autoptr (GPtrArray) treatments = NULL;
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) breaches = NULL;
  g_autoptr (GPtrArray) episodes = NULL;
  g_autoptr (GPtrArray) flags = NULL;

  soleus_safety_list_months (self->months, SOLEUS_SAFETY_N_MONTHS, self->until);
  from = self->months[0].start;
  until = self->months[SOLEUS_SAFETY_N_MONTHS - 1].end;

  /* what is planned for the rest of the month was not given */
  if ((treatments = list_between (clinic, &soleus_treatment_kind, "at", from, self->until + 1, error)) == NULL ||
      (decisions = list_between (clinic, &soleus_override_kind, "at", from, until, error)) == NULL ||
      (breaches = list_between (clinic, &soleus_breach_kind, "at", from, until, error)) == NULL ||
      (episodes = list_between (clinic, &soleus_episode_kind, "onset", from, until, error)) == NULL ||
      (flags = list_between (clinic, &soleus_red_flag_kind, "raised-at", from, until, error)) == NULL)
    return FALSE;

  soleus_safety_count_months (self->months, SOLEUS_SAFETY_N_MONTHS, treatments, decisions, breaches);
  soleus_safety_count_begun (self->months, SOLEUS_SAFETY_N_MONTHS, episodes, flags);

  return TRUE;
}

/**
 * soleus_clinic_list_safety:
 * @clinic: a clinic
 * @from: the start of the period
 * @until: its end, usually now; that instant still belongs to it
 *
 * Returns: (transfer full): what was decided against the rules and found afterwards, and the last twelve months, or %NULL with
 *   @error set
 */
SoleusSafetyPeriod *
soleus_clinic_list_safety (SoleusClinic   *clinic,
                           SoleusInstant   from,
                           SoleusInstant   until,
                           GError        **error)
{
  g_autoptr (SoleusSafetyPeriod) self = g_new0 (SoleusSafetyPeriod, 1);
  g_autoptr (GPtrArray) treatments = NULL;

  self->from = from;
  self->until = until;
  self->therapists = g_array_new (FALSE, FALSE, sizeof (SoleusSafetyTherapist));
  g_array_set_clear_func (self->therapists, clear_therapist);

  if ((treatments = list_between (clinic, &soleus_treatment_kind, "at", from, until + 1, error)) == NULL ||
      (self->decisions = list_between (clinic, &soleus_override_kind, "at", from, until + 1, error)) == NULL ||
      (self->breaches = list_between (clinic, &soleus_breach_kind, "at", from, until + 1, error)) == NULL ||
      !fill_months (self, clinic, error))
    return NULL;

  for (guint i = 0; i < treatments->len; i++)
    self->n_gated += is_gated (treatments->pdata[i]) != FALSE;

  for (guint i = 0; i < self->decisions->len; i++)
    {
      int reason = soleus_record_get_enum (self->decisions->pdata[i], "reason");

      if (reason >= 0 && reason < SOLEUS_SAFETY_N_REASONS)
        self->n_by_reason[reason]++;

      count_therapist (self, clinic, soleus_record_get_text (self->decisions->pdata[i], "created-by"));
    }

  g_array_sort (self->therapists, compare_therapists);

  return g_steal_pointer (&self);
}

/**
 * soleus_safety_period_free:
 * @self: (transfer full): a period
 */
void
soleus_safety_period_free (SoleusSafetyPeriod *self)
{
  g_clear_pointer (&self->decisions, g_ptr_array_unref);
  g_clear_pointer (&self->breaches, g_ptr_array_unref);
  g_clear_pointer (&self->therapists, g_array_unref);
  g_free (self);
}
