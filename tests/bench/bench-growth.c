/* What opening, searching and saving cost when the clinic is ten times as large. */
#include "figures.h"
#include "large-clinic.h"

#include "soleus-athlete-list.h"
#include "soleus-records.h"

#include <locale.h>

#define N_SMALL 3000
#define N_LARGE 30000
#define N_EPISODES 2
#define N_TIMES 15
#define N_SAVES 150
#define N_ROWS 20

typedef struct {
  char    *path;    /* (owned) */
  guint    n_athletes;
  Figures *opening;
  Figures *searching;
  Figures *saving;
} Clinic;

static void
read_rows (SoleusAthleteList *list)
{
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autoptr (SoleusAthleteRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (row == NULL)
        return;
      /* a row reads its athlete when it is asked for */
      g_assert (soleus_record_get_text (soleus_athlete_row_get_athlete (row), "name") != NULL);
    }
}

static void
search (SoleusAthleteList *list,
        const char        *name,
        Figures           *figures)
{
  for (gsize length = 1; length <= MIN (strlen (name), 6); length++)
    {
      g_autofree char *text = g_strndup (name, length);
      double start = figures_now ();

      soleus_athlete_list_set_search (list, text);
      read_rows (list);
      figures_add (figures, figures_now () - start);
    }
}

static void
open_and_search (Clinic *self,
                 guint   time)
{
  double start = figures_now ();
  g_autoptr (SoleusClinic) clinic = large_clinic_open (self->path);
  g_autoptr (SoleusAthleteList) list = soleus_athlete_list_new (clinic);
  g_autofree char *id = NULL;
  g_autoptr (SoleusRecord) athlete = NULL;

  read_rows (list);
  figures_add (self->opening, figures_now () - start);
  id = large_clinic_dup_athlete (clinic, (time * 7919) % self->n_athletes);
  athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, id, NULL);
  search (list, soleus_record_get_text (athlete, "name"), self->searching);
}

static void
save (Clinic       *self,
      SoleusClinic *clinic,
      guint         time)
{
  g_autofree char *id = large_clinic_dup_athlete (clinic, (time * 104729) % self->n_athletes);
  g_autoptr (SoleusRecord) episode = large_clinic_episode (id, soleus_clinic_get_now (clinic) - 3000 * SOLEUS_USEC_PER_HOUR);
  g_autoptr (GError) error = NULL;
  double start = figures_now ();

  if (!soleus_clinic_save (clinic, episode, &error))
    g_error ("%s", error->message);
  figures_add (self->saving, figures_now () - start);
}

static void
set_up (Clinic     *self,
        const char *folder,
        const char *name,
        guint       n_athletes)
{
  g_autoptr (SoleusClinic) clinic = large_clinic_create (folder, name, n_athletes, N_EPISODES);

  self->path = g_strdup (soleus_clinic_get_path (clinic));
  self->n_athletes = n_athletes;
  self->opening = figures_new ();
  self->searching = figures_new ();
  self->saving = figures_new ();
}

static void
tear_down (Clinic *self)
{
  g_free (self->path);
  figures_free (self->opening);
  figures_free (self->searching);
  figures_free (self->saving);
}

static void
print (const char *name,
       Figures    *large,
       Figures    *small)
{
  figures_print_ratio (name, figures_get_median (large) / figures_get_median (small), 0,
                       "medians %.2f ms ÷ %.2f ms, p95 %.2f ms ÷ %.2f ms; 10 would be proportional",
                       figures_get_median (large) * 1000, figures_get_median (small) * 1000,
                       figures_get_percentile (large, 95) * 1000, figures_get_percentile (small, 95) * 1000);
}

int
main (void)
{
  char *folder = large_clinic_dup_folder ();
  Clinic clinics[2];

  setlocale (LC_ALL, "");
  set_up (&clinics[0], folder, "small.soleus", N_SMALL);
  set_up (&clinics[1], folder, "large.soleus", N_LARGE);
  for (guint i = 0; i < 2 * N_TIMES; i++)
    open_and_search (&clinics[i % 2], i);
  {
    g_autoptr (SoleusClinic) small = large_clinic_open (clinics[0].path);
    g_autoptr (SoleusClinic) large = large_clinic_open (clinics[1].path);

    for (guint i = 0; i < N_SAVES; i++)
      {
        save (&clinics[0], small, i);
        save (&clinics[1], large, i);
      }
  }
  print ("10 × the athletes: opening with the list", clinics[1].opening, clinics[0].opening);
  print ("10 × the athletes: searching, by key press", clinics[1].searching, clinics[0].searching);
  print ("10 × the athletes: saving an episode", clinics[1].saving, clinics[0].saving);
  tear_down (&clinics[0]);
  tear_down (&clinics[1]);
  large_clinic_remove (folder);
  return 0;
}
