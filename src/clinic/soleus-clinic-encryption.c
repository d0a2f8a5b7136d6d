#include "soleus-config.h"

#include "soleus-clinic-encryption.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-private.h"
#include "soleus-encryption.h"
#include "soleus-error.h"

/**
 * soleus_clinic_can_encrypt:
 *
 * Returns: whether this build encrypts clinic files: it was built with SQLCipher
 */
gboolean
soleus_clinic_can_encrypt (void)
{
  return soleus_encryption_is_available ();
}

/**
 * soleus_clinic_is_encrypted:
 *
 * Returns: whether the file of this clinic opens with a passphrase only
 */
gboolean
soleus_clinic_is_encrypted (SoleusClinic *self)
{
  return soleus_connection_get_key (soleus_store_get_connection (self->store)) != NULL;
}

/**
 * soleus_clinic_is_passphrase:
 *
 * Returns: whether the file of this clinic opens with @passphrase; %FALSE where it is not encrypted
 */
gboolean
soleus_clinic_is_passphrase (SoleusClinic *self,
                             const char   *passphrase)
{
  SoleusFileKey *key = soleus_connection_get_key (soleus_store_get_connection (self->store));

  return key != NULL && g_str_equal (soleus_file_key_get_passphrase (key), passphrase);
}

/**
 * soleus_clinic_encrypt:
 * @passphrase: (nullable): what opens the file from now on; %NULL: it is no longer encrypted
 *
 * Writes the file anew; a large one takes some seconds. The audit tells of it.
 *
 * Returns: %FALSE with @error set, and the clinic as it was
 */
gboolean
soleus_clinic_encrypt (SoleusClinic  *self,
                       const char    *passphrase,
                       GError       **error)
{
  g_autoptr (SoleusFileKey) key = NULL;

  if (passphrase != NULL && passphrase[0] == '\0')
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The passphrase is empty. Choose one of several words."));
      return FALSE;
    }
  key = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;
  if (!soleus_encryption_change (soleus_store_get_connection (self->store), key, error))
    return FALSE;
  /* row numbers may be others now, and lists go by them */
  _soleus_clinic_emit_changed (self, "clinic-profile", NULL);
  return soleus_clinic_note (self, key != NULL ? "encrypt" : "decrypt", NULL, NULL, NULL, error);
}

/**
 * soleus_clinic_give_passphrase:
 * @path: a clinic file that is not open yet
 * @passphrase: what the person typed
 *
 * What fits is remembered until the program ends: soleus_clinic_open() then opens the file.
 *
 * Returns: %FALSE with @error set (%SOLEUS_ERROR_ENCRYPTED: it is another one)
 */
gboolean
soleus_clinic_give_passphrase (const char  *path,
                               const char  *passphrase,
                               GError     **error)
{
  g_autoptr (SoleusFileKey) key = soleus_file_key_new (passphrase);
  g_autoptr (SoleusConnection) connection = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, key, error);

  if (connection == NULL)
    return FALSE;
  if (soleus_connection_get_key (connection) != NULL)
    soleus_file_key_remember (path, key);
  return TRUE;
}
