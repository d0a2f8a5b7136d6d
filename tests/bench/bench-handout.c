/* A two-page handout from its description to the bytes of a PDF, beside LibreOffice converting the same text where it is there. */
#include "figures.h"

#include "soleus-content-reader.h"
#include "soleus-handout.h"
#include "soleus-moment.h"

#include <glib/gstdio.h>
#include <locale.h>

#define N_HANDOUTS 40
#define N_EXERCISES 3

static GBytes *
find_drawing (const char *id,
              gpointer    user_data)
{
  g_autofree char *name = g_strconcat (id, ".svg", NULL);
  g_autofree char *path = g_build_filename (user_data, "data", "drawings", name, NULL);
  char *contents;
  gsize length;

  return g_file_get_contents (path, &contents, &length, NULL) ? g_bytes_new_take (contents, length) : NULL;
}

static SoleusDocument *
create_handout (SoleusContent *content,
                const char    *sources)
{
  static const char *const ids[N_EXERCISES] = { "ankle-pumps", "towel-stretch", "wall-stretch-bent" };
  g_autoptr (SoleusMoment) issued = soleus_moment_parse ("2025-11-21T11:30+01:00", NULL);
  SoleusHandoutWindow window = { SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_WINDOW_STATE_CLOSED, issued->instant + 31 * SOLEUS_USEC_PER_HOUR };
  SoleusHandoutExercise exercises[N_EXERCISES];
  SoleusHandoutSpec spec = {
    .content = content,
    .paper = SOLEUS_PAPER_A4,
    .issued_at = issued->instant,
    .clinic_name = "Example Street Sports Therapy",
    .clinic_phone = "01632 960 123",
    .emergency_number = "112",
    .therapist_name = "T. Exemplar",
    .athlete_name = "Mara Swiftwater",
    .windows = &window,
    .n_windows = 1,
    .exercises = exercises,
    .n_exercises = N_EXERCISES,
    .next_visit = issued->instant + 77 * SOLEUS_USEC_PER_HOUR,
    .copy_id = "8f2c",
    .find_drawing = find_drawing,
    .drawing_data = (gpointer) sources,
  };

  for (gsize i = 0; i < N_EXERCISES; i++)
    {
      exercises[i] = (SoleusHandoutExercise) SOLEUS_HANDOUT_EXERCISE_INIT;
      exercises[i].exercise = soleus_content_find_exercise (content, ids[i]);
      exercises[i].affected = SOLEUS_SIDE_LEFT;
      g_assert (exercises[i].exercise != NULL);
    }
  return soleus_handout_new_document (&spec);
}

static double
write_handout (SoleusContent *content,
               const char    *sources,
               int           *n_pages,
               char         **text)
{
  g_autoptr (GError) error = NULL;
  double start = figures_now ();
  g_autoptr (SoleusDocument) document = create_handout (content, sources);
  g_autoptr (GBytes) bytes = soleus_document_dup_pdf (document, &error);
  double seconds = figures_now () - start;

  if (bytes == NULL)
    g_error ("%s", error->message);
  *n_pages = soleus_document_get_n_pages (document);
  g_free (*text);
  *text = soleus_document_dup_text (document);
  return seconds;
}

/* Returns: the seconds that LibreOffice takes for one conversion, or -1 */
static double
convert_with_office (const char *office,
                     const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-XXXXXX", NULL);
  g_autofree char *source = g_build_filename (folder, "handout.txt", NULL);
  g_autofree char *target = g_build_filename (folder, "handout.pdf", NULL);
  const char *const command[] = { office, "--headless", "--convert-to", "pdf", "--outdir", folder, source, NULL };
  double start;
  gboolean done;

  g_file_set_contents (source, text, -1, NULL);
  start = figures_now ();
  done = g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL) &&
         g_file_test (target, G_FILE_TEST_EXISTS);
  g_unlink (source);
  g_unlink (target);
  g_rmdir (folder);
  return done ? figures_now () - start : -1;
}

static void
compare_with_office (double      handout,
                     const char *text)
{
  static const char name[] = "the same ÷ LibreOffice converting the same text";
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autoptr (Figures) seconds = figures_new ();

  if (office == NULL)
    {
      figures_print_left_out (name, "LibreOffice is not installed");
      return;
    }
  for (guint i = 0; i < 4; i++)
    {
      double once = convert_with_office (office, text);

      if (once < 0)
        {
          figures_print_left_out (name, "LibreOffice could not convert here");
          return;
        }
      if (i > 0)
        figures_add (seconds, once);
    }
  figures_print_ratio (name, handout / figures_get_median (seconds), 0.05, "%.0f ms ÷ %.0f ms", handout * 1000, figures_get_median (seconds) * 1000);
}

int
main (void)
{
  const char *sources = g_getenv ("SOLEUS_SOURCE_DIR");
  g_autofree char *base = g_build_filename (sources != NULL ? sources : ".", "data", "content", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusContent) content = soleus_content_load (base, "en", &error);
  g_autoptr (Figures) seconds = figures_new ();
  g_autofree char *text = NULL;
  double first = 0;
  int n_pages = 0;

  setlocale (LC_ALL, "");
  if (content == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i <= N_HANDOUTS; i++)
    {
      double once = write_handout (content, sources, &n_pages, &text);

      if (i == 0)
        first = once;
      else
        figures_add (seconds, once);
    }
  figures_print_ms ("two-page handout to PDF", figures_get_median (seconds), 50,
                    "%d pages, %u exercises with drawings; median of %u, p95 %.1f ms, the first with fonts %.1f ms", n_pages, N_EXERCISES,
                    figures_get_n (seconds), figures_get_percentile (seconds, 95) * 1000, first * 1000);
  compare_with_office (figures_get_median (seconds), text);
  return 0;
}
