/* Save → acknowledged, beside the bare durable commit of the same rows in the same folder, one after the other. */
#include "figures.h"
#include "large-clinic.h"
#include "plain-rows.h"

#include "soleus-clinic-backup.h"
#include "soleus-records.h"

#include <locale.h>

#define N_ATHLETES 1000
#define N_EPISODES 10
#define N_SAVES 400

static SoleusRecord *
create_episode (const char    *athlete,
                SoleusInstant  now,
                guint          number)
{
  return large_clinic_episode (athlete, now - (2000 + 24 * (gint64) number) * SOLEUS_USEC_PER_HOUR);
}

static double
save (SoleusClinic *clinic,
      SoleusRecord *episode)
{
  g_autoptr (GError) error = NULL;
  double start = figures_now ();

  if (!soleus_clinic_save (clinic, episode, &error))
    g_error ("%s", error->message);
  return figures_now () - start;
}

/* A save does all that the bare commit does: where it seems cheaper, the disk was too busy for the figure to mean anything. */
static void
print_row (Figures *saves,
           Figures *commits)
{
  static const char name[] = "save an episode ÷ bare durable commit of the same rows";
  double ratio = figures_get_median (saves) / figures_get_median (commits);

  if (ratio < 1)
    {
      g_autofree char *why = g_strdup_printf ("%.3f ms ÷ %.3f ms is less than the work takes; the disk is too busy, measure again",
                                              figures_get_median (saves) * 1000, figures_get_median (commits) * 1000);

      figures_print_left_out (name, why);
      return;
    }
  figures_print_ratio (name, ratio, 2, "%.3f ms ÷ %.3f ms, medians of %u; fastest tenth %.3f ms ÷ %.3f ms; with rules, validation, hashes, audit",
                       figures_get_median (saves) * 1000, figures_get_median (commits) * 1000, figures_get_n (saves),
                       figures_get_percentile (saves, 10) * 1000, figures_get_percentile (commits, 10) * 1000);
}

int
main (void)
{
  char *folder = large_clinic_dup_folder ();
  g_autofree char *target = g_build_filename (folder, "plain.soleus", NULL);
  g_autoptr (SoleusClinic) clinic = large_clinic_create (folder, "clinic.soleus", N_ATHLETES, N_EPISODES);
  g_autoptr (SoleusBackupReport) copy = soleus_clinic_back_up (clinic, "backup", target, NULL, NULL);
  g_autoptr (PlainRows) plain = plain_rows_open (soleus_clinic_get_path (clinic), target);
  g_autoptr (Figures) saves = figures_new ();
  g_autoptr (Figures) commits = figures_new ();

  setlocale (LC_ALL, "");
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autofree char *athlete = large_clinic_dup_athlete (clinic, 1 + i % (N_ATHLETES - 1));
      g_autoptr (SoleusRecord) episode = create_episode (athlete, soleus_clinic_get_now (clinic), i / N_ATHLETES);
      double seconds = save (clinic, episode);
      double plain_seconds;

      plain_rows_read (plain, "episode", soleus_record_get_id (episode));
      plain_seconds = plain_rows_commit (plain);
      /* the first ones prepare statements and make pages known */
      if (i < 20)
        continue;
      figures_add (saves, seconds);
      figures_add (commits, plain_seconds);
    }
  print_row (saves, commits);
  g_clear_object (&clinic);
  g_clear_pointer (&plain, plain_rows_close);
  large_clinic_remove (folder);
  return 0;
}
