/* bench-start PROBE BARE SOLEUS: start → usable list and memory, beside a bare libadwaita window: one, the other, and again. */
#include "figures.h"
#include "large-clinic.h"

#include <gio/gio.h>
#include <locale.h>
#include <stdio.h>

#define N_ATHLETES 10000
#define N_EPISODES 2
#define N_STARTS 11

typedef struct {
  const char *probe;
  const char *report;
} Bench;

typedef struct {
  Figures *seconds;
  Figures *resident;     /* MiB, libraries that others use too counted whole */
  Figures *proportional; /* MiB, such libraries counted in part: it depends on what else is running */
} Series;

static Series
series_init (void)
{
  return (Series) { figures_new (), figures_new (), figures_new () };
}

static void
series_clear (Series *self)
{
  figures_free (self->seconds);
  figures_free (self->resident);
  figures_free (self->proportional);
}

static gboolean
start (const Bench        *bench,
       const char *const  *command,
       gboolean            rows,
       Series             *series)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *report = NULL;
  double begun, painted;
  long resident, proportional;
  guint n_rows;

  remove (bench->report);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", bench->probe, TRUE);
  g_subprocess_launcher_setenv (launcher, "SOLEUS_FIRST_FRAME", bench->report, TRUE);
  if (rows)
    g_subprocess_launcher_setenv (launcher, "SOLEUS_FIRST_FRAME_ROWS", "1", TRUE);
  begun = figures_now ();
  process = g_subprocess_launcher_spawnv (launcher, command, NULL);
  if (process == NULL || !g_subprocess_wait (process, NULL, NULL))
    return FALSE;
  if (!g_file_get_contents (bench->report, &report, NULL, NULL) ||
      sscanf (report, "%lf %ld %ld %u", &painted, &resident, &proportional, &n_rows) != 4 || (rows && n_rows == 0))
    return FALSE;
  if (series != NULL)
    {
      figures_add (series->seconds, painted - begun);
      figures_add (series->resident, (double) resident / 1024);
      figures_add (series->proportional, (double) proportional / 1024);
    }
  return TRUE;
}

static void
print_rows (Series *soleus,
            Series *bare)
{
  figures_print_ratio ("start → usable list, 10,000 athletes ÷ bare window",
                       figures_get_median (soleus->seconds) / figures_get_median (bare->seconds), 1.25,
                       "%.0f ms ÷ %.0f ms, medians of %u by turns", figures_get_median (soleus->seconds) * 1000,
                       figures_get_median (bare->seconds) * 1000, figures_get_n (bare->seconds));
  figures_print_ratio ("memory with 10,000 athletes ÷ bare window",
                       figures_get_median (soleus->resident) / figures_get_median (bare->resident), 1.3,
                       "resident: %.1f MiB ÷ %.1f MiB; proportional: %.1f MiB ÷ %.1f MiB; medians of %u",
                       figures_get_median (soleus->resident), figures_get_median (bare->resident),
                       figures_get_median (soleus->proportional), figures_get_median (bare->proportional), figures_get_n (bare->resident));
}

static void
compare_with_contacts (const Bench *bench,
                       Series      *soleus)
{
  g_autofree char *contacts = g_find_program_in_path ("gnome-contacts");
  const char *command[] = { contacts, NULL };
  Series series;

  if (contacts == NULL)
    {
      figures_print_left_out ("the same ÷ gnome-contacts (empty)", "gnome-contacts is not installed");
      return;
    }
  series = series_init ();
  for (guint i = 0; i < N_STARTS; i++)
    if (!start (bench, command, FALSE, i > 0 ? &series : NULL))
      break;
  if (figures_get_n (series.seconds) > 0)
    figures_print_ratio ("the same ÷ gnome-contacts (empty)",
                         figures_get_median (soleus->seconds) / figures_get_median (series.seconds), 0.8,
                         "%.0f ms ÷ %.0f ms", figures_get_median (soleus->seconds) * 1000, figures_get_median (series.seconds) * 1000);
  else
    figures_print_left_out ("the same ÷ gnome-contacts (empty)", "gnome-contacts showed no window here");
  series_clear (&series);
}

static gboolean
measure (const Bench *bench,
         const char  *bare,
         const char  *program,
         const char  *clinic)
{
  const char *const bare_command[] = { bare, NULL };
  const char *const command[] = { program, "--clinic", clinic, "--now", LARGE_CLINIC_NOW, "--size", "1200x800", NULL };
  Series soleus_series = series_init ();
  Series bare_series = series_init ();
  gboolean shown = TRUE;

  for (guint i = 0; shown && i <= N_STARTS; i++)
    {
      /* the first of each finds nothing in the disk cache and does not count */
      shown = start (bench, bare_command, FALSE, i > 0 ? &bare_series : NULL) &&
              start (bench, command, TRUE, i > 0 ? &soleus_series : NULL);
    }
  if (shown)
    {
      print_rows (&soleus_series, &bare_series);
      compare_with_contacts (bench, &soleus_series);
    }
  else
    g_printerr ("bench-start: the bare window or %s did not show what was waited for\n", program);
  series_clear (&soleus_series);
  series_clear (&bare_series);
  return shown;
}

int
main (int    argc,
      char **argv)
{
  char *folder;
  SoleusClinic *clinic;
  gboolean shown;
  g_autofree char *path = NULL;
  g_autofree char *report = NULL;

  setlocale (LC_ALL, "");
  if (argc != 4)
    {
      g_printerr ("usage: bench-start PROBE BARE SOLEUS\n");
      return 2;
    }
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    {
      figures_print_left_out ("start → usable list ÷ bare window", "there is no display");
      return 0;
    }
  folder = large_clinic_dup_folder ();
  clinic = large_clinic_create (folder, "clinic.soleus", N_ATHLETES, N_EPISODES);
  path = g_strdup (soleus_clinic_get_path (clinic));
  g_object_unref (clinic);
  report = g_build_filename (folder, "report", NULL);
  shown = measure (&(Bench) { argv[1], report }, argv[2], argv[3], path);
  large_clinic_remove (folder);
  return shown ? 0 : 1;
}
