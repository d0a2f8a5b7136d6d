#include "soleus-config.h"

#include "soleus-athlete-search.h"

#include "soleus-statement.h"

static gint64
find_rowid (SoleusConnection  *connection,
            const char        *id,
            GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT rowid FROM athlete WHERE id = :id", error);

  if (statement == NULL)
    return -1;
  soleus_statement_bind_text (statement, ":id", id);
  return soleus_statement_step (statement, error) == SOLEUS_STEP_ROW ? soleus_statement_get_int (statement, 0) : -1;
}

static gboolean
remove_row (SoleusConnection  *connection,
            gint64             rowid,
            GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "DELETE FROM athlete_search WHERE rowid = :rowid", error);

  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_int (statement, ":rowid", rowid);
  return soleus_statement_run (statement, error);
}

/**
 * soleus_athlete_search_index:
 * @athlete: a record that was just written
 *
 * Returns: %FALSE with @error set
 */
gboolean
soleus_athlete_search_index (SoleusConnection  *connection,
                             SoleusRecord      *athlete,
                             GError           **error)
{
  gint64 rowid = find_rowid (connection, soleus_record_get_id (athlete), error);
  g_autoptr (SoleusStatement) statement = NULL;

  if (rowid < 0 || !remove_row (connection, rowid, error))
    return FALSE;
  if (soleus_record_is_void (athlete))
    return TRUE;
  statement = soleus_connection_prepare (connection,
    "INSERT INTO athlete_search (rowid, name, identifier, team, sport, note) VALUES (:rowid, :name, :identifier, :team, :sport, :note)", error);
  if (statement == NULL)
    return FALSE;
  soleus_statement_bind_int (statement, ":rowid", rowid);
  soleus_statement_bind_text (statement, ":name", soleus_record_get_text (athlete, "name"));
  soleus_statement_bind_text (statement, ":identifier", soleus_record_get_text (athlete, "identifier"));
  soleus_statement_bind_text (statement, ":team", soleus_record_get_text (athlete, "team"));
  soleus_statement_bind_text (statement, ":sport", soleus_record_get_text (athlete, "sport"));
  soleus_statement_bind_text (statement, ":note", soleus_record_get_text (athlete, "note"));
  return soleus_statement_run (statement, error);
}

/* Each word typed is the beginning of a word that is looked for. */
static char *
dup_match (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) match = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *escaped = NULL;

      if (words[i][0] == '\0')
        continue;
      parts = g_strsplit (words[i], "\"", -1);
      escaped = g_strjoinv ("\"\"", parts);
      g_string_append_printf (match, "%s\"%s\"*", match->len > 0 ? " " : "", escaped);
    }
  return g_string_free (g_steal_pointer (&match), FALSE);
}

static const char *
get_order (SoleusAthleteOrder order)
{
  switch (order)
    {
    case SOLEUS_ATHLETE_ORDER_LAST_VISIT:
      return "(SELECT max (time) FROM visit WHERE visit.athlete = a.id AND visit.void_reason IS NULL) DESC, ";
    case SOLEUS_ATHLETE_ORDER_LAST_EPISODE:
      return "(SELECT max (onset) FROM episode WHERE episode.athlete = a.id AND episode.void_reason IS NULL) DESC, ";
    case SOLEUS_ATHLETE_ORDER_NAME:
    default:
      return "";
    }
}

/**
 * soleus_athlete_search_list:
 * @text: (nullable): what was typed
 * @team: (nullable): only of that team
 * @archived: whether the archived ones are listed instead of the others
 *
 * Returns: (transfer full) (element-type utf8): ids in the order asked for, or %NULL with @error set
 */
GPtrArray *
soleus_athlete_search_list (SoleusConnection    *connection,
                            const char          *text,
                            const char          *team,
                            gboolean             archived,
                            SoleusAthleteOrder   order,
                            GError             **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) sql = g_string_new ("SELECT a.id FROM athlete AS a WHERE a.void_reason IS NULL AND a.archived = :archived");
  g_autofree char *match = dup_match (text != NULL ? text : "");
  g_autoptr (SoleusStatement) statement = NULL;
  SoleusStep step;

  if (match[0] != '\0')
    g_string_append (sql, " AND a.rowid IN (SELECT rowid FROM athlete_search WHERE athlete_search MATCH :match)");
  if (team != NULL)
    g_string_append (sql, " AND a.team = :team");
  g_string_append_printf (sql, " ORDER BY %sa.name COLLATE NOCASE", get_order (order));

  statement = soleus_connection_prepare (connection, sql->str, error);
  if (statement == NULL)
    return NULL;
  soleus_statement_bind_int (statement, ":archived", archived);
  if (match[0] != '\0')
    soleus_statement_bind_text (statement, ":match", match);
  if (team != NULL)
    soleus_statement_bind_text (statement, ":team", team);
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_ptr_array_add (ids, g_strdup (soleus_statement_get_text (statement, 0)));
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&ids) : NULL;
}

/**
 * soleus_athlete_search_list_teams:
 *
 * Returns: (transfer full) (array zero-terminated=1): the teams that athletes belong to, sorted, or %NULL with @error set
 */
char **
soleus_athlete_search_list_teams (SoleusConnection  *connection,
                                  GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "SELECT DISTINCT team FROM athlete WHERE team IS NOT NULL AND void_reason IS NULL ORDER BY team COLLATE NOCASE", error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_strv_builder_add (builder, soleus_statement_get_text (statement, 0));
  return step == SOLEUS_STEP_DONE ? g_strv_builder_end (builder) : NULL;
}
