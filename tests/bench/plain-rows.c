#include "plain-rows.h"

#include "figures.h"

#include <sqlite3.h>

#define MOST_COLUMNS 64

typedef struct {
  const char    *table; /* (nullable): that of the record's kind */
  const char    *where; /* what finds the row that a save wrote */
  const char    *verb;
  sqlite3_stmt  *select;
  sqlite3_stmt  *write;
  sqlite3_value *values[MOST_COLUMNS];
  int            n_values;
} PlainRow;

struct _PlainRows {
  sqlite3      *source;
  sqlite3      *target;
  sqlite3_stmt *begin;
  sqlite3_stmt *commit;
  PlainRow      rows[4];
};

static void
check (sqlite3    *database,
       int         code,
       const char *what)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s: %s", what, sqlite3_errmsg (database));
}

static sqlite3_stmt *
prepare (sqlite3    *database,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  check (database, sqlite3_prepare_v3 (database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL), sql);
  return statement;
}

static sqlite3 *
open_database (const char *path,
               const char *pragmas)
{
  sqlite3 *database = NULL;

  check (database, sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE, NULL), path);
  check (database, sqlite3_exec (database, pragmas, NULL, NULL, NULL), pragmas);
  return database;
}

/**
 * plain_rows_open:
 * @source: the clinic that is saved to
 * @target: a copy of it in the same folder
 *
 * Returns: (transfer full): a second writer with WAL, synchronous=FULL and the page cache that the clinic has
 */
PlainRows *
plain_rows_open (const char *source,
                 const char *target)
{
  static const PlainRow rows[] = {
    { NULL, "id = ?1", "INSERT" },
    { "version", "record = ?1", "INSERT" },
    { "audit", "record = ?1", "INSERT" },
    { "audit_head", "?1 IS NOT NULL", "REPLACE" },
  };
  PlainRows *self = g_new0 (PlainRows, 1);

  self->source = open_database (source, "PRAGMA query_only = ON");
  self->target = open_database (target, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
  self->begin = prepare (self->target, "BEGIN IMMEDIATE");
  self->commit = prepare (self->target, "COMMIT");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    self->rows[i] = rows[i];
  return self;
}

static void
forget_values (PlainRow *row)
{
  for (int i = 0; i < row->n_values; i++)
    sqlite3_value_free (row->values[i]);
  row->n_values = 0;
}

void
plain_rows_close (PlainRows *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      forget_values (&self->rows[i]);
      sqlite3_finalize (self->rows[i].select);
      sqlite3_finalize (self->rows[i].write);
    }
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->commit);
  sqlite3_close (self->source);
  sqlite3_close (self->target);
  g_free (self);
}

static void
prepare_row (PlainRows  *self,
             PlainRow   *row,
             const char *table)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM \"%s\" WHERE %s", table, row->where);
  g_autoptr (GString) marks = g_string_new ("?");
  g_autofree char *write = NULL;

  row->select = prepare (self->source, select);
  g_assert (sqlite3_column_count (row->select) <= MOST_COLUMNS);
  for (int i = 1; i < sqlite3_column_count (row->select); i++)
    g_string_append (marks, ", ?");
  write = g_strdup_printf ("%s INTO \"%s\" VALUES (%s)", row->verb, table, marks->str);
  row->write = prepare (self->target, write);
}

/**
 * plain_rows_read:
 * @table: the table of the record's kind, always the same one
 * @record: the id of the record that was saved
 *
 * Reads what the save wrote: the record, its version, the audit entry and the head of the chain.
 */
void
plain_rows_read (PlainRows  *self,
                 const char *table,
                 const char *record)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      PlainRow *row = &self->rows[i];

      if (row->select == NULL)
        prepare_row (self, row, row->table != NULL ? row->table : table);
      forget_values (row);
      sqlite3_bind_text (row->select, 1, record, -1, SQLITE_TRANSIENT);
      if (sqlite3_step (row->select) != SQLITE_ROW)
        g_error ("the save left no row: %s", sqlite3_sql (row->select));
      row->n_values = sqlite3_column_count (row->select);
      for (int j = 0; j < row->n_values; j++)
        row->values[j] = sqlite3_value_dup (sqlite3_column_value (row->select, j));
      sqlite3_reset (row->select);
    }
}

static void
step (PlainRows    *self,
      sqlite3_stmt *statement)
{
  check (self->target, sqlite3_step (statement), sqlite3_sql (statement));
  sqlite3_reset (statement);
}

/**
 * plain_rows_commit:
 *
 * Writes these rows by prepared statements in one transaction.
 *
 * Returns: the seconds until they were on the disk
 */
double
plain_rows_commit (PlainRows *self)
{
  double start = figures_now ();

  step (self, self->begin);
  for (gsize i = 0; i < G_N_ELEMENTS (self->rows); i++)
    {
      PlainRow *row = &self->rows[i];

      for (int j = 0; j < row->n_values; j++)
        sqlite3_bind_value (row->write, j + 1, row->values[j]);
      step (self, row->write);
    }
  step (self, self->commit);
  return figures_now () - start;
}
