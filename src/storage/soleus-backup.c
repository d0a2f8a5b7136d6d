#include "soleus-config.h"

#include "soleus-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "soleus-audit-log.h"
#include "soleus-backup-folder.h"
#include "soleus-content-copy.h"
#include "soleus-error.h"
#include "soleus-migrator.h"
#include "soleus-sealed-file.h"
#include "soleus-verification.h"

void
soleus_backup_report_free (SoleusBackupReport *report)
{
  g_free (report->path);
  g_free (report->head);
  g_free (report->finding);
  g_free (report);
}

/**
 * soleus_backup_sync_path:
 * @path: a file or a folder
 *
 * Returns: whether it is on the disk
 */
gboolean
soleus_backup_sync_path (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  close (fd);
  return done;
}

/* The copy knows every audit entry that there was before it was begun. */
static gboolean
check_audit (SoleusConnection  *copy,
             const char        *head,
             GError           **error)
{
  g_autofree char *present = soleus_audit_log_dup_head (copy);
  gboolean holds = soleus_audit_log_has_entry (copy, head);

  if (holds)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
               _("The copy does not hold the newest entry (%s, not %s). It was thrown away; try again."), present, head);
  return FALSE;
}

static gboolean
check_integrity (SoleusConnection  *copy,
                 GError           **error)
{
  g_autoptr (GPtrArray) damages = g_ptr_array_new_with_free_func (g_free);

  if (!soleus_connection_check_integrity (copy, damages, error))
    return FALSE;
  if (damages->len == 0)
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, damages->pdata[0]);
  return FALSE;
}

/* What the clinic added to the protocol reads back as it was written. */
static gboolean
check_content (SoleusConnection  *copy,
               GError           **error)
{
  g_autoptr (GPtrArray) files = NULL;

  return soleus_content_copy_get (copy, &files, error);
}

/* @findings: (element-type utf8): what is wrong with what was copied; the copy counts all the same */
static gboolean
check_copy (const char          *path,
            SoleusFileKey       *key,
            const char          *head,
            SoleusBackupReport  *report,
            GPtrArray           *findings,
            GError             **error)
{
  g_autoptr (SoleusConnection) copy = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, key, error);

  if (copy == NULL || !check_integrity (copy, error) || !check_audit (copy, head, error) || !check_content (copy, error))
    return FALSE;
  report->head = soleus_audit_log_dup_head (copy);
  /* the records of an older version are checked when it has become the present one */
  return soleus_migrator_get_version (copy) != soleus_migrator_get_newest_version () ||
         soleus_verification_check_records (copy, findings, error);
}

static gboolean
copy_into (SoleusConnection  *connection,
           const char        *path,
           GPtrArray         *findings,
           GError           **error)
{
  /* what is encrypted stays so */
  g_autoptr (SoleusConnection) target = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_CREATE, soleus_connection_get_key (connection), error);

  /* without a journal beside it the copy is one file */
  return target != NULL &&
         soleus_connection_copy_to (connection, target, error) &&
         soleus_connection_exec (target, "PRAGMA journal_mode = DELETE", error) &&
         soleus_content_copy_put (target, soleus_connection_get_path (connection), findings, error);
}

static gboolean
make_plain (SoleusConnection    *connection,
            const char          *path,
            SoleusBackupReport  *report,
            GError             **error)
{
  g_autofree char *head = soleus_audit_log_dup_head (connection);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  g_unlink (path);
  if (!copy_into (connection, path, findings, error) || !check_copy (path, soleus_connection_get_key (connection), head, report, findings, error))
    return FALSE;
  report->n_findings = findings->len;
  report->finding = findings->len > 0 ? g_strdup (findings->pdata[0]) : NULL;
  if (soleus_backup_sync_path (path))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The backup “%s” could not be finished: %s."), path, g_strerror (errno));
  return FALSE;
}

/* @staging: a checked copy; it is encrypted to @path and decrypted again, to be compared */
static gboolean
seal (const char           *staging,
      const char           *path,
      const SoleusSealKey  *key,
      GError              **error)
{
  g_autofree char *written = NULL;
  g_autofree char *read = NULL;

  g_unlink (path);
  if (!soleus_sealed_file_write (staging, path, key, &written, error) ||
      !soleus_sealed_file_read (path, NULL, key, NULL, &read, error))
    return FALSE;
  if (g_str_equal (written, read))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The encrypted copy “%s” does not read back as it was written. It was thrown away."), path);
  return FALSE;
}

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
  return FALSE;
}

/* Where the copy is made that is encrypted: beside the clinic file, never on the stick. */
static char *
dup_staging_path (SoleusConnection *connection,
                  const char       *target)
{
  const char *clinic = soleus_connection_get_path (connection);
  g_autofree char *folder = g_str_equal (clinic, ":memory:") ? g_path_get_dirname (target) : g_path_get_dirname (clinic);
  g_autofree char *name = g_strdup_printf (".backup-%08x.unfinished", g_random_int ());

  return g_build_filename (folder, name, NULL);
}

static gboolean
make (SoleusConnection           *connection,
      const SoleusBackupRequest  *request,
      const char                 *unfinished,
      SoleusBackupReport         *report,
      GError                    **error)
{
  g_autofree char *staging = NULL;
  gboolean done;

  if (request->key == NULL)
    return make_plain (connection, unfinished, report, error);
  staging = dup_staging_path (connection, unfinished);
  done = make_plain (connection, staging, report, error) && seal (staging, unfinished, request->key, error);
  g_unlink (staging);
  return done;
}

static const char *
get_name_path (SoleusConnection           *connection,
               const SoleusBackupRequest  *request)
{
  return request->folder != NULL && request->name_path != NULL ? request->name_path : soleus_connection_get_path (connection);
}

static char *
dup_target (SoleusConnection           *connection,
            const SoleusBackupRequest  *request)
{
  const char *clinic = soleus_connection_get_path (connection);
  g_autofree char *folder = request->folder != NULL ? g_strdup (request->folder) : soleus_backup_folder_dup_default (clinic);

  if (request->target != NULL)
    return g_canonicalize_filename (request->target, NULL);
  return soleus_backup_folder_dup_new_path (folder, get_name_path (connection, request), request->occasion, request->at, request->key != NULL);
}

/* Another program may make a backup at the same moment: what it has named is not replaced. */
static int
rename_to_new (const char *from,
               const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  /* a file system that cannot say so */
  return errno == EINVAL || errno == ENOSYS ? g_rename (from, to) : -1;
}

static gboolean
name_file (SoleusConnection           *connection,
           const SoleusBackupRequest  *request,
           const char                 *unfinished,
           SoleusBackupReport         *report,
           GError                    **error)
{
  g_autofree char *folder = g_path_get_dirname (report->path);

  while (rename_to_new (unfinished, report->path) != 0)
    {
      if (errno != EEXIST || request->target != NULL)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The backup “%s” could not be finished: %s."), report->path, g_strerror (errno));
          return FALSE;
        }
      g_free (report->path);
      report->path = dup_target (connection, request);
    }
  soleus_backup_sync_path (folder);
  return TRUE;
}

static void
tidy (SoleusConnection           *connection,
      const SoleusBackupRequest  *request,
      const char                 *path)
{
  const char *clinic = soleus_connection_get_path (connection);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *home = g_path_get_dirname (clinic);

  soleus_backup_folder_tidy (folder, get_name_path (connection, request), request->at);
  if (!g_str_equal (clinic, ":memory:"))
    soleus_backup_folder_tidy (home, clinic, request->at);
}

/**
 * soleus_backup_run:
 * @connection: the clinic file
 * @request: where to and how
 *
 * Copies, reads the copy back, checks each record in it, encrypts it where a key is given and reads that back too, puts it on the disk,
 * gives it its name, and only then removes older ones that are no longer needed.
 *
 * Returns: (transfer full): what was made, or %NULL with @error set; nothing is then left of it, and every older backup is still there
 */
SoleusBackupReport *
soleus_backup_run (SoleusConnection           *connection,
                   const SoleusBackupRequest  *request,
                   GError                    **error)
{
  g_autoptr (SoleusBackupReport) report = g_new0 (SoleusBackupReport, 1);
  g_autofree char *unfinished = NULL;

  report->path = dup_target (connection, request);
  report->sealed = request->key != NULL;
  /* a name of ours that another program takes meanwhile is followed by the next */
  if (request->target != NULL && g_file_test (report->path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is already there. Choose another name for the backup."), report->path);
      return NULL;
    }
  if (!make_folder (report->path, error))
    return NULL;
  tidy (connection, request, report->path);
  /* a name that no other program makes at the same moment */
  unfinished = g_strdup_printf ("%s.%08x.unfinished", report->path, g_random_int ());
  if (!make (connection, request, unfinished, report, error) || !name_file (connection, request, unfinished, report, error))
    {
      g_unlink (unfinished);
      return NULL;
    }
  if (request->thin && request->target == NULL && report->n_findings == 0)
    {
      g_autofree char *folder = g_path_get_dirname (report->path);

      report->n_thinned = soleus_backup_folder_thin (folder, get_name_path (connection, request), report->path, request->at);
    }
  return g_steal_pointer (&report);
}

/**
 * soleus_backup_run_on_path:
 * @clinic_path: a clinic file, perhaps open elsewhere in this program
 *
 * soleus_backup_run() with a connection of its own, for another thread.
 *
 * Returns: (transfer full): as soleus_backup_run()
 */
SoleusBackupReport *
soleus_backup_run_on_path (const char                 *clinic_path,
                           const SoleusBackupRequest  *request,
                           GError                    **error)
{
  g_autoptr (SoleusConnection) connection = soleus_connection_open (clinic_path, SOLEUS_CONNECTION_READ_ONLY, error);

  return connection != NULL ? soleus_backup_run (connection, request, error) : NULL;
}
