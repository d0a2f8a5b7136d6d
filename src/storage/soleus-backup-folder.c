#include "soleus-config.h"

#include "soleus-backup-folder.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-content-folder.h"
#include "soleus-encryption.h"
#include "soleus-error.h"
#include "soleus-sealed-file.h"

#define SUFFIX ".soleus"
#define USEC_PER_DAY (24 * SOLEUS_USEC_PER_HOUR)

/* Everything of the last two days; then one a day, one a week, one in 30 days, one a year. */
static const struct {
  gint64 age;  /* up to how old */
  gint64 span; /* one backup is kept in each span of this length; 0: all */
} rows[] = {
  { 2 * USEC_PER_DAY, 0 },
  { 14 * USEC_PER_DAY, USEC_PER_DAY },
  { 70 * USEC_PER_DAY, 7 * USEC_PER_DAY },
  { 3 * 365 * USEC_PER_DAY, 30 * USEC_PER_DAY },
  { G_MAXINT64, 365 * USEC_PER_DAY },
};

#define ALWAYS_KEPT 5

void
soleus_backup_file_free (SoleusBackupFile *file)
{
  g_free (file->path);
  g_free (file->occasion);
  g_free (file);
}

/**
 * soleus_backup_folder_dup_default:
 *
 * Returns: (transfer full): the folder "backups" beside the clinic file
 */
char *
soleus_backup_folder_dup_default (const char *clinic_path)
{
  g_autofree char *folder = g_path_get_dirname (clinic_path);

  return g_build_filename (folder, "backups", NULL);
}

/**
 * soleus_backup_folder_dup_beside:
 * @ending: with what the name goes on, ".backup.ini"
 *
 * Returns: (transfer full): what lies beside a clinic file under its name: "…/clinic.backup.ini" for "…/clinic.soleus"
 */
char *
soleus_backup_folder_dup_beside (const char *clinic_path,
                                 const char *ending)
{
  gsize length = strlen (clinic_path) - (g_str_has_suffix (clinic_path, SUFFIX) ? strlen (SUFFIX) : 0);
  g_autofree char *stem = g_strndup (clinic_path, length);

  return g_strconcat (stem, ending, NULL);
}

/* "clinic" of "…/clinic.soleus" */
static char *
dup_base (const char *clinic_path)
{
  g_autofree char *stem = soleus_backup_folder_dup_beside (clinic_path, "");

  return g_path_get_basename (stem);
}

/**
 * soleus_backup_folder_dup_new_path:
 * @occasion: why it is made, in letters and dashes: "before-restore"
 * @at: when
 * @sealed: whether it will be encrypted
 *
 * Returns: (transfer full): a path in @folder that is not taken
 */
char *
soleus_backup_folder_dup_new_path (const char    *folder,
                                   const char    *clinic_path,
                                   const char    *occasion,
                                   SoleusInstant  at,
                                   gboolean       sealed)
{
  g_autofree char *base = dup_base (clinic_path);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / SOLEUS_USEC_PER_SECOND);
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  for (guint i = 0;; i++)
    {
      g_autofree char *count = i > 0 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s-%s-%s%s" SUFFIX "%s", base, stamp, occasion, count, sealed ? SOLEUS_SEALED_SUFFIX : "");
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/* "20260329T101500Z-before-restore-1.soleus.sealed", behind the name of the clinic; %NULL: another file */
static SoleusBackupFile *
parse_name (const char *name)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *stamp = NULL;
  g_autofree char *sealed = NULL;
  g_autoptr (GDateTime) time = NULL;
  SoleusBackupFile *file;

  if (g_once_init_enter (&regex))
    /* cppcheck-suppress leakNoVarFunctionCall; made once and kept */
    g_once_init_leave (&regex, g_regex_new ("^([0-9]{8}T[0-9]{6}Z)-([a-z]+(?:-[a-z]+)*)(?:-[0-9]+)?\\.soleus(\\.sealed)?$",
                                                    G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL));
  if (!g_regex_match (regex, name, G_REGEX_MATCH_DEFAULT, &match))
    return NULL;
  stamp = g_match_info_fetch (match, 1);
  time = g_date_time_new_from_iso8601 (stamp, NULL);
  if (time == NULL)
    return NULL;
  sealed = g_match_info_fetch (match, 3);
  file = g_new0 (SoleusBackupFile, 1);
  file->occasion = g_match_info_fetch (match, 2);
  file->at = g_date_time_to_unix (time) * SOLEUS_USEC_PER_SECOND;
  file->sealed = sealed != NULL && sealed[0] != '\0';
  return file;
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  const SoleusBackupFile *one = *(SoleusBackupFile *const *) a;
  const SoleusBackupFile *other = *(SoleusBackupFile *const *) b;

  if (one->at != other->at)
    return one->at > other->at ? -1 : 1;
  return -strcmp (one->path, other->path);
}

/**
 * soleus_backup_folder_list:
 * @folder: a folder, perhaps not there
 * @clinic_path: whose backups
 *
 * Returns: (transfer full) (element-type SoleusBackupFile): the backups of this clinic, newest first
 */
GPtrArray *
soleus_backup_folder_list (const char *folder,
                           const char *clinic_path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_backup_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *base = dup_base (clinic_path);
  g_autofree char *prefix = g_strconcat (base, "-", NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      SoleusBackupFile *file = g_str_has_prefix (name, prefix) ? parse_name (name + strlen (prefix)) : NULL;
      GStatBuf status;

      if (file == NULL)
        continue;
      file->path = g_build_filename (folder, name, NULL);
      file->size = g_stat (file->path, &status) == 0 ? (gint64) status.st_size : 0;
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_files);
  return files;
}

/**
 * soleus_backup_folder_choose:
 * @times: (array length=n_times): when the backups were made, newest first
 * @now: the present
 * @keep: (out caller-allocates) (array length=n_times): which are kept
 *
 * The five newest, and all of the last two days; then the newest of each day for two weeks, of each week for ten weeks, of each 30 days
 * for three years, and of each year. What lies in the future is kept: then it is the clock that is wrong.
 */
void
soleus_backup_folder_choose (const SoleusInstant *times,
                             gsize                n_times,
                             SoleusInstant        now,
                             gboolean            *keep)
{
  gint64 last_span = -1;
  gsize last_row = G_N_ELEMENTS (rows);

  for (gsize i = 0; i < n_times; i++)
    {
      gint64 age = now - times[i];
      gsize row = 0;
      gint64 span;

      while (age > rows[row].age)
        row++;
      /* spans are counted from a fixed day, so that the one that is kept does not change from day to day */
      span = rows[row].span > 0 ? times[i] / rows[row].span : -1;
      keep[i] = i < ALWAYS_KEPT || rows[row].span == 0 || row != last_row || span != last_span;
      last_row = row;
      last_span = span;
    }
}

/* What stands beside a damaged file that was kept goes with it. */
static const char *const companions[] = { "-wal", "-shm", "-journal" };

static gboolean
remove_file (const char *path)
{
  g_autofree char *content = soleus_content_folder_dup_path (path);

  if (g_unlink (path) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *companion = g_strconcat (path, companions[i], NULL);

      g_unlink (companion);
    }
  soleus_content_folder_remove (content);
  return TRUE;
}

/**
 * soleus_backup_folder_thin:
 * @newest: the backup that was just made and found good; without it nothing may be removed
 *
 * Removes the backups of this clinic that soleus_backup_folder_choose() does not keep.
 *
 * Returns: how many were removed
 */
guint
soleus_backup_folder_thin (const char    *folder,
                           const char    *clinic_path,
                           const char    *newest,
                           SoleusInstant  now)
{
  g_autoptr (GPtrArray) files = soleus_backup_folder_list (folder, clinic_path);
  g_autofree SoleusInstant *times = g_new (SoleusInstant, files->len);
  g_autofree gboolean *keep = g_new0 (gboolean, files->len);
  guint n_removed = 0;

  for (guint i = 0; i < files->len; i++)
    times[i] = ((SoleusBackupFile *) files->pdata[i])->at;
  soleus_backup_folder_choose (times, files->len, now, keep);
  for (guint i = 0; i < files->len; i++)
    {
      SoleusBackupFile *file = files->pdata[i];

      if (!keep[i] && !g_str_equal (file->path, newest) && remove_file (file->path))
        n_removed++;
    }
  return n_removed;
}

static gboolean
rename_file (const char  *from,
             const char  *to,
             GError     **error)
{
  g_autofree char *content = soleus_content_folder_dup_path (from);
  g_autofree char *other_content = soleus_content_folder_dup_path (to);

  if (g_file_test (to, G_FILE_TEST_EXISTS) || g_rename (from, to) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The backup “%s” cannot be renamed. Check the permissions of its folder."), from);
      return FALSE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *source = g_strconcat (from, companions[i], NULL);
      g_autofree char *target = g_strconcat (to, companions[i], NULL);

      g_rename (source, target);
    }
  g_rename (content, other_content);
  return TRUE;
}

/**
 * soleus_backup_folder_rename:
 * @folder: a folder, perhaps not there
 * @clinic_path: whose backups
 * @other_path: a clinic file that has none in @folder
 *
 * Makes them the backups of a clinic file with the name of @other_path, the newest last: where that fails, those that are left are of the first.
 *
 * Returns: %TRUE once each has its name; %FALSE with @error set
 */
gboolean
soleus_backup_folder_rename (const char  *folder,
                             const char  *clinic_path,
                             const char  *other_path,
                             GError     **error)
{
  g_autoptr (GPtrArray) files = soleus_backup_folder_list (folder, clinic_path);
  g_autofree char *base = dup_base (clinic_path);
  g_autofree char *other_base = dup_base (other_path);

  for (guint i = files->len; i > 0; i--)
    {
      SoleusBackupFile *file = files->pdata[i - 1];
      g_autofree char *former = g_path_get_basename (file->path);
      g_autofree char *name = g_strconcat (other_base, former + strlen (base), NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!rename_file (file->path, path, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_backup_folder_tidy:
 * @folder: the folder of the backups, or that of the clinic file
 *
 * Overwrites and removes what a backup or a restore of this clinic left unfinished when the machine went off, an hour ago or more.
 */
void
soleus_backup_folder_tidy (const char    *folder,
                           const char    *clinic_path,
                           SoleusInstant  now)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *base = dup_base (clinic_path);
  g_autofree char *prefix = g_strconcat (base, "-", NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (strstr (name, ".unfinished") == NULL || /* or its log */
          !(g_str_has_prefix (name, prefix) || g_str_has_prefix (name, ".backup-") || g_str_has_prefix (name, ".restore-")))
        continue;
      if (g_stat (path, &status) != 0 || now / SOLEUS_USEC_PER_SECOND - (gint64) status.st_mtime <= 3600)
        continue;
      if (S_ISDIR (status.st_mode))
        soleus_content_folder_remove (path);
      else
        soleus_encryption_wipe (path);
    }
}
