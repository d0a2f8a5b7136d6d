#include "soleus-config.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-private.h"
#include "soleus-error.h"
#include "soleus-safe-file.h"

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

/**
 * soleus_clinic_write_file:
 * @file: on this machine; what stood there is replaced
 * @bytes: its content
 * @note: (nullable): notes that it leaves the clinic, once it is on the disk and before it gets its name
 * @user_data: for @note
 *
 * GIO would write a new file in its place, and an old one over by half, where the disk is full.
 *
 * Returns: %TRUE once it is there, whole; %FALSE with a sentence in @error, and what stood there is as it was
 */
gboolean
soleus_clinic_write_file (GFile                 *file,
                          GBytes                *bytes,
                          SoleusClinicNoteFunc   note,
                          gpointer               user_data,
                          GError               **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (SoleusSafeFile) safe = NULL;

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not on this machine. Choose a folder that is."), name);
      return FALSE;
    }
  safe = soleus_safe_file_new (g_file_peek_path (file), error);
  return safe != NULL && soleus_safe_file_put (safe, bytes, error) && (note == NULL || note (user_data, error)) && soleus_safe_file_commit (safe, error);
}
