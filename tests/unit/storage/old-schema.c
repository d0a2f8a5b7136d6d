/* A clinic file as an older program left it. */
#include "soleus-config.h"

#include "old-schema.h"

#include "tests/record-values.h"

#include "soleus-record-table.h"
#include "soleus-records.h"
#include "soleus-statement.h"
#include "soleus-storage-resource.h"

void
old_schema_execute (SoleusConnection *connection,
                    const char       *sql)
{
  g_autoptr (GError) error = NULL;

  soleus_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

/* what the first scripts make, with the marks that the migrator puts on it */
SoleusConnection *
old_schema_create (const char *path,
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
      old_schema_execute (connection, sql);
    }
  old_schema_execute (connection, marks);
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
  old_schema_execute (connection, sql);
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

/* Somebody with hostile names, @n_episodes and a flag. */
void
old_schema_fill (SoleusConnection *connection,
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

/* Returns: (transfer full): the content of each record, by the hash that its row has */
char *
old_schema_dup_content (SoleusConnection *connection)
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
