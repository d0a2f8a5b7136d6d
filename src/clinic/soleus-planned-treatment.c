#include "soleus-config.h"

#include "soleus-planned-treatment.h"

#include "soleus-clinic-private.h"
#include "soleus-records.h"

#include <glib/gi18n-lib.h>

/* how long one that nobody signed is asked about */
#define UNSIGNED_DAYS 28

/* Of a treatment whose hour nobody knows, every hour of its day is judged and the strictest counts: it may have been given after the
 * cramp of that day, or before the window ended. @reevaluating: what was given is judged by its own time alone. */
SoleusGateVerdict
_soleus_clinic_judge_treatment (SoleusClinic     *self,
                                SoleusRuleInput  *input,
                                SoleusRecord     *policy,
                                SoleusRecord     *treatment,
                                gboolean          reevaluating,
                                SoleusWindow    **window)
{
  const SoleusMoment *moment = soleus_record_get_moment (treatment, "at");
  SoleusInstant last = moment->precision == SOLEUS_PRECISION_DAY ? soleus_moment_get_latest (moment) : moment->instant;
  const char *modality = soleus_record_get_text (treatment, "modality");
  SoleusSide side = soleus_record_get_enum (treatment, "side");
  SoleusRegion region = soleus_record_get_enum (treatment, "region");
  SoleusGateVerdict strictest = SOLEUS_GATE_VERDICT_ALLOWED;

  for (SoleusInstant at = moment->instant;; at = MIN (at + SOLEUS_USEC_PER_HOUR, last))
    {
      g_autoptr (SoleusWindow) one = NULL;
      SoleusGateVerdict verdict;

      if (!reevaluating)
        verdict = _soleus_clinic_judge (self, input, policy, modality, side, region, at, &one);
      else
        {
          soleus_rule_input_set_policy (input, policy);
          soleus_rule_input_set_time (input, at);
          verdict = soleus_massage_window_gate (soleus_rule_input_get_window (input), modality, side, region, at, &one);
        }
      if (one != NULL && (*window == NULL || verdict > strictest))
        {
          g_clear_pointer (window, soleus_window_unref);
          *window = g_steal_pointer (&one);
          strictest = verdict;
        }
      if (at >= last)
        return strictest;
    }
}

/* The strictest state that was already decided on, or found in breach, for a treatment. What the window was then is no
 * decision: gentle relief in the cramp passes as caution without one. */
SoleusWindowState
_soleus_clinic_find_known_state (SoleusClinic *self,
                                 SoleusRecord *treatment)
{
  static const SoleusRecordKind *const kinds[] = { &soleus_override_kind, &soleus_breach_kind };
  SoleusWindowState state = SOLEUS_WINDOW_STATE_OPEN;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = soleus_clinic_list_of (self, kinds[i], "treatment", soleus_record_get_id (treatment), NULL);

      for (guint j = 0; records != NULL && j < records->len; j++)
        state = MAX (state, (SoleusWindowState) soleus_record_get_enum (records->pdata[j], "state"));
    }
  return state;
}

/*
 * _soleus_clinic_is_planned:
 *
 * Returns: as soleus_treatment_is_planned(), by the newest time that is known: a clock set back makes no plan of what was given
 */
gboolean
_soleus_clinic_is_planned (SoleusClinic *self,
                           SoleusRecord *treatment)
{
  const char *visit_id = soleus_record_get_text (treatment, "visit");
  g_autoptr (SoleusRecord) visit = visit_id != NULL ? soleus_store_find (self->store, &soleus_visit_kind, visit_id, NULL) : NULL;

  return soleus_treatment_is_planned (treatment, visit, _soleus_clinic_get_latest (self));
}

/**
 * soleus_planned_treatment_free:
 * @self: (transfer full) (nullable): one of the list
 */
void
soleus_planned_treatment_free (SoleusPlannedTreatment *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->treatment);
  g_clear_pointer (&self->window, soleus_window_unref);
  g_free (self);
}

static gboolean
is_gated (SoleusRecord *treatment)
{
  const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));

  return row != NULL && row->value != SOLEUS_MODALITY_FAMILY_NEITHER;
}

/* Adds @treatment to the list if it is planned where a window is not open, and nobody decided about that. */
static gboolean
judge_planned (SoleusClinic  *self,
               SoleusRecord  *treatment,
               GPtrArray     *list,
               GError       **error)
{
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autoptr (SoleusRecord) policy = NULL;
  g_autoptr (SoleusRuleInput) input = NULL;
  g_autoptr (SoleusWindow) window = NULL;
  SoleusPlannedTreatment *planned;
  SoleusGateVerdict verdict;

  if (!is_gated (treatment) || !_soleus_clinic_is_planned (self, treatment))
    return TRUE;
  athlete = soleus_clinic_find (self, &soleus_athlete_kind, soleus_record_get_text (treatment, "athlete"), error);
  if (athlete == NULL || soleus_record_is_void (athlete))
    return error == NULL || *error == NULL;
  policy = _soleus_clinic_find_policy_at (self, soleus_record_get_instant (treatment, "at"), error);
  if (policy == NULL)
    return FALSE;
  input = soleus_rule_input_new (self->store, athlete, NULL, policy, soleus_clinic_get_now (self), error);
  if (input == NULL)
    return FALSE;
  verdict = _soleus_clinic_judge_treatment (self, input, policy, treatment, TRUE, &window);
  if (verdict == SOLEUS_GATE_VERDICT_ALLOWED || window == NULL || window->state <= _soleus_clinic_find_known_state (self, treatment))
    return TRUE;
  planned = g_new0 (SoleusPlannedTreatment, 1);
  planned->treatment = g_object_ref (treatment);
  planned->window = g_steal_pointer (&window);
  planned->is_over = soleus_moment_get_earliest (soleus_record_get_moment (treatment, "at")) <= _soleus_clinic_get_latest (self);
  g_ptr_array_add (list, planned);
  return TRUE;
}

/* Adds those of the visits whose time is over and that nobody signed; a treatment ahead is found by its own time. */
static gboolean
add_unsigned (SoleusClinic  *self,
              const char    *athlete_id,
              SoleusInstant  latest,
              GPtrArray     *list,
              GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_visit_kind);
  g_autoptr (GPtrArray) visits = NULL;

  soleus_query_where_enum (query, "state", SOLEUS_QUERY_NOT_EQUAL, SOLEUS_VISIT_STATE_SIGNED);
  soleus_query_where_instant (query, "time", SOLEUS_QUERY_GREATER_EQUAL, latest - UNSIGNED_DAYS * 24 * SOLEUS_USEC_PER_HOUR);
  if (athlete_id != NULL)
    soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  visits = soleus_clinic_list (self, query, error);
  for (guint i = 0; visits != NULL && i < visits->len; i++)
    {
      g_autoptr (GPtrArray) treatments = soleus_clinic_list_of (self, &soleus_treatment_kind, "visit", soleus_record_get_id (visits->pdata[i]), error);

      if (treatments == NULL)
        return FALSE;
      for (guint j = 0; j < treatments->len; j++)
        if (soleus_record_get_instant (treatments->pdata[j], "at") <= latest && !judge_planned (self, treatments->pdata[j], list, error))
          return FALSE;
    }
  return visits != NULL;
}

static int
compare_planned (gconstpointer a,
                 gconstpointer b)
{
  SoleusInstant at_a = soleus_record_get_instant ((*(SoleusPlannedTreatment *const *) a)->treatment, "at");
  SoleusInstant at_b = soleus_record_get_instant ((*(SoleusPlannedTreatment *const *) b)->treatment, "at");

  return (at_a > at_b) - (at_a < at_b);
}

/**
 * soleus_clinic_list_planned_inside:
 * @athlete_id: (nullable): whose; %NULL: everybody's
 *
 * Massage and heat that was planned when it was free, and now stands where a window arose meanwhile. Nobody decided about it, and
 * nobody said that it was given; those whose time is over are asked about for four weeks.
 *
 * Returns: (transfer full) (element-type SoleusPlannedTreatment): by time, or %NULL with @error set
 */
GPtrArray *
soleus_clinic_list_planned_inside (SoleusClinic  *self,
                                   const char    *athlete_id,
                                   GError       **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_planned_treatment_free);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_treatment_kind);
  SoleusInstant latest = _soleus_clinic_get_latest (self);
  g_autoptr (GPtrArray) ahead = NULL;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), NULL);

  soleus_query_where_instant (query, "at", SOLEUS_QUERY_GREATER_EQUAL, latest + 1);
  if (athlete_id != NULL)
    soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, athlete_id);
  ahead = soleus_clinic_list (self, query, error);
  if (ahead == NULL)
    return NULL;
  for (guint i = 0; i < ahead->len; i++)
    if (!judge_planned (self, ahead->pdata[i], list, error))
      return NULL;
  if (!add_unsigned (self, athlete_id, latest, list, error))
    return NULL;
  g_ptr_array_sort (list, compare_planned);
  return g_steal_pointer (&list);
}

/**
 * soleus_planned_treatment_dup_sentence:
 *
 * Returns: (transfer full): that it stands inside a window, until when and what to do about it
 */
char *
soleus_planned_treatment_dup_sentence (const SoleusPlannedTreatment *self)
{
  g_autofree char *window = soleus_window_format (self->window);

  if (self->is_over)
    return g_strdup_printf (_("Planned inside a window, and its time is over. %s Sign the visit if it was given; otherwise take it out."), window);
  return g_strdup_printf (_("Planned inside a window. %s Move it, or take it out."), window);
}
