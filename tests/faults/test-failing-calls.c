/* A call to the system fails while a backup, a restore or a setting is written: the first, the second, and so on. Each time the person is told,
 * the clinic is as it was, or as it was to become, and nothing half-done lies about. The calls of the database itself: test-failing-disk.c. */
#include "soleus-config.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault-vfs.h"
#include "little-clinic.h"
#include "tests/scratch-folder.h"

#include "soleus-access-settings.h"
#include "soleus-backup-folder.h"
#include "soleus-backup-settings.h"
#include "soleus-content-folder.h"
#include "soleus-error.h"
#include "soleus-records.h"
#include "soleus-sealed-file.h"

/* --- calls that stand before those of the C library --- */

static struct {
  guint       countdown; /* 0: nothing fails */
  int         reason;
  const char *fired;     /* (nullable) which one it was */
} faults;

static gboolean
fails (const char *name)
{
  if (faults.countdown == 0 || --faults.countdown > 0)
    return FALSE;
  faults.fired = name;
  errno = faults.reason;
  return TRUE;
}

#define NEXT(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

int
rename (const char *from,
        const char *to)
{
  return fails ("rename") ? -1 : NEXT (rename) (from, to);
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  return fails ("rename") ? -1 : NEXT (renameat2) (from_folder, from, to_folder, to, flags);
}

int
fsync (int fd)
{
  return fails ("fsync") ? -1 : NEXT (fsync) (fd);
}

int
mkdir (const char *path,
       mode_t      mode)
{
  return fails ("mkdir") ? -1 : NEXT (mkdir) (path, mode);
}

FILE *
fdopen (int         fd,
        const char *mode)
{
  return fails ("fdopen") ? NULL : NEXT (fdopen) (fd, mode);
}

size_t
fwrite (const void *data,
        size_t      size,
        size_t      n,
        FILE       *file)
{
  return fails ("fwrite") ? 0 : NEXT (fwrite) (data, size, n, file);
}

int
fflush (FILE *file)
{
  /* what is said on the way is no file */
  return file != stdout && file != stderr && fails ("fflush") ? EOF : NEXT (fflush) (file);
}

int
ferror (FILE *file)
{
  return fails ("ferror") ? 1 : NEXT (ferror) (file);
}

int
crypto_pwhash (unsigned char *const       out,
               unsigned long long         out_size,
               const char *const          passphrase,
               unsigned long long         size,
               const unsigned char *const salt,
               unsigned long long         operations,
               size_t                     memory,
               int                        algorithm)
{
  return fails ("crypto_pwhash") ? -1 : NEXT (crypto_pwhash) (out, out_size, passphrase, size, salt, operations, memory, algorithm);
}

/* --- the clinic, and what lies beside it --- */

#define PASSPHRASE "Wadenkrampf um drei"

typedef struct {
  LittleClinic *clinic;
  GBytes       *bytes;
  SoleusSealKey *key;
  char         *aside;   /* a folder for the backups that are there before */
  char         *plain;
  char         *sealed;
  SoleusStore  *store;   /* (nullable) of an attempt */
  SoleusRestorePreview *preview; /* (nullable) of an attempt */
} Fixture;

static void
put_file (const char *folder,
          const char *name,
          const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* What the clinic adds to the protocol: @version and a drawing that no other version has. */
static void
put_content (Fixture    *fixture,
             const char *version)
{
  g_autofree char *folder = soleus_content_folder_dup_path (fixture->clinic->path);
  g_autofree char *drawing = g_strdup_printf ("drawings/own-%s.svg", version);

  scratch_folder_remove (folder);
  put_file (folder, "en.json", version);
  put_file (folder, drawing, version);
}

static void
assert_content (Fixture    *fixture,
                const char *version)
{
  g_autofree char *folder = soleus_content_folder_dup_path (fixture->clinic->path);
  g_autofree char *drawing = g_strdup_printf ("drawings/own-%s.svg", version);
  g_autoptr (GPtrArray) unread = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = soleus_content_folder_read (folder, unread);

  g_assert_cmpuint (files->len, ==, 2);
  g_assert_cmpstr (((SoleusContentFile *) files->pdata[0])->name, ==, drawing);
  g_assert_cmpmem (g_bytes_get_data (((SoleusContentFile *) files->pdata[1])->bytes, NULL), strlen (version), version, strlen (version));
}

static char *
make_backup (Fixture             *fixture,
             const char          *name,
             const SoleusSealKey *key)
{
  g_autofree char *target = g_build_filename (fixture->aside, name, NULL);
  SoleusBackupRequest request = { .target = target, .occasion = "backup", .key = key, .at = soleus_clock_get_now (fixture->clinic->clock) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_backup_run_on_path (fixture->clinic->path, &request, &error);

  g_assert_no_error (error);
  return g_strdup (report->path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const guint8 salt[SOLEUS_SEAL_SALT_BYTES] = "0123456789abcde";
  g_autoptr (GError) error = NULL;

  fixture->clinic = little_clinic_new ();
  little_clinic_fill (fixture->clinic, 2);
  fixture->bytes = little_clinic_get_bytes (fixture->clinic);
  fixture->aside = g_dir_make_tmp ("soleus-aside-XXXXXX", NULL);
  /* as little work as a key may be: it is asked for often here */
  fixture->key = soleus_seal_key_derive (PASSPHRASE, crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN, salt, &error);
  g_assert_no_error (error);
  put_content (fixture, "then");
  fixture->plain = make_backup (fixture, "plain.soleus", NULL);
  fixture->sealed = make_backup (fixture, "sealed.soleus.sealed", fixture->key);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->plain);
  g_unlink (fixture->sealed);
  g_rmdir (fixture->aside);
  g_clear_pointer (&fixture->clinic, little_clinic_free);
  g_clear_pointer (&fixture->key, soleus_seal_key_free);
  g_clear_pointer (&fixture->bytes, g_bytes_unref);
  g_free (fixture->plain);
  g_free (fixture->sealed);
  g_free (fixture->aside);
}

static gboolean
holds (const char *path,
       const char *text)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) && length == strlen (text) && memcmp (content, text, length) == 0;
}

/* Returns: how many names in a folder and below have @part in them */
static guint
count_files (const char *folder,
             const char *part)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += strstr (name, part) != NULL;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += count_files (path, part);
    }
  return n;
}

/* The clinic opens and holds both athletes, each entry of its audit and its draft. */
static void
assert_whole (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = little_clinic_open (fixture->clinic, &error);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  g_assert_no_error (error);
  g_assert_cmpint (soleus_store_count (store, query, NULL), ==, 2);
  little_clinic_assert_clean (store);
}

/* --- jobs: what is done, and what must be so afterwards --- */

/* Returns: (transfer full): two pages that are no database any more; what is shorter than a page, SQLite takes for nothing */
static char *
dup_damaged (void)
{
  g_autofree char *spaces = g_strnfill (8192, ' ');

  return g_strconcat ("This was a clinic, once.", spaces, NULL);
}

typedef struct {
  const char *name;
  void      (*prepare) (Fixture   *fixture);
  gboolean  (*run)     (Fixture   *fixture,
                        GError   **error);
  void      (*check)   (Fixture   *fixture,
                        gboolean   done);
  const char *forgiven; /* the calls that may fail without a word, in their order */
} Task;

static gboolean
back_up (Fixture              *fixture,
         const SoleusSealKey  *key,
         GError              **error)
{
  SoleusBackupRequest request = { .occasion = "backup", .key = key, .at = soleus_clock_get_now (fixture->clinic->clock), .thin = TRUE };
  g_autoptr (SoleusBackupReport) report = soleus_backup_run_on_path (fixture->clinic->path, &request, error);

  return report != NULL;
}

static gboolean
back_up_plain (Fixture  *fixture,
               GError  **error)
{
  return back_up (fixture, NULL, error);
}

static gboolean
back_up_sealed (Fixture  *fixture,
                GError  **error)
{
  return back_up (fixture, fixture->key, error);
}

static void
check_backup (Fixture  *fixture,
              gboolean  done)
{
  g_assert_cmpuint (count_files (fixture->clinic->folder, "-backup.soleus"), ==, done);
  assert_whole (fixture);
}

static void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = little_clinic_open (fixture->clinic, &error);
  g_assert_no_error (error);
}

static gboolean
prepare_restore (Fixture     *fixture,
                 const char  *source,
                 GError     **error)
{
  fixture->preview = soleus_restore_prepare (source, fixture->clinic->path, NULL, PASSPHRASE, error);
  return fixture->preview != NULL;
}

static gboolean
prepare_sealed (Fixture  *fixture,
                GError  **error)
{
  return prepare_restore (fixture, fixture->sealed, error);
}

static void
check_prepared (Fixture  *fixture,
                gboolean  done)
{
  if (done)
    g_assert_cmpint (fixture->preview->backup_newest_entry, ==, fixture->preview->present_newest_entry);
  g_assert_cmpuint (count_files (fixture->clinic->folder, "unfinished"), ==, done);
  assert_whole (fixture);
}

static void
open_and_prepare (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  prepare_restore (fixture, fixture->plain, &error);
  g_assert_no_error (error);
}

static gboolean
restore (Fixture  *fixture,
         GError  **error)
{
  return soleus_store_restore (fixture->store, fixture->preview, error);
}

static void
check_restored (Fixture  *fixture,
                gboolean  done)
{
  g_autoptr (GPtrArray) drafts = soleus_store_list_drafts (fixture->store, NULL, NULL);

  g_assert_cmpuint (drafts->len, ==, 1);
  assert_content (fixture, done ? "then" : "now");
  if (done)
    g_assert_cmpuint (count_files (fixture->clinic->folder, "-before-restore.soleus"), ==, 1);
  g_clear_object (&fixture->store);
  assert_whole (fixture);
}

static void
damage_and_prepare (Fixture *fixture)
{
  g_autofree char *wal = g_strconcat (fixture->clinic->path, "-wal", NULL);
  g_autofree char *damaged = dup_damaged ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->clinic->path, damaged, -1, NULL));
  g_assert_true (g_file_set_contents (wal, "its log", -1, NULL));
  prepare_restore (fixture, fixture->sealed, &error);
  g_assert_no_error (error);
}

static gboolean
replace (Fixture  *fixture,
         GError  **error)
{
  g_autofree char *kept = NULL;

  return soleus_restore_replace (fixture->preview, fixture->clinic->path, soleus_clock_get_now (fixture->clinic->clock), &kept, error);
}

/* The damaged file is at one of two places, never gone: the person may want to have somebody look at it. */
static void
check_replaced (Fixture  *fixture,
                gboolean  done)
{
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->clinic->path);
  g_autofree char *wal = g_strconcat (fixture->clinic->path, "-wal", NULL);
  g_autofree char *damaged = dup_damaged ();

  g_assert_cmpint (holds (fixture->clinic->path, damaged), ==, !done);
  assert_content (fixture, done ? "then" : "now");
  /* with its log, if it went at all */
  g_assert_cmpuint (count_files (folder, "-damaged.soleus"), >=, done ? 2 : 0);
  if (done)
    assert_whole (fixture);
  else
    g_assert_true (holds (wal, "its log"));
}

static void
lose_and_prepare (Fixture *fixture)
{
  g_autofree char *wal = g_strconcat (fixture->clinic->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (fixture->clinic->path), ==, 0);
  g_assert_true (g_file_set_contents (wal, "its log", -1, NULL));
  prepare_restore (fixture, fixture->plain, &error);
  g_assert_no_error (error);
}

/* What is left of the clinic is its log: beside the missing file, or among the backups. Tried again with what was prepared, it is done. */
static void
check_put (Fixture  *fixture,
           gboolean  done)
{
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->clinic->path);
  g_autofree char *wal = g_strconcat (fixture->clinic->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_file_test (fixture->clinic->path, G_FILE_TEST_EXISTS), ==, done);
  assert_content (fixture, done ? "then" : "now");
  if (!done)
    {
      g_assert_true (holds (wal, "its log"));
      replace (fixture, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (count_files (folder, "-damaged.soleus"), >=, 1);
  g_assert_false (holds (wal, "its log"));
  assert_whole (fixture);
}

static void
keep_settings (Fixture *fixture)
{
  SoleusBackupSettings settings = { (char *) "/media/stick", 12, NULL };

  g_assert_true (soleus_backup_settings_save (&settings, fixture->clinic->path, NULL));
}

static gboolean
change_settings (Fixture  *fixture,
                 GError  **error)
{
  SoleusBackupSettings settings = { NULL, 48, fixture->key };

  return soleus_backup_settings_save (&settings, fixture->clinic->path, error);
}

static void
check_settings (Fixture  *fixture,
                gboolean  done)
{
  g_autoptr (SoleusBackupSettings) settings = soleus_backup_settings_load (fixture->clinic->path);

  g_assert_cmpint (settings->every_hours, ==, done ? 48 : 12);
  g_assert_cmpstr (settings->folder, ==, done ? NULL : "/media/stick");
  g_assert_cmpint (settings->key != NULL, ==, done);
}

static void
keep_access (Fixture *fixture)
{
  SoleusAccessSettings settings = { (char *) "$former", 5, 10 };

  g_assert_true (soleus_access_settings_save (&settings, fixture->clinic->path, NULL));
}

static gboolean
change_access (Fixture  *fixture,
               GError  **error)
{
  SoleusAccessSettings settings = { (char *) "$newer", 15, 12 };

  return soleus_access_settings_save (&settings, fixture->clinic->path, error);
}

static void
check_access (Fixture  *fixture,
              gboolean  done)
{
  g_autoptr (SoleusAccessSettings) settings = soleus_access_settings_load (fixture->clinic->path);

  g_assert_cmpstr (settings->hash, ==, done ? "$newer" : "$former");
  g_assert_cmpint (settings->idle_minutes, ==, done ? 15 : 5);
}

/* The last fsync is of the folder, after the new name was given: there is nothing left to be undone then. GLib tries a folder that could not
 * be made once more, from its parents on, and syncs a folder after each file that it puts there, as the change of what the clinic added does
 * again. A journal that is not there cannot be moved, and one that stays finds no file that it belongs to. */
static const Task tasks[] = {
  { "back up", NULL, back_up_plain, check_backup, "fsync " },
  { "back up, encrypted", NULL, back_up_sealed, check_backup, "fsync " },
  { "prepare a restore, encrypted", NULL, prepare_sealed, check_prepared, "fsync " },
  { "restore into the open file", open_and_prepare, restore, check_restored, "fsync fsync fsync " },
  { "replace a damaged file", damage_and_prepare, replace, check_replaced, "fsync fsync rename rename rename fsync " },
  { "replace a file that is gone", lose_and_prepare, replace, check_put, "fsync fsync rename rename rename fsync " },
  { "keep the settings of backups", keep_settings, change_settings, check_settings, "fsync " },
  { "keep the settings of the lock", keep_access, change_access, check_access, "fsync " },
};

/* Returns: which call failed, or %NULL when there are fewer than @nth */
static const char *
fail_one (Fixture    *fixture,
          const Task *task,
          guint       nth,
          int         reason,
          gboolean   *done)
{
  g_autoptr (GError) error = NULL;
  const char *fired;

  little_clinic_put_bytes (fixture->clinic, g_bytes_get_data (fixture->bytes, NULL), g_bytes_get_size (fixture->bytes));
  put_content (fixture, "now");
  if (task->prepare != NULL)
    task->prepare (fixture);
  faults.fired = NULL;
  faults.reason = reason;
  faults.countdown = nth;
  *done = task->run (fixture, &error);
  faults.countdown = 0;
  fired = faults.fired;

  g_test_message ("%s, call %u (%s): %s", task->name, nth, fired != NULL ? fired : "none", error != NULL ? error->message : "done");
  g_assert_cmpint (*done, ==, error == NULL);
  if (error != NULL)
    {
      g_assert_true (error->domain == SOLEUS_ERROR);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  task->check (fixture, *done);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->preview, soleus_restore_preview_free);
  g_assert_cmpuint (count_files (fixture->clinic->folder, "unfinished"), ==, 0);
  g_assert_cmpuint (count_files (fixture->clinic->folder, ".tmp"), ==, 0);
  return fired;
}

static void
test_each_call_fails_once (Fixture       *fixture,
                           gconstpointer  data)
{
  static const int reasons[] = { EIO, ENOSPC };

  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (reasons); j++)
      {
        g_autoptr (GString) forgiven = g_string_new (NULL);
        const char *fired = "";
        guint n_told = 0;

        for (guint nth = 1; fired != NULL; nth++)
          {
            gboolean done;

            g_assert_cmpuint (nth, <, 1000);
            fired = fail_one (fixture, &tasks[i], nth, reasons[j], &done);
            /* the control: without a fault it is done */
            g_assert_true (done || fired != NULL);
            n_told += !done;
            if (done && fired != NULL && !g_str_equal (fired, "mkdir"))
              g_string_append_printf (forgiven, "%s ", fired);
          }
        g_test_message ("%s: %u faults told", tasks[i].name, n_told);
        g_assert_cmpuint (n_told, >, 0);
        g_assert_cmpstr (forgiven->str, ==, tasks[i].forgiven);
      }
}

/* Argon2id finds too little memory: that is said, and no other key is taken in its place. */
static void
test_too_little_memory_for_a_passphrase (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusSealKey) key = NULL;

  faults.countdown = 1;
  key = soleus_seal_key_new (PASSPHRASE, &error);
  g_assert_cmpstr (faults.fired, ==, "crypto_pwhash");
  g_assert_null (key);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "memory"));
}

#define ADD(name, func) g_test_add ("/failing-calls/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  fault_vfs_install ();
  fault_vfs_skip_syncs (TRUE);

  ADD ("each_call_fails_once", test_each_call_fails_once);
  ADD ("too_little_memory_for_a_passphrase", test_too_little_memory_for_a_passphrase);

  return g_test_run ();
}
