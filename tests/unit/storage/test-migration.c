/* A file of schema 1 with rows in it becomes one of the newest schema: nothing it says changes, a copy is kept. */
#include "soleus-config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "soleus-clock.h"
#include "soleus-migrator.h"
#include "soleus-record-table.h"
#include "soleus-records.h"
#include "soleus-storage-resource.h"
#include "soleus-store.h"

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("soleus-migration-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "clinic.soleus", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
execute (SoleusConnection *connection,
         const char       *sql)
{
  g_autoptr (GError) error = NULL;

  soleus_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

/* what 0001 alone makes, with the marks that the migrator puts on it */
static SoleusConnection *
create_version_1 (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) script = g_resource_lookup_data (soleus_storage_get_resource (), "/io/github/soleusapp/Soleus/sql/0001-records.sql",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *sql = NULL;
  g_autofree char *marks = g_strdup_printf ("PRAGMA user_version = 1; PRAGMA application_id = %d", SOLEUS_CONNECTION_APPLICATION_ID);
  SoleusConnection *connection;

  g_assert_no_error (error);
  sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
  connection = soleus_connection_open (path, SOLEUS_CONNECTION_CREATE, &error);
  g_assert_no_error (error);
  execute (connection, sql);
  execute (connection, marks);
  return connection;
}

static void
set (SoleusRecord *record,
     const char   *field,
     const char   *text)
{
  g_autoptr (GError) error = NULL;

  soleus_record_set_from_text (record, field, text, &error);
  g_assert_no_error (error);
}

static void
insert (SoleusConnection *connection,
        SoleusRecord     *record)
{
  g_autoptr (GError) error = NULL;

  soleus_record_set_int (record, "revision", 1);
  soleus_record_table_insert (connection, record, &error);
  g_assert_no_error (error);
}

/* red_flag has grown since: its row of schema 1 is written by hand, its hash is what schema 1 stored */
static void
insert_flag (SoleusConnection *connection,
             SoleusRecord     *athlete,
             SoleusRecord     *flag)
{
  g_autofree char *hash = NULL;
  g_autofree char *sql = NULL;

  set (flag, "athlete", soleus_record_get_id (athlete));
  set (flag, "kind", "swelling");
  set (flag, "side", "left");
  set (flag, "urgency", "same-day");
  set (flag, "target", "same-day-medical");
  set (flag, "raised-at", "2025-05-10T20:00+02:00");
  set (flag, "reason", "Recorded: “Swelling”; 3 – 4 cm");
  soleus_record_set_int (flag, "revision", 1);
  hash = soleus_record_dup_content_hash (flag);
  sql = g_strdup_printf ("INSERT INTO red_flag (id, revision, athlete, kind, side, urgency, target, state, raised_at, raised_at_offset, "
                         "raised_at_precision, by_rule, reason, row_hash) VALUES ('%s', 1, '%s', 'swelling', 'left', 'same-day', "
                         "'same-day-medical', 'open', %" G_GINT64_FORMAT ", 7200, 'exact', 0, 'Recorded: “Swelling”; 3 – 4 cm', '%s')",
                         soleus_record_get_id (flag), soleus_record_get_id (athlete),
                         soleus_record_get_instant (flag, "raised-at"), hash);
  execute (connection, sql);
}

static void
count_sound (const char   *id,
             SoleusRecord *record,
             const char   *row_hash,
             const char   *problem,
             gpointer      user_data)
{
  g_autofree char *hash = NULL;

  g_assert_cmpstr (problem, ==, NULL);
  hash = soleus_record_dup_content_hash (record);
  g_assert_cmpstr (hash, ==, row_hash);
  (*(guint *) user_data)++;
}

static char *
dup_content (SoleusConnection *connection)
{
  g_autoptr (GString) text = g_string_new (NULL);
  static const char *const tables[] = { "therapist", "athlete", "episode", "red_flag" };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT id, row_hash FROM %s ORDER BY id", tables[i]);
      g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, NULL);

      while (soleus_statement_step (statement, NULL) == SOLEUS_STEP_ROW)
        g_string_append_printf (text, "%s %s\n", soleus_statement_get_text (statement, 0), soleus_statement_get_text (statement, 1));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill (SoleusConnection *connection,
      guint             n_episodes)
{
  g_autoptr (SoleusRecord) therapist = soleus_record_new (&soleus_therapist_kind);
  g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
  g_autoptr (SoleusRecord) flag = soleus_record_new (&soleus_red_flag_kind);

  set (therapist, "name", "T. Exemplar");
  insert (connection, therapist);
  set (athlete, "name", "Zoë “O’Test” 'quoted'; DROP TABLE athlete; --");
  set (athlete, "note", "line one\nline two\t\xF0\x9F\xA6\xB5");
  insert (connection, athlete);
  for (guint i = 0; i < n_episodes; i++)
    {
      g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);

      set (episode, "athlete", soleus_record_get_id (athlete));
      set (episode, "onset", "2025-05-10T20:00+02:00");
      set (episode, "side", "left");
      set (episode, "muscle", "soleus");
      insert (connection, episode);
    }
  insert_flag (connection, athlete, flag);
}

static guint
count_rows (SoleusConnection *connection)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  for (gsize i = 0; kinds[i] != NULL; i++)
    soleus_record_table_foreach (connection, kinds[i], count_sound, &n_rows, &error);
  g_assert_no_error (error);
  return n_rows;
}

static guint
count_backups (const char *folder)
{
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (backups, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
rows_of_schema_1_are_kept_to_the_byte (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const guint sizes = 1000;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version_1 (fixture->path);

  execute (connection, "BEGIN");
  fill (connection, sizes);
  execute (connection, "COMMIT");
  before = dup_content (connection);

  g_assert_true (soleus_migrator_run (connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (connection), ==, soleus_migrator_get_newest_version ());
  after = dup_content (connection);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_rows (connection), ==, sizes + 3);
  g_assert_cmpuint (count_backups (fixture->folder), ==, 1);

  g_assert_true (soleus_migrator_run (connection, &error));
  again = dup_content (connection);
  g_assert_cmpstr (before, ==, again);
  g_assert_cmpuint (count_backups (fixture->folder), ==, 1);
}

/* the negative control: a row that says something else than its hash is seen */
static void
count_unsound (const char   *id,
               SoleusRecord *record,
               const char   *row_hash,
               const char   *problem,
               gpointer      user_data)
{
  g_autofree char *hash = record != NULL ? soleus_record_dup_content_hash (record) : NULL;

  *(guint *) user_data += problem != NULL || g_strcmp0 (hash, row_hash) != 0;
}

static void
a_changed_row_would_be_seen (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version_1 (fixture->path);
  guint n_unsound = 0;

  fill (connection, 1);
  g_assert_true (soleus_migrator_run (connection, &error));
  execute (connection, "UPDATE red_flag SET side = 'right'");
  soleus_record_table_foreach (connection, &soleus_red_flag_kind, count_unsound, &n_unsound, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_unsound, ==, 1);
}

static void
new_fields_of_an_old_flag_are_unknown (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version_1 (fixture->path);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_red_flag_kind);
  g_autoptr (GPtrArray) flags = NULL;

  fill (connection, 0);
  g_assert_true (soleus_migrator_run (connection, &error));
  flags = soleus_record_table_select (connection, query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (flags->len, ==, 1);
  g_assert_false (soleus_record_is_known (flags->pdata[0], "referred-how"));
  g_assert_false (soleus_record_is_known (flags->pdata[0], "not-clot-at"));
  g_assert_false (soleus_record_is_known (flags->pdata[0], "reopens"));
}

static void
the_store_opens_it (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (1746900000 * SOLEUS_USEC_PER_SECOND);
  g_autoptr (SoleusStore) store = NULL;
  SoleusConnection *connection = create_version_1 (fixture->path);

  fill (connection, 2);
  g_object_unref (connection);
  store = soleus_store_open (fixture->path, SOLEUS_STORE_DEFAULT, clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (soleus_store_get_connection (store)), ==, 2);
}

#define ADD(name) g_test_add ("/migration/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (rows_of_schema_1_are_kept_to_the_byte);
  ADD (a_changed_row_would_be_seen);
  ADD (new_fields_of_an_old_flag_are_unknown);
  ADD (the_store_opens_it);
  return g_test_run ();
}
