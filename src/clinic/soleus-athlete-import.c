#include "soleus-config.h"

#include "soleus-athlete-import.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-import-undo.h"
#include "soleus-records.h"

/* those who are here, and those further up in the file */
typedef struct {
  GHashTable *names; /* (element-type utf8 GPtrArray) folded name → dates of birth, "" where unknown */
} Known;

void
soleus_athlete_line_free (SoleusAthleteLine *line)
{
  g_free (line->place);
  g_clear_object (&line->athlete);
  g_free (line->message);
  g_free (line);
}

/**
 * soleus_athlete_line_state_get_id:
 *
 * Returns: (transfer none): "new", "known", "duplicate" or "refused"
 */
const char *
soleus_athlete_line_state_get_id (SoleusAthleteLineState state)
{
  static const char *const ids[] = { "new", "known", "duplicate", "refused" };

  return ids[state];
}

/* Upper and lower case, and how an umlaut is composed, make no other person. */
static char *
dup_folded (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (text, FALSE);
}

static void
add_known (Known        *known,
           SoleusRecord *athlete)
{
  const char *born = soleus_record_get_text (athlete, "born");
  g_autofree char *name = dup_folded (soleus_record_get_text (athlete, "name"));
  GPtrArray *dates = g_hash_table_lookup (known->names, name);

  if (dates == NULL)
    {
      dates = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (known->names, g_steal_pointer (&name), dates);
    }
  g_ptr_array_add (dates, g_strdup (born != NULL ? born : ""));
}

static SoleusAthleteLineState
compare (Known        *known,
         SoleusRecord *athlete)
{
  const char *born = soleus_record_get_text (athlete, "born");
  g_autofree char *name = dup_folded (soleus_record_get_text (athlete, "name"));
  GPtrArray *dates = g_hash_table_lookup (known->names, name);
  SoleusAthleteLineState state = SOLEUS_ATHLETE_LINE_NEW;

  for (guint i = 0; dates != NULL && i < dates->len; i++)
    {
      const char *other = dates->pdata[i];

      if (born != NULL && g_str_equal (other, born))
        return SOLEUS_ATHLETE_LINE_KNOWN;
      if (born == NULL || other[0] == '\0')
        state = SOLEUS_ATHLETE_LINE_DUPLICATE;
    }
  return state;
}

static SoleusAthleteLine *
sort_line (SoleusClinic     *clinic,
           Known            *here,
           Known            *above,
           SoleusImportLine *read)
{
  SoleusAthleteLine *line = g_new0 (SoleusAthleteLine, 1);
  g_autoptr (GError) reason = NULL;

  line->place = g_strdup (read->place);
  line->state = SOLEUS_ATHLETE_LINE_REFUSED;
  if (read->record == NULL)
    {
      line->message = g_strdup (read->error->message);
      return line;
    }
  line->athlete = g_object_ref (read->record);
  if (!soleus_record_check (line->athlete, soleus_clinic_get_now (clinic), &reason))
    {
      line->message = g_strdup (reason->message);
      return line;
    }
  line->state = compare (above, line->athlete);
  if (line->state == SOLEUS_ATHLETE_LINE_KNOWN)
    line->message = g_strdup (_("The same person stands further up in the file."));
  else
    {
      SoleusAthleteLineState state = compare (here, line->athlete);

      line->state = state != SOLEUS_ATHLETE_LINE_NEW ? state : line->state;
      if (line->state == SOLEUS_ATHLETE_LINE_KNOWN)
        line->message = g_strdup (_("This athlete is already here: name and date of birth are the same."));
      else if (line->state == SOLEUS_ATHLETE_LINE_DUPLICATE)
        line->message = g_strdup (_("Somebody of this name is already here or further up, and one date of birth is not known."));
    }
  add_known (above, line->athlete);
  return line;
}

/**
 * soleus_athlete_import_sort:
 * @table: with its columns assigned
 *
 * Compares the lines of the table with who is here, archived athletes too. Nothing is saved.
 *
 * Returns: (transfer full) (element-type SoleusAthleteLine): every line, or %NULL with a sentence in @error
 */
GPtrArray *
soleus_athlete_import_sort (SoleusClinic        *clinic,
                            SoleusAthleteTable  *table,
                            GError             **error)
{
  g_autoptr (GPtrArray) read = soleus_athlete_table_read_athletes (table, error);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = read != NULL ? soleus_clinic_list (clinic, query, error) : NULL;
  Known here, above;
  GPtrArray *lines;

  if (athletes == NULL)
    return NULL;
  here.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  above.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < athletes->len; i++)
    add_known (&here, athletes->pdata[i]);
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_athlete_line_free);
  for (guint i = 0; i < read->len; i++)
    g_ptr_array_add (lines, sort_line (clinic, &here, &above, read->pdata[i]));
  g_hash_table_unref (here.names);
  g_hash_table_unref (above.names);
  return lines;
}

/**
 * soleus_athlete_import_count:
 *
 * Returns: how many lines are in that state
 */
guint
soleus_athlete_import_count (GPtrArray              *lines,
                             SoleusAthleteLineState  state)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((SoleusAthleteLine *) lines->pdata[i])->state == state;
  return n;
}

/**
 * soleus_athlete_import_save:
 * @lines: (element-type SoleusAthleteLine): as soleus_athlete_import_sort() made them
 * @with_duplicates: those that may be here too
 *
 * Saves the new ones at once, after a backup; it can be undone like any other change, and with soleus_import_undo() in another session.
 *
 * Returns: %FALSE with a sentence in @error, and nothing saved
 */
gboolean
soleus_athlete_import_save (SoleusClinic  *clinic,
                            GPtrArray     *lines,
                            gboolean       with_duplicates,
                            GError       **error)
{
  g_autoptr (SoleusChange) change = soleus_change_new ();
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      SoleusAthleteLine *line = lines->pdata[i];

      if (line->state != SOLEUS_ATHLETE_LINE_NEW && !(with_duplicates && line->state == SOLEUS_ATHLETE_LINE_DUPLICATE))
        continue;
      soleus_change_add (change, line->athlete);
      n++;
    }
  return n == 0 || soleus_import_commit (clinic, change, NULL, error);
}
