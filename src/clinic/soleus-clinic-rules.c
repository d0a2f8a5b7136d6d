#include "soleus-config.h"

#include "soleus-clinic-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-assessment-private.h"
#include "soleus-error.h"
#include "soleus-flag-register.h"
#include "soleus-records.h"
#include "soleus-rule-input.h"

static SoleusRecord *
find_athlete (SoleusClinic  *self,
              const char    *athlete_id,
              GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  SoleusRecord *athlete = soleus_store_find (self->store, &soleus_athlete_kind, athlete_id, &local_error);

  if (athlete != NULL)
    return athlete;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no athlete “%s”."), athlete_id);
  return NULL;
}

static GPtrArray *
copy_flags (GPtrArray *flags)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < flags->len; i++)
    g_ptr_array_add (copy, g_object_ref (flags->pdata[i]));
  return copy;
}

/**
 * soleus_clinic_assess:
 * @athlete_id: whose windows and flags
 * @at: for which instant, microseconds UTC
 *
 * Returns: (transfer full): the assessment, or %NULL with @error set
 */
SoleusAssessment *
soleus_clinic_assess (SoleusClinic   *self,
                      const char     *athlete_id,
                      SoleusInstant   at,
                      GError        **error)
{
  g_autoptr (SoleusRecord) athlete = find_athlete (self, athlete_id, error);
  g_autoptr (SoleusRuleInput) input = NULL;

  if (athlete == NULL)
    return NULL;
  input = soleus_rule_input_new (self->store, athlete, NULL, soleus_clinic_get_policy (self), at, error);
  if (input == NULL)
    return NULL;
  return _soleus_assessment_new (athlete, at,
                                 soleus_massage_window_assess_all (soleus_rule_input_get_window (input), at),
                                 copy_flags (soleus_rule_input_get_flag_records (input)));
}

/**
 * soleus_clinic_assess_with:
 * @episode: as it stands in an editor
 * @at: for which instant
 *
 * Returns: (transfer full): what the assessment would be once @episode is saved; flags that saving would raise have
 *   revision 0
 */
SoleusAssessment *
soleus_clinic_assess_with (SoleusClinic   *self,
                           SoleusRecord   *episode,
                           SoleusInstant   at,
                           GError        **error)
{
  g_autoptr (SoleusRecord) athlete = find_athlete (self, soleus_record_get_text (episode, "athlete"), error);
  g_autoptr (SoleusRuleInput) input = NULL;
  g_autoptr (GPtrArray) new_flags = NULL;
  g_autoptr (GArray) window_flags = NULL;
  SoleusWindowInput window;
  GPtrArray *flags;

  if (athlete == NULL)
    return NULL;
  input = soleus_rule_input_new (self->store, athlete, episode, soleus_clinic_get_policy (self), at, error);
  if (input == NULL)
    return NULL;

  window = *soleus_rule_input_get_window (input);
  window_flags = g_array_new (FALSE, TRUE, sizeof (SoleusWindowFlag));
  g_array_append_vals (window_flags, window.flags, window.n_flags);
  flags = copy_flags (soleus_rule_input_get_flag_records (input));
  new_flags = soleus_flag_register_list_new (input, soleus_record_get_id (athlete));
  for (guint i = 0; i < new_flags->len; i++)
    {
      SoleusRecord *record = new_flags->pdata[i];
      SoleusWindowFlag flag = { 0, };

      flag.id = soleus_record_get_id (record);
      flag.kind = soleus_record_get_text (record, "kind");
      flag.side = soleus_record_get_enum (record, "side");
      flag.raised_at = soleus_record_get_instant (record, "raised-at");
      flag.cleared_at = SOLEUS_UNKNOWN_INSTANT;
      g_array_append_val (window_flags, flag);
      g_ptr_array_add (flags, g_object_ref (record));
    }
  window.flags = (gpointer) window_flags->data;
  window.n_flags = window_flags->len;
  return _soleus_assessment_new (athlete, at, soleus_massage_window_assess_all (&window, at), flags);
}

/**
 * soleus_clinic_gate:
 * @modality: id of a modality
 * @at: the time of the treatment, microseconds UTC; decided under the policy in force then
 * @window: (out) (optional) (transfer full) (nullable): what decided
 *
 * Returns: the verdict; %SOLEUS_GATE_VERDICT_FORBIDDEN with @error set if it could not be found out
 */
SoleusGateVerdict
soleus_clinic_gate (SoleusClinic   *self,
                    const char     *athlete_id,
                    const char     *modality,
                    SoleusSide      side,
                    SoleusRegion    region,
                    SoleusInstant   at,
                    SoleusWindow  **window,
                    GError        **error)
{
  g_autoptr (SoleusRecord) athlete = find_athlete (self, athlete_id, error);
  g_autoptr (SoleusRecord) policy = _soleus_clinic_find_policy_at (self, at);
  g_autoptr (SoleusRuleInput) input = NULL;

  if (window != NULL)
    *window = NULL;
  if (athlete == NULL)
    return SOLEUS_GATE_VERDICT_FORBIDDEN;
  input = soleus_rule_input_new (self->store, athlete, NULL, policy, at, error);
  if (input == NULL)
    return SOLEUS_GATE_VERDICT_FORBIDDEN;
  return soleus_massage_window_gate (soleus_rule_input_get_window (input), modality, side, region, at, window);
}

static void
add_athletes (SoleusClinic *self,
              SoleusQuery  *query,
              GHashTable   *ids)
{
  g_autoptr (GPtrArray) records = soleus_store_list (self->store, query, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (ids, g_strdup (soleus_record_get_text (records->pdata[i], "athlete")));
}

/* Who may have a window or a flag: cramped lately, still bleeding at a re-check, or flagged. */
static GHashTable *
list_candidates (SoleusClinic  *self,
                 SoleusInstant  at)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  add_athletes (self, episodes, ids);
  add_athletes (self, flags, ids);
  add_athletes (self, contacts, ids);
  return ids;
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

GPtrArray *
soleus_clinic_list_status (SoleusClinic   *self,
                           SoleusInstant   at,
                           GError        **error)
{
  g_autoptr (GHashTable) candidates = list_candidates (self, at);
  g_autoptr (GPtrArray) status = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  const char *id;

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

char *
_soleus_clinic_format_refusal (SoleusWindow      *window,
                               SoleusGateVerdict  verdict,
                               const char        *modality)
{
  const char *label = soleus_catalogue_get_label (soleus_catalogue_get_modalities (), modality);
  g_autofree char *sentence = soleus_window_format (window);
  g_autofree char *reasons = soleus_reasons_to_text (window->reasons);

  if (verdict == SOLEUS_GATE_VERDICT_FORBIDDEN)
    return g_strdup_printf (_("%s: not recorded. %s %s Record the doctor’s outcome first; there is no override."), label, sentence, reasons);
  if (verdict == SOLEUS_GATE_VERDICT_RATIONALE_NEEDED)
    return g_strdup_printf (_("%s: not recorded. %s %s Give your reason to record it."), label, sentence, reasons);
  return g_strdup_printf (_("%s: not recorded. %s %s To decide otherwise, give a reason and describe it."), label, sentence, reasons);
}
