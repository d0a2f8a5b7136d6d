#include "soleus-config.h"

#include "soleus-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "soleus-clock.h"
#include "soleus-error.h"

/**
 * soleus_backup_dup_default_path:
 * @clinic_path: the clinic file
 * @occasion: a word for the file name, "before-restore"
 *
 * Returns: (transfer full): a path that is not taken, in the folder "backups" beside the clinic file
 */
char *
soleus_backup_dup_default_path (const char *clinic_path,
                                const char *occasion)
{
  g_autofree char *folder = g_path_get_dirname (clinic_path);
  g_autofree char *base = g_path_get_basename (clinic_path);
  g_autoptr (SoleusClock) clock = soleus_clock_new_system ();
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (soleus_clock_get_now (clock) / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%SZ");

  if (g_str_has_suffix (base, ".soleus"))
    base[strlen (base) - strlen (".soleus")] = '\0';
  for (guint i = 0;; i++)
    {
      g_autofree char *count = i > 0 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s-%s-%s%s.soleus", base, stamp, occasion, count);
      g_autofree char *path = g_build_filename (folder, "backups", name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  close (fd);
  return done;
}

static gboolean
check_copy (const char  *path,
            GError     **error)
{
  g_autoptr (SoleusConnection) copy = soleus_connection_open (path, SOLEUS_CONNECTION_READ_ONLY, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (copy == NULL || !soleus_connection_check_integrity (copy, findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, findings->pdata[0]);
  return FALSE;
}

static gboolean
copy_into (SoleusConnection  *connection,
           const char        *path,
           GError           **error)
{
  g_autoptr (SoleusConnection) target = soleus_connection_open (path, SOLEUS_CONNECTION_CREATE, error);

  /* without a journal beside it the copy is one file */
  return target != NULL &&
         soleus_connection_copy_to (connection, target, error) &&
         soleus_connection_exec (target, "PRAGMA journal_mode = DELETE", error);
}

/**
 * soleus_backup_write:
 * @connection: the clinic file
 * @path: the copy; it must not exist
 *
 * Copies, reads the copy back, puts it on the disk, and only then gives it its name.
 *
 * Returns: %FALSE with @error set; nothing is then left at @path
 */
gboolean
soleus_backup_write (SoleusConnection  *connection,
                     const char        *path,
                     GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *unfinished = g_strconcat (path, ".unfinished", NULL);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is already there. Choose another name for the backup."), path);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  g_unlink (unfinished);
  if (!copy_into (connection, unfinished, error) || !check_copy (unfinished, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }
  if (!sync_path (unfinished) || g_rename (unfinished, absolute) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The backup “%s” could not be finished: %s."), path, g_strerror (errno));
      g_unlink (unfinished);
      return FALSE;
    }
  sync_path (folder);
  return TRUE;
}
