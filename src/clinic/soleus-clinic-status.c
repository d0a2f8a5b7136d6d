/* soleus-clinic-status.c: who has a window or an open flag now. The sidebar, Today, Safety and the reminder ask for it after every
 * change: it is found out once and told to each of them. */
#include "soleus-config.h"

#include "soleus-clinic-private.h"

#include "soleus-records.h"

static gboolean
add_athletes (SoleusClinic  *self,
              SoleusQuery   *query,
              GHashTable    *ids,
              GError       **error)
{
  g_autoptr (GPtrArray) records = soleus_store_list (self->store, query, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (ids, g_strdup (soleus_record_get_text (records->pdata[i], "athlete")));
  return records != NULL;
}

/* Who may have a window or a flag: cramped lately, still bleeding at a re-check, or flagged. What cannot be read is not nobody. */
static GHashTable *
list_candidates (SoleusClinic   *self,
                 SoleusInstant   at,
                 GError        **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 days = soleus_record_get_int (soleus_clinic_get_policy (self), "caution-days");
  gint64 hours = soleus_record_get_int (soleus_clinic_get_policy (self), "window-hours");
  g_autoptr (SoleusQuery) episodes = soleus_query_new (&soleus_episode_kind);
  g_autoptr (SoleusQuery) flags = soleus_query_new (&soleus_red_flag_kind);
  g_autoptr (SoleusQuery) contacts = soleus_query_new (&soleus_contact_kind);

  /* two days more: a cramp may last a day, and a date alone may stand for its end */
  soleus_query_where_instant (episodes, "onset", SOLEUS_QUERY_GREATER_EQUAL,
                              at - (MAX (days * 24, hours) + 48) * SOLEUS_USEC_PER_HOUR);
  soleus_query_where_enum (flags, "state", SOLEUS_QUERY_NOT_EQUAL, SOLEUS_FLAG_STATE_CLEARED);
  soleus_query_where_enum (contacts, "bleeding", SOLEUS_QUERY_EQUAL, SOLEUS_ANSWER_YES);
  if (add_athletes (self, episodes, ids, error) && add_athletes (self, flags, ids, error) && add_athletes (self, contacts, ids, error))
    return g_steal_pointer (&ids);
  return NULL;
}

static int
compare_assessments (gconstpointer a,
                     gconstpointer b)
{
  SoleusAssessment *assessment_a = *(SoleusAssessment *const *) a;
  SoleusAssessment *assessment_b = *(SoleusAssessment *const *) b;
  int difference = soleus_assessment_get_state (assessment_b) - soleus_assessment_get_state (assessment_a);
  gint64 opens_a = soleus_assessment_get_opens_at (assessment_a);
  gint64 opens_b = soleus_assessment_get_opens_at (assessment_b);

  if (difference != 0)
    return difference;
  if (opens_a != opens_b)
    return opens_a < opens_b ? 1 : -1;
  return g_utf8_collate (soleus_record_get_text (soleus_assessment_get_athlete (assessment_a), "name"),
                         soleus_record_get_text (soleus_assessment_get_athlete (assessment_b), "name"));
}

static GPtrArray *
assess_candidates (SoleusClinic   *self,
                   SoleusInstant   at,
                   GError        **error)
{
  g_autoptr (GHashTable) candidates = list_candidates (self, at, error);
  g_autoptr (GPtrArray) status = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  const char *id;

  if (candidates == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, candidates);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (self, id, at, error);

      if (assessment == NULL)
        return NULL;
      if (soleus_record_is_void (soleus_assessment_get_athlete (assessment)))
        continue;
      if (soleus_assessment_get_state (assessment) != SOLEUS_WINDOW_STATE_OPEN || soleus_assessment_get_n_open_flags (assessment) > 0)
        g_ptr_array_add (status, g_steal_pointer (&assessment));
    }
  g_ptr_array_sort (status, compare_assessments);
  return g_steal_pointer (&status);
}

/* Windows end on the minute or, after a cramp that ended "now", within a second: then who asked before the end is no witness for
 * after it. */
static gboolean
is_same_time (SoleusClinic  *self,
              SoleusInstant  at)
{
  SoleusInstant first = MIN (at, self->status_at);
  SoleusInstant last = MAX (at, self->status_at);

  if (at / G_USEC_PER_SEC != self->status_at / G_USEC_PER_SEC)
    return FALSE;
  for (guint i = 0; i < self->status->len; i++)
    {
      SoleusInstant opens_at = soleus_assessment_get_opens_at (self->status->pdata[i]);

      if (opens_at != SOLEUS_UNKNOWN_INSTANT && opens_at > first && opens_at <= last)
        return FALSE;
    }
  return TRUE;
}

static gpointer
ref_assessment (gconstpointer assessment,
                gpointer      user_data)
{
  return g_object_ref ((gpointer) assessment);
}

/**
 * soleus_clinic_list_status:
 * @at: for which instant, microseconds UTC
 *
 * What was found out is told again within the same second, as long as nothing was written to the file by anybody.
 *
 * Returns: (transfer full) (element-type SoleusAssessment): everyone with a window that is not open, or an open flag, strictest
 *   first; or %NULL with @error set
 */
GPtrArray *
soleus_clinic_list_status (SoleusClinic   *self,
                           SoleusInstant   at,
                           GError        **error)
{
  SoleusConnectionMark mark;

  /* before reading: what is written meanwhile makes the next question a new one */
  soleus_connection_mark (soleus_store_get_connection (self->store), &mark);
  if (self->status == NULL || !soleus_connection_mark_equal (&mark, &self->status_mark) || !is_same_time (self, at))
    {
      g_clear_pointer (&self->status, g_ptr_array_unref);
      self->status = assess_candidates (self, at, error);
      self->status_at = at;
      self->status_mark = mark;
    }
  return self->status != NULL ? g_ptr_array_copy (self->status, ref_assessment, NULL) : NULL;
}
