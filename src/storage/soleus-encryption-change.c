/* soleus-encryption-change.c: a checked copy under the other key takes the place of the clinic file; whenever this is cut off, one of the two is there
 * whole, and what lies beside is overwritten the next time that the clinic is opened */
#include "soleus-config.h"

#include "soleus-encryption.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "soleus-audit-log.h"
#include "soleus-backup.h"
#include "soleus-connection-private.h"
#include "soleus-error.h"
#include "soleus-statement.h"
#include "soleus-verification.h"

#define PIECE  65536
#define PREFIX ".encryption-"
#define SUFFIX ".unfinished"

struct _SoleusReencryption {
  SoleusFileKey *key;    /* (owned) (nullable): what opens the file afterwards */
  char          *made;   /* (owned) the copy */
  char          *mark;   /* (owned) (nullable): what it holds; NULL: it is not made yet */
  int            held;   /* the copy, locked as long as somebody works on it; -1 */
  int            former; /* what was replaced, not overwritten yet; -1 */
};

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

static void
wipe_with_log (const char *path)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      soleus_encryption_wipe (file);
    }
}

/* Somebody works on a copy as long as it is locked; the lock goes with the process, whatever ends it. */
static gboolean
is_abandoned (const char *copy)
{
  int fd = g_open (copy, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  gboolean abandoned = fd < 0 || flock (fd, LOCK_EX | LOCK_NB) == 0;

  if (fd >= 0)
    close (fd);
  return abandoned;
}

/**
 * soleus_encryption_tidy:
 * @connection: a clinic file; one that can only be read is left alone
 *
 * Overwrites and removes the copies that a change of the encryption left in its folder because it was cut off: one of them may be plain.
 */
void
soleus_encryption_tidy (SoleusConnection *connection)
{
  const char *path = soleus_connection_get_path (connection);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_ours = !soleus_connection_is_read_only (connection) && !g_str_equal (path, ":memory:");
  g_autoptr (GDir) dir = is_ours ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *end = g_str_has_prefix (name, PREFIX) ? strstr (name, SUFFIX) : NULL;
      g_autofree char *copy = NULL;
      g_autofree char *file = NULL;

      if (end == NULL)
        continue;
      copy = g_strdup_printf ("%s/%.*s%s", folder, (int) (end - name), name, SUFFIX);
      file = g_build_filename (folder, name, NULL);
      if (is_abandoned (copy))
        soleus_encryption_wipe (file);
    }
}

/* --- making --- */

static SoleusReencryption *
create (const char    *path,
        SoleusFileKey *key)
{
  SoleusReencryption *self = g_new0 (SoleusReencryption, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (PREFIX "%08x%08x" SUFFIX, g_random_int (), g_random_int ());

  self->key = soleus_file_key_ref (key);
  self->made = g_build_filename (folder, name, NULL);
  self->held = -1;
  self->former = -1;
  return self;
}

/* Closing it lets go of every lock that this program has on the copy: nothing of it may be open then. */
static void
let_go (SoleusReencryption *self)
{
  if (self->held >= 0)
    close (self->held);
  self->held = -1;
}

static void
discard (SoleusReencryption *self)
{
  if (self->made != NULL)
    wipe_with_log (self->made);
  let_go (self);
  g_clear_pointer (&self->mark, g_free);
}

static void
add_draft (GChecksum       *checksum,
           SoleusStatement *draft)
{
  g_autoptr (GBytes) content = soleus_statement_get_bytes (draft, 2);
  g_autofree char *head = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%" G_GSIZE_FORMAT "\n", soleus_statement_get_text (draft, 0),
                                           soleus_statement_get_int (draft, 1), g_bytes_get_size (content));

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content));
}

/* The head of the audit stands for all that is in a file but the drafts. */
static char *
dup_mark (SoleusConnection  *connection,
          GError           **error)
{
  g_autoptr (SoleusStatement) drafts = soleus_connection_prepare (connection, "SELECT \"key\", updated_at, content FROM draft ORDER BY \"key\"", error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *head = soleus_audit_log_dup_head (connection);
  SoleusStep step = SOLEUS_STEP_ERROR;

  while (drafts != NULL && (step = soleus_statement_step (drafts, error)) == SOLEUS_STEP_ROW)
    add_draft (checksum, drafts);
  return step == SOLEUS_STEP_DONE ? g_strconcat (head, "\n", g_checksum_get_string (checksum), NULL) : NULL;
}

static gboolean
hold (SoleusReencryption  *self,
      GError             **error)
{
  self->held = g_open (self->made, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (self->held >= 0 && flock (self->held, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” cannot be written: %s."), self->made, g_strerror (errno));
  return FALSE;
}

static gboolean
check_made (SoleusReencryption  *self,
            const char          *path,
            GError             **error)
{
  g_autoptr (SoleusConnection) made = soleus_connection_open_with_key (self->made, SOLEUS_CONNECTION_READ_ONLY, self->key, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (made == NULL || !soleus_verification_run (made, findings, error))
    return FALSE;
  if (findings->len > 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The encryption of “%s” is not changed: %s"), path, (const char *) findings->pdata[0]);
      return FALSE;
    }
  self->mark = dup_mark (made, error);
  return self->mark != NULL;
}

static gboolean
make (SoleusReencryption  *self,
      SoleusConnection    *source,
      GCancellable        *cancellable,
      GError             **error)
{
  if (hold (self, error) &&
      soleus_encryption_copy (source, self->made, self->key, error) && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
      check_made (self, soleus_connection_get_path (source), error) && !g_cancellable_set_error_if_cancelled (cancellable, error))
    return TRUE;
  discard (self);
  return FALSE;
}

/**
 * soleus_reencryption_prepare:
 * @path: the clinic file, which others may have open and go on writing
 * @present: (nullable): what opens it; %NULL: it is not encrypted
 * @key: (nullable): what opens it from now on; %NULL: it is no longer encrypted
 * @cancellable: (nullable): looked at between copying and checking
 *
 * Makes a copy under the other key beside the file and checks each record of it. May run in any thread; nothing is changed yet.
 *
 * Returns: (transfer full): the copy, or %NULL with @error set and nothing left of it
 */
SoleusReencryption *
soleus_reencryption_prepare (const char     *path,
                             SoleusFileKey  *present,
                             SoleusFileKey  *key,
                             GCancellable   *cancellable,
                             GError        **error)
{
  g_autoptr (SoleusConnection) source = soleus_connection_open_with_key (path, SOLEUS_CONNECTION_READ_ONLY, present, error);
  g_autoptr (SoleusReencryption) self = create (path, key);

  return source != NULL && make (self, source, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/* --- putting it into its place --- */

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

/* What was written since the copy was made is in it, too: else it is made once more, now that nobody writes. */
static gboolean
make_newest (SoleusReencryption  *self,
             SoleusConnection    *connection,
             GError             **error)
{
  g_autofree char *present = dup_mark (connection, error);

  if (present == NULL)
    return FALSE;
  if (g_strcmp0 (present, self->mark) == 0)
    return TRUE;
  discard (self);
  if (!make (self, connection, NULL, error))
    return FALSE;
  if (g_str_equal (present, self->mark))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The encryption of “%s” is not changed: %s"), soleus_connection_get_path (connection),
               _("the copy does not hold the newest entry."));
  return FALSE;
}

/* The descriptor of the former file is closed last: closing one lets go of every lock that this program has on the file. */
static gboolean
replace (SoleusReencryption  *self,
         SoleusConnection    *connection,
         GError             **error)
{
  const char *path = soleus_connection_get_path (connection);
  g_autofree char *folder = g_path_get_dirname (path);

  self->former = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  if (self->former < 0 || !soleus_backup_sync_path (self->made) || g_rename (self->made, path) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be replaced: %s. Nothing was changed."), path, g_strerror (errno));
      if (self->former >= 0)
        close (self->former);
      self->former = -1;
      return FALSE;
    }
  g_clear_pointer (&self->made, g_free);
  let_go (self);
  soleus_backup_sync_path (folder);
  soleus_file_key_remember (path, self->key);
  return _soleus_connection_reopen (connection, self->key, error);
}

/**
 * soleus_reencryption_put:
 * @connection: the clinic file, which nobody else has open
 *
 * Puts the copy into the place of the file. What was written since it was made is not lost: it is made once more then.
 * Call soleus_reencryption_wipe() afterwards.
 *
 * Returns: %FALSE with @error set, and the file as it was
 */
gboolean
soleus_reencryption_put (SoleusReencryption  *self,
                         SoleusConnection    *connection,
                         GError             **error)
{
  if (!check_may_change (connection, error))
    return FALSE;
  if (take_alone (connection, error) && make_newest (self, connection, error) && replace (self, connection, error))
    return TRUE;
  if (self->made != NULL)
    give_back (connection);
  return FALSE;
}

/**
 * soleus_reencryption_wipe:
 *
 * Overwrites what was replaced. May run in any thread.
 */
void
soleus_reencryption_wipe (SoleusReencryption *self)
{
  if (self->former < 0)
    return;
  overwrite (self->former);
  close (self->former);
  self->former = -1;
}

/**
 * soleus_reencryption_free:
 * @self: (nullable): a copy; one that was not put into its place is overwritten and removed
 */
void
soleus_reencryption_free (SoleusReencryption *self)
{
  if (self == NULL)
    return;
  soleus_reencryption_wipe (self);
  discard (self);
  soleus_file_key_unref (self->key);
  g_free (self->made);
  g_free (self);
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
  g_autoptr (SoleusReencryption) change = create (soleus_connection_get_path (connection), key);

  return soleus_reencryption_put (change, connection, error);
}
