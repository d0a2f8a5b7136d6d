#include "soleus-config.h"

#include "soleus-athlete-search.h"

#include "soleus-search-words.h"
#include "soleus-statement.h"

/**
 * soleus_athlete_search_find_row:
 * @id: an athlete's id
 *
 * Returns: the athlete's row, or -1 if there is none, with @error set if that could not be found out
 */
gint64
soleus_athlete_search_find_row (SoleusConnection  *connection,
                                const char        *id,
                                GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT rowid FROM athlete WHERE id = :id", error);

  if (statement == NULL)
    return -1;
  soleus_statement_bind_text (statement, ":id", id);
  return soleus_statement_step (statement, error) == SOLEUS_STEP_ROW ? soleus_statement_get_int (statement, 0) : -1;
}

/**
 * soleus_athlete_search_dup_id:
 * @row: a row that was listed
 *
 * Returns: (transfer full) (nullable): the athlete's id, %NULL if there is none, with @error set if that could not be found out
 */
char *
soleus_athlete_search_dup_id (SoleusConnection  *connection,
                              gint64             row,
                              GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT id FROM athlete WHERE rowid = :rowid", error);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_int (statement, ":rowid", row);
  return soleus_statement_step (statement, error) == SOLEUS_STEP_ROW ? g_strdup (soleus_statement_get_text (statement, 0)) : NULL;
}

/**
 * soleus_athlete_search_dup_name:
 * @id: an athlete's id
 *
 * Returns: (transfer full) (nullable): the name alone, %NULL if there is no such athlete, with @error set if that could not be found out
 */
char *
soleus_athlete_search_dup_name (SoleusConnection  *connection,
                                const char        *id,
                                GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT name FROM athlete WHERE id = :id", error);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":id", id);
  return soleus_statement_step (statement, error) == SOLEUS_STEP_ROW ? g_strdup (soleus_statement_get_text (statement, 0)) : NULL;
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
  gint64 rowid = soleus_athlete_search_find_row (connection, soleus_record_get_id (athlete), error);
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

static GArray *
list_rows (SoleusStatement  *statement,
           GError          **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  SoleusStep step;

  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      gint64 row = soleus_statement_get_int (statement, 0);

      g_array_append_val (rows, row);
    }
  return step == SOLEUS_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

/**
 * soleus_athlete_search_list:
 * @team: (nullable): only of that team
 * @archived: whether the archived ones are listed instead of the others
 *
 * By name this reads an index from end to end and sorts nothing.
 *
 * Returns: (transfer full) (element-type gint64): rows in the order asked for, or %NULL with @error set
 */
GArray *
soleus_athlete_search_list (SoleusConnection    *connection,
                            const char          *team,
                            gboolean             archived,
                            SoleusAthleteOrder   order,
                            GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT a.rowid FROM athlete AS a WHERE a.void_reason IS NULL AND a.archived = :archived%s "
                                          "ORDER BY %sa.name COLLATE NOCASE",
                                          team != NULL ? " AND a.team = :team" : "", get_order (order));
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  soleus_statement_bind_int (statement, ":archived", archived);
  if (team != NULL)
    soleus_statement_bind_text (statement, ":team", team);
  return list_rows (statement, error);
}

/**
 * soleus_athlete_search_match:
 * @text: (nullable): what was typed
 *
 * Looks in the search index alone: the order, the team and whether somebody is archived are known from the list.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): rows that fit, in ascending order; %NULL without @error
 *   if @text has no word, so that everybody fits
 */
GArray *
soleus_athlete_search_match (SoleusConnection  *connection,
                             const char        *text,
                             GError           **error)
{
  g_autofree char *match = soleus_search_words_dup_match (text);
  g_autoptr (SoleusStatement) statement = NULL;

  if (match[0] == '\0')
    return NULL;
  statement = soleus_connection_prepare (connection, "SELECT rowid FROM athlete_search WHERE athlete_search MATCH :match ORDER BY rowid", error);
  if (statement == NULL)
    return NULL;
  soleus_statement_bind_text (statement, ":match", match);
  return list_rows (statement, error);
}

/**
 * soleus_athlete_search_list_teams:
 *
 * Goes from team to team in their index, and reads athletes of a team only until one is found that is not void.
 *
 * Returns: (transfer full) (array zero-terminated=1): the teams that athletes belong to, sorted, or %NULL with @error set
 */
char **
soleus_athlete_search_list_teams (SoleusConnection  *connection,
                                  GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection,
    "WITH RECURSIVE step (team) AS ("
    " SELECT min (team) FROM athlete"
    " UNION ALL SELECT (SELECT min (a.team) FROM athlete AS a WHERE a.team > step.team) FROM step WHERE step.team IS NOT NULL) "
    "SELECT team FROM step WHERE EXISTS (SELECT 1 FROM athlete AS a WHERE a.team = step.team AND a.void_reason IS NULL) "
    "ORDER BY team COLLATE NOCASE", error);
  SoleusStep step;

  if (statement == NULL)
    return NULL;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    g_strv_builder_add (builder, soleus_statement_get_text (statement, 0));
  return step == SOLEUS_STEP_DONE ? g_strv_builder_end (builder) : NULL;
}
