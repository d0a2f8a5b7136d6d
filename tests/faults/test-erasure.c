/* T16: whom a person asked to forget is in no byte of the file, its journal and its index; control: deleting rows leaves them */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fault-clinic.h"
#include "soleus-clinic-backup.h"
#include "soleus-clinic-privacy.h"
#include "soleus-clinic-private.h"
#include "soleus-clinic-search.h"
#include "soleus-clock.h"
#include "soleus-erasure.h"
#include "soleus-error.h"

/* the index folds case: looked for both ways */
static guint
count_in_file (const char *path,
               const char *token)
{
  g_autofree char *bytes = NULL;
  g_autofree char *folded = g_ascii_strdown (token, -1);
  gsize length = 0;
  guint n = 0;

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return 0;
  for (gsize i = 0; i < length; i++)
    bytes[i] = g_ascii_tolower (bytes[i]);
  for (char *at = bytes; (at = memmem (at, length - (gsize) (at - bytes), folded, strlen (folded))) != NULL; at++)
    n++;
  return n;
}

/* in every file of the folder, at any depth */
static guint
count_in_folder (const char *folder,
                 const char *token)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_in_folder (path, token) : count_in_file (path, token);
    }
  return n;
}

static void
assert_all_is_well (FaultClinic *fault)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (fault->clinic, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* records whose notes have the word */
static guint
count_found (FaultClinic *fault,
             const char  *token)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = soleus_clinic_search_notes (fault->clinic, token, NULL, NULL, 1000, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
nothing_is_left (void)
{
  guint size = fault_clinic_get_size (5, 100);

  for (guint i = 0; i < size; i++)
    {
      g_autofree char *token = g_strdup_printf ("Quixotic%08xZebra", i * 2654435761u + 1);
      g_autoptr (FaultClinic) fault = fault_clinic_new (token);
      SoleusErasureReport report = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

      g_assert_cmpuint (count_in_folder (fault->folder, token), >, 20);
      g_assert_cmpuint (count_found (fault, token), >=, 10);
      soleus_clinic_erase_athlete (fault->clinic, fault->athlete, "asked for it", &report, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (report.n_erased, >=, 13);
      g_assert_cmpuint (count_found (fault, token), ==, 0);
      /* while it is open, and after it was closed */
      g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
      assert_all_is_well (fault);
      g_assert_cmpint (soleus_clinic_count (fault->clinic, query, NULL), ==, 1);
      fault_clinic_close (fault);
      g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
    }
}

/* A program that erases, does @afterwards, and is gone between the commit and what cleans the file after it. */
static void
erase_and_be_killed (FaultClinic *fault,
                     const char  *afterwards)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      SoleusConnection *connection = soleus_connection_open (fault->path, SOLEUS_CONNECTION_DEFAULT, NULL);
      g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clock_get_now (fault->clock));
      guint n_erased;

      _exit (connection != NULL && soleus_erasure_run (connection, fault->athlete, NULL, "asked for it", now, &n_erased, NULL) &&
             soleus_connection_exec (connection, afterwards, NULL) ? 0 : 1);
    }
  {
    int status;

    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    g_assert_cmpint (status, ==, 0);
  }
}

static gint64
count_in (FaultClinic *fault,
          const char  *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return soleus_connection_get_int (soleus_store_get_connection (fault->clinic->store), sql, -1);
}

/* The person is gone from every list then, so nobody can ask again: who opens the file next cleans it. */
static void
what_was_interrupted_is_finished (gconstpointer data)
{
  const char *token = "QuixoticKilledZebra";
  g_autoptr (FaultClinic) fault = fault_clinic_new (token);

  fault_clinic_close (fault);
  erase_and_be_killed (fault, data);
  g_assert_cmpuint (count_in_folder (fault->folder, token), >, 0);
  fault_clinic_open (fault);
  g_assert_cmpint (count_in (fault, "athlete"), ==, 1);
  g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
  assert_all_is_well (fault);
  /* and nobody does it once more */
  g_assert_cmpint (count_in (fault, "note_scope"), ==, 1);
  fault_clinic_close (fault);
  g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
}

static void
changed_cb (SoleusClinic *clinic,
            const char   *kind,
            const char   *athlete,
            guint        *n_changes)
{
  (*n_changes)++;
}

/* Somebody reads what was there before: it says so, everyone here sees that the records are gone, and the next one who opens the file cleans it. */
static void
what_is_in_use_is_cleaned_later (void)
{
  const char *token = "QuixoticReaderZebra";
  g_autoptr (FaultClinic) fault = fault_clinic_new (token);
  SoleusErasureReport report = { 0 };
  g_autoptr (GError) error = NULL;
  sqlite3 *reader = NULL;
  sqlite3_stmt *statement = NULL;
  guint n_changes = 0;

  g_signal_connect (fault->clinic, "changed", G_CALLBACK (changed_cb), &n_changes);
  g_assert_cmpint (sqlite3_open (fault->path, &reader), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (reader, "SELECT id FROM athlete", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_false (soleus_clinic_erase_athlete (fault->clinic, fault->athlete, "asked for it", &report, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_LOCKED);
  g_assert_cmpuint (report.n_erased, >=, 13);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (count_in (fault, "athlete"), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (reader);
  fault_clinic_close (fault);
  fault_clinic_open (fault);
  g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
  g_assert_cmpint (count_in (fault, "note_scope"), ==, 1);
  assert_all_is_well (fault);
}

/* The control: what a plain program would do. */
static void
deleting_rows_would_leave_it (void)
{
  static const char *const attempts[] = { "DELETE FROM athlete", "DELETE FROM athlete; VACUUM" };

  for (gsize i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      const char *token = "QuixoticControlZebra";
      g_autoptr (FaultClinic) fault = fault_clinic_new (token);
      sqlite3 *handle = NULL;

      fault_clinic_close (fault);
      g_assert_cmpint (sqlite3_open (fault->path, &handle), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (handle, attempts[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (handle);
      g_assert_cmpuint (count_in_folder (fault->folder, token), >, 0);
    }
}

static gint64
query_int (sqlite3    *handle,
           const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 value;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

/* The control of the index of notes: told properly of every row that goes, overwriting what is freed, it keeps the words all the same
 * until it is made anew. */
static void
an_index_that_is_only_told_would_keep_it (void)
{
  static const char forget[] =
    "PRAGMA secure_delete = ON;"
    "INSERT INTO note_search (note_search, rowid, text) SELECT 'delete', entry, text FROM note_entry;"
    "DELETE FROM note_entry; VACUUM";
  static const char in_index[] = "SELECT count (*) FROM note_search_data WHERE instr (block, CAST ('quixoticcontrolzebra' AS BLOB)) > 0";
  static const char found[] = "SELECT count (*) FROM note_search WHERE note_search MATCH 'quixoticcontrolzebra'";
  g_autoptr (FaultClinic) fault = fault_clinic_new ("QuixoticControlZebra");
  sqlite3 *handle = NULL;

  fault_clinic_close (fault);
  g_assert_cmpint (sqlite3_open (fault->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (query_int (handle, found), >, 0);
  g_assert_cmpint (sqlite3_exec (handle, forget, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (query_int (handle, found), ==, 0);
  g_assert_cmpint (query_int (handle, in_index), >, 0);
  g_assert_cmpint (sqlite3_exec (handle, "INSERT INTO note_search (note_search) VALUES ('rebuild')", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (query_int (handle, in_index), ==, 0);
  sqlite3_close (handle);
}

static void
backups_are_renewed_when_asked (void)
{
  const char *token = "QuixoticBackupZebra";
  g_autoptr (FaultClinic) fault = fault_clinic_new (token);
  g_autoptr (SoleusBackupReport) before = soleus_clinic_back_up (fault->clinic, "backup", NULL, NULL, NULL);
  SoleusErasureReport report = { 0 };
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_nonnull (before);
  g_assert_true (soleus_clinic_erase_athlete (fault->clinic, fault->athlete, "asked for it", &report, NULL));
  g_assert_cmpuint (report.n_backups, ==, 1);
  g_assert_cmpuint (count_in_folder (fault->folder, token), >, 0);
  g_assert_cmpint (soleus_clinic_renew_backups (fault->clinic, NULL), ==, 1);
  g_assert_cmpuint (count_in_folder (fault->folder, token), ==, 0);
  backups = soleus_clinic_list_backups (fault->clinic);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
it_needs_a_ground_and_somebody (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  SoleusErasureReport report = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (soleus_clinic_erase_athlete (fault->clinic, fault->athlete, "", &report, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (soleus_clinic_erase_athlete (fault->clinic, "00000000-0000-4000-8000-000000000000", "asked", &report, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND);
  assert_all_is_well (fault);
}

/* Somebody who wants a row gone without saying so does not get away with it. */
static void
deleting_is_not_erasing (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autoptr (GPtrArray) findings = NULL;
  sqlite3 *handle = NULL;

  fault_clinic_close (fault);
  g_assert_cmpint (sqlite3_open (fault->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM measure; DELETE FROM version WHERE kind = 'measure'", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  fault_clinic_open (fault);
  findings = soleus_clinic_verify (fault->clinic, NULL);
  g_assert_cmpuint (findings->len, >=, 1);
}

static void
restricted_records_are_left_alone (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autoptr (SoleusRecord) stored = soleus_clinic_find (fault->clinic, &soleus_athlete_kind, fault->athlete, NULL);
  g_autoptr (SoleusRecord) copy = soleus_record_copy (stored);
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);
  g_autofree char *ground = NULL;
  g_autofree char *lifted = NULL;
  g_autoptr (GError) error = NULL;

  soleus_record_set_text (copy, "note", "Something new");
  soleus_record_set_text (episode, "athlete", fault->athlete);
  g_assert_true (soleus_record_set_from_text (episode, "onset", "2025-05-11T20:00+02:00", NULL));
  soleus_record_set_enum (episode, "side", SOLEUS_SIDE_LEFT);
  soleus_record_set_text (episode, "muscle", "soleus");
  g_assert_true (soleus_clinic_restrict_athlete (fault->clinic, fault->athlete, TRUE, "under dispute", NULL));
  ground = soleus_clinic_dup_restriction (fault->clinic, fault->athlete, NULL);
  g_assert_cmpstr (ground, ==, "under dispute");
  g_assert_false (soleus_clinic_save (fault->clinic, copy, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (soleus_clinic_save (fault->clinic, episode, &error));
  g_assert_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_clear_error (&error);
  /* the control */
  g_assert_true (soleus_clinic_restrict_athlete (fault->clinic, fault->athlete, FALSE, "settled", NULL));
  lifted = soleus_clinic_dup_restriction (fault->clinic, fault->athlete, NULL);
  g_assert_null (lifted);
  g_assert_true (soleus_clinic_save (fault->clinic, copy, &error));
  g_assert_true (soleus_clinic_save (fault->clinic, episode, &error));
}

static void
retention_counts_from_the_newest_and_from_eighteen (void)
{
  g_autoptr (FaultClinic) fault = fault_clinic_new ("Token");
  g_autoptr (GPtrArray) now = soleus_clinic_list_retention (fault->clinic, 10, NULL);
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) latest = NULL;

  g_assert_cmpuint (now->len, ==, 0);
  soleus_clock_advance (fault->clock, G_GINT64_CONSTANT (3660) * 24 * SOLEUS_USEC_PER_HOUR);
  later = soleus_clinic_list_retention (fault->clinic, 10, NULL);
  g_assert_cmpuint (later->len, ==, 2);
  latest = soleus_clinic_list_retention (fault->clinic, 11, NULL);
  g_assert_cmpuint (latest->len, ==, 0);
  {
    g_autoptr (SoleusRecord) stored = soleus_clinic_find (fault->clinic, &soleus_athlete_kind, fault->athlete, NULL);
    g_autoptr (SoleusRecord) minor = soleus_record_copy (stored);
    g_autoptr (GPtrArray) without = NULL;

    soleus_record_set_text (minor, "born", "2014-01-01");
    g_assert_true (soleus_clinic_save (fault->clinic, minor, NULL));
    without = soleus_clinic_list_retention (fault->clinic, 10, NULL);
    g_assert_cmpuint (without->len, ==, 1);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/erasure/nothing_is_left", nothing_is_left);
  g_test_add_data_func ("/erasure/what_was_interrupted_is_finished/by_the_same", "", what_was_interrupted_is_finished);
  g_test_add_data_func ("/erasure/what_was_interrupted_is_finished/by_one_that_looks_for_other_notes",
                        "UPDATE note_scope SET fields = 'athlete.note ' WHERE instr (fields, '.') > 0", what_was_interrupted_is_finished);
  g_test_add_func ("/erasure/what_is_in_use_is_cleaned_later", what_is_in_use_is_cleaned_later);
  g_test_add_func ("/erasure/deleting_rows_would_leave_it", deleting_rows_would_leave_it);
  g_test_add_func ("/erasure/an_index_that_is_only_told_would_keep_it", an_index_that_is_only_told_would_keep_it);
  g_test_add_func ("/erasure/backups_are_renewed_when_asked", backups_are_renewed_when_asked);
  g_test_add_func ("/erasure/it_needs_a_ground_and_somebody", it_needs_a_ground_and_somebody);
  g_test_add_func ("/erasure/deleting_is_not_erasing", deleting_is_not_erasing);
  g_test_add_func ("/erasure/restricted_records_are_left_alone", restricted_records_are_left_alone);
  g_test_add_func ("/erasure/retention_counts_from_the_newest_and_from_eighteen", retention_counts_from_the_newest_and_from_eighteen);
  return g_test_run ();
}
