/* A block of a spreadsheet, pasted into the days of a week: what a cell takes it shows, and takes again as the same. */
#include "fuzz-scratch.h"

#include "soleus-day-records.h"
#include "soleus-records.h"
#include "soleus-week-rows.h"

static void
fill_day (SoleusWeekDay *day,
          GPtrArray     *shoes)
{
  day->athlete_id = "11111111-1111-4111-8111-111111111111";
  day->date = "2025-05-19";
  day->check_in = soleus_day_new_record (&soleus_check_in_kind, day->athlete_id, day->date);
  day->sessions = g_ptr_array_new_with_free_func (g_object_unref);
  day->shoes = shoes;
}

static void
clear_day (SoleusWeekDay *day)
{
  g_object_unref (day->check_in);
  g_ptr_array_unref (day->sessions);
}

static void
check_records (const SoleusWeekDay *day)
{
  g_autoptr (GError) error = NULL;
  const SoleusInstant now = G_GINT64_CONSTANT (1747735200000000);

  if (!soleus_record_check (day->check_in, now, &error))
    g_error ("What a cell takes cannot be saved: %s", error->message);
  for (guint i = 0; i < day->sessions->len; i++)
    if (!soleus_record_check (day->sessions->pdata[i], now, &error))
      g_error ("What a cell takes cannot be saved: %s", error->message);
}

static void
paste (const SoleusWeekRow *row,
       const char          *cell,
       GPtrArray           *shoes)
{
  g_autofree char *text = soleus_week_row_dup_pasted (row, cell);
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;
  SoleusWeekDay day, other;

  if (!g_utf8_validate (text, -1, NULL))
    g_error ("A cell cannot be shown.");
  fill_day (&day, shoes);
  fill_day (&other, shoes);
  if (soleus_week_row_read (row, text, &day))
    {
      shown = soleus_week_row_dup_text (row, &day);
      if (!soleus_week_row_read (row, shown, &other))
        g_error ("%s: “%s” is shown as “%s”, which is refused.", row->field, text, shown);
      again = soleus_week_row_dup_text (row, &other);
      if (!g_str_equal (shown, again))
        g_error ("%s: “%s” becomes “%s”.", row->field, shown, again);
      check_records (&day);
    }
  clear_day (&day);
  clear_day (&other);
}

static GPtrArray *
get_shoes (void)
{
  static GPtrArray *shoes;
  SoleusRecord *shoe;

  if (shoes != NULL)
    return shoes;
  shoes = g_ptr_array_new ();
  shoe = soleus_record_new (&soleus_shoe_kind);
  soleus_record_set_text (shoe, "name", "Flat one");
  g_ptr_array_add (shoes, shoe);
  return shoes;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *block = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GPtrArray) lines = soleus_week_rows_split_block (block);
  gsize n_rows;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n_rows);

  for (guint i = 0; i < lines->len; i++)
    {
      char **cells = lines->pdata[i];

      for (gsize j = 0; cells[j] != NULL && j < 7; j++)
        paste (&rows[i % n_rows], cells[j], get_shoes ());
      if (i > 0 && cells[0] != NULL && ((char **) lines->pdata[i - 1])[0] != NULL)
        soleus_week_sum_loads (((char **) lines->pdata[i - 1])[0], cells[0]);
    }
  return 0;
}
