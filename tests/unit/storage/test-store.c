/* What was saved comes back the same, every revision stays, and whatever is changed behind the program's back is found. */
#include "soleus-config.h"

#include "one-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "soleus-error.h"
#include "soleus-records.h"

typedef OneStore Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  one_store_set_up (fixture, G_GINT64_CONSTANT (1750000000123456));
}

static SoleusRecord *
create_athlete (const char *name)
{
  SoleusRecord *athlete = soleus_record_new (&soleus_athlete_kind);

  soleus_record_set_text (athlete, "name", name);
  return athlete;
}

static SoleusRecord *
create_episode (const char *athlete_id)
{
  SoleusRecord *episode = soleus_record_new (&soleus_episode_kind);
  g_autoptr (SoleusMoment) onset = soleus_moment_parse ("2025-03-29T20:00:00.000001+01:00", NULL);

  soleus_record_set_text (episode, "athlete", athlete_id);
  soleus_record_set_moment (episode, "onset", onset);
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "soleus");
  soleus_record_set_int (episode, "pain", 0);
  soleus_record_set_real (episode, "temperature-c", 21.1);
  soleus_record_set_answer (episode, "screen", "bruising", SOLEUS_ANSWER_NO);
  soleus_record_set_answer (episode, "signs", "swelling", SOLEUS_ANSWER_YES);
  soleus_record_set_text (episode, "note", "“x'; DROP TABLE athlete; --” \n second line é 漢字");
  return episode;
}

static void
what_was_saved_comes_back (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ("Zoë Testrunner");
  g_autoptr (SoleusRecord) episode = create_episode (soleus_record_get_id (athlete));
  g_autoptr (SoleusRecord) found = NULL;

  one_store_save (fixture->store, athlete);
  one_store_save (fixture->store, episode);
  g_clear_object (&fixture->store);
  one_store_open (fixture);
  found = soleus_store_find (fixture->store, &soleus_episode_kind, soleus_record_get_id (episode), NULL);
  g_assert_true (soleus_record_equal (episode, found));
  g_assert_true (soleus_record_is_sealed (found));
  g_assert_cmpint (soleus_record_get_int (found, "pain"), ==, 0);
  g_assert_false (soleus_record_is_known (found, "humidity-percent"));
}

static void
every_revision_stays (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ("Before");
  g_autoptr (SoleusRecord) second = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  one_store_save (fixture->store, athlete);
  second = soleus_record_copy (athlete);
  soleus_record_set_text (second, "name", "After");
  one_store_save (fixture->store, second);
  versions = soleus_store_list_versions (fixture->store, &soleus_athlete_kind, soleus_record_get_id (athlete), NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpstr (soleus_record_get_text (versions->pdata[0], "name"), ==, "Before");
  g_assert_cmpstr (soleus_record_get_text (versions->pdata[1], "name"), ==, "After");
  g_assert_cmpint (soleus_record_get_revision (versions->pdata[1]), ==, 2);
}

static void
a_lost_update_is_refused (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (SoleusRecord) athlete = create_athlete ("One");
  g_autoptr (SoleusRecord) mine = NULL;
  g_autoptr (SoleusRecord) theirs = NULL;
  g_autoptr (GError) error = NULL;

  one_store_save (fixture->store, athlete);
  mine = soleus_record_copy (athlete);
  theirs = soleus_record_copy (athlete);
  soleus_record_set_text (theirs, "name", "Theirs");
  one_store_save (fixture->store, theirs);
  soleus_record_set_text (mine, "name", "Mine");
  g_assert_true (soleus_store_begin (fixture->store, NULL));
  g_assert_false (soleus_store_save (fixture->store, mine, NULL, NULL, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED);
  soleus_store_rollback (fixture->store);
}

static void
the_file_is_private (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autoptr (SoleusRecord) athlete = create_athlete ("Private");

  one_store_save (fixture->store, athlete);
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, suffixes[i], NULL);
      GStatBuf status;

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0600);
    }
}

static GPtrArray *
verify (Fixture *fixture)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  soleus_store_verify (fixture->store, findings, &error);
  g_assert_no_error (error);
  return findings;
}

/* as somebody with another program would, past the authorizer */
static void
tamper (Fixture    *fixture,
        const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_clear_object (&fixture->store);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_cut", NULL, NULL, NULL);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_total_changes (handle), >, 0);
  sqlite3_close (handle);
  one_store_open (fixture);
}

static void
verify_finds_what_was_changed (Fixture       *fixture,
                               gconstpointer  data)
{
  const char *sql = data;
  g_autoptr (SoleusRecord) athlete = create_athlete ("Tampered");
  g_autoptr (SoleusRecord) episode = create_episode (soleus_record_get_id (athlete));
  g_autoptr (SoleusRecord) second = NULL;
  g_autoptr (GPtrArray) clean = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  one_store_save (fixture->store, athlete);
  one_store_save (fixture->store, episode);
  second = soleus_record_copy (athlete);
  soleus_record_set_text (second, "team", "Second team");
  one_store_save (fixture->store, second);
  clean = verify (fixture);
  g_assert_cmpuint (clean->len, ==, 0);

  tamper (fixture, sql);
  findings = verify (fixture);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, >, 0);
}

static void
the_log_cannot_be_changed_from_inside (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const char *const statements[] = {
    "UPDATE audit SET detail = 'x'", "DELETE FROM audit", "UPDATE version SET content = ''", "DELETE FROM version",
  };
  g_autoptr (SoleusRecord) athlete = create_athlete ("Kept");

  one_store_save (fixture->store, athlete);
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (soleus_connection_exec (soleus_store_get_connection (fixture->store), statements[i], &error));
      g_assert_nonnull (error);
    }
}

static void
a_backup_restores (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (SoleusRecord) first = create_athlete ("In the backup");
  g_autoptr (SoleusRecord) second = create_athlete ("After the backup");
  SoleusBackupRequest request = { .occasion = "backup", .at = soleus_clock_get_now (fixture->clock) };
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (SoleusRecord) found = NULL;
  g_autoptr (SoleusRecord) gone = NULL;

  one_store_save (fixture->store, first);
  report = soleus_store_back_up (fixture->store, &request, &error);
  g_assert_no_error (error);
  one_store_save (fixture->store, second);
  preview = soleus_restore_prepare (report->path, fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (preview->same_history);
  g_assert_cmpint (preview->n_entries_after, ==, 1);
  soleus_store_restore (fixture->store, preview, &error);
  g_assert_no_error (error);
  found = soleus_store_find (fixture->store, &soleus_athlete_kind, soleus_record_get_id (first), NULL);
  gone = soleus_store_find (fixture->store, &soleus_athlete_kind, soleus_record_get_id (second), NULL);
  g_assert_nonnull (found);
  g_assert_null (gone);
  findings = verify (fixture);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
foreign_and_newer_files_are_refused (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign.soleus", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusStore) store = NULL;

  g_assert_true (g_file_set_contents (foreign, "Not a database, but long enough to be looked at as one.", -1, NULL));
  store = soleus_store_open (foreign, SOLEUS_STORE_CREATE, fixture->clock, &error);
  g_assert_null (store);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (soleus_connection_exec (soleus_store_get_connection (fixture->store), "PRAGMA user_version = 999", &error));
  g_clear_object (&fixture->store);
  store = soleus_store_open (fixture->path, SOLEUS_STORE_CREATE, fixture->clock, &error);
  g_assert_null (store);
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_TOO_NEW);
}

static void
drafts_survive (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("<'half a sentence'>", 19);
  SoleusStoredDraft draft = { (char *) "visit:new:x", (char *) "visit", NULL, (char *) "Visit", content, 7 };
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (soleus_store_keep_draft (fixture->store, &draft, &error));
  g_clear_object (&fixture->store);
  one_store_open (fixture);
  drafts = soleus_store_list_drafts (fixture->store, "visit:new:x", &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_true (g_bytes_equal (((SoleusStoredDraft *) drafts->pdata[0])->content, content));
  g_assert_true (soleus_store_discard_draft (fixture->store, "visit:new:x", &error));
}

#define ADD(path, sql, func) g_test_add (path, Fixture, sql, set_up, func, one_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/what_was_saved_comes_back", NULL, what_was_saved_comes_back);
  ADD ("/store/every_revision_stays", NULL, every_revision_stays);
  ADD ("/store/a_lost_update_is_refused", NULL, a_lost_update_is_refused);
  ADD ("/store/the_file_is_private", NULL, the_file_is_private);
  ADD ("/store/the_log_cannot_be_changed_from_inside", NULL, the_log_cannot_be_changed_from_inside);
  ADD ("/store/a_backup_restores", NULL, a_backup_restores);
  ADD ("/store/foreign_and_newer_files_are_refused", NULL, foreign_and_newer_files_are_refused);
  ADD ("/store/drafts_survive", NULL, drafts_survive);
  ADD ("/store/verify/finds_changed_content", "UPDATE episode SET pain = 3", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_swapped_hash", "UPDATE episode SET pain = 3, row_hash = (SELECT row_hash FROM athlete)", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_value_that_reading_would_forgive",
       "PRAGMA ignore_check_constraints = ON; UPDATE episode SET onset_precision = 'exacT'", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_deleted_record", "DELETE FROM episode", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_an_inserted_record",
       "INSERT INTO therapist (id, revision, name, inactive, row_hash) VALUES ('00000000-0000-4000-8000-000000000000', 1, 'x', 0, "
       "'0000000000000000000000000000000000000000000000000000000000000000')", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_changed_version", "UPDATE version SET content = replace (content, 'Tampered', 'Other')", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_deleted_version", "DELETE FROM version WHERE revision = 1 AND kind = 'athlete'", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_changed_audit_entry", "UPDATE audit SET action = 'view' WHERE seq = 2", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_deleted_audit_entry", "DELETE FROM audit WHERE seq = 2", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_a_cut_end", "DELETE FROM audit WHERE seq = 3", verify_finds_what_was_changed);
  ADD ("/store/verify/finds_swapped_entries",
       "UPDATE audit SET seq = -1 WHERE seq = 1; UPDATE audit SET seq = 1 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = -1",
       verify_finds_what_was_changed);
  return g_test_run ();
}
