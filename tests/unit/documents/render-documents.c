/* render-documents FOLDER: writes sample documents and charts there, to be looked at
 * render-documents --time N: makes a handout of two pages N times and prints how long one takes */
#include "document-samples.h"

#include "soleus-body-map.h"

#include <locale.h>
#include <string.h>

static void
save (const char     *folder,
      const char     *name,
      SoleusDocument *document)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, &error);

  if (pdf == NULL || !g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error))
    g_error ("%s: %s", path, error->message);
  g_print ("%s: %d pages\n", path, soleus_document_get_n_pages (document));
  g_object_unref (document);
}

static cairo_t *
create_image (int          width,
              int          height,
              const char  *colour)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width * 2, height * 2);
  cairo_t *cr = cairo_create (surface);
  guint32 rgb = (guint32) g_ascii_strtoull (colour, NULL, 16);

  cairo_set_source_rgb (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  cairo_surface_destroy (surface);
  return cr;
}

static void
save_image (const char *folder,
            const char *name,
            cairo_t    *cr)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  cairo_surface_write_to_png (cairo_get_target (cr), path);
  cairo_destroy (cr);
}

static void
draw_charts (const char               *folder,
             const char               *name,
             const char               *paper,
             const SoleusChartPalette *palette,
             gsize                     n_episodes,
             int                       width,
             gboolean                  mirrored)
{
  g_autoptr (SoleusTimelineChart) chart = sample_create_timeline (n_episodes);
  g_autoptr (SoleusBodyMap) map = soleus_body_map_new (SOLEUS_BODY_VIEW_BACK);
  cairo_t *cr = create_image (width + 460, 350, paper);

  soleus_timeline_chart_set_palette (chart, palette);
  soleus_timeline_chart_set_mirrored (chart, mirrored);
  soleus_timeline_chart_set_selected (chart, n_episodes > 5 ? 5 : -1);
  cairo_translate (cr, 15, 15);
  soleus_timeline_chart_render (chart, cr, width - 20, 320);

  soleus_body_map_set_palette (map, palette);
  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "hamstrings", 2);
  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "gastrocnemius", 5);
  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "soleus", 1);
  soleus_body_map_add_count (map, SOLEUS_SIDE_RIGHT, "calf", 12);
  soleus_body_map_add_count (map, SOLEUS_SIDE_RIGHT, "quadriceps", 3);
  soleus_body_map_add_count (map, SOLEUS_SIDE_LEFT, "tibialis-anterior", 1);
  cairo_translate (cr, width, 0);
  soleus_body_map_render (map, cr, 210, 320);
  cairo_translate (cr, 220, 0);
  soleus_body_map_set_view (map, SOLEUS_BODY_VIEW_FRONT);
  soleus_body_map_set_selected (map, SOLEUS_SIDE_LEFT, "adductors");
  soleus_body_map_render (map, cr, 210, 320);
  save_image (folder, name, cr);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static void
measure_speed (guint n)
{
  g_autofree gint64 *times = g_new0 (gint64, n);
  g_autoptr (SoleusContent) content = sample_load_content ("en");
  gsize size = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (SoleusDocument) document = sample_create_handout_from (content, &(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "Mara" });
      g_autoptr (GBytes) pdf = soleus_document_dup_pdf (document, NULL);

      times[i] = g_get_monotonic_time () - begin;
      size = g_bytes_get_size (pdf);
    }
  g_print ("first %.1f ms, ", times[0] / 1000.0);
  qsort (times, n, sizeof *times, compare_times);
  g_print ("median of %u %.1f ms, longest %.1f ms, %" G_GSIZE_FORMAT " bytes\n", n, times[n / 2] / 1000.0, times[n - 1] / 1000.0, size);
}

/* every language on both papers: with the usual number of exercises, with four, in large print, with four that are not done on each day, stopped */
static void
save_languages (const char *folder)
{
  static const char *const languages[] = { "en", "de", "es", "fr", "ar" }, *const papers[] = { "a4", "letter" };
  static const char *const not_daily[] = { "one-leg-heel-raise", "step-heel-drop", "side-hop", "one-leg-hop" };
  static const struct { const char *name; gsize n; gboolean large; const char *const *ids; gboolean stopped; } shapes[] = {
    { "three", 3 }, { "four", 4 }, { "large", 3, TRUE }, { "days", 4, .ids = not_daily }, { "stopped", .stopped = TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      for (gsize s = 0; s < G_N_ELEMENTS (shapes); s++)
        {
          g_autofree char *name = g_strdup_printf ("language-%s-%s-%s.pdf", languages[i], papers[paper], shapes[s].name);

          save (folder, name, sample_create_handout (&(SampleHandout) { languages[i], paper, shapes[s].large, shapes[s].n, FALSE, shapes[s].stopped, "Mara",
                                                                     .ids = shapes[s].ids }));
        }
}

int
main (int   argc,
      char *argv[])
{
  const char *folder = argc > 1 ? argv[1] : ".";

  setlocale (LC_ALL, "");
  if (argc > 2 && strcmp (argv[1], "--time") == 0)
    {
      measure_speed (MAX (1, (guint) g_ascii_strtoull (argv[2], NULL, 10)));
      return 0;
    }
  if (g_mkdir_with_parents (folder, 0755) != 0)
    g_error ("%s: the folder cannot be made", folder);
  save (folder, "handout-a4.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "Mara" }));
  save (folder, "handout-a4-four.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, "Mara" }));
  save (folder, "handout-letter-four.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_LETTER, FALSE, 4, FALSE, FALSE, "Mara" }));
  save (folder, "handout-none.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 0, FALSE, TRUE, NULL }));
  save (folder, "handout-large.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, TRUE, 3, FALSE, FALSE, "Mara" }));
  save (folder, "handout-german.pdf", sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "Mara" }));
  save (folder, "handout-german-four.pdf", sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, "Mara" }));
  save (folder, "handout-german-large.pdf", sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, TRUE, 3, FALSE, FALSE, "Mara" }));
  save (folder, "handout-one.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 1, FALSE, FALSE, NULL }));
  save (folder, "handout-twelve.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 12, FALSE, FALSE, "Mara" }));
  save (folder, "handout-right-to-left.pdf", sample_create_handout (&(SampleHandout) { "ar", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "سالم العدّاء الوهمي" }));
  save (folder, "handout-right-to-left-four.pdf", sample_create_handout (&(SampleHandout) { "ar", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, NULL }));
  save (folder, "handout-right-to-left-large.pdf", sample_create_handout (&(SampleHandout) { "ar", SOLEUS_PAPER_A4, TRUE, 2, FALSE, FALSE, NULL }));
  save (folder, "handout-long-names.pdf",
        sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE,
                                                  "Maximiliana-Theodora von Langstreckenlauf-Bergaufsprint zu Dauerlauf und Feierabend",
                                                  "Praxisgemeinschaft für Sportphysiotherapie, Trainingslehre und allgemeine Erholung am Beispielplatz" }));
  save (folder, "handout-without-phone.pdf", sample_create_handout (&(SampleHandout) { .language = "en", .n_exercises = 3, .athlete = "走野 はやて", .without_phone = TRUE }));
  save (folder, "handout-no-pictures.pdf", sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 2, TRUE, FALSE, "Mara" }));
  save_languages (folder);
  save (folder, "report.pdf", sample_create_report (9, SOLEUS_PAPER_A4, FALSE));
  save (folder, "report-forty.pdf", sample_create_report (40, SOLEUS_PAPER_LETTER, FALSE));
  save (folder, "report-none.pdf", sample_create_report (0, SOLEUS_PAPER_A4, FALSE));
  save (folder, "visit.pdf", sample_create_visit ());
  draw_charts (folder, "charts-light.png", "ffffff", soleus_chart_palette_get_light (), 9, 560, FALSE);
  draw_charts (folder, "charts-dark.png", "303030", soleus_chart_palette_get_dark (), 9, 560, FALSE);
  draw_charts (folder, "charts-print.png", "ffffff", soleus_chart_palette_get_print (), 40, 560, FALSE);
  draw_charts (folder, "charts-narrow.png", "ffffff", soleus_chart_palette_get_light (), 9, 340, TRUE);
  return 0;
}
