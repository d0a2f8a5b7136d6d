#include "soleus-config.h"

#include "soleus-episode-search.h"

#include "soleus-record-table.h"
#include "soleus-search-words.h"
#include "soleus-statement.h"

/* a clock is nowhere further from UTC: an instant is that far from the time of day that was entered, at most */
#define MOST_OFFSET "64800000000"

/* microseconds since 1970 of the clock where it was entered */
#define LOCAL_TIME "(e.onset + e.onset_offset * 1000000)"

void
soleus_episode_run_clear (SoleusEpisodeRun *run)
{
  g_clear_pointer (&run->id, g_free);
}

static gboolean
is_asked (const char *typed)
{
  g_autofree char *match = soleus_search_words_dup_match (typed);

  return match[0] != '\0';
}

/* What an episode has in common with its group; soleus_episode_dup_group() says the same of a record. */
static const char *
get_group_key (SoleusEpisodeGroup group)
{
  switch (group)
    {
    case SOLEUS_EPISODE_GROUP_MONTH:
      return "strftime ('%Y-%m', " LOCAL_TIME " / 1000000, 'unixepoch')";
    case SOLEUS_EPISODE_GROUP_MUSCLE:
      return "e.muscle";
    case SOLEUS_EPISODE_GROUP_SITUATION:
      return "e.activity";
    case SOLEUS_EPISODE_GROUP_ATHLETE:
      return "e.athlete";
    case SOLEUS_EPISODE_GROUP_NONE:
    default:
      return "NULL";
    }
}

/* two athletes may have one name */
#define BY_NAME "a.name COLLATE NOCASE, a.id, "

static const char *
get_group_order (SoleusEpisodeGroup group)
{
  switch (group)
    {
    case SOLEUS_EPISODE_GROUP_MONTH:
      return "2 DESC, ";
    case SOLEUS_EPISODE_GROUP_MUSCLE:
    case SOLEUS_EPISODE_GROUP_SITUATION:
      return "2 NULLS LAST, ";
    case SOLEUS_EPISODE_GROUP_ATHLETE:
      return BY_NAME;
    case SOLEUS_EPISODE_GROUP_NONE:
    default:
      return "";
    }
}

static const char *
get_order (const SoleusEpisodeListing *listing)
{
  switch (listing->order)
    {
    case SOLEUS_EPISODE_ORDER_PAIN:
      return "e.pain DESC NULLS LAST, ";
    case SOLEUS_EPISODE_ORDER_DURATION:
      return "CASE WHEN e.onset_precision = 'day' OR e.end_precision = 'day' THEN NULL ELSE e.\"end\" - e.onset END DESC NULLS LAST, ";
    case SOLEUS_EPISODE_ORDER_NAME:
      return listing->group == SOLEUS_EPISODE_GROUP_ATHLETE ? "" : BY_NAME;
    case SOLEUS_EPISODE_ORDER_DATE:
    default:
      return "";
    }
}

static void
append_filter (GString                   *sql,
               const SoleusEpisodeFilter *filter)
{
  if (filter->side != SOLEUS_SIDE_UNKNOWN)
    g_string_append (sql, filter->side == SOLEUS_SIDE_BOTH ? " AND e.side = :side" : " AND e.side IN (:side, 'both')");
  if (filter->muscle != NULL)
    g_string_append (sql, " AND e.muscle = :muscle");
  if (filter->activity != NULL)
    g_string_append (sql, " AND e.activity = :activity");
  if (soleus_int_is_known (filter->least_pain))
    g_string_append (sql, " AND e.pain >= :least_pain");
  if (soleus_int_is_known (filter->most_pain))
    g_string_append (sql, " AND e.pain <= :most_pain");
  if (filter->ids != NULL)
    g_string_append (sql, " AND e.id IN (SELECT value FROM json_each (:ids))");
  /* the second condition is the one that an index helps with */
  if (filter->from != NULL)
    g_string_append (sql, " AND " LOCAL_TIME " >= :from AND e.onset >= :from - " MOST_OFFSET);
  if (filter->to != NULL)
    g_string_append (sql, " AND " LOCAL_TIME " < :after AND e.onset < :after + " MOST_OFFSET);
}

/**
 * soleus_episode_search_dup_sql:
 * @listing: what is listed
 *
 * The newest first is the order of an index, of all episodes or of those of one athlete: nothing is sorted.
 *
 * Returns: (transfer full): the question that soleus_episode_search_list() asks: row number and group, in order
 */
char *
soleus_episode_search_dup_sql (const SoleusEpisodeListing *listing)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean needs_name = listing->order == SOLEUS_EPISODE_ORDER_NAME || listing->group == SOLEUS_EPISODE_GROUP_ATHLETE;

  g_string_append_printf (sql, "SELECT e.rowid, %s FROM episode AS e%s WHERE e.void_reason IS NULL", get_group_key (listing->group),
                          needs_name ? " JOIN athlete AS a ON a.id = e.athlete" : "");
  if (listing->athlete_id != NULL)
    g_string_append (sql, " AND e.athlete = :athlete_id");
  if (is_asked (listing->athlete))
    g_string_append (sql, " AND e.athlete IN (SELECT n.id FROM athlete_search AS s JOIN athlete AS n ON n.rowid = s.rowid"
                          " WHERE s.athlete_search MATCH :athlete)");
  if (is_asked (listing->words))
    g_string_append (sql, " AND e.id IN (SELECT n.record FROM note_search AS s JOIN note_entry AS n ON n.entry = s.rowid"
                          " WHERE s.note_search MATCH :words AND n.kind = 'episode')");
  append_filter (sql, listing->filter);
  g_string_append_printf (sql, " ORDER BY %s%se.onset DESC, e.rowid DESC", get_group_order (listing->group), get_order (listing));
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* ids are plain words: no quotes to escape */
static char *
dup_json (GHashTable *ids)
{
  g_autoptr (GString) text = g_string_new ("[");
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_string_append_printf (text, "%s\"%s\"", text->len > 1 ? "," : "", (const char *) id);
  g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
bind_day (SoleusStatement *statement,
          const char      *parameter,
          const char      *date,
          int              days_later)
{
  if (date != NULL)
    soleus_statement_bind_int (statement, parameter,
                               (soleus_date_get_days_between ("1970-01-01", date) + days_later) * 24 * SOLEUS_USEC_PER_HOUR);
}

static void
bind_filter (SoleusStatement           *statement,
             const SoleusEpisodeFilter *filter)
{
  g_autofree char *ids = filter->ids != NULL ? dup_json (filter->ids) : NULL;

  if (filter->side != SOLEUS_SIDE_UNKNOWN)
    soleus_statement_bind_text (statement, ":side", soleus_enum_get_nick (SOLEUS_TYPE_SIDE, filter->side));
  if (filter->muscle != NULL)
    soleus_statement_bind_text (statement, ":muscle", filter->muscle);
  if (filter->activity != NULL)
    soleus_statement_bind_text (statement, ":activity", filter->activity);
  if (soleus_int_is_known (filter->least_pain))
    soleus_statement_bind_int (statement, ":least_pain", filter->least_pain);
  if (soleus_int_is_known (filter->most_pain))
    soleus_statement_bind_int (statement, ":most_pain", filter->most_pain);
  if (ids != NULL)
    soleus_statement_bind_text (statement, ":ids", ids);
  bind_day (statement, ":from", filter->from, 0);
  bind_day (statement, ":after", filter->to, 1);
}

/* who is meant by what was typed: not whose notes have the words */
static void
bind_athlete (SoleusStatement *statement,
              const char      *typed)
{
  g_autofree char *words = soleus_search_words_dup_match (typed);
  g_autofree char *match = g_strdup_printf ("{name identifier team sport} : (%s)", words);

  soleus_statement_bind_text (statement, ":athlete", match);
}

static SoleusStatement *
prepare (SoleusConnection            *connection,
         const SoleusEpisodeListing  *listing,
         GError                     **error)
{
  g_autofree char *sql = soleus_episode_search_dup_sql (listing);
  g_autofree char *words = soleus_search_words_dup_match (listing->words);
  SoleusStatement *statement = soleus_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  bind_filter (statement, listing->filter);
  if (listing->athlete_id != NULL)
    soleus_statement_bind_text (statement, ":athlete_id", listing->athlete_id);
  if (is_asked (listing->athlete))
    bind_athlete (statement, listing->athlete);
  if (words[0] != '\0')
    soleus_statement_bind_text (statement, ":words", words);
  return statement;
}

/* NULL in the file is "" as the id of a group: unknown */
static void
count_in_run (GArray     *runs,
              const char *id,
              guint       position)
{
  SoleusEpisodeRun *last = runs->len > 0 ? &g_array_index (runs, SoleusEpisodeRun, runs->len - 1) : NULL;

  if (last == NULL || g_strcmp0 (last->id, id != NULL ? id : "") != 0)
    {
      SoleusEpisodeRun run = { g_strdup (id != NULL ? id : ""), position, 0 };

      g_array_append_val (runs, run);
      last = &g_array_index (runs, SoleusEpisodeRun, runs->len - 1);
    }
  last->n++;
}

/**
 * soleus_episode_search_list:
 * @listing: what is listed
 * @runs: (out) (transfer full) (element-type SoleusEpisodeRun): the groups in order; one, "", without grouping
 *
 * Returns: (transfer full) (element-type gint64): the rows of the episodes that are not void, in order, or %NULL with @error set
 */
GArray *
soleus_episode_search_list (SoleusConnection            *connection,
                            const SoleusEpisodeListing  *listing,
                            GArray                     **runs,
                            GError                     **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SoleusEpisodeRun));
  g_autoptr (SoleusStatement) statement = prepare (connection, listing, error);
  SoleusStep step;

  g_array_set_clear_func (found, (GDestroyNotify) soleus_episode_run_clear);
  if (statement == NULL)
    return NULL;
  while ((step = soleus_statement_step (statement, error)) == SOLEUS_STEP_ROW)
    {
      gint64 row = soleus_statement_get_int (statement, 0);

      count_in_run (found, soleus_statement_get_text (statement, 1), rows->len);
      g_array_append_val (rows, row);
    }
  if (step != SOLEUS_STEP_DONE)
    return NULL;
  *runs = g_steal_pointer (&found);
  return g_steal_pointer (&rows);
}

/**
 * soleus_episode_search_find_row:
 * @id: an episode's id
 *
 * Returns: the episode's row, or -1 if there is none, with @error set if that could not be found out
 */
gint64
soleus_episode_search_find_row (SoleusConnection  *connection,
                                const char        *id,
                                GError           **error)
{
  g_autoptr (SoleusStatement) statement = soleus_connection_prepare (connection, "SELECT rowid FROM episode WHERE id = :id", error);

  if (statement == NULL)
    return -1;
  soleus_statement_bind_text (statement, ":id", id);
  return soleus_statement_step (statement, error) == SOLEUS_STEP_ROW ? soleus_statement_get_int (statement, 0) : -1;
}

/**
 * soleus_episode_search_read:
 * @rows: (array length=n_rows): rows that were listed
 *
 * Returns: (transfer full) (element-type SoleusRecord): the episodes in the order of @rows, %NULL for each that is gone or cannot be read;
 *   %NULL with @error set if none could be read
 */
GPtrArray *
soleus_episode_search_read (SoleusConnection  *connection,
                            const gint64      *rows,
                            gsize              n_rows,
                            GError           **error)
{
  return soleus_record_table_read_rows (connection, &soleus_episode_kind, rows, n_rows, error);
}
