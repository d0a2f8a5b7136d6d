#include "soleus-config.h"

#include "soleus-commit-private.h"

#include "soleus-error.h"
#include "soleus-records.h"

#include <glib/gi18n-lib.h>

/* a clock that is read a little later than the page that shows it */
#define TOLERANCE_USEC SOLEUS_USEC_PER_MINUTE

static gboolean
refuse_order (GError       **error,
              SoleusRecord  *other)
{
  g_autofree char *from = soleus_instant_format (soleus_record_get_instant (other, "effective-from"), _("%a %-d %b %Y, %H:%M"));

  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
               _("The clinic has rules of version %d that hold from %s. New rules have a higher version and begin later."),
               (int) soleus_record_get_int (other, "version"), from);
  return FALSE;
}

/* Whether an import fills a clinic in which nothing was decided yet: then the rules of other days come along with their days. */
static gboolean
fills_empty_clinic (SoleusCommit *commit)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_treatment_kind);

  soleus_query_include_void (query); /* it may come back */
  return commit->refusals != NULL && soleus_store_count (commit->clinic->store, query, NULL) == 0;
}

/*
 * _soleus_commit_check_policy:
 *
 * A decision is read under the rules of its time (product promise 2, C3), so the rules of a time that is over cannot be changed: a new
 * version begins now or later, and after the one that it replaces.
 *
 * Returns: %FALSE with SOLEUS_ERROR_REFUSED and a sentence
 */
gboolean
_soleus_commit_check_policy (SoleusCommit  *commit,
                             SoleusRecord  *policy,
                             GError       **error)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_policy_kind);
  g_autoptr (GPtrArray) stored = NULL;
  gint64 version = soleus_record_get_int (policy, "version");
  SoleusInstant from = soleus_record_get_instant (policy, "effective-from");
  gboolean filling = fills_empty_clinic (commit);

  if (commit->undoing || soleus_record_is_void (policy))
    return TRUE;

  stored = soleus_store_list (commit->clinic->store, query, error);
  if (stored == NULL)
    return FALSE;

  for (guint i = 0; i < stored->len; i++)
    {
      gint64 other_version = soleus_record_get_int (stored->pdata[i], "version");
      SoleusInstant other_from = soleus_record_get_instant (stored->pdata[i], "effective-from");
      gboolean follows = version > other_version && from >= other_from;
      gboolean precedes = version < other_version && from <= other_from;

      /* an archive may name the newer one first */
      if (!follows && !(filling && precedes))
        return refuse_order (error, stored->pdata[i]);
    }

  if (!filling && from < soleus_clinic_get_now (commit->clinic) - TOLERANCE_USEC)
    return _soleus_commit_refuse (error, _("Rules cannot be changed for a time that is over: what was decided then is read under the rules of then. "
                                           "Let the new rules begin now or later."));
  return TRUE;
}
