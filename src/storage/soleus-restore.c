#include "soleus-config.h"

#include "soleus-restore-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <inttypes.h>

#include "soleus-audit-log.h"
#include "soleus-backup-folder.h"
#include "soleus-backup.h"
#include "soleus-content-copy.h"
#include "soleus-content-folder.h"
#include "soleus-encryption.h"
#include "soleus-error.h"
#include "soleus-migrator.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"
#include "soleus-sealed-file.h"
#include "soleus-statement.h"
#include "soleus-verification.h"

const char *const _soleus_restore_companions[] = { "-wal", "-shm", "-journal", NULL };

/* Where the disk was full, SQLite could not put them away. */
static void
remove_staged (const char *staged)
{
  g_unlink (staged);
  for (gsize i = 0; _soleus_restore_companions[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (staged, _soleus_restore_companions[i], NULL);

      g_unlink (path);
    }
}

void
soleus_restore_preview_free (SoleusRestorePreview *preview)
{
  if (preview->staged != NULL)
    remove_staged (preview->staged);
  soleus_file_key_unref (preview->key);
  g_free (preview->source);
  g_free (preview->staged);
  g_free (preview->clinic_name);
  g_free (preview->head);
  g_clear_pointer (&preview->counts, g_array_unref);
  g_free (preview->content_folder);
  g_clear_pointer (&preview->content, g_ptr_array_unref);
  g_free (preview->content_problem);
  g_free (preview);
}

/* Reading the file that is open, by other means than the database, would let go of its locks. */
static gboolean
check_source (const char  *source,
              const char  *clinic_path,
              GError     **error)
{
  GStatBuf one, other;

  if (g_stat (source, &one) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("“%s” cannot be read: %s."), source, g_strerror (errno));
      return FALSE;
    }
  if (g_stat (clinic_path, &other) != 0 || one.st_dev != other.st_dev || one.st_ino != other.st_ino)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is the clinic itself, not a backup of it. Choose a backup."), source);
  return FALSE;
}

static char *
dup_staged_path (const char *clinic_path)
{
  g_autofree char *folder = g_str_equal (clinic_path, ":memory:") ? g_strdup (g_get_tmp_dir ()) : g_path_get_dirname (clinic_path);
  g_autofree char *name = g_strdup_printf (".restore-%08x%08x.unfinished", g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* A backup of an encrypted clinic opens with the passphrase it had then: that of today, or what the person typed. */
static SoleusConnection *
open_source (const char     *source,
             SoleusFileKey  *known,
             const char     *passphrase,
             GError        **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusFileKey) typed = passphrase != NULL ? soleus_file_key_new (passphrase) : NULL;
  SoleusConnection *connection = soleus_connection_open_with_key (source, SOLEUS_CONNECTION_READ_ONLY, known != NULL ? known : typed, &local_error);

  if (connection == NULL && known != NULL && typed != NULL && g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED))
    {
      g_clear_error (&local_error);
      connection = soleus_connection_open_with_key (source, SOLEUS_CONNECTION_READ_ONLY, typed, &local_error);
    }
  if (connection != NULL)
    return connection;
  if (g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED) && soleus_encryption_is_available ())
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
                 passphrase != NULL ? _("This is not the passphrase of “%s”. Upper and lower case count.")
                                    : _("“%s” is encrypted. Give the passphrase it was made with."), source);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Under the key of the clinic, whatever the backup has: only between two files of one kind can the content be copied as it is. */
static gboolean
copy_source (SoleusConnection  *from,
             const char        *source,
             const char        *staged,
             SoleusFileKey     *key,
             GError           **error)
{
  g_autoptr (SoleusConnection) to = NULL;

  if (soleus_migrator_get_version (from) > soleus_migrator_get_newest_version ())
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_TOO_NEW, _("“%s” was written by a newer version of Soleus and cannot be restored here."), source);
      return FALSE;
    }
  if (!soleus_file_key_equal (soleus_connection_get_key (from), key))
    return soleus_encryption_copy (from, staged, key, error);
  to = soleus_connection_open_with_key (staged, SOLEUS_CONNECTION_CREATE, key, error);
  return to != NULL && soleus_connection_copy_to (from, to, error) && soleus_connection_exec (to, "PRAGMA journal_mode = DELETE", error);
}

/* What is derived from the records is made from them, whatever the backup has of it. */
static gboolean
make_index (SoleusConnection  *staged,
            GError           **error)
{
  if (!soleus_connection_begin (staged, error))
    return FALSE;
  if (soleus_note_search_rebuild (staged, error))
    return soleus_connection_commit (staged, error);
  soleus_connection_rollback (staged);
  return FALSE;
}

/* Damage there must not keep the records from coming back: what there is then stays, and the person is told. */
static gboolean
take_content (SoleusRestorePreview  *preview,
              const char            *clinic_path,
              SoleusConnection      *staged,
              GError               **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) present = NULL;
  g_autoptr (GError) problem = NULL;

  if (!soleus_content_copy_get (staged, &preview->content, &problem))
    preview->content_problem = g_strdup (problem->message);
  preview->content_folder = soleus_content_folder_dup_path (clinic_path);
  if (preview->content_folder != NULL)
    {
      present = soleus_content_folder_read (preview->content_folder, findings);
      preview->content_differs = preview->content != NULL ? findings->len > 0 || !soleus_content_files_equal (present, preview->content) : present->len > 0;
    }
  return soleus_content_copy_drop (staged, error);
}

static gboolean
check_staged (SoleusRestorePreview  *preview,
              SoleusConnection      *staged,
              GError               **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!soleus_migrator_apply (staged, error) || !make_index (staged, error) || !soleus_verification_run (staged, findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("“%s” is not restored: %s"), preview->source, (const char *) findings->pdata[0]);
  return FALSE;
}

static gint64
count (SoleusConnection       *connection,
       const SoleusRecordKind *kind)
{
  g_autofree char *table = soleus_record_table_dup_name (kind);
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\" WHERE void_reason IS NULL", table);

  return soleus_connection_get_int (connection, sql, -1);
}

static void
compare (SoleusRestorePreview *preview,
         SoleusConnection     *staged,
         SoleusConnection     *present)
{
  static const char newest_visit[] = "SELECT max (time) FROM visit WHERE void_reason IS NULL";
  static const char newest_entry[] = "SELECT max (at) FROM audit";
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  g_autoptr (SoleusStatement) name = soleus_connection_prepare (staged, "SELECT name FROM clinic_profile LIMIT 1", NULL);

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      SoleusRestoreCount row = { kinds[i], present != NULL ? count (present, kinds[i]) : -1, count (staged, kinds[i]) };

      if (row.present > 0 || row.backup > 0)
        g_array_append_val (preview->counts, row);
    }
  if (name != NULL && soleus_statement_step (name, NULL) == SOLEUS_STEP_ROW)
    preview->clinic_name = g_strdup (soleus_statement_get_text (name, 0));
  preview->head = soleus_audit_log_dup_head (staged);
  preview->backup_newest_visit = soleus_connection_get_int (staged, newest_visit, SOLEUS_UNKNOWN_INSTANT);
  preview->backup_newest_entry = soleus_connection_get_int (staged, newest_entry, SOLEUS_UNKNOWN_INSTANT);
  if (present == NULL)
    return;
  preview->present_newest_visit = soleus_connection_get_int (present, newest_visit, SOLEUS_UNKNOWN_INSTANT);
  preview->present_newest_entry = soleus_connection_get_int (present, newest_entry, SOLEUS_UNKNOWN_INSTANT);
  preview->same_history = soleus_audit_log_has_entry (present, preview->head);
  if (preview->same_history)
    preview->n_entries_after = soleus_connection_get_int (present, "SELECT seq FROM audit_head", 0) -
                               soleus_connection_get_int (staged, "SELECT seq FROM audit_head", 0);
}

/* Returns: whether there is no file, or nothing is left in it */
gboolean
_soleus_restore_is_gone (const char *clinic_path)
{
  GStatBuf status;

  return !g_str_equal (clinic_path, ":memory:") && (g_stat (clinic_path, &status) != 0 || status.st_size == 0);
}

/* Beside a file of which nothing is left SQLite would remove the journal. */
static SoleusConnection *
open_present (const char *clinic_path)
{
  return g_str_equal (clinic_path, ":memory:") || _soleus_restore_is_gone (clinic_path) ? NULL
                                                                        : soleus_connection_open (clinic_path, SOLEUS_CONNECTION_READ_ONLY, NULL);
}

/* The key that the file has which the backup is for; where that cannot be read, the one it had, or that of the backup. */
static SoleusFileKey *
find_key (const char       *clinic_path,
          SoleusConnection *present,
          SoleusConnection *from)
{
  SoleusFileKey *known;

  if (g_str_equal (clinic_path, ":memory:"))
    return NULL;
  if (present != NULL)
    return soleus_file_key_ref (soleus_connection_get_key (present));
  known = soleus_file_key_find (clinic_path);
  return known != NULL ? known : soleus_file_key_ref (soleus_connection_get_key (from));
}

/* @preview->staged: (out): a copy of the backup under @preview->key */
static gboolean
stage (SoleusRestorePreview  *preview,
       const char            *clinic_path,
       SoleusConnection      *present,
       const SoleusSealKey   *key,
       const char            *passphrase,
       GError               **error)
{
  gboolean sealed = soleus_sealed_file_is_sealed (preview->source);
  g_autofree char *opened = sealed ? dup_staged_path (clinic_path) : NULL;
  g_autofree char *hash = NULL;
  g_autoptr (SoleusFileKey) known = soleus_file_key_find (clinic_path);
  g_autoptr (SoleusConnection) from = NULL;
  gboolean done = FALSE;

  if (sealed && !soleus_sealed_file_read (preview->source, opened, key, passphrase, &hash, error))
    return FALSE;
  from = open_source (sealed ? opened : preview->source, known, passphrase, error);
  if (from != NULL)
    {
      preview->key = find_key (clinic_path, present, from);
      preview->staged = dup_staged_path (clinic_path);
      done = copy_source (from, preview->source, preview->staged, preview->key, error);
    }
  g_clear_object (&from);
  /* it may have been plain */
  if (opened != NULL)
    soleus_encryption_wipe (opened);
  return done;
}

/**
 * soleus_restore_prepare:
 * @source: a backup, encrypted or not
 * @clinic_path: the clinic it is for, open or not, damaged or not; it is only read
 * @key: (nullable): a key that may fit
 * @passphrase: (nullable): what the person typed
 * @error: %SOLEUS_ERROR_REFUSED where a passphrase is missing or wrong
 *
 * Makes a checked copy of the backup beside the clinic file, encrypted where that is, and says what it would change. May run in any thread.
 *
 * Returns: (transfer full): the preview, or %NULL with @error set
 */
SoleusRestorePreview *
soleus_restore_prepare (const char           *source,
                        const char           *clinic_path,
                        const SoleusSealKey  *key,
                        const char           *passphrase,
                        GError              **error)
{
  g_autoptr (SoleusRestorePreview) preview = g_new0 (SoleusRestorePreview, 1);
  g_autoptr (SoleusConnection) staged = NULL;
  g_autoptr (SoleusConnection) present = NULL;

  preview->source = g_canonicalize_filename (source, NULL);
  preview->counts = g_array_new (FALSE, FALSE, sizeof (SoleusRestoreCount));
  preview->present_newest_visit = preview->present_newest_entry = SOLEUS_UNKNOWN_INSTANT;
  if (!check_source (preview->source, clinic_path, error))
    return NULL;
  preview->present_is_gone = _soleus_restore_is_gone (clinic_path);
  present = open_present (clinic_path);
  if (!stage (preview, clinic_path, present, key, passphrase, error))
    return NULL;
  staged = soleus_connection_open_with_key (preview->staged, SOLEUS_CONNECTION_DEFAULT, preview->key, error);
  if (staged == NULL || !take_content (preview, clinic_path, staged, error) || !check_staged (preview, staged, error))
    return NULL;
  compare (preview, staged, present);
  /* where there is no clinic yet, the one that is made for the backup is encrypted like it */
  if (preview->key != NULL && !g_file_test (clinic_path, G_FILE_TEST_EXISTS))
    soleus_file_key_remember (clinic_path, preview->key);
  /* one file again, without a journal beside it */
  if (!soleus_connection_exec (staged, "PRAGMA journal_mode = DELETE", error))
    return NULL;
  return g_steal_pointer (&preview);
}

/**
 * soleus_restore_preview_dup_content_sentence:
 *
 * Returns: (transfer full) (nullable): what becomes of what the clinic added to the protocol; %NULL where that stays the same
 */
char *
soleus_restore_preview_dup_content_sentence (const SoleusRestorePreview *preview)
{
  if (preview->content_problem != NULL)
    return g_strdup_printf (_("%s What there is now stays."), preview->content_problem);
  if (!preview->content_differs)
    return NULL;
  if (preview->content == NULL)
    return g_strdup (_("What your clinic added to the protocol is not in this backup, which an older version of Soleus made. It stays as it is now."));
  return g_strdup (_("What your clinic added to the protocol, its exercises, lines and drawings, becomes what it was in the backup. As it is now it is "
                     "kept with the backups."));
}
