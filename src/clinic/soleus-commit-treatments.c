#include "soleus-config.h"

#include "soleus-commit-private.h"

#include "soleus-records.h"

static SoleusRecord *
create_override (SoleusCommit               *commit,
                 const SoleusChangeOverride *given,
                 SoleusRecord               *treatment,
                 SoleusWindow               *window,
                 SoleusRecord               *policy)
{
  SoleusRecord *record = soleus_record_new (&soleus_override_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (commit->clinic));
  g_autofree char *rule = g_strdup_printf ("window-row-%d", window->row);
  g_autofree char *basis = soleus_reasons_to_text (window->reasons);

  soleus_record_set_text (record, "athlete", soleus_record_get_text (treatment, "athlete"));
  soleus_record_set_text (record, "treatment", soleus_record_get_id (treatment));
  soleus_record_set_text (record, "visit", soleus_record_get_text (treatment, "visit"));
  soleus_record_set_moment (record, "at", now);
  soleus_record_set_text (record, "rule", rule);
  soleus_record_set_int (record, "policy-version", soleus_record_get_int (policy, "version"));
  soleus_record_set_enum (record, "state", window->state);
  if (window->opens_at != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autoptr (SoleusMoment) opens_at = soleus_moment_new_local (window->opens_at);

      soleus_record_set_moment (record, "opens-at", opens_at);
    }
  soleus_record_set_enum (record, "reason", given->reason);
  soleus_record_set_text (record, "text", given->text);
  soleus_record_set_enum (record, "consent", given->consent);
  soleus_record_set_text (record, "basis", basis);
  return record;
}

static gboolean
has_override_text (const SoleusChangeOverride *override)
{
  g_autofree char *text = override->text != NULL ? g_strstrip (g_strdup (override->text)) : NULL;

  return override->given && text != NULL && text[0] != '\0';
}

/* A change of note or minutes on a treatment that was decided before needs no second decision. */
static gboolean
is_same_act (SoleusRecord *treatment,
             SoleusRecord *former)
{
  const SoleusMoment *at = soleus_record_get_moment (treatment, "at");
  const SoleusMoment *former_at = former != NULL ? soleus_record_get_moment (former, "at") : NULL;

  return former != NULL && !soleus_record_is_void (former) && at != NULL && former_at != NULL && at->precision == former_at->precision &&
         soleus_record_get_instant (treatment, "at") == soleus_record_get_instant (former, "at") &&
         g_strcmp0 (soleus_record_get_text (treatment, "modality"), soleus_record_get_text (former, "modality")) == 0 &&
         g_strcmp0 (soleus_record_get_text (treatment, "athlete"), soleus_record_get_text (former, "athlete")) == 0 &&
         soleus_record_get_enum (treatment, "side") == soleus_record_get_enum (former, "side") &&
         soleus_record_get_enum (treatment, "region") == soleus_record_get_enum (former, "region");
}

/* What an import brings along as decided counts for states up to the one that was decided on, no further. */
static gboolean
is_decided (SoleusCommit *commit,
            SoleusRecord *treatment,
            SoleusWindow *window)
{
  gpointer state;

  return g_hash_table_lookup_extended (commit->decided, soleus_record_get_id (treatment), NULL, &state) &&
         GPOINTER_TO_INT (state) >= (int) window->state;
}

static gboolean
pass_gate (SoleusCommit  *commit,
           SoleusRecord  *treatment,
           SoleusRecord **override,
           GError       **error)
{
  SoleusInstant at = soleus_record_get_instant (treatment, "at");
  const char *modality = soleus_record_get_text (treatment, "modality");
  const SoleusChangeOverride *given = _soleus_change_find_override (commit->change, soleus_record_get_id (treatment));
  g_autoptr (SoleusRecord) policy = _soleus_clinic_find_policy_at (commit->clinic, at, error);
  g_autoptr (SoleusRuleInput) input = NULL;
  g_autoptr (SoleusWindow) window = NULL;
  SoleusGateVerdict verdict;
  g_autofree char *sentence = NULL;

  if (policy == NULL || (input = _soleus_commit_create_input (commit, soleus_record_get_text (treatment, "athlete"), policy, error)) == NULL)
    return FALSE;
  verdict = _soleus_clinic_judge_treatment (commit->clinic, input, policy, treatment, FALSE, &window);
  /* what comes with its history keeps what was written down when it was given */
  if (_soleus_commit_find_history (commit, treatment) == NULL)
    soleus_record_set_enum (treatment, "state-then", window != NULL ? window->state : SOLEUS_WINDOW_STATE_OPEN);
  if (verdict == SOLEUS_GATE_VERDICT_ALLOWED)
    return TRUE;
  g_assert (window != NULL); /* what is not allowed has a window that says so */
  if (is_decided (commit, treatment, window))
    return TRUE;
  if (verdict != SOLEUS_GATE_VERDICT_FORBIDDEN && has_override_text (given) && window->state <= given->strictest)
    {
      *override = create_override (commit, given, treatment, window, policy);
      return TRUE;
    }
  sentence = _soleus_clinic_format_refusal (window, verdict, modality);
  return _soleus_commit_refuse (error, sentence);
}

gboolean
_soleus_commit_save_treatment (SoleusCommit  *commit,
                               SoleusRecord  *treatment,
                               GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusRecord) former = _soleus_commit_find_former (commit, treatment, &local_error);
  g_autoptr (SoleusRecord) override = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!soleus_record_check (treatment, soleus_clinic_get_now (commit->clinic), error) ||
      !_soleus_commit_check_frozen (commit, treatment, former, error))
    return FALSE;
  /* one that is not judged here is looked at again below: its episode may have changed in the same breath */
  if (!soleus_record_is_void (treatment) && !is_same_act (treatment, former))
    {
      if (!pass_gate (commit, treatment, &override, error))
        return FALSE;
      g_hash_table_add (commit->given, g_strdup (soleus_record_get_id (treatment)));
    }
  if (!_soleus_commit_save_record (commit, treatment, former, error))
    return FALSE;
  return override == NULL || _soleus_commit_save_plain (commit, override, error);
}

static gboolean
note_breach (SoleusCommit  *commit,
             SoleusRecord  *treatment,
             SoleusWindow  *window,
             GError       **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (&soleus_breach_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (commit->clinic));
  g_autofree char *reason = soleus_reasons_to_text (window->reasons);

  soleus_record_set_text (record, "athlete", soleus_record_get_text (treatment, "athlete"));
  soleus_record_set_text (record, "treatment", soleus_record_get_id (treatment));
  soleus_record_set_text (record, "episode", window->episode_id);
  soleus_record_set_moment (record, "at", now);
  soleus_record_set_enum (record, "state", window->state);
  soleus_record_set_text (record, "reason", reason);
  return soleus_store_save (commit->clinic->store, record, commit->author, NULL, error);
}

static gboolean
reevaluate_treatment (SoleusCommit     *commit,
                      SoleusRuleInput  *input,
                      SoleusRecord     *treatment,
                      GError          **error)
{
  SoleusInstant at = soleus_record_get_instant (treatment, "at");
  g_autoptr (SoleusRecord) policy = _soleus_clinic_find_policy_at (commit->clinic, at, error);
  g_autoptr (SoleusWindow) window = NULL;
  SoleusGateVerdict verdict;

  if (policy == NULL)
    return FALSE;
  /* what is planned is told as such, see soleus-planned-treatment.h: it was not given */
  if (_soleus_clinic_is_planned (commit->clinic, treatment))
    return TRUE;
  verdict = _soleus_clinic_judge_treatment (commit->clinic, input, policy, treatment, TRUE, &window);
  if (verdict == SOLEUS_GATE_VERDICT_ALLOWED || window == NULL || window->state <= _soleus_clinic_find_known_state (commit->clinic, treatment))
    return TRUE;
  return note_breach (commit, treatment, window, error);
}

/* What was given is not changed; that it stood inside a window is written down beside it. */
static gboolean
reevaluate_athlete (SoleusCommit  *commit,
                    const char    *athlete_id,
                    GError       **error)
{
  g_autoptr (GPtrArray) treatments = soleus_clinic_list_of_athlete (commit->clinic, &soleus_treatment_kind, athlete_id, error);
  SoleusRecord *policy = treatments != NULL ? _soleus_clinic_load_policy (commit->clinic, error) : NULL;
  g_autoptr (SoleusRuleInput) input = NULL;

  if (policy == NULL)
    return FALSE;
  for (guint i = 0; i < treatments->len; i++)
    {
      SoleusRecord *treatment = treatments->pdata[i];
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_modalities (), soleus_record_get_text (treatment, "modality"));

      if (row == NULL || row->value == SOLEUS_MODALITY_FAMILY_NEITHER ||
          g_hash_table_contains (commit->given, soleus_record_get_id (treatment)))
        continue;
      if (input == NULL)
        input = _soleus_commit_create_input (commit, athlete_id, policy, error);
      if (input == NULL || !reevaluate_treatment (commit, input, treatment, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
_soleus_commit_reevaluate (SoleusCommit  *commit,
                           GError       **error)
{
  GHashTableIter iter;
  const char *athlete_id;

  g_hash_table_iter_init (&iter, commit->athletes);
  while (g_hash_table_iter_next (&iter, (gpointer *) &athlete_id, NULL))
    if (!reevaluate_athlete (commit, athlete_id, error))
      return FALSE;
  return TRUE;
}
