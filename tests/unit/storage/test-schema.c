/* The migrations and the tables of fields say the same. */
#include "soleus-config.h"

#include <sqlite3.h>

#include "soleus-connection.h"
#include "soleus-migrator.h"
#include "soleus-record-table.h"
#include "soleus-statement.h"

static char **
list_stored_columns (SoleusConnection *connection,
                     const char       *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s') ORDER BY cid", table);
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_assert_nonnull (statement);
  while (soleus_statement_step (statement, NULL) == SOLEUS_STEP_ROW)
    g_strv_builder_add (builder, soleus_statement_get_text (statement, 0));
  return g_strv_builder_end (builder);
}

static SoleusConnection *
open_migrated (void)
{
  g_autoptr (GError) error = NULL;
  SoleusConnection *connection = soleus_connection_open (":memory:", SOLEUS_CONNECTION_CREATE, &error);

  g_assert_no_error (error);
  soleus_migrator_run (connection, &error);
  g_assert_no_error (error);
  return connection;
}

static void
columns_follow_from_the_fields (void)
{
  g_autoptr (SoleusConnection) connection = open_migrated ();
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *table = soleus_record_table_dup_name (kinds[i]);
      g_auto (GStrv) expected = soleus_record_table_list_columns (kinds[i]);
      g_auto (GStrv) stored = list_stored_columns (connection, table);

      g_test_message ("%s", table);
      g_assert_cmpuint (g_strv_length (stored), ==, g_strv_length (expected) + 1);
      for (gsize j = 0; expected[j] != NULL; j++)
        g_assert_true (g_strv_contains ((const char *const *) stored, expected[j]));
      g_assert_true (g_strv_contains ((const char *const *) stored, "row_hash"));
    }
}

/* every enumeration nick that the domain can write is allowed by the CHECK of its column */
static void
checks_allow_what_the_domain_allows (void)
{
  g_autoptr (SoleusConnection) connection = open_migrated ();
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  guint n_checked = 0;

  for (gsize i = 0; kinds[i] != NULL; i++)
    for (gsize j = 0; j < kinds[i]->n_fields; j++)
      {
        const SoleusField *field = &kinds[i]->fields[j];
        g_autofree char *table = soleus_record_table_dup_name (kinds[i]);
        g_autoptr (SoleusStatement) statement = NULL;
        GEnumClass *enum_class;

        if (field->type != SOLEUS_FIELD_ENUM)
          continue;
        statement = soleus_connection_prepare (connection, "SELECT sql FROM sqlite_schema WHERE name = :name", NULL);
        soleus_statement_bind_text (statement, ":name", table);
        g_assert_cmpint (soleus_statement_step (statement, NULL), ==, SOLEUS_STEP_ROW);
        enum_class = g_type_class_ref (field->enum_type ());
        for (guint value = 0; value < enum_class->n_values; value++)
          {
            g_autofree char *quoted = g_strdup_printf ("'%s'", enum_class->values[value].value_nick);
            gboolean allowed = strstr (soleus_statement_get_text (statement, 0), quoted) != NULL;

            if (!(field->flags & SOLEUS_FIELD_REQUIRED))
              g_assert_true (allowed);
            n_checked++;
          }
        g_type_class_unref (enum_class);
      }
  g_assert_cmpuint (n_checked, >, 50);
}

static void
a_second_run_changes_nothing (void)
{
  g_autoptr (SoleusConnection) connection = open_migrated ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (soleus_migrator_get_version (connection), ==, soleus_migrator_get_newest_version ());
  g_assert_true (soleus_migrator_run (connection, &error));
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/columns_follow_from_the_fields", columns_follow_from_the_fields);
  g_test_add_func ("/schema/checks_allow_what_the_domain_allows", checks_allow_what_the_domain_allows);
  g_test_add_func ("/schema/a_second_run_changes_nothing", a_second_run_changes_nothing);
  return g_test_run ();
}
