/* soleus-encryption.c: a file is never changed in place: it is copied under the other key */
#include "soleus-config.h"

#include "soleus-encryption.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-connection-private.h"
#include "soleus-error.h"
#include "soleus-note-search.h"
#include "soleus-statement.h"

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
