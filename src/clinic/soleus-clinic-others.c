#include "soleus-config.h"

#include "soleus-clinic-others.h"

#include "soleus-clinic-private.h"
#include "soleus-records.h"

#define SEEN "soleus-others-seen"

/**
 * soleus_clinic_notice_others:
 *
 * Looks whether another program has written into the file since the last look, and says so with “changed”. The first look only remembers. It
 * costs next to nothing: SQLite counts it.
 *
 * Returns: whether somebody has
 */
gboolean
soleus_clinic_notice_others (SoleusClinic *self)
{
  SoleusConnectionMark mark;
  gint64 *seen;
  gboolean is_new;

  g_return_val_if_fail (SOLEUS_IS_CLINIC (self), FALSE);

  soleus_connection_mark (soleus_store_get_connection (self->store), &mark);
  seen = g_object_get_data (G_OBJECT (self), SEEN);
  is_new = seen != NULL && *seen != mark.others;
  if (seen == NULL)
    {
      seen = g_new0 (gint64, 1);
      g_object_set_data_full (G_OBJECT (self), SEEN, seen, g_free);
    }
  *seen = mark.others;
  if (!is_new)
    return FALSE;
  _soleus_clinic_forget (self);
  _soleus_clinic_emit_changed (self, soleus_athlete_kind.name, NULL);
  return TRUE;
}
