#include "soleus-config.h"

#include "soleus-migrator.h"

#include <glib/gi18n-lib.h>

#include "soleus-backup-folder.h"
#include "soleus-backup.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-note-search.h"
#include "soleus-storage-resource.h"

#define SCRIPT_FOLDER "/io/github/soleusapp/Soleus/sql/"

/* In order; the position is the version that the script leads to, counting from 1. */
static const char *const scripts[] = {
  "0001-records.sql",
  "0002-safety.sql",
  "0003-notes.sql",
};

/**
 * soleus_migrator_get_newest_version:
 *
 * Returns: the schema version that this program writes
 */
int
soleus_migrator_get_newest_version (void)
{
  return G_N_ELEMENTS (scripts);
}

/**
 * soleus_migrator_get_version:
 *
 * Returns: the schema version of the file, 0 for an empty one
 */
int
soleus_migrator_get_version (SoleusConnection *connection)
{
  return (int) soleus_connection_get_int (connection, "PRAGMA user_version", 0);
}

static gboolean
apply (SoleusConnection  *connection,
       int                version,
       GError           **error)
{
  g_autofree char *path = g_strconcat (SCRIPT_FOLDER, scripts[version - 1], NULL);
  g_autoptr (GBytes) script = g_resource_lookup_data (soleus_storage_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *sql = NULL;
  g_autofree char *finish = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", version, SOLEUS_CONNECTION_APPLICATION_ID);

  if (script == NULL)
    return FALSE;
  sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
  if (!soleus_connection_begin (connection, error))
    return FALSE;
  /* another program may have done it while we waited */
  if (soleus_migrator_get_version (connection) >= version)
    {
      soleus_connection_rollback (connection);
      return TRUE;
    }
  if (!soleus_connection_exec (connection, sql, error) || !soleus_connection_exec (connection, finish, error))
    {
      soleus_connection_rollback (connection);
      return FALSE;
    }
  return soleus_connection_commit (connection, error);
}

static gboolean
check_version (SoleusConnection  *connection,
               GError           **error)
{
  if (soleus_migrator_get_version (connection) <= soleus_migrator_get_newest_version ())
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_TOO_NEW,
               _("“%s” was written by a newer version of Soleus. Install the newer version to open it; the file was not changed."),
               soleus_connection_get_path (connection));
  return FALSE;
}

static gboolean
back_up (SoleusConnection  *connection,
         GError           **error)
{
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  SoleusBackupRequest request = { .occasion = "before-migration", .at = soleus_clock_get_now (clock) };
  g_autoptr (SoleusBackupReport) report = soleus_backup_run (connection, &request, error);

  return report != NULL;
}

/**
 * soleus_migrator_apply:
 *
 * Applies the scripts that the file lacks, each in one transaction, and then makes what is derived from the records and not there yet.
 * For a copy: nothing is backed up.
 *
 * Returns: %FALSE with @error set (%SOLEUS_ERROR_TOO_NEW, or why a step failed)
 */
gboolean
soleus_migrator_apply (SoleusConnection  *connection,
                       GError           **error)
{
  if (!check_version (connection, error))
    return FALSE;
  for (int step = soleus_migrator_get_version (connection) + 1; step <= soleus_migrator_get_newest_version (); step++)
    if (!apply (connection, step, error))
      return FALSE;
  return soleus_note_search_prepare (connection, error);
}

/**
 * soleus_migrator_run:
 *
 * Brings a clinic file to the present version. A file with records in it is backed up, and the backup checked, before the first step. A
 * file from a newer version is refused and not touched.
 *
 * Returns: %FALSE with @error set (%SOLEUS_ERROR_TOO_NEW, or why a step failed)
 */
gboolean
soleus_migrator_run (SoleusConnection  *connection,
                     GError           **error)
{
  int version = soleus_migrator_get_version (connection);

  if (!check_version (connection, error))
    return FALSE;
  if (version == soleus_migrator_get_newest_version ())
    return soleus_connection_is_read_only (connection) || soleus_note_search_prepare (connection, error);
  if (soleus_connection_is_read_only (connection))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY,
                   _("“%s” must be brought to the present version, but it cannot be written. Check the permissions of its folder."),
                   soleus_connection_get_path (connection));
      return FALSE;
    }
  return (version == 0 || back_up (connection, error)) && soleus_migrator_apply (connection, error);
}
