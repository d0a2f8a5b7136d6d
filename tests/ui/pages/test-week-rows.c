/* How a cell of the week reads and writes what a day holds; and that the sheet on paper has the order of the grid. */
#include "soleus-config.h"

#include <gtk/gtk.h>

#include "soleus-check-in-sheet.h"
#include "soleus-day-records.h"
#include "soleus-week-rows.h"

static SoleusWeekDay
new_day (GPtrArray *shoes)
{
  return (SoleusWeekDay) { "a", "2025-11-21", soleus_day_new_record (&soleus_check_in_kind, "a", "2025-11-21"),
                           g_ptr_array_new_with_free_func (g_object_unref), shoes };
}

static void
clear_day (SoleusWeekDay *day)
{
  g_object_unref (day->check_in);
  g_ptr_array_unref (day->sessions);
}

static const SoleusWeekRow *
get_row (const char *field)
{
  gsize n;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n);

  return &rows[soleus_week_rows_find (field)];
}

static void
test_a_cell_is_read_and_written (void)
{
  static const struct { const char *field, *typed, *shown; gboolean valid; } cases[] = {
    { "fluid-ml", "2400", "2400", TRUE },
    { "mass-before-kg", "70,5", "70.5", TRUE },   /* decimal comma */
    { "fluid-ml", "", "", TRUE },                  /* unknown, not zero */
    { "fluid-ml", "–", "", TRUE },
    { "fluid-ml", "0", "0", TRUE },
    { "urine-colour", "9", NULL, FALSE },          /* Armstrong 1994 has 8 */
    { "urine-colour", "3.5", NULL, FALSE },
    { "rpe", "11", NULL, FALSE },                  /* CR-10 */
    { "rpe", "5 + 8", "5 + 8", TRUE },             /* two sessions */
    { "minutes", "60+ 30", "60 + 30", TRUE },
    { "minutes", "60 + –", "60 + –", TRUE },
    { "minutes", "60 + x", NULL, FALSE },
    { "surface", "gra", "Grass", TRUE },
    { "surface", "moon", NULL, FALSE },
    { "shoe", "road", "Road pair", TRUE },
    { "shoe", "Spikes", NULL, FALSE },
  };
  g_autoptr (GPtrArray) shoes = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRecord *shoe = soleus_record_new (&soleus_shoe_kind);

  soleus_record_set_text (shoe, "name", "Road pair");
  g_ptr_array_add (shoes, shoe);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusWeekDay day = new_day (shoes);
      const SoleusWeekRow *row = get_row (cases[i].field);
      g_autofree char *shown = NULL;

      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      g_assert_cmpint (soleus_week_row_read (row, cases[i].typed, &day), ==, cases[i].valid);
      if (cases[i].valid)
        {
          shown = soleus_week_row_dup_text (row, &day);
          g_assert_cmpstr (shown, ==, cases[i].shown);
        }
      clear_day (&day);
    }
}

static void
test_what_a_spreadsheet_copies (void)
{
  static const struct { const char *field, *pasted, *entered; } cases[] = {
    { "fluid-ml", "2.400", "2400" },
    { "fluid-ml", "2,400", "2400" },
    { "fluid-ml", " 1850 ", "1850" },
    { "fluid-ml", "\"2400\"", "2400" },
    { "fluid-ml", "2,5", "2,5" },
    { "mass-before-kg", "70,125", "70,125" },      /* grams, not thousands */
    { "sleep-hours", "7,5", "7,5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *entered = soleus_week_row_dup_pasted (get_row (cases[i].field), cases[i].pasted);

      g_assert_cmpstr (entered, ==, cases[i].entered);
    }
}

static void
test_loads_add_up (void)
{
  g_assert_cmpfloat (soleus_week_sum_loads ("60 + 30", "5 + 8"), ==, 540);
  g_assert_cmpfloat (soleus_week_sum_loads ("60 + 30", "5"), ==, 300);
  g_assert_cmpfloat (soleus_week_sum_loads ("0", "0"), ==, 0);
  g_assert_false (soleus_real_is_known (soleus_week_sum_loads ("60", "")));
}

static void
test_paper_has_the_order_of_the_grid (void)
{
  gsize n;
  const SoleusWeekRow *rows = soleus_week_rows_get (&n);
  const char *const *fields = soleus_check_in_sheet_list_fields ();

  g_assert_cmpuint (g_strv_length ((char **) fields), ==, n);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpstr (rows[i].field, ==, fields[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-rows/a_cell_is_read_and_written", test_a_cell_is_read_and_written);
  g_test_add_func ("/week-rows/what_a_spreadsheet_copies", test_what_a_spreadsheet_copies);
  g_test_add_func ("/week-rows/loads_add_up", test_loads_add_up);
  g_test_add_func ("/week-rows/paper_has_the_order_of_the_grid", test_paper_has_the_order_of_the_grid);
  return g_test_run ();
}
