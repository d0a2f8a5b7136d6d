/* Key press → first rows known, over 100,000 athletes, beside the query alone. */
#include "figures.h"
#include "large-clinic.h"
#include "plain-search.h"

#include "soleus-athlete-list.h"
#include "soleus-records.h"

#include <locale.h>

#define N_ATHLETES 100000
#define N_ROWS 20
#define N_TYPED 60

static void
read_rows (SoleusAthleteList *list)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (SoleusAthleteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (row == NULL)
        return;
      g_assert (soleus_record_get_text (soleus_athlete_row_get_athlete (row), "name") != NULL);
    }
}

static double
press_key (SoleusAthleteList *list,
           const char        *text)
{
  double start = figures_now ();

  soleus_athlete_list_set_search (list, text);
  read_rows (list);
  return figures_now () - start;
}

static double
ask_plainly (PlainSearch *plain,
             const char  *text)
{
  double start = figures_now ();

  plain_search_run (plain, text, N_ROWS);
  return figures_now () - start;
}

/* Types a name letter by letter, and takes it away again with one key. */
static void
type_name (SoleusAthleteList *list,
           PlainSearch       *plain,
           const char        *name,
           Figures           *keys,
           Figures           *queries,
           Figures           *clearings)
{
  for (gsize length = 1; length <= strlen (name); length++)
    {
      g_autofree char *text = g_strndup (name, length);

      figures_add (keys, press_key (list, text));
      figures_add (queries, ask_plainly (plain, text));
    }
  figures_add (clearings, press_key (list, ""));
}

static void
measure (SoleusClinic *clinic,
         PlainSearch  *plain)
{
  g_autoptr (SoleusAthleteList) list = soleus_athlete_list_new (clinic);
  g_autoptr (Figures) keys = figures_new ();
  g_autoptr (Figures) queries = figures_new ();
  g_autoptr (Figures) clearings = figures_new ();

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, N_ATHLETES);
  for (guint i = 0; i < N_TYPED; i++)
    {
      g_autofree char *id = large_clinic_dup_athlete (clinic, i * (N_ATHLETES / N_TYPED));
      g_autoptr (SoleusRecord) athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, id, NULL);

      type_name (list, plain, soleus_record_get_text (athlete, "name"), keys, queries, clearings);
    }
  figures_print_ms ("name search, 100,000 athletes: beyond the raw query, p95",
                    figures_get_percentile (keys, 95) - figures_get_percentile (queries, 95), 16.7,
                    "key to %u rows: median %.2f, p95 %.2f, max %.2f ms; raw query: median %.2f, p95 %.2f ms; %u keys", N_ROWS,
                    figures_get_median (keys) * 1000, figures_get_percentile (keys, 95) * 1000, figures_get_percentile (keys, 100) * 1000,
                    figures_get_median (queries) * 1000, figures_get_percentile (queries, 95) * 1000, figures_get_n (keys));
  figures_print_ms ("the same, search cleared: everybody again, p95",
                    figures_get_percentile (clearings, 95), 16.7, "median %.2f ms", figures_get_median (clearings) * 1000);
}

int
main (void)
{
  char *folder = large_clinic_dup_folder ();
  g_autoptr (SoleusClinic) clinic = large_clinic_create (folder, "clinic.soleus", N_ATHLETES, 0);
  PlainSearch *plain = plain_search_open (soleus_clinic_get_path (clinic));

  setlocale (LC_ALL, "");
  measure (clinic, plain);
  plain_search_close (plain);
  g_clear_object (&clinic);
  large_clinic_remove (folder);
  return 0;
}
