/* What a backup and a restore refuse, and what lists of the store say at their edges. */
#include "soleus-config.h"

#include "one-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <utime.h>

#include "soleus-athlete-search.h"
#include "soleus-backup-folder.h"
#include "soleus-erasure.h"
#include "soleus-error.h"
#include "soleus-record-others.h"
#include "soleus-records.h"

#define NOW G_GINT64_CONSTANT (1750000000000000)

typedef OneStore Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  one_store_set_up (fixture, NOW);
}

static char *
dup_path (Fixture    *fixture,
          const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
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

static char *
back_up (Fixture    *fixture,
         const char *name)
{
  g_autofree char *target = dup_path (fixture, name);
  SoleusBackupRequest request = { .target = target, .occasion = "backup", .at = NOW };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusBackupReport) report = soleus_store_back_up (fixture->store, &request, &error);

  g_assert_no_error (error);
  return g_strdup (report->path);
}

/* --- what is no backup of a clinic --- */

static void
test_what_cannot_be_restored_says_why (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  static const struct { const char *sql, *text; int code; const char *says; } rows[] = {
    { NULL, NULL, SOLEUS_ERROR_NOT_FOUND, "cannot be read" },
    { NULL, "a letter to the tax office", SOLEUS_ERROR_DAMAGED, NULL },
    { "PRAGMA user_version = 999", NULL, SOLEUS_ERROR_TOO_NEW, "newer version" },
    { "PRAGMA application_id = 7", NULL, SOLEUS_ERROR_DAMAGED, "not a Soleus clinic file" },
    { "UPDATE athlete SET name = 'Somebody else'", NULL, SOLEUS_ERROR_DAMAGED, "is not restored" },
    { "DROP TABLE audit", NULL, -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("backup-%" G_GSIZE_FORMAT ".soleus", i);
      g_autofree char *source = rows[i].sql != NULL ? back_up (fixture, name) : dup_path (fixture, name);
      g_autoptr (SoleusRestorePreview) preview = NULL;
      g_autoptr (GDir) dir = NULL;
      g_autoptr (GError) error = NULL;
      const char *file;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (rows[i].sql != NULL)
        change_behind (source, rows[i].sql);
      if (rows[i].text != NULL)
        g_assert_true (g_file_set_contents (source, rows[i].text, -1, NULL));
      preview = soleus_restore_prepare (source, fixture->path, NULL, NULL, &error);
      g_assert_null (preview);
      g_assert_true (error->domain == SOLEUS_ERROR);
      if (rows[i].code >= 0)
        g_assert_error (error, SOLEUS_ERROR, rows[i].code);
      if (rows[i].says != NULL)
        g_assert_nonnull (strstr (error->message, rows[i].says));
      dir = g_dir_open (fixture->folder, 0, NULL);
      while ((file = g_dir_read_name (dir)) != NULL)
        g_assert_null (strstr (file, "unfinished"));
    }
}

/* A clinic that is in memory alone, or not there yet, takes a backup too, and has nothing to compare it with. */
static void
test_a_backup_goes_where_there_is_no_clinic_yet (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  g_autofree char *source = back_up (fixture, "backup.soleus");
  g_autofree char *elsewhere = dup_path (fixture, "elsewhere.soleus");
  const char *const targets[] = { ":memory:", elsewhere };

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusRestorePreview) preview = soleus_restore_prepare (source, targets[i], NULL, NULL, &error);
      g_autoptr (SoleusStore) memory = NULL;
      g_autoptr (SoleusRecord) found = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (g_array_index (preview->counts, SoleusRestoreCount, 0).present, ==, -1);
      g_assert_cmpint (g_array_index (preview->counts, SoleusRestoreCount, 0).backup, ==, 1);
      g_assert_false (preview->same_history);
      g_assert_true (preview->present_newest_entry == SOLEUS_UNKNOWN_INSTANT);
      memory = soleus_store_open (":memory:", SOLEUS_STORE_CREATE, fixture->clock, NULL);
      soleus_store_restore (memory, preview, &error);
      g_assert_no_error (error);
      found = soleus_store_find (memory, &soleus_athlete_kind, id, NULL);
      g_assert_nonnull (found);
    }
}

/* The stick of somebody else: the present clinic does not go on from that backup, and that is seen before it is taken. */
static void
test_a_backup_of_another_clinic_is_told (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  g_autofree char *path = dup_path (fixture, "another.soleus");
  g_autofree char *source = dup_path (fixture, "backup-of-another.soleus");
  g_autoptr (SoleusStore) another = soleus_store_open (path, SOLEUS_STORE_CREATE, fixture->clock, NULL);
  g_autofree char *other_id = one_store_add_athlete (another, "Jon Hillrepeat", NULL);
  SoleusBackupRequest request = { .target = source, .occasion = "backup", .at = NOW };
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  report = soleus_store_back_up (another, &request, &error);
  g_assert_no_error (error);
  preview = soleus_restore_prepare (source, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (preview->same_history);
  g_assert_false (preview->present_is_gone);
  g_assert_cmpint (preview->n_entries_after, ==, 0);
  g_assert_cmpint (g_array_index (preview->counts, SoleusRestoreCount, 0).present, ==, 1);
}

/* Before anything is replaced the present state is backed up; where that fails, nothing is replaced. */
static void
test_no_restore_without_a_backup_of_the_present (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *before = one_store_add_athlete (fixture->store, "In the backup", NULL);
  g_autofree char *source = back_up (fixture, "backup.soleus");
  g_autofree char *after = one_store_add_athlete (fixture->store, "Added since", NULL);
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRestorePreview) preview = soleus_restore_prepare (source, fixture->path, NULL, NULL, &error);
  g_autoptr (SoleusRecord) found = NULL;
  g_autoptr (SoleusRecord) gone = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_true (preview->same_history);
  g_assert_cmpint (preview->n_entries_after, ==, 1);

  /* a file stands where the folder of the backups would be */
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (soleus_store_restore (fixture->store, preview, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
  g_clear_error (&error);
  found = soleus_store_find (fixture->store, &soleus_athlete_kind, after, NULL);
  g_assert_nonnull (found);

  g_assert_cmpint (g_unlink (folder), ==, 0);
  soleus_store_restore (fixture->store, preview, &error);
  g_assert_no_error (error);
  gone = soleus_store_find (fixture->store, &soleus_athlete_kind, after, NULL);
  g_assert_null (gone);
  backups = soleus_backup_folder_list (folder, fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpstr (((SoleusBackupFile *) backups->pdata[0])->occasion, ==, "before-restore");
}

/* What somebody has open is not moved aside, damaged or not. */
static void
test_a_file_that_is_in_use_is_not_replaced (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  g_autofree char *source = back_up (fixture, "backup.soleus");
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->path);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRestorePreview) preview = soleus_restore_prepare (source, fixture->path, NULL, NULL, &error);
  sqlite3 *handle = NULL;

  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (soleus_restore_replace (preview, fixture->path, NOW, &kept, &error));
  g_assert_null (kept);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED);
  g_clear_error (&error);
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (handle);

  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  g_assert_false (soleus_restore_replace (preview, fixture->path, NOW, &kept, &error));
  g_assert_null (kept);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_cmpint (g_unlink (folder), ==, 0);
  g_assert_true (soleus_restore_replace (preview, fixture->path, NOW, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* --- backups --- */

static void
test_a_backup_is_never_written_over (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *source = back_up (fixture, "backup.soleus");
  g_autofree char *under = g_build_filename (source, "below", "backup.soleus", NULL);
  SoleusBackupRequest again = { .target = source, .occasion = "backup", .at = NOW };
  SoleusBackupRequest below = { .target = under, .occasion = "backup", .at = NOW };
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autoptr (GError) error = NULL;

  report = soleus_store_back_up (fixture->store, &again, &error);
  g_assert_null (report);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);
  report = soleus_store_back_up (fixture->store, &below, &error);
  g_assert_null (report);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY);
  g_clear_error (&error);
  report = soleus_backup_run_on_path ("/nowhere/clinic.soleus", &again, &error);
  g_assert_null (report);
  g_assert_true (error->domain == SOLEUS_ERROR);
}

/* A backup of what was changed behind the program's back is kept and says so, and then no older one goes. */
static void
test_a_backup_with_findings_thins_nothing (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  g_autofree char *folder = soleus_backup_folder_dup_default (fixture->path);
  SoleusBackupRequest request = { .occasion = "automatic", .at = NOW, .thin = TRUE };
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autoptr (SoleusBackupReport) good = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = soleus_backup_folder_dup_new_path (folder, fixture->path, "automatic", NOW - (900 * 24 + i) * SOLEUS_USEC_PER_HOUR, FALSE);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  change_behind (fixture->path, "UPDATE athlete SET name = 'Somebody else'");
  report = soleus_store_back_up (fixture->store, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_findings, >, 0);
  g_assert_nonnull (report->finding);
  g_assert_cmpuint (report->n_thinned, ==, 0);
  files = soleus_backup_folder_list (folder, fixture->path);
  g_assert_cmpuint (files->len, ==, 41);

  /* the control: put right, they go */
  change_behind (fixture->path, "UPDATE athlete SET name = 'Mara Swiftwater'");
  request.at = NOW + SOLEUS_USEC_PER_HOUR;
  good = soleus_store_back_up (fixture->store, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (good->n_findings, ==, 0);
  g_assert_cmpuint (good->n_thinned, >, 30);
}

/* What was left unfinished more than an hour ago goes with the next backup; what may still be written, and what is not ours, stays. */
static void
test_what_was_left_unfinished_goes (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const struct { const char *name; int age_in_seconds; gboolean stays; } rows[] = {
    { "clinic-20250101T000000Z-backup.soleus.unfinished", 7200, FALSE },
    { "clinic-20250101T010000Z-backup.soleus.unfinished", 3601, FALSE },
    { "clinic-20250101T020000Z-backup.soleus.unfinished", 3600, TRUE },
    { "clinic-20250101T030000Z-backup.soleus.unfinished", -60, TRUE },
    { ".backup-00c0ffee.unfinished", 7200, FALSE },
    { ".restore-00c0ffee00c0ffee.unfinished", 7200, FALSE },
    { ".restore-00c0ffee00c0ffef.unfinished", 60, TRUE },
    { "other-20250101T000000Z-backup.soleus.unfinished", 7200, TRUE },
    { "notes.unfinished", 7200, TRUE },
    { "clinic-20250101T000000Z-backup.soleus", 7200, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = dup_path (fixture, rows[i].name);
      struct utimbuf times = { NOW / SOLEUS_USEC_PER_SECOND - rows[i].age_in_seconds, NOW / SOLEUS_USEC_PER_SECOND - rows[i].age_in_seconds };

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
      g_assert_cmpint (utime (path, &times), ==, 0);
    }
  soleus_backup_folder_tidy (fixture->folder, fixture->path, NOW);
  soleus_backup_folder_tidy ("/nowhere", fixture->path, NOW);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = dup_path (fixture, rows[i].name);

      g_test_message ("%s", rows[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, rows[i].stays);
    }
}

/* --- documents and lists --- */

static void
test_a_document_that_was_changed_or_lost_is_named (Fixture       *fixture,
                                                   gconstpointer  data)
{
  static const struct { const char *sql, *says; } rows[] = {
    { "UPDATE blob SET bytes = x'00'", "was changed outside of Soleus" },
    { "UPDATE blob SET bytes = x''", "was changed outside of Soleus" },
    { "DELETE FROM blob", "is missing" },
  };
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a document", 10);
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) read = NULL;

  g_assert_true (soleus_store_begin (fixture->store, NULL));
  g_assert_true (soleus_store_put_blob (fixture->store, bytes, NULL));
  g_assert_true (soleus_store_put_blob (fixture->store, bytes, NULL)); /* the same is kept once */
  g_assert_true (soleus_store_commit (fixture->store, NULL));
  read = soleus_store_get_blob (fixture->store, hash, NULL);
  g_assert_true (g_bytes_equal (read, bytes));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) none = NULL;

      change_behind (fixture->path, rows[i].sql);
      none = soleus_store_get_blob (fixture->store, hash, &error);
      g_assert_null (none);
      g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, rows[i].says));
    }
}

/* Members that are no fields here go on from revision to revision, unless others are named. */
static void
test_members_of_a_later_version_stay (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const struct { const char *named, *kept; } rows[] = {
    { "{\"gait-lab\": 1}", "{\"gait-lab\": 1}" },
    { NULL, "{\"gait-lab\": 1}" },
    { "{}", "{}" },
    { NULL, "{}" },
    { "{\"gait-lab\": 2}", "{\"gait-lab\": 2}" },
  };
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) stored = soleus_store_find (fixture->store, &soleus_athlete_kind, id, NULL);
      g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
      g_autoptr (GPtrArray) versions = NULL;

      if (rows[i].named != NULL)
        soleus_record_set_other_members (copy, rows[i].named);
      one_store_save (fixture->store, copy);
      versions = soleus_store_list_versions (fixture->store, &soleus_athlete_kind, id, NULL);
      g_assert_cmpuint (versions->len, ==, i + 2);
      g_assert_cmpstr (soleus_record_get_other_members (versions->pdata[i + 1]), ==, rows[i].kept);
    }
}

static void
test_a_version_that_cannot_be_read_is_an_error (Fixture       *fixture,
                                                gconstpointer  data)
{
  static const char *const contents[] = { "no record", "{'name': <5>}" };
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE version SET content = '%s'", i == 0 ? contents[0] : "{''name'': <5>}");
      g_autoptr (GPtrArray) versions = NULL;
      g_autoptr (GError) error = NULL;

      change_behind (fixture->path, sql);
      versions = soleus_store_list_versions (fixture->store, &soleus_athlete_kind, id, &error);
      g_assert_null (versions);
      g_assert_nonnull (error);
    }
}

static char *
dup_names (Fixture     *fixture,
           SoleusQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = soleus_store_list (fixture->store, query, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (names, "%s ", soleus_record_get_text (records->pdata[i], "name"));
  return g_string_free (names, FALSE);
}

static void
test_a_query_lists_what_it_says (Fixture       *fixture,
                                 gconstpointer  data)
{
  static const struct { int known; const char *order; gboolean descending; gint64 limit, offset; const char *names; } rows[] = {
    { -1, "name", FALSE, -1, 0, "ada Bea Cora " },
    { -1, "name", TRUE, -1, 0, "Cora Bea ada " },
    { TRUE, "name", FALSE, -1, 0, "ada Cora " },
    { FALSE, "name", FALSE, -1, 0, "Bea " },
    { -1, "name", FALSE, 2, 0, "ada Bea " },
    { -1, "name", FALSE, 2, 2, "Cora " },
    { -1, "name", FALSE, -1, 1, "Bea Cora " },
    { -1, "name", FALSE, 0, 0, "" },
    { -1, "team", FALSE, -1, 0, "Bea Cora ada " }, /* without a team first, then A, then B */
  };

  g_free (one_store_add_athlete (fixture->store, "Cora", "A"));
  g_free (one_store_add_athlete (fixture->store, "ada", "B"));
  g_free (one_store_add_athlete (fixture->store, "Bea", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
      g_autofree char *names = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      if (rows[i].known >= 0)
        soleus_query_where_known (query, "team", rows[i].known);
      soleus_query_order_by (query, rows[i].order, rows[i].descending);
      soleus_query_set_limit (query, rows[i].limit, rows[i].offset);
      names = dup_names (fixture, query);
      g_assert_cmpstr (names, ==, rows[i].names);
    }
}

static void
test_athletes_are_found_in_every_order (Fixture       *fixture,
                                        gconstpointer  data)
{
  SoleusConnection *connection = soleus_store_get_connection (fixture->store);
  g_autofree char *cora = one_store_add_athlete (fixture->store, "Cora", "Harriers");
  g_autofree char *ada = one_store_add_athlete (fixture->store, "ada", "Amblers");
  g_autofree char *bea = one_store_add_athlete (fixture->store, "Bea", "Harriers");
  const struct { const char *team; SoleusAthleteOrder order; const char *names; } rows[] = {
    { NULL, SOLEUS_ATHLETE_ORDER_NAME, "ada Bea Cora " },
    { "Harriers", SOLEUS_ATHLETE_ORDER_NAME, "Bea Cora " },
    { NULL, SOLEUS_ATHLETE_ORDER_LAST_VISIT, "Bea ada Cora " },
    { NULL, SOLEUS_ATHLETE_ORDER_LAST_EPISODE, "Cora ada Bea " },
    { "Strollers", SOLEUS_ATHLETE_ORDER_NAME, "" },
  };
  g_autoptr (SoleusRecord) visit = soleus_record_new (&soleus_visit_kind);
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  g_autoptr (SoleusMoment) then = soleus_moment_new (NOW, 0, SOLEUS_PRECISION_EXACT);
  g_auto (GStrv) teams = NULL;
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (SoleusRecord) copy = NULL;
  g_autoptr (GArray) everybody = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree char *nobody = NULL;
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (visit, "athlete", bea);
  soleus_record_set_moment (visit, "time", then);
  one_store_save (fixture->store, visit);
  soleus_record_set_text (episode, "athlete", cora);
  soleus_record_set_moment (episode, "onset", then);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "soleus");
  one_store_save (fixture->store, episode);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GArray) found = soleus_athlete_search_list (connection, rows[i].team, FALSE, rows[i].order, &error);
      g_autoptr (GString) names = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < found->len; j++)
        {
          g_autofree char *id = soleus_athlete_search_dup_id (connection, g_array_index (found, gint64, j), NULL);
          g_autofree char *name = soleus_athlete_search_dup_name (connection, id, NULL);

          g_assert_cmpint (soleus_athlete_search_find_row (connection, id, NULL), ==, g_array_index (found, gint64, j));
          g_string_append_printf (names, "%s ", name);
        }
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (names->str, ==, rows[i].names);
    }

  /* a void athlete is in no list, no team and no search */
  stored = soleus_store_find (fixture->store, &soleus_athlete_kind, ada, NULL);
  copy = soleus_record_copy (stored);
  soleus_record_set_text (copy, "void-reason", "entered twice");
  one_store_save (fixture->store, copy);
  teams = soleus_athlete_search_list_teams (connection, &error);
  g_assert_cmpuint (g_strv_length (teams), ==, 1);
  g_assert_cmpstr (teams[0], ==, "Harriers");
  none = soleus_athlete_search_match (connection, "ada", &error);
  g_assert_cmpuint (none->len, ==, 0);
  everybody = soleus_athlete_search_match (connection, "  ", &error);
  g_assert_null (everybody);
  g_assert_no_error (error);
  nobody = soleus_athlete_search_dup_name (connection, "00000000-0000-4000-8000-000000000000", &error);
  g_assert_null (nobody);
  g_assert_null (soleus_athlete_search_dup_id (connection, 999, &error));
  g_assert_cmpint (soleus_athlete_search_find_row (connection, "00000000-0000-4000-8000-000000000000", &error), ==, -1);
  g_assert_no_error (error);
}

/* Who reads meanwhile keeps the journal as it is, with what was erased: that is said, and doing it again finishes it. */
static void
test_traces_that_cannot_be_removed_are_named (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *id = one_store_add_athlete (fixture->store, "Mara Swiftwater", NULL);
  sqlite3 *reader = NULL;
  sqlite3_stmt *statement = NULL;
  g_autoptr (GError) error = NULL;
  guint n_erased = 0;

  g_assert_cmpint (sqlite3_open (fixture->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (reader, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (reader, "SELECT name FROM athlete", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_false (soleus_store_erase_athlete (fixture->store, id, NULL, "asked for", &n_erased, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED);
  g_assert_cmpuint (n_erased, ==, 1);
  g_clear_error (&error);
  sqlite3_finalize (statement);
  sqlite3_close (reader);
  soleus_erasure_clean (soleus_store_get_connection (fixture->store), &error);
  g_assert_no_error (error);

  g_assert_false (soleus_store_erase_athlete (fixture->store, id, NULL, "asked for", &n_erased, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
}

#define ADD(name, func) g_test_add ("/restore/" name, Fixture, NULL, set_up, func, one_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("what_cannot_be_restored_says_why", test_what_cannot_be_restored_says_why);
  ADD ("a_backup_goes_where_there_is_no_clinic_yet", test_a_backup_goes_where_there_is_no_clinic_yet);
  ADD ("a_backup_of_another_clinic_is_told", test_a_backup_of_another_clinic_is_told);
  ADD ("no_restore_without_a_backup_of_the_present", test_no_restore_without_a_backup_of_the_present);
  ADD ("a_file_that_is_in_use_is_not_replaced", test_a_file_that_is_in_use_is_not_replaced);
  ADD ("a_backup_is_never_written_over", test_a_backup_is_never_written_over);
  ADD ("a_backup_with_findings_thins_nothing", test_a_backup_with_findings_thins_nothing);
  ADD ("what_was_left_unfinished_goes", test_what_was_left_unfinished_goes);
  ADD ("a_document_that_was_changed_or_lost_is_named", test_a_document_that_was_changed_or_lost_is_named);
  ADD ("members_of_a_later_version_stay", test_members_of_a_later_version_stay);
  ADD ("a_version_that_cannot_be_read_is_an_error", test_a_version_that_cannot_be_read_is_an_error);
  ADD ("a_query_lists_what_it_says", test_a_query_lists_what_it_says);
  ADD ("athletes_are_found_in_every_order", test_athletes_are_found_in_every_order);
  ADD ("traces_that_cannot_be_removed_are_named", test_traces_that_cannot_be_removed_are_named);

  return g_test_run ();
}
