/* A file of an older schema with rows in it becomes one of the newest schema: nothing it says changes, a copy is kept. */
#include "soleus-config.h"

#include "old-schema.h"
#include "one-store.h"

#include "soleus-migrator.h"
#include "soleus-note-search.h"
#include "soleus-record-table.h"
#include "soleus-records.h"

typedef OneStore Fixture;

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

typedef struct {
  const char *path;
  int         version;
  guint       n_episodes;
  gboolean    is_large; /* in a full run only */
} Size;

static const Size sizes[] = {
  { "/migration/rows_are_kept_to_the_byte/1/none", 1, 0, FALSE },
  { "/migration/rows_are_kept_to_the_byte/1/one", 1, 1, FALSE },
  { "/migration/rows_are_kept_to_the_byte/1/1000", 1, 1000, FALSE },
  { "/migration/rows_are_kept_to_the_byte/1/5000", 1, 5000, TRUE },
  { "/migration/rows_are_kept_to_the_byte/1/100000", 1, 100000, TRUE },
  { "/migration/rows_are_kept_to_the_byte/2/none", 2, 0, FALSE },
  { "/migration/rows_are_kept_to_the_byte/2/one", 2, 1, FALSE },
  { "/migration/rows_are_kept_to_the_byte/2/1000", 2, 1000, FALSE },
  { "/migration/rows_are_kept_to_the_byte/2/5000", 2, 5000, TRUE },
  { "/migration/rows_are_kept_to_the_byte/2/100000", 2, 100000, TRUE },
};

static void
rows_are_kept_to_the_byte (Fixture       *fixture,
                           gconstpointer  data)
{
  const Size *size = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, size->version);

  old_schema_execute (connection, "BEGIN");
  old_schema_fill (connection, size->n_episodes);
  old_schema_execute (connection, "COMMIT");
  before = old_schema_dup_content (connection);

  g_assert_true (soleus_migrator_run (connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (connection), ==, soleus_migrator_get_newest_version ());
  after = old_schema_dup_content (connection);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (count_rows (connection), ==, size->n_episodes + OLD_SCHEMA_OTHER_ROWS);
  g_assert_cmpuint (count_backups (fixture->folder), ==, 1);

  g_assert_true (soleus_migrator_run (connection, &error));
  again = old_schema_dup_content (connection);
  g_assert_cmpstr (before, ==, again);
  g_assert_cmpuint (count_backups (fixture->folder), ==, 1);
}

/* A file in which nobody has entered anything. */
static void
an_empty_file_goes_on_too (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));

  g_assert_true (soleus_migrator_run (connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (soleus_migrator_get_version (connection), ==, soleus_migrator_get_newest_version ());
  g_assert_cmpuint (count_rows (connection), ==, 0);
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
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));
  guint n_unsound = 0;

  old_schema_fill (connection, 1);
  g_assert_true (soleus_migrator_run (connection, &error));
  old_schema_execute (connection, "UPDATE red_flag SET side = 'right'");
  soleus_record_table_foreach (connection, &soleus_red_flag_kind, count_unsound, &n_unsound, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_unsound, ==, 1);
}

static void
new_fields_of_an_old_flag_are_unknown (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_red_flag_kind);
  g_autoptr (GPtrArray) flags = NULL;

  old_schema_fill (connection, 0);
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
  SoleusConnection *connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));

  old_schema_fill (connection, 2);
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
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) of_athlete = NULL;
  g_autoptr (GPtrArray) of_flag = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  old_schema_fill (connection, 1);
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
  g_autoptr (SoleusConnection) connection = old_schema_create (fixture->path, GPOINTER_TO_INT (data));
  g_autoptr (GPtrArray) found = NULL;

  old_schema_fill (connection, 1);
  g_assert_true (soleus_migrator_run (connection, &error));
  old_schema_execute (connection, "DELETE FROM note_scope; INSERT INTO note_search (note_search) VALUES ('delete-all'); DELETE FROM note_entry");
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
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (!sizes[i].is_large || g_strcmp0 (g_getenv ("SOLEUS_FULL"), "1") == 0)
      g_test_add (sizes[i].path, Fixture, &sizes[i], one_store_set_up_folder, rows_are_kept_to_the_byte, one_store_tear_down);
  ADD (an_empty_file_goes_on_too, 1);
  ADD (an_empty_file_goes_on_too, 2);
  ADD (a_changed_row_would_be_seen, 1);
  ADD (new_fields_of_an_old_flag_are_unknown, 1);
  ADD (the_store_opens_it, 1);
  ADD (old_notes_are_found, 1);
  ADD (old_notes_are_found, 2);
  ADD (an_index_that_was_not_finished_is_made, 2);
  return g_test_run ();
}
