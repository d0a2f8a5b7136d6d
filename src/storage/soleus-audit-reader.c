#include "soleus-config.h"

#include "soleus-audit-reader.h"

#include "soleus-record-table.h"
#include "soleus-statement.h"

void
soleus_read_entry_free (SoleusReadEntry *entry)
{
  g_free (entry->therapist);
  g_free (entry->action);
  g_free (entry->kind);
  g_free (entry->record);
  g_free (entry->detail);
  g_free (entry->hash);
  g_free (entry);
}

static gboolean
has_athlete (const SoleusRecordKind *kind)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, "athlete"))
      return TRUE;
  return FALSE;
}

/* every record that is about the people who stand in :athletes, " id id " */
static void
append_athletes (GString *sql)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  g_string_append (sql, " AND record IN (SELECT value FROM json_each (:athletes)");
  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *table = soleus_record_table_dup_name (kinds[i]);

      if (has_athlete (kinds[i]))
        g_string_append_printf (sql, " UNION ALL SELECT id FROM \"%s\" WHERE athlete IN (SELECT value FROM json_each (:athletes))", table);
    }
  g_string_append (sql, ")");
}

/* ids and actions are plain words: no quotes to escape */
static char *
dup_json (const char *const *words)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (gsize i = 0; words[i] != NULL; i++)
    g_string_append_printf (text, "%s\"%s\"", i > 0 ? "," : "", words[i]);
  g_string_append_c (text, ']');
  return g_strdup (text->str);
}

static SoleusStatement *
prepare (SoleusConnection         *connection,
         const SoleusAuditFilter  *filter,
         GError                  **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT seq FROM audit WHERE 1");
  g_autofree char *actions = filter->actions != NULL ? dup_json (filter->actions) : NULL;
  g_autofree char *athletes = filter->athletes != NULL ? dup_json (filter->athletes) : NULL;
  SoleusStatement *statement;

  if (filter->therapist != NULL)
    g_string_append (sql, " AND therapist = :therapist");
  if (filter->kind != NULL)
    g_string_append (sql, " AND kind = :kind");
  if (actions != NULL)
    g_string_append (sql, " AND action IN (SELECT value FROM json_each (:actions))");
  if (filter->since != SOLEUS_UNKNOWN_INSTANT)
    g_string_append (sql, " AND at >= :since");
  if (athletes != NULL)
    append_athletes (sql);
  g_string_append (sql, " ORDER BY seq DESC");
  statement = soleus_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  if (filter->therapist != NULL)
    soleus_statement_bind_text (statement, ":therapist", filter->therapist);
  if (filter->kind != NULL)
    soleus_statement_bind_text (statement, ":kind", filter->kind);
  if (actions != NULL)
    soleus_statement_bind_text (statement, ":actions", actions);
  if (filter->since != SOLEUS_UNKNOWN_INSTANT)
    soleus_statement_bind_int (statement, ":since", filter->since);
  if (athletes != NULL)
    soleus_statement_bind_text (statement, ":athletes", athletes);
  return statement;
}

/**
 * soleus_audit_reader_list:
 *
 * Returns: (transfer full) (element-type gint64): the numbers of the entries that fit, newest first, or %NULL with @error set
 */
GArray *
soleus_audit_reader_list (SoleusConnection         *connection,
                          const SoleusAuditFilter  *filter,
                          GError                  **error)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SoleusStatement) statement = prepare (connection, filter, error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      gint64 seq = soleus_statement_get_int (statement, 0);

      g_array_append_val (numbers, seq);
    }
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&numbers) : NULL;
}

/**
 * soleus_audit_reader_read:
 * @seq: the number of an entry
 *
 * Returns: (transfer full): the entry, or %NULL; with @error set where it could not be read
 */
SoleusReadEntry *
soleus_audit_reader_read (SoleusConnection  *connection,
                          gint64             seq,
                          GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT seq, at, therapist, action, kind, record, revision, detail, hash FROM audit WHERE seq = :seq", error);
  SoleusReadEntry *entry;

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_int (statement, ":seq", seq);
  if (soleus_statement_step (statement, error) != SOLEUS_STEP_ROW)
    return NULL;
  entry = g_new0 (SoleusReadEntry, 1);
  entry->seq = soleus_statement_get_int (statement, 0);
  entry->at = soleus_statement_get_int (statement, 1);
  entry->therapist = g_strdup (soleus_statement_get_text (statement, 2));
  entry->action = g_strdup (soleus_statement_get_text (statement, 3));
  entry->kind = g_strdup (soleus_statement_get_text (statement, 4));
  entry->record = g_strdup (soleus_statement_get_text (statement, 5));
  entry->revision = soleus_statement_get_int (statement, 6);
  entry->detail = g_strdup (soleus_statement_get_text (statement, 7));
  entry->hash = g_strdup (soleus_statement_get_text (statement, 8));
  return entry;
}

/**
 * soleus_audit_reader_find_newest:
 * @record: an id
 * @action: one action
 * @or_action: another
 *
 * Returns: (transfer full) (nullable): the newest entry about the record that is one of the two, %NULL if there is none or with @error set
 */
SoleusReadEntry *
soleus_audit_reader_find_newest (SoleusConnection  *connection,
                                 const char        *record,
                                 const char        *action,
                                 const char        *or_action,
                                 GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT max (seq) FROM audit WHERE record = :record AND (action = :action OR action = :or_action)", error);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":record", record);
  soleus_statement_bind_text (statement, ":action", action);
  soleus_statement_bind_text (statement, ":or_action", or_action);
  if (soleus_statement_step (statement, error) != SOLEUS_STEP_ROW || soleus_statement_is_null (statement, 0))
    return NULL;
  return soleus_audit_reader_read (connection, soleus_statement_get_int (statement, 0), error);
}
