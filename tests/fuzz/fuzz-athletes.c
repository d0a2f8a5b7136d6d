/* A table of people from another program: every column anywhere, looked at, imported and taken back. */
#include "fuzz-scratch.h"

#include <string.h>

#include "soleus-athlete-import.h"
#include "soleus-import-undo.h"

static guint
count_athletes (void)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);

  return (guint) soleus_clinic_count (fuzz_scratch_get_clinic (), query, NULL);
}

/* the end of the file says where columns go, so that each may be each field; sometimes as the command line would */
static void
assign (SoleusAthleteTable *table,
        const uint8_t      *data,
        size_t              size)
{
  g_autoptr (GArray) targets = soleus_athlete_table_list_targets ();
  guint n_columns = soleus_athlete_table_get_n_columns (table);

  for (guint i = 0; i < MIN (n_columns, 4) && size > i; i++)
    {
      guint8 choice = data[size - 1 - i];
      g_autofree char *assignment = NULL;
      g_autoptr (GError) error = NULL;

      if (choice < 128)
        continue; /* text: as guessed */
      if (choice % 3 == 0)
        {
          assignment = g_strdup_printf ("%s=%s", soleus_athlete_table_get_column (table, i), g_array_index (targets, SoleusAthleteTarget, choice % targets->len).id);
          if (!soleus_athlete_table_map (table, assignment, &error))
            fuzz_scratch_check_error (error);
        }
      else
        soleus_athlete_table_set_target (table, i, choice == 255 ? NULL : g_array_index (targets, SoleusAthleteTarget, choice % targets->len).id);
    }
  if (size > 4 && data[size - 5] >= 128)
    soleus_athlete_table_set_order (table, data[size - 5] % 2 ? SOLEUS_DATE_ORDER_DAY_FIRST : SOLEUS_DATE_ORDER_MONTH_FIRST);
}

static void
check_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const SoleusAthleteLine *line = lines->pdata[i];

      fuzz_scratch_check_text (line->place);
      if (line->state != SOLEUS_ATHLETE_LINE_NEW)
        fuzz_scratch_check_text (line->message);
      if (line->state != SOLEUS_ATHLETE_LINE_REFUSED && !soleus_record_is_known (line->athlete, "name"))
        g_error ("Somebody without a name.");
    }
}

/* what was said to be new is there afterwards, and gone when it is taken back */
static void
save (GPtrArray *lines,
      gboolean   with_duplicates)
{
  guint wanted = soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_NEW) +
                 (with_duplicates ? soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_DUPLICATE) : 0);
  guint before = count_athletes ();
  guint n_gone = 0;
  g_autoptr (GError) error = NULL;

  if (wanted == 0)
    return;
  if (!soleus_athlete_import_save (fuzz_scratch_get_clinic (), lines, with_duplicates, &error))
    g_error ("What was called new is refused: %s", error->message);
  if (count_athletes () != before + wanted)
    g_error ("%u should be new, %u are.", wanted, count_athletes () - before);
  fuzz_scratch_verify ();
  if (!soleus_import_undo (fuzz_scratch_get_clinic (), &n_gone, &error) || count_athletes () != before)
    g_error ("It cannot be taken back.");
  fuzz_scratch_forget_clinic ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const char *path = fuzz_scratch_write ("athletes.csv", data, size);
  g_autofree char *before = fuzz_scratch_dup_state ();
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusAthleteTable) table = soleus_athlete_table_read (path, &error);
  g_autoptr (GPtrArray) lines = NULL;

  if (table == NULL)
    {
      fuzz_scratch_check_error (error);
      return 0;
    }
  soleus_athlete_table_is_foreign (table);
  for (guint i = 0; i < soleus_athlete_table_get_n_columns (table); i++)
    soleus_athlete_table_get_example (table, i);
  assign (table, data, size);
  lines = soleus_athlete_import_sort (fuzz_scratch_get_clinic (), table, &error);
  if (lines == NULL)
    fuzz_scratch_check_error (error);
  else
    check_lines (lines);
  after = fuzz_scratch_dup_state ();
  if (!g_str_equal (before, after))
    g_error ("Looking changed the clinic.");
  if (lines != NULL)
    save (lines, size % 2 == 0);
  return 0;
}
