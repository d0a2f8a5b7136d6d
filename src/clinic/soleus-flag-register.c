#include "soleus-config.h"

#include "soleus-flag-register.h"

#include <glib/gi18n-lib.h>

#include "soleus-records.h"

static SoleusRecord *
create_flag (const SoleusRaisedFlag *raised,
             const char             *athlete_id)
{
  SoleusRecord *record = soleus_record_new (&soleus_red_flag_kind);
  g_autoptr (SoleusMoment) at = soleus_moment_new_local (raised->raised_at);
  g_autofree char *reason = soleus_reasons_to_text (raised->reasons);

  soleus_record_set_text (record, "athlete", athlete_id);
  soleus_record_set_text (record, "episode", raised->episode_id);
  soleus_record_set_text (record, "key", raised->key);
  soleus_record_set_text (record, "kind", raised->kind->row.id);
  soleus_record_set_enum (record, "side", raised->side);
  soleus_record_set_enum (record, "urgency", raised->urgency);
  soleus_record_set_enum (record, "target", raised->target);
  soleus_record_set_moment (record, "raised-at", at);
  soleus_record_set_bool (record, "by-rule", TRUE);
  soleus_record_set_text (record, "reason", reason);
  return record;
}

/* A finding that came back after its outcome has the key of the first with "+2", "+3" … behind it. */
static char *
dup_base_key (SoleusRecord *flag)
{
  g_auto (GStrv) parts = g_strsplit (soleus_record_get_text (flag, "key") != NULL ? soleus_record_get_text (flag, "key") : "", "+", 2);

  return g_strdup (parts[0] != NULL ? parts[0] : "");
}

static GPtrArray *
list_by_key (GPtrArray  *flags,
             const char *key)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < flags->len; i++)
    {
      g_autofree char *base = dup_base_key (flags->pdata[i]);

      if (g_str_equal (base, key))
        g_ptr_array_add (found, flags->pdata[i]);
    }
  return found;
}

/* when the last outcome was recorded; unknown while one of the flags has none */
static SoleusInstant
find_last_outcome (GPtrArray *flags)
{
  SoleusInstant last = SOLEUS_UNKNOWN_INSTANT;

  for (guint i = 0; i < flags->len; i++)
    {
      if (soleus_record_get_enum (flags->pdata[i], "state") != SOLEUS_FLAG_STATE_CLEARED)
        return SOLEUS_UNKNOWN_INSTANT;
      last = MAX (last, soleus_record_get_instant (flags->pdata[i], "outcome-at"));
    }
  return last;
}

/* The flag to put on record for what the rule raises, NULL if it stands there already. */
static SoleusRecord *
create_if_new (const SoleusRaisedFlag *raised,
               GPtrArray              *stored,
               const char             *athlete_id)
{
  g_autoptr (GPtrArray) known = list_by_key (stored, raised->key);
  SoleusInstant outcome;
  SoleusInstant again;
  SoleusRecord *record;

  if (known->len == 0)
    return create_flag (raised, athlete_id);
  outcome = find_last_outcome (known);
  again = outcome != SOLEUS_UNKNOWN_INSTANT ? soleus_raised_flag_get_first_after (raised, outcome) : SOLEUS_UNKNOWN_INSTANT;
  if (again == SOLEUS_UNKNOWN_INSTANT)
    return NULL;

  record = create_flag (raised, athlete_id);
  {
    g_autofree char *key = g_strdup_printf ("%s+%u", raised->key, known->len + 1);
    g_autoptr (SoleusMoment) at = soleus_moment_new_local (again);

    soleus_record_set_text (record, "key", key);
    soleus_record_set_moment (record, "raised-at", at);
  }
  return record;
}

static GPtrArray *
list_new (GPtrArray  *raised,
          GPtrArray  *stored,
          const char *athlete_id)
{
  GPtrArray *flags = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < raised->len; i++)
    {
      SoleusRecord *flag = create_if_new (raised->pdata[i], stored, athlete_id);

      if (flag != NULL)
        g_ptr_array_add (flags, flag);
    }
  return flags;
}

/**
 * soleus_flag_register_list_new:
 *
 * Returns: (transfer full) (element-type SoleusRedFlag): the flags that the rules raise and that are not on record yet
 */
GPtrArray *
soleus_flag_register_list_new (SoleusRuleInput *input,
                               const char      *athlete_id)
{
  g_autoptr (GPtrArray) raised = soleus_red_flags_assess (soleus_rule_input_get_red_flags (input));

  return list_new (raised, soleus_rule_input_get_flag_records (input), athlete_id);
}

static const SoleusRaisedFlag *
find_raised (GPtrArray    *raised,
             SoleusRecord *flag)
{
  g_autofree char *key = dup_base_key (flag);

  for (guint i = 0; i < raised->len; i++)
    if (g_str_equal (((SoleusRaisedFlag *) raised->pdata[i])->key, key))
      return raised->pdata[i];
  return NULL;
}

/**
 * soleus_flag_register_list_reasons:
 * @input: the record as it is now
 * @flag: a flag that a rule raised
 *
 * The record holds the values, the rules word them: what stands there can be said in any language, whichever it was raised in.
 *
 * Returns: (transfer full) (nullable): a sentence each, in the language that the labels speak now; %NULL if the rules do not raise @flag
 *   any longer
 */
char **
soleus_flag_register_list_reasons (SoleusRuleInput *input,
                                   SoleusRecord    *flag)
{
  g_autoptr (GPtrArray) raised = soleus_red_flags_assess (soleus_rule_input_get_red_flags (input));
  const SoleusRaisedFlag *found = find_raised (raised, flag);
  g_autoptr (GStrvBuilder) sentences = NULL;
  g_autoptr (GHashTable) said = NULL;

  if (found == NULL)
    return NULL;
  sentences = g_strv_builder_new ();
  said = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < found->reasons->len; i++)
    {
      const SoleusReason *reason = found->reasons->pdata[i];

      if (g_hash_table_add (said, reason->text))
        g_strv_builder_add (sentences, reason->text);
    }
  return g_strv_builder_end (sentences);
}

/* A flag whose basis was edited away stays and says so; one that grew more urgent says that. Neither closes it. */
static gboolean
follow_basis (SoleusStore             *store,
              SoleusRecord            *flag,
              const SoleusRaisedFlag  *raised,
              const char              *author,
              GError                 **error)
{
  g_autoptr (SoleusRecord) copy = soleus_record_copy (flag);

  /* kept in no language: soleus_clinic_get_flag_basis() says it in that of the labels. One that stands is not written again. */
  if (raised == NULL && !soleus_record_is_known (copy, "basis-changed"))
    soleus_record_set_text (copy, "basis-changed",
                            N_("What raised this flag no longer stands in the record. It closes only with an outcome."));
  else if (raised != NULL)
    {
      soleus_record_set_text (copy, "basis-changed", NULL);
      if ((int) raised->urgency > soleus_record_get_enum (flag, "urgency"))
        {
          g_autofree char *reason = soleus_reasons_to_text (raised->reasons);

          soleus_record_set_enum (copy, "urgency", raised->urgency);
          soleus_record_set_enum (copy, "target", raised->target);
          soleus_record_set_text (copy, "reason", reason);
        }
    }
  return soleus_record_equal (flag, copy) || soleus_store_save (store, copy, author, NULL, error);
}

/**
 * soleus_flag_register_update:
 * @input: the record as it is now, within the open transaction
 * @author: (nullable): whose change it follows from
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_flag_register_update (SoleusStore      *store,
                             SoleusRuleInput  *input,
                             const char       *athlete_id,
                             const char       *author,
                             GError          **error)
{
  g_autoptr (GPtrArray) raised = soleus_red_flags_assess (soleus_rule_input_get_red_flags (input));
  GPtrArray *stored = soleus_rule_input_get_flag_records (input);
  g_autoptr (GPtrArray) new_flags = list_new (raised, stored, athlete_id);

  for (guint i = 0; i < stored->len; i++)
    {
      SoleusRecord *flag = stored->pdata[i];

      if (soleus_record_get_bool (flag, "by-rule") &&
          soleus_record_get_enum (flag, "state") != SOLEUS_FLAG_STATE_CLEARED &&
          !follow_basis (store, flag, find_raised (raised, flag), author, error))
        return FALSE;
    }
  for (guint i = 0; i < new_flags->len; i++)
    if (!soleus_store_save (store, new_flags->pdata[i], author, NULL, error))
      return FALSE;
  return TRUE;
}
