#include "soleus-config.h"

#include "soleus-clinic-private.h"

/**
 * soleus_clinic_get_blob:
 * @hash: SHA-256 of the bytes
 *
 * Returns: (transfer full): the bytes as they were kept, or %NULL with @error set
 */
GBytes *
soleus_clinic_get_blob (SoleusClinic  *self,
                        const char    *hash,
                        GError       **error)
{
  return soleus_store_get_blob (self->store, hash, error);
}

const char *
soleus_clinic_get_loss (SoleusClinic *self)
{
  return soleus_store_get_loss (self->store);
}

gboolean
soleus_clinic_note (SoleusClinic  *self,
                    const char    *action,
                    const char    *kind,
                    const char    *id,
                    const char    *detail,
                    GError       **error)
{
  return soleus_store_note (self->store, _soleus_clinic_get_author (self), action, kind, id, detail, error);
}

GPtrArray *
soleus_clinic_verify (SoleusClinic  *self,
                      GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  return soleus_store_verify (self->store, findings, error) ? g_steal_pointer (&findings) : NULL;
}

/**
 * soleus_clinic_dup_audit_head:
 *
 * Returns: (transfer full): number and hash of the newest audit entry
 */
char *
soleus_clinic_dup_audit_head (SoleusClinic *self)
{
  return soleus_store_dup_audit_head (self->store);
}
