#include "soleus-config.h"

#include "soleus-restore-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "soleus-audit-log.h"
#include "soleus-backup-folder.h"
#include "soleus-backup.h"
#include "soleus-content-folder.h"
#include "soleus-content-swap.h"
#include "soleus-error.h"

/* The audit of the copy tells that it was restored, before it is put anywhere: afterwards the disk may be full. @kept: (nullable) */
static gboolean
note (SoleusRestorePreview  *preview,
      SoleusInstant          at,
      const char            *kept,
      GError               **error)
{
  g_autoptr (SoleusConnection) staged = NULL;
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (at);
  g_autofree char *detail = kept != NULL ? g_strdup_printf ("%s → %s", preview->source, kept) : g_strdup (preview->source);
  const SoleusAuditEntry entry = { .at = now->instant, .utc_offset = now->utc_offset, .action = "restore", .detail = detail };

  if (preview->is_noted)
    return TRUE;
  staged = soleus_connection_open_with_key (preview->staged, SOLEUS_CONNECTION_DEFAULT, preview->key, error);
  if (staged == NULL || !soleus_connection_begin (staged, error))
    return FALSE;
  if (!soleus_audit_log_append (staged, &entry, error))
    {
      soleus_connection_rollback (staged);
      return FALSE;
    }
  /* one file again, without a journal beside it */
  preview->is_noted = soleus_connection_commit (staged, error) && soleus_connection_exec (staged, "PRAGMA journal_mode = DELETE", error);
  return preview->is_noted;
}

/* @aside: (nullable): where the clinic file is kept; @swap: (out) (nullable): the change of what the clinic added, in place; %NULL: the backup has
 * nothing to say of it */
static gboolean
swap_content (SoleusRestorePreview  *preview,
              const char            *aside,
              SoleusContentSwap    **swap,
              GError               **error)
{
  g_autofree char *kept = aside != NULL ? soleus_content_folder_dup_path (aside) : NULL;

  if (preview->content == NULL || preview->content_folder == NULL)
    return TRUE;
  *swap = soleus_content_swap_begin (preview->content_folder, preview->content, kept, error);
  return *swap != NULL;
}

/**
 * soleus_restore_put:
 * @connection: the open clinic file; the caller has backed it up
 * @at: the present
 *
 * Replaces the whole content of the open file by that of the checked copy, whose audit then tells of it, and what the clinic added to the
 * protocol by what it had added then.
 *
 * Returns: %FALSE with @error set, the open file and what the clinic added then unchanged
 */
gboolean
soleus_restore_put (SoleusRestorePreview  *preview,
                    SoleusConnection      *connection,
                    SoleusInstant          at,
                    GError               **error)
{
  g_autoptr (SoleusConnection) staged = NULL;
  g_autoptr (SoleusContentSwap) swap = NULL;

  if (!note (preview, at, NULL, error) || !swap_content (preview, NULL, &swap, error))
    return FALSE;
  staged = soleus_connection_open_with_key (preview->staged, SOLEUS_CONNECTION_READ_ONLY, preview->key, error);
  if (staged == NULL || !soleus_connection_copy_to (staged, connection, error))
    return FALSE;
  if (swap != NULL)
    soleus_content_swap_finish (swap);
  soleus_connection_exec (connection, "PRAGMA journal_mode = WAL", NULL); /* it is done, and the next one that opens the file does this, too */
  return TRUE;
}

/* A damaged file may be in use by another program all the same. */
static gboolean
check_unused (const char  *clinic_path,
              GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SoleusConnection) connection = NULL;

  if (_soleus_restore_is_gone (clinic_path))
    return TRUE;
  connection = soleus_connection_open (clinic_path, SOLEUS_CONNECTION_DEFAULT, &local_error);
  if (connection != NULL && soleus_connection_exec (connection, "BEGIN EXCLUSIVE", &local_error))
    soleus_connection_rollback (connection);
  if (!g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
move_companions (const char *from,
                 const char *to)
{
  for (gsize i = 0; _soleus_restore_companions[i] != NULL; i++)
    {
      g_autofree char *source = g_strconcat (from, _soleus_restore_companions[i], NULL);
      g_autofree char *target = g_strconcat (to, _soleus_restore_companions[i], NULL);

      g_rename (source, target);
    }
}

/* Of a file that is no longer there the journal is moved: beside the backup it would be taken for that of the backup. */
static gboolean
move_file (const char *from,
           const char *to,
           gboolean    is_missing)
{
  g_autofree char *journal = g_strconcat (from, "-wal", NULL);

  if (g_rename (is_missing ? journal : from, to) != 0 && !(is_missing && errno == ENOENT))
    return FALSE;
  move_companions (from, to);
  return TRUE;
}

static void
move_back (const char *from,
           const char *to,
           gboolean    was_missing)
{
  g_autofree char *journal = g_strconcat (to, "-wal", NULL);

  g_rename (from, was_missing ? journal : to);
  move_companions (from, to);
}

/* Returns: whether the checked copy is in its place; errno says why not */
static gboolean
put_staged (SoleusRestorePreview *preview,
            const char           *clinic_path)
{
  g_autofree char *home = g_path_get_dirname (clinic_path);

  if (g_rename (preview->staged, clinic_path) != 0)
    return FALSE;
  soleus_backup_sync_path (home);
  soleus_file_key_remember (clinic_path, preview->key);
  return TRUE;
}

static gboolean
refuse_place (const char  *clinic_path,
              GError     **error)
{
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The backup cannot be put into the place of “%s”: %s."), clinic_path, g_strerror (errno));
  return FALSE;
}

static gboolean
refuse_move (const char  *clinic_path,
             gboolean     is_missing,
             GError     **error)
{
  g_autofree char *journal = g_strconcat (clinic_path, "-wal", NULL);

  if (is_missing)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The journal “%s” cannot be moved to the backups: %s."), journal, g_strerror (errno));
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("The damaged file “%s” cannot be moved aside: %s."), clinic_path, g_strerror (errno));
  return FALSE;
}

/**
 * soleus_restore_replace:
 * @clinic_path: a clinic file that cannot be opened, or is no longer there; nothing in this program has it open
 * @at: the present
 * @kept: (out) (nullable): where the former file is now; of one that is no longer there its journal; %NULL: there was neither
 *
 * Moves the file aside, into the folder of the backups, and puts the checked copy into its place; the audit tells of both. What the clinic
 * added to the protocol is kept beside that file, where it was another in the backup.
 *
 * Returns: %TRUE once it is there; %FALSE with @error set, the file then where it was
 */
gboolean
soleus_restore_replace (SoleusRestorePreview  *preview,
                        const char            *clinic_path,
                        SoleusInstant          at,
                        char                 **kept,
                        GError               **error)
{
  g_autofree char *folder = soleus_backup_folder_dup_default (clinic_path);
  g_autofree char *aside = NULL;
  g_autoptr (SoleusContentSwap) swap = NULL;
  gboolean is_missing = !g_file_test (clinic_path, G_FILE_TEST_EXISTS);

  *kept = NULL;
  if (!check_unused (clinic_path, error))
    return FALSE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
      return FALSE;
    }
  aside = soleus_backup_folder_dup_new_path (folder, clinic_path, "damaged", at, FALSE);
  if (!note (preview, at, is_missing ? NULL : aside, error) || !swap_content (preview, aside, &swap, error))
    return FALSE;
  if (!soleus_backup_sync_path (preview->staged))
    return refuse_place (clinic_path, error);
  if (!move_file (clinic_path, aside, is_missing))
    return refuse_move (clinic_path, is_missing, error);
  if (!put_staged (preview, clinic_path))
    {
      refuse_place (clinic_path, error);
      move_back (aside, clinic_path, is_missing);
      return FALSE;
    }
  if (swap != NULL)
    soleus_content_swap_finish (swap);
  if (g_file_test (aside, G_FILE_TEST_EXISTS))
    *kept = g_steal_pointer (&aside);
  return TRUE;
}
