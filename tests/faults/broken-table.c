#include "broken-table.h"

#include <sqlite3.h>

const char *const broken_way_names[] = { "gone", "unreadable", "full" };

static void
run_sql (sqlite3    *handle,
         const char *sql)
{
  char *message = NULL;

  sqlite3_exec (handle, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  return handle;
}

/* Returns: (transfer full): a view by the name of the table, with its columns, none of which can be computed */
static char *
dup_unreadable (sqlite3    *handle,
                const char *table)
{
  g_autofree char *ask = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_string_append_printf (sql, "DROP TABLE \"%s\"; CREATE VIEW \"%s\" AS SELECT ", table, table);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, ask, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (sql, "abs (-9223372036854775807 - 1) AS \"%s\", ", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_string_append (sql, "abs (-9223372036854775807 - 1) AS rowid");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

void
broken_table_break (const char *path,
                    const char *table,
                    BrokenWay   way)
{
  sqlite3 *handle = open_raw (path);
  g_autofree char *sql = NULL;

  if (way == BROKEN_GONE)
    sql = g_strdup_printf ("DROP TABLE \"%s\"", table);
  else if (way == BROKEN_UNREADABLE)
    sql = dup_unreadable (handle, table);
  else
    sql = g_strdup_printf ("CREATE TRIGGER no_insert BEFORE INSERT ON \"%s\" BEGIN SELECT raise (ABORT, 'full'); END;"
                           "CREATE TRIGGER no_update BEFORE UPDATE ON \"%s\" BEGIN SELECT raise (ABORT, 'full'); END;"
                           "CREATE TRIGGER no_delete BEFORE DELETE ON \"%s\" BEGIN SELECT raise (ABORT, 'full'); END;", table, table, table);
  run_sql (handle, sql);
  sqlite3_close (handle);
}

/* Returns: (transfer full): all that stands in the tables that can be read, as one figure */
char *
broken_table_dup_content (const char *path,
                          const char *broken)
{
  sqlite3 *handle = open_raw (path);
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char *content;
  sqlite3_stmt *tables = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", -1,
                                       &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
      sqlite3_stmt *rows = NULL;

      if (g_str_has_prefix (table, broken) || sqlite3_prepare_v2 (handle, sql, -1, &rows, NULL) != SQLITE_OK)
        continue;
      g_checksum_update (checksum, (const guchar *) table, -1);
      while (sqlite3_step (rows) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count (rows); i++)
          {
            const void *value = sqlite3_column_blob (rows, i);
            int size = sqlite3_column_bytes (rows, i);

            if (value != NULL)
              g_checksum_update (checksum, value, size);
            g_checksum_update (checksum, (const guchar *) "|", 1);
          }
      sqlite3_finalize (rows);
    }
  sqlite3_finalize (tables);
  content = g_strdup (g_checksum_get_string (checksum));
  g_checksum_free (checksum);
  sqlite3_close (handle);
  return content;
}

/* Puts everything into the file itself, so that it can be copied. */
void
broken_table_checkpoint (const char *path)
{
  sqlite3 *handle = open_raw (path);

  run_sql (handle, "PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}
