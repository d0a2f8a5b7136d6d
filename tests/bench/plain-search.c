#include "plain-search.h"

#include <sqlite3.h>

struct _PlainSearch {
  sqlite3      *database;
  sqlite3_stmt *statement;
};

/**
 * plain_search_open:
 *
 * Returns: (transfer full): the file, opened for reading with the page cache that the clinic has
 */
PlainSearch *
plain_search_open (const char *path)
{
  PlainSearch *self = g_new0 (PlainSearch, 1);

  if (sqlite3_open_v2 (path, &self->database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
      sqlite3_exec (self->database, "PRAGMA cache_size = -32768", NULL, NULL, NULL) != SQLITE_OK ||
      sqlite3_prepare_v2 (self->database,
                          "SELECT a.id, a.name FROM athlete_search AS s CROSS JOIN athlete AS a ON a.rowid = s.rowid "
                          "WHERE athlete_search MATCH ?1 AND a.void_reason IS NULL AND a.archived = 0 "
                          "ORDER BY a.name COLLATE NOCASE LIMIT ?2", -1, &self->statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->database));
  return self;
}

void
plain_search_close (PlainSearch *self)
{
  sqlite3_finalize (self->statement);
  sqlite3_close (self->database);
  g_free (self);
}

/**
 * plain_search_run:
 * @text: words, of which each is the beginning of one that is looked for
 *
 * Returns: how many rows were found, @n_rows at most
 */
guint
plain_search_run (PlainSearch *self,
                  const char  *text,
                  guint        n_rows)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) match = g_string_new (NULL);
  guint n = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (match, "\"%s\"* ", words[i]);
  sqlite3_bind_text (self->statement, 1, match->str, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (self->statement, 2, (int) n_rows);
  while (sqlite3_step (self->statement) == SQLITE_ROW)
    n++;
  sqlite3_reset (self->statement);
  return n;
}
