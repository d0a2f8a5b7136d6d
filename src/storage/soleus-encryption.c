/* soleus-encryption.c: a file is never changed in place: it is copied under the other key, checked, and only then takes its place */
#include "soleus-config.h"

#include "soleus-encryption.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "soleus-audit-log.h"
#include "soleus-backup.h"
#include "soleus-connection-private.h"
#include "soleus-error.h"
#include "soleus-note-search.h"
#include "soleus-statement.h"
#include "soleus-verification.h"

#define PIECE 65536

/**
 * soleus_encryption_is_available:
 *
 * Returns: whether the SQLite that this program runs on can encrypt; asked of the library itself, not of the build alone
 */
gboolean
soleus_encryption_is_available (void)
{
#ifdef SQLITE_HAS_CODEC
  return sqlite3_compileoption_used ("HAS_CODEC") == 1;
#else
  return FALSE;
#endif
}

/* --- wiping --- */

static gboolean
overwrite (int fd)
{
  g_autofree guint8 *zeros = g_malloc0 (PIECE);
  off_t left = lseek (fd, 0, SEEK_END);

  if (left < 0 || lseek (fd, 0, SEEK_SET) < 0)
    return FALSE;
  while (left > 0)
    {
      ssize_t written = write (fd, zeros, (size_t) MIN (left, PIECE));

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      left -= written;
    }
  return fsync (fd) == 0;
}

/**
 * soleus_encryption_wipe:
 * @path: a file that no connection has open, perhaps not there
 *
 * Overwrites what is in the file and removes it. A drive that writes elsewhere may keep the old content until it needs the place.
 */
void
soleus_encryption_wipe (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0);

  if (fd < 0)
    return;
  overwrite (fd);
  close (fd);
  g_unlink (path);
}

/* --- copying --- */

#ifdef SQLITE_HAS_CODEC
static int
attach (SoleusConnection *source,
        const char       *target,
        SoleusFileKey    *key)
{
  sqlite3 *handle = _soleus_connection_get_handle (source);
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (handle, "ATTACH ?1 AS other KEY ?2", -1, &statement, NULL);

  if (code == SQLITE_OK)
    {
      sqlite3_bind_text (statement, 1, target, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, key != NULL ? soleus_file_key_get_passphrase (key) : "", -1, SQLITE_STATIC);
      code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

static int
export (SoleusConnection *source)
{
  g_autofree char *finish = g_strdup_printf ("PRAGMA other.user_version = %" G_GINT64_FORMAT "; PRAGMA other.application_id = %d",
                                             soleus_connection_get_int (source, "PRAGMA main.user_version", 0), SOLEUS_CONNECTION_APPLICATION_ID);
  sqlite3 *handle = _soleus_connection_get_handle (source);
  int code;

  /* the schema is copied row by row, which is otherwise forbidden */
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  code = sqlite3_exec (handle, "SELECT sqlcipher_export ('other')", NULL, NULL, NULL);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return code == SQLITE_OK ? sqlite3_exec (handle, finish, NULL, NULL, NULL) : code;
}

static gboolean
copy (SoleusConnection  *source,
      const char        *target,
      SoleusFileKey     *key,
      GError           **error)
{
  sqlite3 *handle = _soleus_connection_get_handle (source);
  int code;

  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 1);
  code = attach (source, target, key);
  if (code == SQLITE_OK)
    {
      code = export (source);
      if (code != SQLITE_OK)
        _soleus_connection_set_error (source, code, "export", error);
      sqlite3_exec (handle, "DETACH other", NULL, NULL, NULL);
    }
  else
    {
      _soleus_connection_set_error (source, code, "attach", error);
    }
  sqlite3_limit (handle, SQLITE_LIMIT_ATTACHED, 0);
  return code == SQLITE_OK;
}

/* Row numbers may have changed with the copy, and both indexes go by them. */
static gboolean
make_indexes (SoleusConnection  *copy,
              GError           **error)
{
  if (!soleus_connection_begin (copy, error))
    return FALSE;
  if (soleus_connection_exec (copy, "INSERT INTO athlete_search (athlete_search) VALUES ('rebuild')", error) &&
      (soleus_connection_get_int (copy, "SELECT count (*) FROM sqlite_schema WHERE name = 'note_search'", 0) == 0 ||
       soleus_note_search_rebuild (copy, error)))
    return soleus_connection_commit (copy, error);
  soleus_connection_rollback (copy);
  return FALSE;
}
#else
static gboolean
copy (SoleusConnection  *source,
      const char        *target,
      SoleusFileKey     *key,
      GError           **error)
{
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                       _("This build of Soleus does not encrypt the clinic file. Encrypt the disk, or install a build with SQLCipher."));
  return FALSE;
}

static gboolean
make_indexes (SoleusConnection  *copy,
              GError           **error)
{
  return FALSE;
}
#endif

/* What can only be read cannot attach a file that is written: it is copied as it is first. */
static gboolean
copy_readable (SoleusConnection  *source,
               const char        *target,
               SoleusFileKey     *key,
               GError           **error)
{
  g_autofree char *same = g_strconcat (target, ".unfinished", NULL);
  g_autoptr (SoleusConnection) between = NULL;
  gboolean done;

  if (!soleus_connection_is_read_only (source))
    return copy (source, target, key, error);
  between = soleus_connection_open_with_key (same, SOLEUS_CONNECTION_CREATE, soleus_connection_get_key (source), error);
  done = between != NULL &&
         soleus_connection_copy_to (source, between, error) &&
         soleus_connection_exec (between, "PRAGMA journal_mode = DELETE", error) &&
         copy (between, target, key, error);
  g_clear_object (&between);
  soleus_encryption_wipe (same);
  return done;
}

/**
 * soleus_encryption_copy:
 * @source: an open file, of whatever key
 * @target: the copy, not there yet
 * @key: (nullable): what the copy is encrypted with; %NULL: not at all
 *
 * Copies a file under another key: a copy with soleus_connection_copy_to() keeps it.
 *
 * Returns: %FALSE with @error set; nothing is then left of the copy
 */
gboolean
soleus_encryption_copy (SoleusConnection  *source,
                        const char        *target,
                        SoleusFileKey     *key,
                        GError           **error)
{
  g_autoptr (SoleusConnection) made = NULL;

  if (copy_readable (source, target, key, error) &&
      (made = soleus_connection_open_with_key (target, SOLEUS_CONNECTION_DEFAULT, key, error)) != NULL &&
      make_indexes (made, error) && soleus_connection_exec (made, "PRAGMA journal_mode = DELETE", error))
    {
      if (soleus_file_key_equal (soleus_connection_get_key (made), key))
        return TRUE;
      /* whatever went wrong: what is plain must not pass for encrypted */
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be encrypted. Nothing was changed."), soleus_connection_get_path (source));
    }
  g_clear_object (&made);
  soleus_encryption_wipe (target);
  return FALSE;
}

/* --- changing --- */

static gboolean
check_may_change (SoleusConnection  *connection,
                  GError           **error)
{
  if (soleus_connection_is_read_only (connection) || g_str_equal (soleus_connection_get_path (connection), ":memory:"))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY,
                   _("“%s” cannot be written, so its encryption cannot be changed."), soleus_connection_get_path (connection));
      return FALSE;
    }
  if (!_soleus_connection_is_in_use (connection))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED, _("“%s” is being read or written. Wait until that has finished, then try again."),
               soleus_connection_get_path (connection));
  return FALSE;
}

/* Nobody else may have the file open: whoever had would go on writing to what is no longer there. Without a log, and with a lock that is
 * not given back, nobody else reads it until it is closed. */
static gboolean
take_alone (SoleusConnection  *connection,
            GError           **error)
{
  return soleus_connection_exec (connection, "PRAGMA journal_mode = DELETE", error) &&
         soleus_connection_exec (connection, "PRAGMA locking_mode = EXCLUSIVE", error) &&
         soleus_connection_exec (connection, "BEGIN EXCLUSIVE", error) &&
         soleus_connection_commit (connection, error);
}

static void
give_back (SoleusConnection *connection)
{
  soleus_connection_exec (connection, "PRAGMA locking_mode = NORMAL", NULL);
  soleus_connection_exec (connection, "PRAGMA journal_mode = WAL", NULL);
}

static gboolean
check_made (SoleusConnection  *connection,
            const char        *path,
            SoleusFileKey     *key,
            GError           **error)
{
  g_autoptr (SoleusConnection) made = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, key, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *head = soleus_audit_log_dup_head (connection);
  g_autofree char *copied = made != NULL ? soleus_audit_log_dup_head (made) : NULL;

  if (made == NULL || !soleus_verification_run (made, findings, error))
    return FALSE;
  if (findings->len == 0 && g_strcmp0 (head, copied) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The encryption of “%s” is not changed: %s"), soleus_connection_get_path (connection),
               findings->len > 0 ? (const char *) findings->pdata[0] : _("the copy does not hold the newest entry."));
  return FALSE;
}

/* @made takes the place of the open file, whose content is then overwritten. The descriptor is closed last: closing one lets go of every
 * lock that this program has on the file. */
static gboolean
put (SoleusConnection  *connection,
     const char        *made,
     SoleusFileKey     *key,
     GError           **error)
{
  const char *path = soleus_connection_get_path (connection);
  g_autofree char *folder = g_path_get_dirname (path);
  int former = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean done;

  if (former < 0 || !soleus_backup_sync_path (made) || g_rename (made, path) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be replaced: %s. Nothing was changed."), path, g_strerror (errno));
      if (former >= 0)
        close (former);
      return FALSE;
    }
  soleus_backup_sync_path (folder);
  overwrite (former);
  soleus_file_key_remember (path, key);
  done = _soleus_connection_reopen (connection, key, error);
  close (former);
  return done;
}

/**
 * soleus_encryption_change:
 * @connection: the clinic file, which nobody else has open
 * @key: (nullable): what opens it from now on; %NULL: it is no longer encrypted
 *
 * Writes the file anew under the other key, checks each record of what was written, puts it into the place of the former file and
 * overwrites that. Backups that were made before stay as they are.
 *
 * Returns: %FALSE with @error set, and the file as it was
 */
gboolean
soleus_encryption_change (SoleusConnection  *connection,
                          SoleusFileKey     *key,
                          GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (soleus_connection_get_path (connection));
  g_autofree char *name = g_strdup_printf (".restore-%08x%08x.unfinished", g_random_int (), g_random_int ());
  g_autofree char *made = g_build_filename (folder, name, NULL);
  gboolean done;

  if (!check_may_change (connection, error))
    return FALSE;
  done = take_alone (connection, error) &&
         soleus_encryption_copy (connection, made, key, error) &&
         check_made (connection, made, key, error) &&
         put (connection, made, key, error);
  if (!done)
    {
      soleus_encryption_wipe (made);
      give_back (connection);
    }
  return done;
}
