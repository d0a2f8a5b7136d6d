#include "soleus-config.h"

#include "soleus-connection-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "soleus-error.h"
#include "soleus-statement.h"

#define BUSY_TIMEOUT_US (5 * G_USEC_PER_SEC)
#define BUSY_PAUSE_US   1000

struct _SoleusConnection {
  GObject     parent_instance;
  char       *path;       /* (owned) ":memory:" or a file */
  sqlite3    *handle;     /* (owned) */
  SoleusStatementPool *statements; /* (owned) prepared and not in use */
  SoleusFileKey *key;     /* (owned) (nullable): what opens the file; NULL: it is not encrypted */
  gint64      n_former;   /* rows written before the file was opened again */
  guint       n_in_use;   /* statements that somebody holds */
  gboolean    begun;      /* a transaction, which SQLite itself may have rolled back since */
  gboolean    read_only;
  SoleusCipher cipher;    /* what the beginning of the file says about it */
  gboolean    guarded;    /* audit and versions cannot be changed or deleted */
  gint64      busy_since; /* monotonic: since when another program is waited for */
};

G_DEFINE_FINAL_TYPE (SoleusConnection, soleus_connection, G_TYPE_OBJECT)

static void
soleus_connection_finalize (GObject *object)
{
  SoleusConnection *self = SOLEUS_CONNECTION (object);

  g_clear_pointer (&self->statements, _soleus_statement_pool_free);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement outlives its connection");
  soleus_file_key_unref (self->key);
  g_free (self->path);

  G_OBJECT_CLASS (soleus_connection_parent_class)->finalize (object);
}

static void
soleus_connection_class_init (SoleusConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_connection_finalize;
}

static void
soleus_connection_init (SoleusConnection *self)
{
  self->statements = _soleus_statement_pool_new ();
}

sqlite3 *
_soleus_connection_get_handle (SoleusConnection *self)
{
  return self->handle;
}

static SoleusError
error_from_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return SOLEUS_ERROR_DAMAGED;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return SOLEUS_ERROR_LOCKED;
    case SQLITE_READONLY:
      return SOLEUS_ERROR_READ_ONLY;
    case SQLITE_FULL:
      return SOLEUS_ERROR_FULL;
    default:
      return SOLEUS_ERROR_FAILED;
    }
}

static char *
dup_sentence (SoleusConnection *self,
              int               code)
{
  /* what was asked of the file itself leaves no word behind */
  const char *remark = sqlite3_errcode (self->handle) != SQLITE_OK ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code);

  switch (error_from_code (code))
    {
    case SOLEUS_ERROR_DAMAGED:
      return g_strdup_printf (_("“%s” is damaged or is not a clinic file. Nothing was changed. Restore the newest good backup."), self->path);
    case SOLEUS_ERROR_LOCKED:
      return g_strdup_printf (_("Another program is using “%s”. Wait until it has finished, then try again."), self->path);
    case SOLEUS_ERROR_READ_ONLY:
      return g_strdup_printf (_("“%s” or its folder cannot be written, so nothing was saved. Check the permissions of the folder."), self->path);
    case SOLEUS_ERROR_FULL:
      return g_strdup (_("The disk is full, so nothing was saved. Free some space, then try again."));
    case SOLEUS_ERROR_FAILED:
    case SOLEUS_ERROR_INVALID:
    case SOLEUS_ERROR_REFUSED:
    case SOLEUS_ERROR_NOT_FOUND:
    case SOLEUS_ERROR_TOO_NEW:
    case SOLEUS_ERROR_ENCRYPTED:
    case SOLEUS_ERROR_CHANGED:
    case SOLEUS_ERROR_GONE:
    default:
      break;
    }
  if ((code & 0xff) == SQLITE_CANTOPEN)
    return g_strdup_printf (_("“%s” cannot be opened. Check that the folder exists and that you may use it."), self->path);
  if ((code & 0xff) == SQLITE_CONSTRAINT)
    return g_strdup_printf (_("The file refused a value that breaks its rules (%s). Nothing was saved."), remark);
  return g_strdup_printf (_("The clinic file could not be read or written (%s). Nothing was saved."), remark);
}

void
_soleus_connection_set_error (SoleusConnection  *self,
                              int                code,
                              const char        *sql,
                              GError           **error)
{
  g_autofree char *sentence = NULL;
  /* what SQLite says of a damaged file may quote it */
  g_autofree char *text = NULL;
  g_autofree char *remark = g_utf8_make_valid (sqlite3_errmsg (self->handle), -1);

  /* A page of an encrypted file that does not open is an error without a word of its own; one in a statement has one. */
  if (self->key != NULL && (code & 0xff) == SQLITE_ERROR && g_str_equal (remark, sqlite3_errstr (SQLITE_ERROR)))
    code = SQLITE_CORRUPT;
  sentence = dup_sentence (self, code);
  text = g_utf8_make_valid (sentence, -1);
  g_debug ("SQLite %d (%s): %s", sqlite3_extended_errcode (self->handle), remark, sql);
  g_set_error_literal (error, SOLEUS_ERROR, (int) error_from_code (code), text);
}

/* Nobody changes or deletes what the chain stands for, not even through a mistake in our own statements. */
static int
authorize (gpointer    user_data,
           int         action,
           const char *table,
           const char *column,
           const char *database,
           const char *trigger)
{
  SoleusConnection *self = user_data;

  if (self->guarded && (action == SQLITE_UPDATE || action == SQLITE_DELETE) &&
      (g_strcmp0 (table, "audit") == 0 || g_strcmp0 (table, "version") == 0))
    return SQLITE_DENY;
  return SQLITE_OK;
}

/* SQLite's own waiting looks again after up to a tenth of a second: a program that writes without a pause is then never met between two of
 * its changes, and the other one gives up. */
static int
wait_for_other (void *user_data,
                int   n_times)
{
  SoleusConnection *self = user_data;
  gint64 now = g_get_monotonic_time ();

  if (n_times == 0)
    self->busy_since = now;
  if (now - self->busy_since >= BUSY_TIMEOUT_US)
    return 0;
  g_usleep (BUSY_PAUSE_US);
  return 1;
}

static gboolean
configure (SoleusConnection  *self,
           GError           **error)
{
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_handler (self->handle, wait_for_other, self);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_set_authorizer (self->handle, authorize, self);

  if (!soleus_connection_exec (self, "PRAGMA trusted_schema = OFF", error) ||
      !soleus_connection_exec (self, "PRAGMA cell_size_check = ON", error) ||
      !soleus_connection_exec (self, "PRAGMA mmap_size = 0", error) ||
      !soleus_connection_exec (self, "PRAGMA foreign_keys = ON", error) ||
      !soleus_connection_exec (self, "PRAGMA cache_size = -32768", error) || /* KiB, taken as it is needed: random ids touch many pages */
      !soleus_connection_exec (self, "PRAGMA temp_store = MEMORY", error))
    return FALSE;
  if (self->read_only)
    return TRUE;
  return soleus_connection_exec (self, "PRAGMA journal_mode = WAL", error) &&
         soleus_connection_exec (self, "PRAGMA synchronous = FULL", error);
}

/* A file of another program, or an empty one that this program did not just make, is not touched. */
static gboolean
check_kind_of_file (SoleusConnection  *self,
                    gboolean           may_be_empty,
                    GError           **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self, "PRAGMA application_id", &local_error);
  gint64 application_id;

  if (statement == NULL || soleus_statement_step (statement, &local_error) != SOLEUS_STEP_ROW)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  application_id = soleus_statement_get_int (statement, 0);
  if (application_id == SOLEUS_CONNECTION_APPLICATION_ID)
    return TRUE;
  /* new, or left behind empty when making it was interrupted */
  if (may_be_empty && application_id == 0 && soleus_connection_get_int (self, "SELECT count (*) FROM sqlite_schema", -1) == 0)
    return TRUE;

  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED,
               _("“%s” is not a Soleus clinic file. Choose another file."), self->path);
  return FALSE;
}

/* @parameters: (nullable): how, as part of the address */
static int
open_handle (SoleusConnection *self,
             const char       *parameters)
{
  g_autofree char *uri = NULL;
  g_autofree char *escaped = NULL;
  int code;
  int flags = (self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX;

  g_clear_pointer (&self->handle, sqlite3_close);
  if (g_str_equal (self->path, ":memory:"))
    return sqlite3_open_v2 (":memory:", &self->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, NULL);

  escaped = g_uri_escape_string (self->path, "/", TRUE);
  uri = g_strconcat ("file:", escaped, parameters != NULL ? parameters : "", NULL);
  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  return code == SQLITE_OK ? _soleus_cipher_open (self->handle, &self->key, &self->cipher) : code;
}

/* Without a -shm, and in a folder where none can be made, SQLite does not read a file with a log. Nobody has it open then, since who has makes
 * one, so that it can be read without locks: by itself, or where what was saved last is in the log alone, as after a crash, together
 * with the log, whose index is kept in memory. Leaving the log out would show an older state as if it were all. */
static int
open_without_index (SoleusConnection *self)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;
  int code;

  if (g_stat (log, &status) != 0 || status.st_size == 0)
    return open_handle (self, "?immutable=1");
  code = open_handle (self, "?vfs=unix-none");
  if (code == SQLITE_OK)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  return code == SQLITE_OK ? sqlite3_exec (self->handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL) : code;
}

static gboolean
needs_index (SoleusConnection *self)
{
  int code = sqlite3_exec (self->handle, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) & 0xff;

  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0 && (g_access (path, F_OK) != 0 || g_access (path, W_OK) == 0);
}

static gboolean
prepare_file (SoleusConnection       *self,
              SoleusConnectionFlags   flags,
              GError                **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” is a folder. Choose a clinic file."), self->path);
          return FALSE;
        }
      if (g_access (self->path, R_OK) != 0)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” cannot be read. Check its permissions."), self->path);
          return FALSE;
        }
      return TRUE;
    }
  if (!(flags & SOLEUS_CONNECTION_CREATE) || (flags & SOLEUS_CONNECTION_READ_ONLY))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no clinic file “%s” yet."), self->path);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” cannot be written. Choose another folder or change its permissions."), folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_cipher (SoleusConnection  *self,
              GError           **error)
{
  return self->cipher == SOLEUS_CIPHER_FITS || _soleus_cipher_set_error (self->cipher, self->path, error);
}

/**
 * soleus_connection_open:
 * @path: a file, or ":memory:"
 * @flags: with %SOLEUS_CONNECTION_CREATE the file is made (mode 0600) if it is not there
 *
 * soleus_connection_open_with_key() with the key that is remembered for the file, where there is one.
 *
 * Returns: (transfer full): the connection, or %NULL with a sentence in @error
 */
SoleusConnection *
soleus_connection_open (const char             *path,
                        SoleusConnectionFlags   flags,
                        GError                **error)
{
  g_autoptr (SoleusFileKey) key = soleus_file_key_find (path);

  return soleus_connection_open_with_key (path, flags, key, error);
}

/**
 * soleus_connection_open_with_key:
 * @path: a file, or ":memory:"
 * @flags: with %SOLEUS_CONNECTION_CREATE the file is made (mode 0600) if it is not there
 * @key: (nullable): what opens an encrypted file, and encrypts one that is made; a file that is not encrypted needs none
 *
 * Opens with WAL and synchronous=FULL. A file that cannot be written is opened for reading.
 *
 * Returns: (transfer full): the connection, or %NULL with a sentence in @error (%SOLEUS_ERROR_ENCRYPTED: the key is missing or wrong)
 */
SoleusConnection *
soleus_connection_open_with_key (const char             *path,
                                 SoleusConnectionFlags   flags,
                                 SoleusFileKey          *key,
                                 GError                **error)
{
  g_autoptr (SoleusConnection) self = g_object_new (SOLEUS_TYPE_CONNECTION, NULL);
  gboolean in_memory = g_str_equal (path, ":memory:");
  gboolean may_be_empty = in_memory || (flags & SOLEUS_CONNECTION_CREATE), done;
  mode_t mask;
  int code;

  self->path = in_memory ? g_strdup (path) : g_canonicalize_filename (path, NULL);
  if (!in_memory && !prepare_file (self, flags, error))
    return NULL;
  self->read_only = !in_memory && ((flags & SOLEUS_CONNECTION_READ_ONLY) || !is_writable (self->path));

  self->key = in_memory ? NULL : soleus_file_key_ref (key);
  /* the file, its -wal and its -shm are for this person alone, whatever the umask is */
  mask = umask (077);
  code = open_handle (self, NULL);
  if (code == SQLITE_OK && self->read_only && needs_index (self))
    code = open_without_index (self);
  done = code == SQLITE_OK && check_cipher (self, error) && configure (self, error) && check_kind_of_file (self, may_be_empty, error);
  umask (mask);
  if (done)
    return g_steal_pointer (&self);
  /* what cannot be opened stays as it is: SQLite would write its log into it, or throw the log away, when the file is closed */
  if (self->handle != NULL)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (error != NULL && *error == NULL)
    _soleus_connection_set_error (self, code, "open", error);
  return NULL;
}

const char *
soleus_connection_get_path (SoleusConnection *self)
{
  return self->path;
}

/**
 * soleus_connection_get_key:
 *
 * Returns: (transfer none) (nullable): what opens the file; %NULL: it is not encrypted
 */
SoleusFileKey *
soleus_connection_get_key (SoleusConnection *self)
{
  return self->key;
}

/* Where memory or the disk runs out, SQLite takes the whole transaction back by itself; what came after would be written alone. */
gboolean
_soleus_connection_was_rolled_back (SoleusConnection *self)
{
  return self->begun && !soleus_connection_in_transaction (self);
}

gboolean
_soleus_connection_is_in_use (SoleusConnection *self)
{
  return self->n_in_use > 0 || soleus_connection_in_transaction (self);
}

/* Closes the file and opens what lies in its place now. */
gboolean
_soleus_connection_reopen (SoleusConnection  *self,
                           SoleusFileKey     *key,
                           GError           **error)
{
  mode_t mask = umask (077);
  int code;

  _soleus_statement_pool_clear (self->statements);
  /* one more, so that no mark of before is equal to one of after */
  self->n_former += sqlite3_total_changes64 (self->handle) + 1;
  soleus_file_key_unref (self->key);
  self->key = soleus_file_key_ref (key);
  code = open_handle (self, NULL);
  if (code != SQLITE_OK)
    _soleus_connection_set_error (self, code, "reopen", error);
  code = code == SQLITE_OK && check_cipher (self, error) && configure (self, error);
  umask (mask);
  return code;
}

gboolean
soleus_connection_is_read_only (SoleusConnection *self)
{
  return self->read_only;
}

/**
 * soleus_connection_set_guarded:
 *
 * While guarded, a statement that changes or deletes rows of the audit or the versions is refused.
 */
void
soleus_connection_set_guarded (SoleusConnection *self,
                               gboolean          guarded)
{
  self->guarded = guarded;
}

/**
 * soleus_connection_exec:
 * @sql: one or several statements without parameters
 *
 * Returns: %FALSE with @error set if one failed
 */
gboolean
soleus_connection_exec (SoleusConnection  *self,
                        const char        *sql,
                        GError           **error)
{
  int code = _soleus_connection_was_rolled_back (self) ? SQLITE_ABORT_ROLLBACK : sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  _soleus_connection_set_error (self, code, sql, error);
  return FALSE;
}

/**
 * soleus_connection_prepare:
 *
 * Returns: (transfer full): the statement, from the cache if it was prepared before, or %NULL with @error set
 */
SoleusStatement *
soleus_connection_prepare (SoleusConnection  *self,
                           const char        *sql,
                           GError           **error)
{
  SoleusStatementPlace *place = NULL;
  sqlite3_stmt *handle = _soleus_statement_pool_take (self->statements, sql, &place);
  int code = handle != NULL ? SQLITE_OK : sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

  if (code != SQLITE_OK)
    {
      g_clear_pointer (&place, g_rc_box_release);
      _soleus_connection_set_error (self, code, sql, error);
      return NULL;
    }
  self->n_in_use++;
  return _soleus_statement_new (self, sql, handle, place);
}

void
_soleus_connection_count_release (SoleusConnection *self)
{
  self->n_in_use--;
}

/**
 * soleus_connection_get_int:
 * @sql: a query for one number
 *
 * Returns: the number, or @fallback if there is none
 */
gint64
soleus_connection_get_int (SoleusConnection *self,
                           const char       *sql,
                           gint64            fallback)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self, sql, NULL);

  if (statement == NULL || soleus_statement_step (statement, NULL) != SOLEUS_STEP_ROW || soleus_statement_is_null (statement, 0))
    return fallback;
  return soleus_statement_get_int (statement, 0);
}

/**
 * soleus_connection_get_changes:
 *
 * Returns: how many rows the last statement changed
 */
gint64
soleus_connection_get_changes (SoleusConnection *self)
{
  return sqlite3_changes64 (self->handle);
}

/**
 * soleus_connection_mark:
 * @mark: (out): equal to an earlier one of this connection if no row was written in between, by whatever program
 *
 * Reads no table. Rows that were written and rolled back count as written.
 */
void
soleus_connection_mark (SoleusConnection     *self,
                        SoleusConnectionMark *mark)
{
  mark->own = self->n_former + sqlite3_total_changes64 (self->handle);
  mark->others = soleus_connection_get_int (self, "PRAGMA data_version", -1);
}

gboolean
soleus_connection_mark_equal (const SoleusConnectionMark *a,
                              const SoleusConnectionMark *b)
{
  return a->own == b->own && a->others == b->others && a->others >= 0;
}

/**
 * soleus_connection_begin:
 *
 * Begins a transaction that will write: it waits for another writer now, not at the first write.
 */
gboolean
soleus_connection_begin (SoleusConnection  *self,
                         GError           **error)
{
  if (self->read_only)
    {
      _soleus_connection_set_error (self, SQLITE_READONLY, "BEGIN", error);
      return FALSE;
    }
  self->begun = soleus_connection_exec (self, "BEGIN IMMEDIATE", error);
  return self->begun;
}

/**
 * soleus_connection_commit:
 *
 * Returns: %TRUE once everything is on the disk; %FALSE with @error set, and everything rolled back
 */
gboolean
soleus_connection_commit (SoleusConnection  *self,
                          GError           **error)
{
  gboolean done = soleus_connection_exec (self, "COMMIT", error);

  soleus_connection_rollback (self); /* of what is committed nothing is left to take back */
  return done;
}

void
soleus_connection_rollback (SoleusConnection *self)
{
  self->begun = FALSE;
  if (soleus_connection_in_transaction (self))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
soleus_connection_in_transaction (SoleusConnection *self)
{
  return sqlite3_get_autocommit (self->handle) == 0;
}

/**
 * soleus_connection_copy_to:
 * @target: an open connection whose whole content is replaced
 *
 * A consistent copy while others go on writing (SQLite's online backup).
 *
 * Returns: %FALSE with @error set, @target then unchanged
 */
gboolean
soleus_connection_copy_to (SoleusConnection  *self,
                           SoleusConnection  *target,
                           GError           **error)
{
  sqlite3_backup *backup;
  int code;

  _soleus_statement_pool_clear (target->statements);
  backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  if (backup == NULL)
    {
      _soleus_connection_set_error (target, sqlite3_errcode (target->handle), "backup", error);
      return FALSE;
    }
  code = sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) == SQLITE_OK && code == SQLITE_DONE)
    return TRUE;
  _soleus_connection_set_error (target, code == SQLITE_DONE ? sqlite3_errcode (target->handle) : code, "backup", error);
  return FALSE;
}

/**
 * soleus_connection_check_integrity:
 * @findings: (element-type utf8): what SQLite finds wrong is appended
 *
 * Returns: %FALSE with @error set if the file could not even be read through
 */
gboolean
soleus_connection_check_integrity (SoleusConnection  *self,
                                   GPtrArray         *findings,
                                   GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (self, "PRAGMA integrity_check (20)", error);
  SoleusStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    if (g_strcmp0 (soleus_statement_get_text (statement, 0), "ok") != 0)
      {
        g_autofree char *remark = g_utf8_make_valid (soleus_statement_get_text (statement, 0), -1);

        g_ptr_array_add (findings, g_strdup_printf (_("The file’s structure is damaged: %s."), remark));
      }
  return step == SOLEUS_STEP_DONE;
}

/**
 * soleus_connection_vacuum:
 *
 * Writes the file anew without what is free in it. SQLite attaches a database of its own for that, which nobody else may.
 *
 * Returns: %FALSE with @error set, the file then as it was
 */
gboolean
soleus_connection_vacuum (SoleusConnection  *self,
                          GError           **error)
{
  gboolean done;

  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 1);
  done = soleus_connection_exec (self, "VACUUM", error);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  return done;
}
