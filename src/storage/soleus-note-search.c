#include "soleus-config.h"

#include "soleus-note-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-record-table.h"
#include "soleus-search-words.h"

/* tokens of an excerpt */
#define EXCERPT_WORDS "16"

void
soleus_note_match_free (SoleusNoteMatch *match)
{
  g_free (match->kind);
  g_free (match->record);
  g_free (match->athlete);
  g_free (match->excerpt);
  g_free (match);
}

static const SoleusField *
find_field (const SoleusRecordKind *kind,
            const char             *name)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, name))
      return &kind->fields[i];
  return NULL;
}

static gboolean
is_searched (const SoleusRecordKind *kind)
{
  return g_str_equal (kind->name, "athlete") || find_field (kind, "athlete") != NULL;
}

/* What people write in sentences, and what they name their follow-ups. */
static gboolean
is_note (const SoleusRecordKind *kind,
         const SoleusField      *field)
{
  return field->type == SOLEUS_FIELD_TEXT && !(field->flags & SOLEUS_FIELD_INTERNAL) &&
         ((field->flags & SOLEUS_FIELD_LONG) || g_str_equal (field->name, "text"));
}

/* (transfer full): every note of a record, "" if it has none or is void */
static char *
dup_text (SoleusRecord *record)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < kind->n_fields && !soleus_record_is_void (record); i++)
    if (is_note (kind, &kind->fields[i]) && soleus_record_is_known (record, kind->fields[i].name))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", soleus_record_get_text (record, kind->fields[i].name));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The moment that a list of records is sorted by. */
static SoleusInstant
get_instant (SoleusRecord *record)
{
  static const char *const moments[] = { "onset", "time", "at", "raised-at", "issued-at" };
  static const char *const dates[] = { "date", "due", "since" };
  const SoleusRecordKind *kind = soleus_record_get_kind (record);

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    if (find_field (kind, moments[i]) != NULL && soleus_record_is_known (record, moments[i]))
      return soleus_record_get_instant (record, moments[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const SoleusField *field = find_field (kind, dates[i]);
      g_autoptr (SoleusMoment) moment = NULL;

      if (field == NULL || field->type != SOLEUS_FIELD_DATE || !soleus_record_is_known (record, dates[i]))
        continue;
      moment = soleus_moment_parse (soleus_record_get_text (record, dates[i]), NULL);
      if (moment != NULL)
        return moment->instant;
    }
  return soleus_record_get_instant (record, "created-at");
}

static const char *
get_athlete (SoleusRecord *record)
{
  return g_str_equal (soleus_record_get_kind (record)->name, "athlete") ? soleus_record_get_id (record)
                                                                        : soleus_record_get_text (record, "athlete");
}

/* what has no dot is a mark of the erasure */
#define IS_SCOPE "instr (fields, '.') > 0"

/* (transfer full): which fields the index is made from */
static char *
dup_scope (void)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  g_autoptr (GString) scope = g_string_new (NULL);

  for (gsize i = 0; kinds[i] != NULL; i++)
    for (gsize j = 0; is_searched (kinds[i]) && j < kinds[i]->n_fields; j++)
      if (is_note (kinds[i], &kinds[i]->fields[j]))
        g_string_append_printf (scope, "%s.%s ", kinds[i]->name, kinds[i]->fields[j].name);
  return g_string_free (g_steal_pointer (&scope), FALSE);
}

static char *
dup_stored_scope (SoleusConnection *connection)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT fields FROM note_scope WHERE " IS_SCOPE, NULL);

  if (statement == NULL || soleus_statement_step (statement, NULL) != SOLEUS_STEP_ROW)
    return NULL;
  return g_strdup (soleus_statement_get_text (statement, 0));
}

static void
bind_entry (SoleusStatement *statement,
            SoleusRecord    *record)
{
  soleus_statement_bind_text (statement, ":kind", soleus_record_get_kind (record)->name);
  soleus_statement_bind_text (statement, ":record", soleus_record_get_id (record));
}

static gboolean
run_for (SoleusConnection  *connection,
         const char        *sql,
         SoleusRecord      *record,
         GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_entry (statement, record);
  return soleus_statement_run (statement, error);
}

static gboolean
insert_entry (SoleusConnection  *connection,
              SoleusRecord      *record,
              const char        *text,
              GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "INSERT INTO note_entry (kind, record, athlete, at, text) VALUES (:kind, :record, :athlete, :at, :text)", error);
  SoleusInstant at = get_instant (record);

  if (statement == NULL)
    return FALSE;
  bind_entry (statement, record);
  soleus_statement_bind_text (statement, ":athlete", get_athlete (record));
  soleus_statement_bind_text (statement, ":text", text);
  if (at == SOLEUS_UNKNOWN_INSTANT)
    soleus_statement_bind_null (statement, ":at");
  else
    soleus_statement_bind_int (statement, ":at", at);
  return soleus_statement_run (statement, error);
}

/* The words of the entry that was just inserted. VALUES, not SELECT: SQLite guards what may insert several rows with a savepoint, for which the
 * index would be flushed once more. */
static gboolean
insert_words (SoleusConnection  *connection,
              const char        *text,
              GError           **error)
{
  g_autoptr (SoleusStatement) statement =
    soleus_connection_prepare (connection, "INSERT INTO note_search (rowid, text) VALUES (last_insert_rowid (), :text)", error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":text", text);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_note_search_index:
 * @record: a record that was just written
 *
 * Replaces what the index knows of it, within the transaction that the caller has begun. Notes of void records are not found.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_note_search_index (SoleusConnection  *connection,
                          SoleusRecord      *record,
                          GError           **error)
{
  g_autofree char *text = NULL;

  if (!is_searched (soleus_record_get_kind (record)))
    return TRUE;
  /* the index is told what goes while the row with its words is still there */
  if (soleus_record_get_revision (record) > 1 &&
      (!run_for (connection, "INSERT INTO note_search (note_search, rowid, text) "
                             "SELECT 'delete', entry, text FROM note_entry WHERE kind = :kind AND record = :record", record, error) ||
       !run_for (connection, "DELETE FROM note_entry WHERE kind = :kind AND record = :record", record, error)))
    return FALSE;
  text = dup_text (record);
  if (text[0] == '\0' || get_athlete (record) == NULL)
    return TRUE;
  return insert_entry (connection, record, text, error) && insert_words (connection, text, error);
}

typedef struct {
  SoleusConnection *connection;
  GError           *error;
} Filling;

static void
fill_row (const char   *id,
          SoleusRecord *record,
          const char   *row_hash,
          const char   *problem,
          gpointer      user_data)
{
  Filling *self = user_data;
  g_autofree char *text = NULL;

  if (record == NULL || self->error != NULL)
    return;
  text = dup_text (record);
  if (text[0] != '\0' && get_athlete (record) != NULL)
    insert_entry (self->connection, record, text, &self->error);
}

static gboolean
note_scope (SoleusConnection  *connection,
            GError           **error)
{
  g_autofree char *scope = dup_scope ();
  g_autoptr (SoleusStatement) statement = NULL;

  if (!soleus_connection_exec (connection, "DELETE FROM note_scope WHERE " IS_SCOPE, error))
    return FALSE;
  statement = soleus_connection_prepare (connection, "INSERT INTO note_scope (fields) VALUES (:fields)", error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_text (statement, ":fields", scope);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_note_search_rebuild:
 *
 * Makes the index anew from the records, within the transaction that the caller has begun. A full-text index keeps the words of
 * what was deleted until it is rebuilt: after an erasure nothing else is enough.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_note_search_rebuild (SoleusConnection  *connection,
                            GError           **error)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  Filling filling = { connection, NULL };

  if (!soleus_connection_exec (connection, "DELETE FROM note_entry", error))
    return FALSE;
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (is_searched (kinds[i]) && !soleus_record_table_foreach (connection, kinds[i], fill_row, &filling, error))
      return FALSE;
  if (filling.error != NULL)
    {
      g_propagate_error (error, filling.error);
      return FALSE;
    }
  return soleus_connection_exec (connection, "INSERT INTO note_search (note_search) VALUES ('rebuild')", error) && note_scope (connection, error);
}

/**
 * soleus_note_search_prepare:
 *
 * Makes the index of a file that has none yet, or one of other fields, in a transaction of its own.
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_note_search_prepare (SoleusConnection  *connection,
                            GError           **error)
{
  g_autofree char *scope = dup_scope ();
  g_autofree char *stored = dup_stored_scope (connection);

  if (g_strcmp0 (scope, stored) == 0)
    return TRUE;
  if (!soleus_connection_begin (connection, error))
    return FALSE;
  if (!soleus_note_search_rebuild (connection, error))
    {
      soleus_connection_rollback (connection);
      return FALSE;
    }
  return soleus_connection_commit (connection, error);
}

static SoleusNoteMatch *
read_match (SoleusStatement *statement)
{
  SoleusNoteMatch *match = g_new0 (SoleusNoteMatch, 1);

  match->kind = g_strdup (soleus_statement_get_text (statement, 0));
  match->record = g_strdup (soleus_statement_get_text (statement, 1));
  match->athlete = g_strdup (soleus_statement_get_text (statement, 2));
  match->at = soleus_statement_is_null (statement, 3) ? SOLEUS_UNKNOWN_INSTANT : soleus_statement_get_int (statement, 3);
  match->excerpt = g_strdup (soleus_statement_get_text (statement, 4));
  return match;
}

/**
 * soleus_note_search_find:
 * @text: what was typed: each word is the beginning of a word that must be there
 * @athlete: (nullable): only in the records of that athlete
 * @kind: (nullable): only in records of that kind
 * @limit: at most so many
 *
 * Returns: (transfer full) (element-type SoleusNoteMatch): what was found, newest first; nothing if @text has no word; %NULL with @error set
 */
GPtrArray *
soleus_note_search_find (SoleusConnection  *connection,
                         const char        *text,
                         const char        *athlete,
                         const char        *kind,
                         guint              limit,
                         GError           **error)
{
  g_autofree char *match = soleus_search_words_dup_match (text);
  g_autoptr (GPtrArray) matches = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_note_match_free);
  g_autoptr (SoleusStatement) statement = NULL;
  SoleusStep step;

  if (match[0] == '\0')
    return g_steal_pointer (&matches);
  /* which they are is known before an excerpt of any is made */
  statement = soleus_connection_prepare (connection,
    "SELECT e.kind, e.record, e.athlete, e.at, snippet (note_search, 0, char (2), char (3), '…', " EXCERPT_WORDS ") "
    "FROM note_search JOIN note_entry AS e ON e.entry = note_search.rowid "
    "WHERE note_search MATCH :match AND note_search.rowid IN ("
    " SELECT n.entry FROM note_search AS s JOIN note_entry AS n ON n.entry = s.rowid"
    " WHERE s.note_search MATCH :match AND (:athlete IS NULL OR n.athlete = :athlete) AND (:kind IS NULL OR n.kind = :kind)"
    " ORDER BY n.at DESC, n.entry DESC LIMIT :limit) "
    "ORDER BY e.at DESC, e.entry DESC", error);
  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":match", match);
  soleus_statement_bind_text (statement, ":athlete", athlete);
  soleus_statement_bind_text (statement, ":kind", kind);
  soleus_statement_bind_int (statement, ":limit", limit);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_ptr_array_add (matches, read_match (statement));
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&matches) : NULL;
}

/**
 * soleus_note_search_has_text:
 *
 * Returns: whether the index must have a row for @record
 */
gboolean
soleus_note_search_has_text (SoleusRecord *record)
{
  g_autofree char *text = is_searched (soleus_record_get_kind (record)) ? dup_text (record) : NULL;

  return text != NULL && text[0] != '\0' && get_athlete (record) != NULL;
}

/**
 * soleus_note_search_fits:
 *
 * Returns: whether the index has the notes of @record as they are, and nothing of a record that is void or has none
 */
gboolean
soleus_note_search_fits (SoleusConnection *connection,
                         SoleusRecord     *record)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT text, athlete FROM note_entry WHERE kind = :kind AND record = :record", NULL);
  g_autofree char *text = NULL;

  if (statement == NULL)
    return FALSE;
  bind_entry (statement, record);
  if (soleus_statement_step (statement, NULL) != SOLEUS_STEP_ROW)
    return !soleus_note_search_has_text (record);
  text = dup_text (record);
  return soleus_note_search_has_text (record) && g_strcmp0 (text, soleus_statement_get_text (statement, 0)) == 0 &&
         g_strcmp0 (get_athlete (record), soleus_statement_get_text (statement, 1)) == 0;
}

/* An index made from the rows now, beside the one of the file: FTS5's own check would have to write. */
static const char make_second_index[] =
  "CREATE VIRTUAL TABLE temp.note_again USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2');"
  "CREATE VIRTUAL TABLE temp.note_again_words USING fts5vocab (temp, note_again, instance);"
  "CREATE VIRTUAL TABLE temp.note_words USING fts5vocab (main, note_search, instance);"
  "INSERT INTO temp.note_again (rowid, text) SELECT entry, text FROM main.note_entry;";

static const char drop_second_index[] =
  "DROP TABLE IF EXISTS temp.note_words; DROP TABLE IF EXISTS temp.note_again_words; DROP TABLE IF EXISTS temp.note_again;";

static const char count_differences[] =
  "SELECT (SELECT count (*) FROM (SELECT term, doc, \"offset\" FROM temp.note_words EXCEPT SELECT term, doc, \"offset\" FROM temp.note_again_words))"
  " + (SELECT count (*) FROM (SELECT term, doc, \"offset\" FROM temp.note_again_words EXCEPT SELECT term, doc, \"offset\" FROM temp.note_words))";

/**
 * soleus_note_search_check:
 * @n_expected: how many records have notes
 * @findings: (element-type utf8): sentences are appended
 *
 * Compares the index with its rows, and the number of rows with that of the records. Writes nothing to the file.
 *
 * Returns: %FALSE with @error set if that could not be found out
 */
gboolean
soleus_note_search_check (SoleusConnection  *connection,
                          guint              n_expected,
                          GPtrArray         *findings,
                          GError           **error)
{
  gint64 n_rows = soleus_connection_get_int (connection, "SELECT count (*) FROM note_entry", -1);
  gint64 n_different;

  if (n_rows != (gint64) n_expected)
    g_ptr_array_add (findings, g_strdup (_("The search in notes knows of records that are not there, or misses some. Make a backup and restore it: "
                                           "that makes the search anew.")));
  soleus_connection_exec (connection, drop_second_index, NULL);
  if (!soleus_connection_exec (connection, make_second_index, error))
    return FALSE;
  n_different = soleus_connection_get_int (connection, count_differences, -1);
  if (n_different != 0)
    g_ptr_array_add (findings, g_strdup (_("The search in notes does not find what the notes say. Make a backup and restore it: that makes the search anew.")));
  return soleus_connection_exec (connection, drop_second_index, error);
}
