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

static gboolean
check_passphrase (const char  *passphrase,
                  GError     **error)
{
  if (passphrase == NULL || passphrase[0] != '\0')
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The passphrase is empty. Choose one of several words."));
  return FALSE;
}

static gboolean
tell (SoleusClinic  *self,
      gboolean       is_encrypted,
      GError       **error)
{
  /* row numbers may be others now, and lists go by them */
  _soleus_clinic_emit_changed (self, "clinic-profile", NULL);
  return soleus_clinic_note (self, is_encrypted ? "encrypt" : "decrypt", NULL, NULL, NULL, error);
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

  if (!check_passphrase (passphrase, error))
    return FALSE;
  key = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;
  return soleus_encryption_change (soleus_store_get_connection (self->store), key, error) && tell (self, key != NULL, error);
}

/* A change on its way; what the clinic has open is touched by its own thread alone. */
typedef struct {
  char               *path;
  SoleusFileKey      *present; /* (owned) (nullable) */
  SoleusFileKey      *key;     /* (owned) (nullable) */
  SoleusReencryption *copy;    /* (owned) (nullable) once it is made */
} Encrypting;

static void
encrypting_free (gpointer data)
{
  Encrypting *encrypting = data;

  g_free (encrypting->path);
  soleus_file_key_unref (encrypting->present);
  soleus_file_key_unref (encrypting->key);
  soleus_reencryption_free (encrypting->copy);
  g_free (encrypting);
}

static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Encrypting *encrypting = data;
  GError *error = NULL;

  encrypting->copy = soleus_reencryption_prepare (encrypting->path, encrypting->present, encrypting->key, cancellable, &error);
  if (encrypting->copy != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
wipe (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  soleus_reencryption_wipe (data); /* what was made is the data of this task by now */
  g_task_return_boolean (task, TRUE);
}

/* Here the clinic file is replaced: from now on it is too late to stop. */
static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  SoleusClinic *self = SOLEUS_CLINIC (source);
  g_autoptr (GTask) task = user_data;
  Encrypting *encrypting = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error) ||
      !soleus_reencryption_put (encrypting->copy, soleus_store_get_connection (self->store), &error) ||
      !tell (self, encrypting->key != NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_steal_pointer (&encrypting->copy), (GDestroyNotify) soleus_reencryption_free);
  g_task_run_in_thread (task, wipe);
}

/**
 * soleus_clinic_encrypt_async:
 * @passphrase: (nullable): as for soleus_clinic_encrypt()
 * @cancellable: (nullable): stops it until the copy takes the place of the file
 *
 * soleus_clinic_encrypt(), of which only putting the copy into its place is done by this thread. One goes on writing meanwhile.
 */
void
soleus_clinic_encrypt_async (SoleusClinic        *self,
                             const char          *passphrase,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) preparing = NULL;
  Encrypting *encrypting;
  GError *error = NULL;

  g_task_set_source_tag (task, soleus_clinic_encrypt_async);
  if (!check_passphrase (passphrase, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  encrypting = g_new0 (Encrypting, 1);
  encrypting->path = g_strdup (soleus_clinic_get_path (self));
  encrypting->present = soleus_file_key_ref (soleus_connection_get_key (soleus_store_get_connection (self->store)));
  encrypting->key = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;
  preparing = g_task_new (self, cancellable, prepared_cb, g_steal_pointer (&task));
  g_task_set_task_data (preparing, encrypting, encrypting_free);
  g_task_run_in_thread (preparing, prepare);
}

/**
 * soleus_clinic_encrypt_finish:
 *
 * Returns: %FALSE with @error set (%G_IO_ERROR_CANCELLED: it was stopped), and the clinic as it was
 */
gboolean
soleus_clinic_encrypt_finish (SoleusClinic  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
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
