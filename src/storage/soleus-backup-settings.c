#include "soleus-config.h"

#include "soleus-backup-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

#define GROUP "backup"
#define DEFAULT_HOURS 24
#define MOST_HOURS (24 * 31)

static char *
dup_path (const char *clinic_path)
{
  g_autofree char *base = g_str_has_suffix (clinic_path, ".soleus") ? g_strndup (clinic_path, strlen (clinic_path) - strlen (".soleus"))
                                                                     : g_strdup (clinic_path);

  return g_strconcat (base, ".backup.ini", NULL);
}

/**
 * soleus_backup_settings_load:
 *
 * Returns: (transfer full): the settings of this clinic; where nothing was chosen yet: daily, beside the clinic file, not encrypted
 */
SoleusBackupSettings *
soleus_backup_settings_load (const char *clinic_path)
{
  SoleusBackupSettings *settings = g_new0 (SoleusBackupSettings, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dup_path (clinic_path);
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;
  int hours;

  settings->every_hours = DEFAULT_HOURS;
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return settings;
  settings->folder = g_key_file_get_string (file, GROUP, "folder", NULL);
  hours = g_key_file_get_integer (file, GROUP, "every-hours", &error);
  /* what is no number does not turn them off */
  if (error == NULL)
    settings->every_hours = CLAMP (hours, 0, MOST_HOURS);
  key = g_key_file_get_string (file, GROUP, "key", NULL);
  settings->key = soleus_seal_key_from_text (key);
  return settings;
}

/**
 * soleus_backup_settings_save:
 *
 * Returns: %TRUE once the settings are on the disk, readable by their owner alone; %FALSE with @error set
 */
gboolean
soleus_backup_settings_save (const SoleusBackupSettings  *settings,
                             const char                  *clinic_path,
                             GError                     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = dup_path (clinic_path);
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_integer (file, GROUP, "every-hours", settings->every_hours);
  if (settings->folder != NULL)
    g_key_file_set_string (file, GROUP, "folder", settings->folder);
  if (settings->key != NULL)
    {
      g_autofree char *key = soleus_seal_key_to_text (settings->key);

      g_key_file_set_string (file, GROUP, "key", key);
    }
  text = g_key_file_to_data (file, &length, NULL);
  if (g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The backup settings cannot be kept: %s."), local_error->message);
  return FALSE;
}

void
soleus_backup_settings_free (SoleusBackupSettings *settings)
{
  g_free (settings->folder);
  g_clear_pointer (&settings->key, soleus_seal_key_free);
  g_free (settings);
}
