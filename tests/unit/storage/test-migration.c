/* A file of an older schema with rows in it becomes one of the newest schema: nothing it says changes, a copy is kept. */
#include "soleus-config.h"

#include "one-store.h"
#include "tests/record-values.h"

#include <sqlite3.h>

#include "soleus-migrator.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"
#include "soleus-records.h"
#include "soleus-storage-resource.h"

typedef OneStore Fixture;

static void
execute (SoleusConnection *connection,
         const char       *sql)
{
  g_autoptr (GError) error = NULL;

  soleus_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

/* what the first scripts make, with the marks that the migrator puts on it */
static SoleusConnection *
create_version (const char *path,
                int         version)
{
  static const char *const scripts[] = { "0001-records.sql", "0002-safety.sql" };
  g_autofree char *marks = g_strdup_printf ("PRAGMA user_version = %d; PRAGMA application_id = %d", version, SOLEUS_CONNECTION_APPLICATION_ID);
  g_autoptr (GError) error = NULL;
  SoleusConnection *connection = soleus_connection_open (path, SOLEUS_CONNECTION_CREATE, &error);

  g_assert_no_error (error);
  for (int i = 0; i < version; i++)
    {
      g_autofree char *resource = g_strconcat ("/io/github/soleusapp/Soleus/sql/", scripts[i], NULL);
      g_autoptr (GBytes) script = g_resource_lookup_data (soleus_storage_get_resource (), resource, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      g_autofree char *sql = NULL;

      g_assert_no_error (error);
      sql = g_strndup (g_bytes_get_data (script, NULL), g_bytes_get_size (script));
      execute (connection, sql);
    }
  execute (connection, marks);
  return connection;
}

static char **
list_stored_columns (SoleusConnection *connection,
                     const char       *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  while (soleus_statement_step (statement, NULL) == SOLEUS_STEP_ROW)
    g_strv_builder_add (builder, soleus_statement_get_text (statement, 0));
  return g_strv_builder_end (builder);
}

static void
append_value (GString    *names,
              GString    *values,
              const char *column,
              const char *suffix,
              char       *value) /* (transfer full) */
{
  g_string_append_printf (names, ", \"%s%s\"", column, suffix);
  g_string_append_printf (values, ", %s", value);
  g_free (value);
}

static char *
dup_literal (SoleusRecord      *record,
             const SoleusField *field)
{
  g_autofree char *text = soleus_record_dup_as_text (record, field->name);
  g_auto (GStrv) parts = NULL;
  g_autofree char *quoted = NULL;

  if (field->type == SOLEUS_FIELD_BOOL)
    return g_strdup (soleus_record_get_bool (record, field->name) ? "1" : "0");
  if (field->type == SOLEUS_FIELD_INT || field->type == SOLEUS_FIELD_REAL)
    return g_strdup (text);
  parts = g_strsplit (text, "'", -1);
  quoted = g_strjoinv ("''", parts);
  return g_strdup_printf ("'%s'", quoted);
}

/* Records have grown since: what the old table had no column for, it could not hold. */
static void
insert (SoleusConnection *connection,
        SoleusRecord     *record)
{
  g_autofree char *table = soleus_record_table_dup_name (soleus_record_get_kind (record));
  g_auto (GStrv) columns = list_stored_columns (connection, table);
  g_autoptr (GString) names = g_string_new ("\"row_hash\"");
  g_autoptr (GString) values = g_string_new (NULL);
  g_autofree char *hash = NULL;
  g_autofree char *sql = NULL;

  soleus_record_set_int (record, "revision", 1);
  hash = soleus_record_dup_content_hash (record);
  g_string_append_printf (values, "'%s'", hash);
  for (guint i = 0; i < soleus_record_get_n_fields (record); i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);
      g_autofree char *column = g_strdelimit (g_strdup (field->name), "-", '_');
      const SoleusMoment *moment = field->type == SOLEUS_FIELD_MOMENT ? soleus_record_get_moment (record, field->name) : NULL;

      if (!g_strv_contains ((const char *const *) columns, column))
        g_assert_false (soleus_record_is_known (record, field->name));
      else if (moment != NULL)
        {
          append_value (names, values, column, "", g_strdup_printf ("%" G_GINT64_FORMAT, moment->instant));
          append_value (names, values, column, "_offset", g_strdup_printf ("%d", moment->utc_offset));
          append_value (names, values, column, "_precision", g_strdup ("'exact'"));
        }
      else if (soleus_record_is_known (record, field->name))
        append_value (names, values, column, "", dup_literal (record, field));
    }
  sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", table, names->str, values->str);
  execute (connection, sql);
}

static void
insert_flag (SoleusConnection *connection,
             SoleusRecord     *athlete,
             SoleusRecord     *flag)
{
  set_values (flag, VALUES ("athlete", soleus_record_get_id (athlete), "kind", "swelling", "side", "left", "urgency", "same-day",
                            "target", "same-day-medical", "raised-at", "2025-05-10T20:00+02:00", "reason", "Recorded: “Swelling”; 3 – 4 cm"));
  insert (connection, flag);
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

  set_values (therapist, VALUES ("name", "T. Exemplar"));
  insert (connection, therapist);
  set_values (athlete, VALUES ("name", "Zoë “O’Test” 'quoted'; DROP TABLE athlete; --", "note", "line one\nline two\t\xF0\x9F\xA6\xB5"));
  insert (connection, athlete);
  for (guint i = 0; i < n_episodes; i++)
    {
      g_autoptr (SoleusRecord) episode = create_record (&soleus_episode_kind, soleus_record_get_id (athlete),
                                                        VALUES ("onset", "2025-05-10T20:00+02:00", "side", "left", "muscle", "soleus"));

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
rows_are_kept_to_the_byte (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const guint sizes = 1000;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version (fixture->path, GPOINTER_TO_INT (data));

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
  g_autoptr (SoleusConnection) connection = create_version (fixture->path, GPOINTER_TO_INT (data));
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
  g_autoptr (SoleusConnection) connection = create_version (fixture->path, GPOINTER_TO_INT (data));
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
  SoleusConnection *connection = create_version (fixture->path, GPOINTER_TO_INT (data));

  fill (connection, 2);
  g_object_unref (connection);
  store = soleus_store_open (fixture->path, SOLEUS_STORE_DEFAULT, clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (soleus_store_get_connection (store)), ==, soleus_migrator_get_newest_version ());
}

/* what stands in a file from before there was an index, in every kind that it had */
static void
old_notes_are_found (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version (fixture->path, GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) of_athlete = NULL;
  g_autoptr (GPtrArray) of_flag = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  fill (connection, 1);
  g_assert_true (soleus_migrator_run (connection, &error));
  of_athlete = soleus_note_search_find (connection, "line two", NULL, NULL, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_athlete->len, ==, 1);
  of_flag = soleus_note_search_find (connection, "SWELL", NULL, "red-flag", 10, &error);
  g_assert_cmpuint (of_flag->len, ==, 1);
  g_assert_true (soleus_note_search_check (connection, 2, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* killed between the last script and the index */
static void
an_index_that_was_not_finished_is_made (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = create_version (fixture->path, GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) found = NULL;

  fill (connection, 1);
  g_assert_true (soleus_migrator_run (connection, &error));
  execute (connection, "DELETE FROM note_scope; INSERT INTO note_search (note_search) VALUES ('delete-all'); DELETE FROM note_entry");
  found = soleus_note_search_find (connection, "line", NULL, NULL, 10, &error);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);
  g_assert_true (soleus_migrator_run (connection, &error));
  found = soleus_note_search_find (connection, "line", NULL, NULL, 10, &error);
  g_assert_cmpuint (found->len, ==, 1);
}

#define ADD(name, version) g_test_add ("/migration/" #name "/" #version, Fixture, GINT_TO_POINTER (version), one_store_set_up_folder, name, one_store_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD (rows_are_kept_to_the_byte, 1);
  ADD (rows_are_kept_to_the_byte, 2);
  ADD (a_changed_row_would_be_seen, 1);
  ADD (new_fields_of_an_old_flag_are_unknown, 1);
  ADD (the_store_opens_it, 1);
  ADD (old_notes_are_found, 1);
  ADD (old_notes_are_found, 2);
  ADD (an_index_that_was_not_finished_is_made, 2);
  return g_test_run ();
}
