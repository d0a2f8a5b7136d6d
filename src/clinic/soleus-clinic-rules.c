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

/* a step of the clock of less than this is not worth a word; the stricter state counts all the same */
#define WORTH_A_WORD_USEC SOLEUS_USEC_PER_MINUTE

/*
 * _soleus_clinic_get_latest:
 *
 * Returns: now, or the newest time that the file has seen if that is later
 */
SoleusInstant
_soleus_clinic_get_latest (SoleusClinic *self)
{
  return MAX (soleus_clinic_get_now (self), soleus_store_get_newest_instant (self->store));
}

/**
 * soleus_clinic_is_clock_set_back:
 * @newest: (out) (optional): the newest time that the file has seen
 *
 * Neither the clock nor the file can say which of them is right: the clock may be behind, or may have been ahead when
 * something was saved. So neither is believed alone.
 *
 * Returns: %TRUE if the clock is behind a time at which something was saved
 */
gboolean
soleus_clinic_is_clock_set_back (SoleusClinic  *self,
                                 SoleusInstant *newest)
{
  SoleusInstant latest = _soleus_clinic_get_latest (self);

  if (newest != NULL)
    *newest = latest;
  return latest > soleus_clinic_get_now (self);
}

static SoleusReason *
create_clock_reason (SoleusClinic  *self,
                     SoleusInstant  newest)
{
  g_autofree char *now_text = soleus_window_format_time (soleus_clinic_get_now (self));
  g_autofree char *newest_text = soleus_window_format_time (newest);

  return soleus_reason_new ("clock-set-back", "clinic-rule",
                            _("The clock says %s, but something was saved at %s. The window is judged at both times and the stricter state counts. Set the clock right."),
                            now_text, newest_text);
}

static void
add_clock_reason (SoleusClinic  *self,
                  SoleusInstant  newest,
                  GPtrArray     *reasons)
{
  if (newest - soleus_clinic_get_now (self) >= WORTH_A_WORD_USEC)
    g_ptr_array_add (reasons, create_clock_reason (self, newest));
}

/* The stricter of two lists of windows, limb by limb and region by region. */
static void
merge_stricter (GPtrArray *windows,
                GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      SoleusWindow *other = others->pdata[i];
      gboolean found = FALSE;

      for (guint j = 0; j < windows->len && !found; j++)
        {
          SoleusWindow *window = windows->pdata[j];

          found = window->side == other->side && window->region == other->region;
          if (found && soleus_window_compare (other, window) > 0)
            {
              windows->pdata[j] = soleus_window_ref (other);
              soleus_window_unref (window);
            }
        }
      if (!found)
        g_ptr_array_add (windows, soleus_window_ref (other));
    }
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  return soleus_window_compare (*(const SoleusWindow *const *) b, *(const SoleusWindow *const *) a);
}

/* A question about now, while the clock is behind, is asked at the newest time as well. */
static GPtrArray *
assess_windows (SoleusClinic            *self,
                const SoleusWindowInput *input,
                SoleusInstant            at,
                GPtrArray               *remarks)
{
  GPtrArray *windows = soleus_massage_window_assess_all (input, at);
  g_autoptr (GPtrArray) others = NULL;
  SoleusInstant newest;

  if (!soleus_clinic_is_clock_set_back (self, &newest) || at >= newest || at < soleus_clinic_get_now (self) - WORTH_A_WORD_USEC)
    return windows;
  others = soleus_massage_window_assess_all (input, newest);
  merge_stricter (windows, others);
  g_ptr_array_sort (windows, compare_windows);
  add_clock_reason (self, newest, remarks);
  for (guint i = 0; i < windows->len; i++)
    add_clock_reason (self, newest, ((SoleusWindow *) windows->pdata[i])->reasons);
  return windows;
}

static GPtrArray *
list_remarks (SoleusRuleInput *input,
              SoleusInstant    at)
{
  g_autoptr (SoleusHealth) health = soleus_rule_input_assess_health (input, at);

  return g_steal_pointer (&health->reasons);
}

/*
 * _soleus_clinic_judge:
 * @policy: the version in force at @at
 * @window: (out) (transfer full): what decided
 *
 * The gate at the time of the treatment; while the clock is behind, a treatment that is not later than the newest time is
 * judged at that time as well.
 *
 * Returns: the stricter verdict
 */
SoleusGateVerdict
_soleus_clinic_judge (SoleusClinic     *self,
                      SoleusRuleInput  *input,
                      SoleusRecord     *policy,
                      const char       *modality,
                      SoleusSide        side,
                      SoleusRegion      region,
                      SoleusInstant     at,
                      SoleusWindow    **window)
{
  g_autoptr (SoleusWindow) other = NULL;
  SoleusGateVerdict verdict;
  SoleusGateVerdict other_verdict;
  SoleusInstant newest;

  soleus_rule_input_set_policy (input, policy);
  soleus_rule_input_set_time (input, at);
  verdict = soleus_massage_window_gate (soleus_rule_input_get_window (input), modality, side, region, at, window);
  if (!soleus_clinic_is_clock_set_back (self, &newest) || at >= newest)
    return verdict;
  soleus_rule_input_set_time (input, newest);
  other_verdict = soleus_massage_window_gate (soleus_rule_input_get_window (input), modality, side, region, newest, &other);
  if (other_verdict <= verdict)
    return verdict;
  soleus_window_unref (*window);
  *window = g_steal_pointer (&other);
  add_clock_reason (self, newest, (*window)->reasons);
  return other_verdict;
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
  SoleusRecord *policy = athlete != NULL ? _soleus_clinic_load_policy (self, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;
  GPtrArray *remarks;

  if (policy == NULL)
    return NULL;
  input = soleus_rule_input_new (self->store, athlete, NULL, policy, at, error);
  if (input == NULL)
    return NULL;
  remarks = list_remarks (input, at);
  return _soleus_assessment_new (athlete, at, assess_windows (self, soleus_rule_input_get_window (input), at, remarks),
                                 copy_flags (soleus_rule_input_get_flag_records (input)), remarks);
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
  SoleusRecord *policy = athlete != NULL ? _soleus_clinic_load_policy (self, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;
  g_autoptr (GPtrArray) new_flags = NULL;
  g_autoptr (GArray) window_flags = NULL;
  SoleusWindowInput window;
  GPtrArray *flags;
  GPtrArray *remarks;

  if (policy == NULL)
    return NULL;
  input = soleus_rule_input_new (self->store, athlete, episode, policy, at, error);
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
  remarks = list_remarks (input, at);
  return _soleus_assessment_new (athlete, at, assess_windows (self, &window, at, remarks), flags, remarks);
}

/**
 * soleus_clinic_assess_clot_screen:
 * @screening: a clot screen, stored or as it stands in an editor
 *
 * Returns: (transfer full): what follows from it, with the conditions on record, or %NULL with @error set
 */
SoleusClotScreen *
soleus_clinic_assess_clot_screen (SoleusClinic  *self,
                                  SoleusRecord  *screening,
                                  GError       **error)
{
  g_autoptr (SoleusRecord) athlete = find_athlete (self, soleus_record_get_text (screening, "athlete"), error);
  SoleusRecord *policy = athlete != NULL ? _soleus_clinic_load_policy (self, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;

  if (policy == NULL)
    return NULL;
  input = soleus_rule_input_new (self->store, athlete, NULL, policy, soleus_clinic_get_now (self), error);
  return input != NULL ? soleus_rule_input_assess_clot_screen (input, screening) : NULL;
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
  g_autoptr (SoleusRecord) policy = athlete != NULL ? _soleus_clinic_find_policy_at (self, at, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;
  g_autoptr (SoleusWindow) deciding = NULL;
  SoleusGateVerdict verdict;

  if (window != NULL)
    *window = NULL;
  if (policy == NULL)
    return SOLEUS_GATE_VERDICT_FORBIDDEN;
  input = soleus_rule_input_new (self->store, athlete, NULL, policy, at, error);
  if (input == NULL)
    return SOLEUS_GATE_VERDICT_FORBIDDEN;
  verdict = _soleus_clinic_judge (self, input, policy, modality, side, region, at, &deciding);
  if (window != NULL)
    *window = g_steal_pointer (&deciding);
  return verdict;
}

/**
 * soleus_clinic_gate_treatment:
 * @treatment: stored or not
 * @window: (out) (transfer full) (nullable): what decided
 *
 * Judges a treatment as a commit does: of one whose hour nobody knows every hour of its day is judged, and the strictest counts.
 *
 * Returns: the verdict; %SOLEUS_GATE_VERDICT_FORBIDDEN with @error set if it could not be found out
 */
SoleusGateVerdict
soleus_clinic_gate_treatment (SoleusClinic  *self,
                              SoleusRecord  *treatment,
                              SoleusWindow **window,
                              GError       **error)
{
  SoleusInstant at = soleus_record_get_instant (treatment, "at");
  g_autoptr (SoleusRecord) athlete = find_athlete (self, soleus_record_get_text (treatment, "athlete"), error);
  g_autoptr (SoleusRecord) policy = athlete != NULL ? _soleus_clinic_find_policy_at (self, at, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;

  *window = NULL;
  if (policy == NULL || (input = soleus_rule_input_new (self->store, athlete, NULL, policy, at, error)) == NULL)
    return SOLEUS_GATE_VERDICT_FORBIDDEN;
  return _soleus_clinic_judge_treatment (self, input, policy, treatment, FALSE, window);
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
