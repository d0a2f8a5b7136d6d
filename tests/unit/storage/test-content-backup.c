/* What a clinic adds to the protocol lies beside its file: a backup holds it, and a restore brings it back. */
#include "soleus-config.h"

#include "one-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "soleus-backup-folder.h"
#include "soleus-content-folder.h"
#include "soleus-error.h"
#include "soleus-records.h"

#define NOW G_GINT64_CONSTANT (1750000000000000)

typedef struct {
  OneStore  one;
  char     *folder; /* what the clinic added */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  one_store_set_up (&fixture->one, NOW);
  fixture->folder = soleus_content_folder_dup_path (fixture->one.path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->folder);
  one_store_tear_down (&fixture->one, NULL);
}

static void
put (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
take_away (Fixture    *fixture,
           const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* @text: (nullable): there is no such file */
static void
assert_text (const char *folder,
             const char *name,
             const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *present = NULL;

  g_file_get_contents (path, &present, NULL, NULL);
  g_assert_cmpstr (present, ==, text);
}

/* Returns: what was found wrong */
static guint
back_up (Fixture  *fixture,
         char    **path)
{
  g_autofree char *target = g_build_filename (fixture->one.folder, "copy.soleus", NULL);
  SoleusBackupRequest request = { .target = target, .occasion = "backup", .at = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_store_back_up (fixture->one.store, &request, &error);

  g_assert_no_error (error);
  *path = g_strdup (report->path);
  return report->n_findings;
}

static void
change_behind (const char *path,
               const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static SoleusRestorePreview *
prepare (Fixture    *fixture,
         const char *backup)
{
  g_autoptr (GError) error = NULL;
  SoleusRestorePreview *preview = soleus_restore_prepare (backup, fixture->one.path, NULL, NULL, &error);

  g_assert_no_error (error);
  return preview;
}

static void
assert_nothing_unfinished (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, "unfinished"));
}

static guint
count_athletes (Fixture *fixture)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = soleus_store_list (fixture->one.store, query, NULL);

  return athletes->len;
}

/* The content of a backup, and the present one, which is in the backup that every restore makes before. */
static void
a_restore_brings_it_back (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *backup = NULL, *backups = soleus_backup_folder_dup_default (fixture->one.path);
  g_autofree char *drawing = g_build_filename (fixture->folder, "drawings/own-wall.svg", NULL);
  g_autofree char *sentence = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL, back = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  put (fixture, "drawings/own-wall.svg", "<svg/>");
  put (fixture, "drawings/own-empty.svg", "");
  put (fixture, "notes.txt", "mine");
  g_assert_cmpuint (back_up (fixture, &backup), ==, 0);

  put (fixture, "en.json", "{ \"version\": \"2\" }");
  put (fixture, "de.json", "{ \"version\": \"3\" }");
  put (fixture, "notes.txt", "mine, later");
  put (fixture, "drawings/sketch.png", "also mine");
  take_away (fixture, "drawings/own-wall.svg");
  preview = prepare (fixture, backup);
  g_assert_true (preview->content_differs);
  sentence = soleus_restore_preview_dup_content_sentence (preview);
  g_assert_nonnull (strstr (sentence, "becomes what it was in the backup"));
  assert_text (fixture->folder, "en.json", "{ \"version\": \"2\" }"); /* looking changes nothing */

  g_assert_true (soleus_store_restore (fixture->one.store, preview, &error));
  g_assert_no_error (error);
  assert_text (fixture->folder, "en.json", "{ \"version\": \"1\" }");
  assert_text (fixture->folder, "drawings/own-wall.svg", "<svg/>");
  assert_text (fixture->folder, "drawings/own-empty.svg", "");
  assert_text (fixture->folder, "de.json", NULL);
  assert_text (fixture->folder, "notes.txt", "mine, later");
  assert_text (fixture->folder, "drawings/sketch.png", "also mine");
  g_assert_cmpint (stat (fixture->folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (drawing, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_clear_pointer (&preview, soleus_restore_preview_free);
  assert_nothing_unfinished (fixture->one.folder);

  before = soleus_backup_folder_list (backups, fixture->one.path);
  g_assert_cmpuint (before->len, ==, 1);
  back = prepare (fixture, ((SoleusBackupFile *) before->pdata[0])->path);
  g_assert_true (soleus_store_restore (fixture->one.store, back, &error));
  g_assert_no_error (error);
  assert_text (fixture->folder, "en.json", "{ \"version\": \"2\" }");
  assert_text (fixture->folder, "de.json", "{ \"version\": \"3\" }");
  assert_text (fixture->folder, "drawings/own-wall.svg", NULL);
}

/* A backup of a clinic that had added nothing brings that back; one that is the same changes nothing. */
static void
nothing_is_something_too (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *backup = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL, same = NULL, another = NULL;
  g_autofree char *sentence = NULL;
  struct stat before, after;

  g_assert_cmpuint (back_up (fixture, &backup), ==, 0);
  same = prepare (fixture, backup);
  g_assert_false (same->content_differs);
  g_assert_null (soleus_restore_preview_dup_content_sentence (same));
  g_assert_true (soleus_store_restore (fixture->one.store, same, NULL));
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  preview = prepare (fixture, backup);
  g_assert_true (preview->content_differs);
  g_assert_true (soleus_store_restore (fixture->one.store, preview, NULL));
  assert_text (fixture->folder, "en.json", NULL);

  g_assert_cmpint (stat (fixture->folder, &before), ==, 0);
  another = prepare (fixture, backup);
  g_assert_true (soleus_store_restore (fixture->one.store, another, NULL));
  g_assert_cmpint (stat (fixture->folder, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

/* Beside a file that cannot be opened nothing was backed up before: what is there is kept with it. */
static void
beside_a_damaged_file_it_is_kept (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *backup = NULL, *kept = NULL, *kept_content = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  g_assert_cmpuint (back_up (fixture, &backup), ==, 0);
  put (fixture, "en.json", "{ \"version\": \"2\" }");
  put (fixture, "drawings/own-wall.svg", "<svg/>");
  put (fixture, "notes.txt", "mine");
  g_clear_object (&fixture->one.store);
  g_assert_true (g_file_set_contents (fixture->one.path, "This was a clinic, once.", -1, NULL));
  preview = prepare (fixture, backup);
  g_assert_true (soleus_restore_replace (preview, fixture->one.path, NOW, &kept, &error));
  g_assert_no_error (error);
  assert_text (fixture->folder, "en.json", "{ \"version\": \"1\" }");
  assert_text (fixture->folder, "notes.txt", "mine");
  kept_content = soleus_content_folder_dup_path (kept);
  assert_text (kept_content, "en.json", "{ \"version\": \"2\" }");
  assert_text (kept_content, "drawings/own-wall.svg", "<svg/>");
  g_clear_pointer (&preview, soleus_restore_preview_free);
  assert_nothing_unfinished (fixture->one.folder);
}

/* What cannot be trusted is not put anywhere; the records come back all the same. */
static void
what_is_wrong_in_it_stays_out (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct { const char *sql, *says; } rows[] = {
    { "DROP TABLE content_file", "an older version of Soleus made" },
    { "UPDATE content_file SET bytes = x'41' WHERE name = 'en.json'", "“en.json”" },
    { "UPDATE content_file SET name = '../de.json' WHERE name = 'en.json'", "“../de.json”" },
    { "UPDATE content_file SET name = 'drawings/own-wall.sh' WHERE name = 'en.json'", "“drawings/own-wall.sh”" },
    { "UPDATE content_file SET hash = '' WHERE name = 'en.json'", "“en.json”" },
    { "DROP TABLE content_file; CREATE TABLE content_file (name TEXT)", "stays" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *backup = NULL, *sentence = NULL, *id = NULL;
      g_autoptr (SoleusRestorePreview) preview = NULL;
      g_autoptr (GError) error = NULL;
      guint n_athletes = count_athletes (fixture);

      g_test_message ("%s", rows[i].sql);
      put (fixture, "en.json", "{ \"version\": \"1\" }");
      g_assert_cmpuint (back_up (fixture, &backup), ==, 0);
      change_behind (backup, rows[i].sql);
      put (fixture, "en.json", "{ \"version\": \"2\" }");
      id = one_store_add_athlete (fixture->one.store, "Mara Swiftwater", NULL);
      preview = prepare (fixture, backup);
      g_assert_null (preview->content);
      sentence = soleus_restore_preview_dup_content_sentence (preview);
      g_assert_nonnull (strstr (sentence, rows[i].says));
      g_assert_true (soleus_store_restore (fixture->one.store, preview, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_athletes (fixture), ==, n_athletes);
      assert_text (fixture->folder, "en.json", "{ \"version\": \"2\" }");
      assert_text (fixture->one.folder, "de.json", NULL);
      g_assert_cmpint (g_unlink (backup), ==, 0);
    }
}

/* The records are backed up all the same, and no older backup goes. */
static void
what_cannot_be_read_is_told (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *unreadable = g_build_filename (fixture->folder, "en.json", NULL);
  g_autofree char *large = g_build_filename (fixture->folder, "de.json", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;

  put (fixture, "fr.json", "{ \"version\": \"1\" }");
  g_assert_cmpint (g_mkdir (unreadable, 0700), ==, 0);
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, (8 << 20) + 1), ==, 0);
  g_assert_cmpuint (back_up (fixture, &backup), ==, 2);
  preview = prepare (fixture, backup);
  g_assert_cmpuint (preview->content->len, ==, 1);
  g_assert_cmpstr (((SoleusContentFile *) preview->content->pdata[0])->name, ==, "fr.json");
}

/* Where it cannot be put back nothing is restored. */
static void
both_or_neither (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *backup = NULL, *id = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  guint n_athletes;

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  g_assert_cmpuint (back_up (fixture, &backup), ==, 0);
  take_away (fixture, "en.json");
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "in the way", -1, NULL));
  id = one_store_add_athlete (fixture->one.store, "Mara Swiftwater", NULL);
  n_athletes = count_athletes (fixture);
  preview = prepare (fixture, backup);
  g_assert_false (soleus_store_restore (fixture->one.store, preview, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Nothing was restored"));
  g_assert_cmpuint (count_athletes (fixture), ==, n_athletes);
  g_clear_pointer (&preview, soleus_restore_preview_free);
  assert_nothing_unfinished (fixture->one.folder);
}

/* A folder that lies elsewhere is changed there, and the link stays. */
static void
a_link_is_followed (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *elsewhere = g_build_filename (fixture->one.folder, "elsewhere", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (symlink (elsewhere, fixture->folder), ==, 0);
  put (fixture, "en.json", "{ \"version\": \"1\" }");
  g_assert_cmpuint (back_up (fixture, &backup), ==, 0);
  put (fixture, "en.json", "{ \"version\": \"2\" }");
  preview = prepare (fixture, backup);
  g_assert_true (soleus_store_restore (fixture->one.store, preview, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (fixture->folder, G_FILE_TEST_IS_SYMLINK));
  assert_text (elsewhere, "en.json", "{ \"version\": \"1\" }");
  g_clear_pointer (&preview, soleus_restore_preview_free);
  assert_nothing_unfinished (fixture->one.folder);
}

/* What is kept beside a damaged file is renamed with it, and goes with it, like its journal. */
static void
it_goes_with_the_damaged_file (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *backups = soleus_backup_folder_dup_default (fixture->one.path);
  g_autofree char *other = g_build_filename (fixture->one.folder, "other.soleus", NULL);
  g_autofree char *old = soleus_backup_folder_dup_new_path (backups, fixture->one.path, "damaged", NOW - 400 * 24 * SOLEUS_USEC_PER_HOUR, FALSE);
  g_autofree char *journal = g_strconcat (old, "-wal", NULL);
  g_autofree char *content = soleus_content_folder_dup_path (old);
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *renamed = NULL;

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->folder, content), ==, 0);
  g_assert_true (g_file_set_contents (old, "", 0, NULL));
  g_assert_true (g_file_set_contents (journal, "", 0, NULL));
  g_assert_true (soleus_backup_folder_rename (backups, fixture->one.path, other, NULL));
  g_assert_false (g_file_test (content, G_FILE_TEST_EXISTS));
  files = soleus_backup_folder_list (backups, other);
  g_assert_cmpuint (files->len, ==, 1);
  renamed = soleus_content_folder_dup_path (((SoleusBackupFile *) files->pdata[0])->path);
  assert_text (renamed, "en.json", "{ \"version\": \"1\" }");
  g_assert_true (soleus_backup_folder_rename (backups, other, fixture->one.path, NULL));
  assert_text (content, "en.json", "{ \"version\": \"1\" }");

  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *newer = soleus_backup_folder_dup_new_path (backups, fixture->one.path, "automatic", NOW - i * SOLEUS_USEC_PER_HOUR, FALSE);

      g_assert_true (g_file_set_contents (newer, "", 0, NULL));
    }
  g_assert_cmpuint (soleus_backup_folder_thin (backups, fixture->one.path, "", NOW), ==, 0); /* the only one of its year */
  {
    g_autofree char *same_year = soleus_backup_folder_dup_new_path (backups, fixture->one.path, "damaged", NOW - 399 * 24 * SOLEUS_USEC_PER_HOUR, FALSE);

    g_assert_true (g_file_set_contents (same_year, "", 0, NULL));
  }
  g_assert_cmpuint (soleus_backup_folder_thin (backups, fixture->one.path, "", NOW), ==, 1);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (content, G_FILE_TEST_EXISTS));
}

/* A restore during which the machine went off leaves a folder, which goes like other things that are left unfinished. */
static void
what_was_left_unfinished_goes (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *left = g_build_filename (fixture->one.folder, ".restore-0123456789abcdef.unfinished", NULL);

  put (fixture, "en.json", "{ \"version\": \"1\" }");
  put (fixture, "drawings/own-wall.svg", "<svg/>");
  g_assert_cmpint (g_rename (fixture->folder, left), ==, 0);
  soleus_backup_folder_tidy (fixture->one.folder, fixture->one.path, g_get_real_time ());
  g_assert_true (g_file_test (left, G_FILE_TEST_IS_DIR));
  soleus_backup_folder_tidy (fixture->one.folder, fixture->one.path, g_get_real_time () + 2 * SOLEUS_USEC_PER_HOUR);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
}

static void
names_of_the_folder (void)
{
  static const struct { const char *name; gboolean is_one; } rows[] = {
    { "en.json", TRUE }, { "pt-BR.json", TRUE }, { "drawings/own-wall.svg", TRUE }, { "drawings/own-wall-2.svg", TRUE },
    { "EN.json", FALSE }, { "en.json\n", FALSE }, { "en.json~", FALSE }, { "drawings/wall.svg", FALSE }, { "drawings/own-../x.svg", FALSE },
    { "../en.json", FALSE }, { "drawings/../en.json", FALSE }, { "drawings/own-.svg", FALSE }, { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (soleus_content_folder_is_name (rows[i].name), ==, rows[i].is_one);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(function) g_test_add ("/content-backup/" #function, Fixture, NULL, set_up, function, tear_down)
  ADD (a_restore_brings_it_back);
  ADD (nothing_is_something_too);
  ADD (beside_a_damaged_file_it_is_kept);
  ADD (what_is_wrong_in_it_stays_out);
  ADD (what_cannot_be_read_is_told);
  ADD (both_or_neither);
  ADD (a_link_is_followed);
  ADD (it_goes_with_the_damaged_file);
  ADD (what_was_left_unfinished_goes);
#undef ADD
  g_test_add_func ("/content-backup/names_of_the_folder", names_of_the_folder);
  return g_test_run ();
}
