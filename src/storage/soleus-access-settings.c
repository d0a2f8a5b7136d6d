#include "soleus-config.h"

#include "soleus-access-settings.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "soleus-backup-folder.h"
#include "soleus-error.h"

#define GROUP "access"
#define DEFAULT_IDLE_MINUTES 5
#define DEFAULT_YEARS 10

/**
 * soleus_access_settings_dup_path:
 *
 * Returns: (transfer full): the file in which they are kept, beside the clinic file
 */
char *
soleus_access_settings_dup_path (const char *clinic_path)
{
  return soleus_backup_folder_dup_beside (clinic_path, ".access.ini");
}

static int
get_number (GKeyFile   *file,
            const char *key,
            int         least,
            int         most,
            int         fallback)
{
  g_autoptr (GError) error = NULL;
  int number = g_key_file_get_integer (file, GROUP, key, &error);

  return error == NULL ? CLAMP (number, least, most) : fallback;
}

/**
 * soleus_access_settings_load:
 *
 * Returns: (transfer full): the settings of this clinic; where nothing was chosen yet: no lock
 */
SoleusAccessSettings *
soleus_access_settings_load (const char *clinic_path)
{
  SoleusAccessSettings *settings = g_new0 (SoleusAccessSettings, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = soleus_access_settings_dup_path (clinic_path);

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  settings->hash = g_key_file_get_string (file, GROUP, "passphrase", NULL);
  settings->idle_minutes = get_number (file, "idle-minutes", 0, 24 * 60, DEFAULT_IDLE_MINUTES);
  settings->retention_years = get_number (file, "retention-years", 1, 100, DEFAULT_YEARS);
  return settings;
}

/**
 * soleus_access_settings_save:
 *
 * Returns: %TRUE once the settings are on the disk, readable by their owner alone; %FALSE with @error set
 */
gboolean
soleus_access_settings_save (const SoleusAccessSettings  *settings,
                             const char                  *clinic_path,
                             GError                     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = soleus_access_settings_dup_path (clinic_path);
  g_autofree char *text = NULL;
  gsize length;

  if (settings->hash != NULL)
    g_key_file_set_string (file, GROUP, "passphrase", settings->hash);
  g_key_file_set_integer (file, GROUP, "idle-minutes", settings->idle_minutes);
  g_key_file_set_integer (file, GROUP, "retention-years", settings->retention_years);
  text = g_key_file_to_data (file, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The settings of the lock cannot be kept: %s."), local_error->message);
  return FALSE;
}

void
soleus_access_settings_free (SoleusAccessSettings *settings)
{
  g_free (settings->hash);
  g_free (settings);
}

/**
 * soleus_access_hash:
 *
 * Returns: (transfer full): what Argon2id makes of the passphrase, with a salt of its own, or %NULL with @error set
 */
char *
soleus_access_hash (const char  *passphrase,
                    GError     **error)
{
  char hash[crypto_pwhash_STRBYTES];

  if (sodium_init () >= 0 &&
      crypto_pwhash_str (hash, passphrase, strlen (passphrase), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0)
    return g_strdup (hash);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                       _("There is too little free memory to work with the passphrase. Close other programs, then try again."));
  return NULL;
}

/**
 * soleus_access_check:
 *
 * Returns: whether @hash was made of @passphrase
 */
gboolean
soleus_access_check (const char *hash,
                     const char *passphrase)
{
  return sodium_init () >= 0 && crypto_pwhash_str_verify (hash, passphrase, strlen (passphrase)) == 0;
}
