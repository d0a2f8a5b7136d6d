#include "soleus-config.h"

#include "soleus-reason.h"

/**
 * soleus_reason_new:
 * @rule: stable id of the rule
 * @sources: (nullable): source ids, "S0 S4"
 * @format: a translated sentence with the values that were used
 *
 * Returns: (transfer full): a new reason
 */
SoleusReason *
soleus_reason_new (const char *rule,
                   const char *sources,
                   const char *format,
                   ...)
{
  SoleusReason *self = g_new0 (SoleusReason, 1);
  va_list args;

  va_start (args, format);
  self->text = g_strdup_vprintf (format, args);
  va_end (args);
  self->rule = g_strdup (rule);
  self->sources = g_strsplit (sources != NULL ? sources : "", " ", -1);
  return self;
}

void
soleus_reason_free (SoleusReason *self)
{
  if (self == NULL)
    return;
  g_free (self->rule);
  g_free (self->text);
  g_strfreev (self->sources);
  g_free (self);
}

/**
 * soleus_reasons_new:
 *
 * Returns: (transfer full) (element-type SoleusReason): an empty list that owns its reasons
 */
GPtrArray *
soleus_reasons_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_reason_free);
}

/**
 * soleus_reasons_to_text:
 * @reasons: (element-type SoleusReason): reasons
 *
 * Returns: (transfer full): the sentences, one after the other
 */
char *
soleus_reasons_to_text (GPtrArray *reasons)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (reasons != NULL, NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      const SoleusReason *reason = g_ptr_array_index (reasons, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", reason->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
