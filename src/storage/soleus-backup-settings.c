#include "soleus-config.h"

#include "soleus-backup-settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-backup-folder.h"
#include "soleus-error.h"

#define GROUP "backup"
#define DEFAULT_HOURS 24
#define MOST_HOURS (24 * 31)
#define TAG_LENGTH 8

static char *
dup_path (const char *clinic_path)
{
  return soleus_backup_folder_dup_beside (clinic_path, ".backup.ini");
}

/* It becomes part of file names. */
static gboolean
is_tag (const char *text)
{
  return text != NULL && strlen (text) == TAG_LENGTH && strspn (text, "0123456789abcdef") == TAG_LENGTH;
}

/* Returns: (transfer full): the tag that is kept, or a new one */
static char *
dup_tag (const SoleusBackupSettings *settings,
         const char                 *clinic_path)
{
  g_autoptr (SoleusBackupSettings) kept = NULL;

  if (settings->tag != NULL)
    return g_strdup (settings->tag);
  kept = soleus_backup_settings_load (clinic_path);
  return kept->tag != NULL ? g_steal_pointer (&kept->tag) : g_strdup_printf ("%08x", g_random_int ());
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
  settings->tag = g_key_file_get_string (file, GROUP, "tag", NULL);
  if (!is_tag (settings->tag))
    g_clear_pointer (&settings->tag, g_free);
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
  g_autofree char *tag = settings->folder != NULL ? dup_tag (settings, clinic_path) : g_strdup (settings->tag);
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_integer (file, GROUP, "every-hours", settings->every_hours);
  if (settings->folder != NULL)
    g_key_file_set_string (file, GROUP, "folder", settings->folder);
  if (tag != NULL)
    g_key_file_set_string (file, GROUP, "tag", tag);
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

/**
 * soleus_backup_settings_dup_name_path:
 * @clinic_path: the clinic file
 *
 * Two clinics whose files have one name may share a stick: neither may take the backups of the other for its own, and thin them.
 *
 * Returns: (transfer full): the path of a clinic file after which the backups in the chosen folder are called: "…/clinic-0f3a9c21.soleus"
 */
char *
soleus_backup_settings_dup_name_path (const SoleusBackupSettings *settings,
                                      const char                 *clinic_path)
{
  g_autofree char *ending = settings->tag != NULL ? g_strconcat ("-", settings->tag, ".soleus", NULL) : NULL;

  return ending != NULL ? soleus_backup_folder_dup_beside (clinic_path, ending) : g_strdup (clinic_path);
}

void
soleus_backup_settings_free (SoleusBackupSettings *settings)
{
  g_free (settings->folder);
  g_clear_pointer (&settings->key, soleus_seal_key_free);
  g_free (settings->tag);
  g_free (settings);
}
