#include "soleus-config.h"

#include "soleus-clinic-gone.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-access-settings.h"
#include "soleus-clinic-backup.h"
#include "soleus-clock.h"
#include "soleus-error.h"
#include "soleus-journal.h"

#define SUFFIX ".soleus"

typedef enum {
  PRESENT,
  MISSING,
  EMPTY,
} State;

static State
find_state (const char *path)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return errno == ENOENT ? MISSING : PRESENT; /* what cannot be looked at is told when it is opened */
  return S_ISREG (status.st_mode) && status.st_size == 0 ? EMPTY : PRESENT;
}

/* "clinic" for "clinic.soleus", and the other way round: both have backups of one name */
static char *
dup_other_spelling (const char *path)
{
  return g_str_has_suffix (path, SUFFIX) ? g_strndup (path, strlen (path) - strlen (SUFFIX)) : g_strconcat (path, SUFFIX, NULL);
}

/* When the newest was made that could be restored, or unknown. */
static SoleusInstant
find_newest (GPtrArray *backups)
{
  for (guint i = 0; i < backups->len; i++)
    {
      const SoleusBackupFile *file = backups->pdata[i];

      if (!g_str_equal (file->occasion, "damaged"))
        return file->at;
    }
  return SOLEUS_UNKNOWN_INSTANT;
}

static char *
dup_sentences (const char    *path,
               State          state,
               SoleusInstant  newest,
               gboolean       has_journal)
{
  gboolean is_missing = state == MISSING;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, is_missing ? _("“%s” is no longer there.") : _("Nothing is left in “%s”."), path);
  if (newest != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autofree char *when = soleus_instant_format (newest, _("%a %-d %b %Y, %H:%M"));

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("There are backups of it, the newest of %s."), when);
    }
  if (has_journal)
    g_string_append_printf (text, " %s", _("The journal with the last entries still stands beside it."));
  if (is_missing)
    g_string_append_printf (text, " %s", _("If it was moved or renamed, put it back and try again."));
  if (newest != SOLEUS_UNKNOWN_INSTANT)
    g_string_append_printf (text, " %s", is_missing ? _("If not, restore the newest good backup.") : _("Restore the newest good backup."));
  else if (!is_missing)
    g_string_append_printf (text, " %s", _("Put a copy of it into its place."));
  return g_string_free (text, FALSE);
}

/**
 * soleus_clinic_is_gone:
 * @path: where a clinic file should be, or is to be made
 * @error: (optional): %SOLEUS_ERROR_GONE where it is gone: what is left of it, and what to do
 *
 * A file that is not there, or is empty, was a clinic where backups of that name or a journal are there. It is no new clinic then: to begin one,
 * the former is set aside first. Backups of another name are those of another clinic.
 *
 * Returns: whether there was a clinic, of which the file is gone
 */
gboolean
soleus_clinic_is_gone (const char  *path,
                       GError     **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *other = NULL;
  g_autofree char *sentences = NULL;
  gboolean has_journal;
  State state;

  if (g_str_equal (path, ":memory:") || find_state (path) == PRESENT)
    return FALSE;
  backups = soleus_backups_list_of_path (path);
  has_journal = soleus_journal_exists (path);
  if (backups->len == 0 && !has_journal)
    return FALSE;
  other = dup_other_spelling (path);
  state = find_state (path); /* another program may have made it meanwhile */
  if (state == PRESENT || (state == MISSING && !has_journal && g_file_test (other, G_FILE_TEST_EXISTS)))
    return FALSE;
  sentences = dup_sentences (path, state, find_newest (backups), has_journal);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_GONE, sentences);
  return TRUE;
}

/* "…/clinic-former.soleus", of which there is neither a file nor a backup */
static char *
dup_former_path (const char *path)
{
  g_autofree char *base = g_str_has_suffix (path, SUFFIX) ? dup_other_spelling (path) : g_strdup (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *count = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *former = g_strdup_printf ("%s-former%s" SUFFIX, base, count);
      g_autofree char *beside = soleus_backup_folder_dup_default (path);
      g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (path);
      g_autoptr (GPtrArray) files = soleus_backup_folder_list (beside, former);
      g_autoptr (GPtrArray) others = settings->folder != NULL ? soleus_backup_folder_list (settings->folder, former) : NULL;

      if (files->len == 0 && (others == NULL || others->len == 0) && !g_file_test (former, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&former);
    }
}

/**
 * soleus_clinic_dup_former_name:
 * @path: a clinic file that is gone
 *
 * Returns: (transfer full): with what the names of its backups begin when another clinic has taken its place: "clinic-former"
 */
char *
soleus_clinic_dup_former_name (const char *path)
{
  g_autofree char *former_path = dup_former_path (path);
  char *name = g_path_get_basename (former_path);

  name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}

/* SQLite would remove it when the new file is made. */
static gboolean
set_journal_aside (const char     *path,
                   const char     *former,
                   SoleusInstant   at,
                   GError        **error)
{
  g_autofree char *folder = soleus_backup_folder_dup_default (path);
  g_autofree char *kept = soleus_backup_folder_dup_new_path (folder, former, "damaged", at, FALSE);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0 && g_rename (journal, kept) == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The journal “%s” cannot be moved to the backups: %s."), journal, g_strerror (errno));
  return FALSE;
}

/* It is about the records of the former, and its passphrase about who may see them: whoever begins anew need not know it. */
static gboolean
set_lock_aside (const char  *path,
                const char  *former,
                GError     **error)
{
  g_autofree char *lock = soleus_access_settings_dup_path (path);
  g_autofree char *kept = soleus_access_settings_dup_path (former);

  if (g_rename (lock, kept) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The lock “%s” of the former clinic cannot be renamed: %s."), lock, g_strerror (errno));
  return FALSE;
}

/**
 * soleus_clinic_set_former_aside:
 * @path: a clinic file that is gone
 * @clock: (transfer none): what "now" is
 * @former: (out): with what the names of its backups begin now: they are neither thinned with those of the new clinic nor taken for them
 *
 * After this a new clinic can be begun at @path. The lock of the window stays with the former; how backups are made, and what the clinic added to the
 * protocol, stays for the new one.
 *
 * Returns: %TRUE once that is done; %FALSE with @error set
 */
gboolean
soleus_clinic_set_former_aside (const char   *path,
                                SoleusClock  *clock,
                                char        **former,
                                GError      **error)
{
  g_autofree char *former_path = dup_former_path (path);
  g_autofree char *name = soleus_clinic_dup_former_name (path);
  g_autofree char *beside = soleus_backup_folder_dup_default (path);
  g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (path);
  g_autofree char *name_path = soleus_backup_settings_dup_name_path (settings, path);

  if (!soleus_backup_folder_rename (beside, path, former_path, error) ||
      (settings->folder != NULL && !soleus_backup_folder_rename (settings->folder, name_path, former_path, error)) ||
      (soleus_journal_exists (path) && !set_journal_aside (path, former_path, soleus_clock_get_now (clock), error)) ||
      !set_lock_aside (path, former_path, error))
    return FALSE;
  *former = g_steal_pointer (&name);
  return TRUE;
}
