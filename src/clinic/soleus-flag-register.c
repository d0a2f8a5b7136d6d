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

static SoleusRecord *
find_by_key (GPtrArray  *flags,
             const char *key)
{
  for (guint i = 0; i < flags->len; i++)
    if (g_strcmp0 (soleus_record_get_text (flags->pdata[i], "key"), key) == 0)
      return flags->pdata[i];
  return NULL;
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
  GPtrArray *flags = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < raised->len; i++)
    {
      SoleusRaisedFlag *flag = raised->pdata[i];

      if (find_by_key (soleus_rule_input_get_flag_records (input), flag->key) == NULL)
        g_ptr_array_add (flags, create_flag (flag, athlete_id));
    }
  return flags;
}

static gboolean
is_raised (GPtrArray  *raised,
           const char *key)
{
  for (guint i = 0; i < raised->len; i++)
    if (g_str_equal (((SoleusRaisedFlag *) raised->pdata[i])->key, key))
      return TRUE;
  return FALSE;
}

/* A flag whose basis was edited away stays; it says so. */
static gboolean
mark_basis (SoleusStore   *store,
            SoleusRecord  *flag,
            gboolean       raised,
            const char    *author,
            GError       **error)
{
  gboolean marked = soleus_record_is_known (flag, "basis-changed");
  g_autoptr (SoleusRecord) copy = NULL;

  if (marked != raised)
    return TRUE;
  copy = soleus_record_copy (flag);
  soleus_record_set_text (copy, "basis-changed",
                          raised ? NULL : _("What raised this flag no longer stands in the record. It closes only with an outcome."));
  return soleus_store_save (store, copy, author, NULL, error);
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
  g_autoptr (GPtrArray) new_flags = soleus_flag_register_list_new (input, athlete_id);
  GPtrArray *stored = soleus_rule_input_get_flag_records (input);

  for (guint i = 0; i < stored->len; i++)
    {
      SoleusRecord *flag = stored->pdata[i];

      if (soleus_record_get_bool (flag, "by-rule") &&
          soleus_record_get_enum (flag, "state") != SOLEUS_FLAG_STATE_CLEARED &&
          !mark_basis (store, flag, is_raised (raised, soleus_record_get_text (flag, "key")), author, error))
        return FALSE;
    }
  for (guint i = 0; i < new_flags->len; i++)
    if (!soleus_store_save (store, new_flags->pdata[i], author, NULL, error))
      return FALSE;
  return TRUE;
}
