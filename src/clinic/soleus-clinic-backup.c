#include "soleus-config.h"

#include "soleus-clinic-backup.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-own.h"
#include "soleus-clinic-private.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-verification.h"

static gboolean
is_in_memory (const char *path)
{
  return g_str_equal (path, ":memory:");
}

/**
 * soleus_clinic_load_backup_settings:
 *
 * Returns: (transfer full): where, how often and how this clinic is backed up
 */
SoleusBackupSettings *
soleus_clinic_load_backup_settings (SoleusClinic *self)
{
  SoleusBackupSettings *settings = soleus_backup_settings_load (soleus_clinic_get_path (self));

  /* a folder that was chosen before backups had a tag */
  if (settings->folder == NULL || settings->tag != NULL || soleus_clinic_is_read_only (self) || !soleus_clinic_save_backup_settings (self, settings, NULL))
    return settings;
  soleus_backup_settings_free (settings);
  return soleus_backup_settings_load (soleus_clinic_get_path (self));
}

/**
 * soleus_clinic_save_backup_settings:
 *
 * Returns: %TRUE once they are on the disk; %FALSE with @error set
 */
gboolean
soleus_clinic_save_backup_settings (SoleusClinic                *self,
                                    const SoleusBackupSettings  *settings,
                                    GError                     **error)
{
  return is_in_memory (soleus_clinic_get_path (self)) || soleus_backup_settings_save (settings, soleus_clinic_get_path (self), error);
}

/* The folder that was chosen, where it is there: a stick may not be. NULL: beside the clinic file. */
static const char *
get_folder (const SoleusBackupSettings *settings)
{
  return settings->folder != NULL && g_file_test (settings->folder, G_FILE_TEST_IS_DIR) ? settings->folder : NULL;
}

/* The audit tells of the backup and of the entry that was the newest in it. */
static void
note_backup (SoleusClinic             *self,
             const SoleusBackupReport *report)
{
  g_autofree char *detail = NULL;

  if (soleus_clinic_is_read_only (self))
    return;
  detail = g_strdup_printf ("%s (%s)", report->path, report->head);
  soleus_clinic_note (self, "backup", NULL, NULL, detail, NULL);
}

/**
 * soleus_clinic_back_up:
 * @occasion: for the name of the file: "backup", "automatic"
 * @target: (nullable): the file; %NULL: into the folder of the settings, or beside the clinic file where that is not there
 * @key: (nullable): the key; %NULL: that of the settings, if there is one
 *
 * Returns: (transfer full): what was made, or %NULL with @error set
 */
SoleusBackupReport *
soleus_clinic_back_up (SoleusClinic         *self,
                       const char           *occasion,
                       const char           *target,
                       const SoleusSealKey  *key,
                       GError              **error)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_clinic_load_backup_settings (self);
  g_autofree char *name_path = soleus_backup_settings_dup_name_path (settings, soleus_clinic_get_path (self));
  SoleusBackupRequest request = {
    target, get_folder (settings), name_path, occasion, key != NULL ? key : settings->key, soleus_clinic_get_now (self), TRUE,
  };
  SoleusBackupReport *report = soleus_store_back_up (self->store, &request, error);

  if (report != NULL)
    note_backup (self, report);
  return report;
}

typedef struct {
  char                 *path;
  char                 *occasion;
  SoleusBackupSettings *settings;
  SoleusInstant         at;
} BackupTask;

static void
backup_task_free (gpointer data)
{
  BackupTask *task = data;

  g_free (task->path);
  g_free (task->occasion);
  soleus_backup_settings_free (task->settings);
  g_free (task);
}

static void
free_report (gpointer data)
{
  soleus_backup_report_free (data);
}

static void
run_backup (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  BackupTask *backup = data;
  g_autofree char *name_path = soleus_backup_settings_dup_name_path (backup->settings, backup->path);
  SoleusBackupRequest request = { NULL, get_folder (backup->settings), name_path, backup->occasion, backup->settings->key, backup->at, TRUE };
  GError *error = NULL;
  SoleusBackupReport *report = soleus_backup_run_on_path (backup->path, &request, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, free_report);
  else
    g_task_return_error (task, error);
}

/**
 * soleus_clinic_back_up_async:
 * @occasion: "backup", "automatic"
 *
 * soleus_clinic_back_up() as the settings say, in another thread and through a connection of its own: one goes on writing meanwhile.
 */
void
soleus_clinic_back_up_async (SoleusClinic        *self,
                             const char          *occasion,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  BackupTask *backup = g_new0 (BackupTask, 1);

  backup->path = g_strdup (soleus_clinic_get_path (self));
  backup->occasion = g_strdup (occasion);
  backup->settings = soleus_clinic_load_backup_settings (self);
  backup->at = soleus_clinic_get_now (self);
  g_task_set_source_tag (task, soleus_clinic_back_up_async);
  g_task_set_task_data (task, backup, backup_task_free);
  g_task_run_in_thread (task, run_backup);
}

/**
 * soleus_clinic_back_up_finish:
 *
 * Returns: (transfer full): what was made, or %NULL with @error set
 */
SoleusBackupReport *
soleus_clinic_back_up_finish (SoleusClinic  *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  SoleusBackupReport *report = g_task_propagate_pointer (G_TASK (result), error);

  if (report != NULL)
    note_backup (self, report);
  return report;
}

/**
 * soleus_clinic_back_up_before:
 * @occasion: "before-import", "before-erasure"
 *
 * Returns: %TRUE once a checked copy lies beside the clinic file (a clinic that is only in memory needs none); %FALSE with @error set, and
 *   then it is not done
 */
gboolean
soleus_clinic_back_up_before (SoleusClinic  *self,
                              const char    *occasion,
                              GError       **error)
{
  SoleusBackupRequest request = { .occasion = occasion, .at = soleus_clinic_get_now (self) };
  g_autoptr (SoleusBackupReport) report = NULL;

  if (is_in_memory (soleus_clinic_get_path (self)))
    return TRUE;
  report = soleus_store_back_up (self->store, &request, error);
  return report != NULL;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const SoleusBackupFile *one = *(SoleusBackupFile *const *) a;
  const SoleusBackupFile *other = *(SoleusBackupFile *const *) b;

  return one->at == other->at ? 0 : one->at > other->at ? -1 : 1;
}

/**
 * soleus_backups_list_of_path:
 * @clinic_path: a clinic file, which need not be readable
 *
 * In a folder that was chosen, files without the tag of this clinic may be those of another one of its name: they are left alone, and can be
 * chosen one by one.
 *
 * Returns: (transfer full) (element-type SoleusBackupFile): its backups, in the folder of the settings and beside it, newest first
 */
GPtrArray *
soleus_backups_list_of_path (const char *clinic_path)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (clinic_path);
  g_autofree char *name_path = soleus_backup_settings_dup_name_path (settings, clinic_path);
  g_autofree char *beside = soleus_backup_folder_dup_default (clinic_path);
  GPtrArray *files = soleus_backup_folder_list (beside, clinic_path);

  if (settings->folder != NULL && (settings->tag != NULL || !g_str_equal (settings->folder, beside)))
    g_ptr_array_extend_and_steal (files, soleus_backup_folder_list (settings->folder, name_path));
  g_ptr_array_sort (files, compare_files);
  return files;
}

/**
 * soleus_clinic_list_backups:
 *
 * Returns: (transfer full) (element-type SoleusBackupFile): newest first
 */
GPtrArray *
soleus_clinic_list_backups (SoleusClinic *self)
{
  return soleus_backups_list_of_path (soleus_clinic_get_path (self));
}

/**
 * soleus_clinic_is_backup_due:
 *
 * Returns: whether the newest backup that was made by hand or by itself is older than the settings want, in the folder that is there now: a
 *   stick that is plugged in again gets one at once
 */
gboolean
soleus_clinic_is_backup_due (SoleusClinic *self)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_clinic_load_backup_settings (self);
  g_autofree char *beside = soleus_backup_folder_dup_default (soleus_clinic_get_path (self));
  g_autofree char *name_path = soleus_backup_settings_dup_name_path (settings, soleus_clinic_get_path (self));
  g_autoptr (GPtrArray) files = NULL;
  SoleusInstant now = soleus_clinic_get_now (self);

  if (settings->every_hours == 0 || is_in_memory (soleus_clinic_get_path (self)))
    return FALSE;
  files = get_folder (settings) != NULL ? soleus_backup_folder_list (settings->folder, name_path)
                                        : soleus_backup_folder_list (beside, soleus_clinic_get_path (self));
  for (guint i = 0; i < files->len; i++)
    {
      const SoleusBackupFile *file = files->pdata[i];

      if (g_str_equal (file->occasion, "backup") || g_str_equal (file->occasion, "automatic"))
        return ABS (now - file->at) >= settings->every_hours * SOLEUS_USEC_PER_HOUR;
    }
  return TRUE;
}

/* --- restoring --- */

typedef struct {
  char *clinic_path;
  char *source;     /* (nullable) */
  char *passphrase; /* (nullable) */
} PrepareTask;

static void
prepare_task_free (gpointer data)
{
  PrepareTask *task = data;

  g_free (task->clinic_path);
  g_free (task->source);
  g_free (task->passphrase);
  g_free (task);
}

static SoleusRestorePreview *
prepare_newest (const char           *clinic_path,
                const SoleusSealKey  *key,
                const char           *passphrase,
                GError              **error)
{
  g_autoptr (GPtrArray) files = soleus_backups_list_of_path (clinic_path);
  g_autoptr (GError) first_error = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      SoleusBackupFile *file = files->pdata[i];
      SoleusRestorePreview *preview;

      if (g_str_equal (file->occasion, "damaged"))
        continue;
      preview = soleus_restore_prepare (file->path, clinic_path, key, passphrase, first_error == NULL ? &first_error : NULL);
      if (preview != NULL)
        return preview;
    }
  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else
    g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no backup of this clinic in its backup folders. Choose a backup file."));
  return NULL;
}

/**
 * soleus_backup_prepare:
 * @clinic_path: the clinic file
 * @source: (nullable): a backup; %NULL: the newest one of this clinic that is good
 * @passphrase: (nullable): what an encrypted one was made with, where it is not that of the settings
 *
 * Returns: (transfer full): the checked backup and what it would change, or %NULL with @error set (%SOLEUS_ERROR_REFUSED: the passphrase)
 */
SoleusRestorePreview *
soleus_backup_prepare (const char  *clinic_path,
                       const char  *source,
                       const char  *passphrase,
                       GError     **error)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (clinic_path);

  return source != NULL ? soleus_restore_prepare (source, clinic_path, settings->key, passphrase, error)
                        : prepare_newest (clinic_path, settings->key, passphrase, error);
}

static void
free_preview (gpointer data)
{
  soleus_restore_preview_free (data);
}

static void
run_prepare (GTask        *task,
             gpointer      source,
             gpointer      data,
             GCancellable *cancellable)
{
  PrepareTask *prepare = data;
  GError *error = NULL;
  SoleusRestorePreview *preview = soleus_backup_prepare (prepare->clinic_path, prepare->source, prepare->passphrase, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, free_preview);
  else
    g_task_return_error (task, error);
}

/**
 * soleus_backup_prepare_async:
 *
 * soleus_backup_prepare() in another thread.
 */
void
soleus_backup_prepare_async (const char          *clinic_path,
                             const char          *source,
                             const char          *passphrase,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  PrepareTask *prepare = g_new0 (PrepareTask, 1);

  prepare->clinic_path = g_strdup (clinic_path);
  prepare->source = g_strdup (source);
  prepare->passphrase = g_strdup (passphrase);
  g_task_set_source_tag (task, soleus_backup_prepare_async);
  g_task_set_task_data (task, prepare, prepare_task_free);
  g_task_run_in_thread (task, run_prepare);
}

/**
 * soleus_backup_prepare_finish:
 *
 * Returns: (transfer full): the preview, or %NULL with @error set
 */
SoleusRestorePreview *
soleus_backup_prepare_finish (GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * soleus_backup_replace_damaged:
 * @clinic_path: a clinic file that cannot be opened, or is no longer there
 * @kept: (out) (optional) (nullable): where the former file is now, or what is left of it; %NULL: nothing was
 *
 * Puts the backup into its place, keeps the file that was there, and notes both in the audit.
 *
 * Returns: %TRUE once it is there; %FALSE with @error set
 */
gboolean
soleus_backup_replace_damaged (const char            *clinic_path,
                               SoleusRestorePreview  *preview,
                               SoleusClock           *clock,
                               char                 **kept,
                               GError               **error)
{
  g_autofree char *aside = NULL;

  if (!soleus_restore_replace (preview, clinic_path, soleus_clock_get_now (clock), &aside, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
  return TRUE;
}

/**
 * soleus_clinic_restore:
 * @preview: a checked backup; the present state is backed up first
 *
 * Returns: %FALSE with @error set, the clinic then unchanged
 */
gboolean
soleus_clinic_restore (SoleusClinic          *self,
                       SoleusRestorePreview  *preview,
                       GError               **error)
{
  if (!soleus_store_restore (self->store, preview, error))
    return FALSE;
  _soleus_clinic_forget (self);
  _soleus_clinic_forget_content (self);
  g_clear_pointer (&self->undo, _soleus_undo_step_free);
  soleus_clinic_set_therapist (self, NULL);
  _soleus_clinic_emit_changed (self, "clinic-profile", NULL);
  _soleus_clinic_emit_changed (self, SOLEUS_CLINIC_OWN_CONTENT, NULL);
  return TRUE;
}

/* --- checking --- */

static void
unref_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
run_verify (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (soleus_verification_run_on_path (data, findings, &error))
    g_task_return_pointer (task, g_steal_pointer (&findings), unref_array);
  else
    g_task_return_error (task, error);
}

/**
 * soleus_clinic_verify_async:
 *
 * soleus_clinic_verify() in another thread; a clinic that is only in memory is checked here.
 */
void
soleus_clinic_verify_async (SoleusClinic        *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  GPtrArray *findings;

  g_task_set_source_tag (task, soleus_clinic_verify_async);
  if (!is_in_memory (soleus_clinic_get_path (self)))
    {
      g_task_set_task_data (task, g_strdup (soleus_clinic_get_path (self)), g_free);
      g_task_run_in_thread (task, run_verify);
      return;
    }
  findings = soleus_clinic_verify (self, &error);
  if (findings != NULL)
    g_task_return_pointer (task, findings, unref_array);
  else
    g_task_return_error (task, error);
}

/**
 * soleus_clinic_verify_finish:
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, empty if all is well, or %NULL with @error set
 */
GPtrArray *
soleus_clinic_verify_finish (SoleusClinic  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
