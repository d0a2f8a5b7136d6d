/* The history report of somebody of whom everything is recorded: one to four pages in each direction of writing, at most eight in large print.
 *
 * There is no translation yet that runs from right to left. The test speaks one that is made of the German sentences, letter by letter
 * (tests/data/pseudo-arabic): as long as real ones, so that the layout is a real one.
 *   test-clinic-report-full --write FOLDER
 * draws the pages, to be looked at. */
#include "soleus-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "soleus-calf-test.h"
#include "soleus-clock.h"
#include "soleus-history-report.h"
#include "soleus-paper.h"
#include "soleus-records.h"
#include "translated-labels.h"

#define DAY        (24 * SOLEUS_USEC_PER_HOUR)
#define MOST       4
#define MOST_LARGE 8

static const char *pictures; /* (nullable): where to draw the pages */

static SoleusInstant
get_now (void)
{
  return soleus_instant_from_local (2026, 11, 20, 14, 0, 0, NULL);
}

static SoleusRecord *
add_record (SoleusChange           *change,
            const SoleusRecordKind *kind,
            const char             *athlete)
{
  SoleusRecord *record = soleus_record_new (kind);

  if (athlete != NULL)
    soleus_record_set_text (record, "athlete", athlete);
  soleus_change_add (change, record);
  g_object_unref (record);
  return record; /* the change holds it */
}

static void
set_moment (SoleusRecord  *record,
            const char    *field,
            SoleusInstant  instant)
{
  g_autoptr (SoleusMoment) moment = soleus_moment_new_local (instant);

  soleus_record_set_moment (record, field, moment);
}

/* each of the many fields that the look-back reads, some of them out of the ordinary before every sixth day */
static void
add_days (SoleusChange *change,
          const char   *athlete)
{
  g_autofree char *date = soleus_instant_dup_local_date (get_now () - 400 * DAY);

  for (int i = 0; i < 400; i++)
    {
      SoleusRecord *check_in = add_record (change, &soleus_check_in_kind, athlete);
      SoleusRecord *session = add_record (change, &soleus_session_kind, athlete);
      char *next = soleus_date_add_days (date, 1);
      int odd = i % 6 == 5;

      soleus_record_set_text (check_in, "date", date);
      soleus_record_set_real (check_in, "sleep-hours", odd ? 5.5 : 7 + i % 4 * 0.5);
      soleus_record_set_real (check_in, "fluid-ml", odd ? 1100 : 2200 + i % 5 * 250);
      soleus_record_set_int (check_in, "urine-colour", odd ? 7 : 3);
      soleus_record_set_int (check_in, "carbohydrate", odd ? 1 : 4);
      soleus_record_set_int (check_in, "recovery", odd ? 1 : 4);
      soleus_record_set_int (check_in, "soreness", odd ? 8 : 2);
      soleus_record_set_int (check_in, "tightness", odd ? 8 : 2);
      soleus_record_set_real (check_in, "temperature-c", odd ? 33 : 16);
      soleus_record_set_real (check_in, "humidity-percent", odd ? 80 : 50);
      soleus_record_set_real (check_in, "caffeine-mg", odd ? 420 : 120);
      soleus_record_set_real (check_in, "alcohol-units", odd ? 4 : 0);
      soleus_record_set_real (check_in, "travel-hours", odd ? 5 : 0);
      soleus_record_set_enum (check_in, "ill", odd ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
      soleus_record_set_text (session, "date", date);
      soleus_record_set_real (session, "minutes", 45 + i % 5 * 20);
      soleus_record_set_real (session, "rpe", 3 + i % 6);
      g_free (date);
      date = g_steal_pointer (&next);
    }
}

static void
add_episodes (SoleusChange *change,
              const char   *athlete)
{
  static const char *const muscles[] = { "gastrocnemius", "soleus", "calf", "hamstrings", "tibialis-anterior", "foot" };

  for (int i = 0; i < 60; i++)
    {
      SoleusRecord *episode = add_record (change, &soleus_episode_kind, athlete);
      SoleusInstant onset = get_now () - (SoleusInstant) (i * 6 + 3) * DAY;

      set_moment (episode, "onset", onset);
      set_moment (episode, "end", onset + (2 + i % 9) * SOLEUS_USEC_PER_MINUTE);
      soleus_record_set_enum (episode, "side", i % 5 == 0 ? SOLEUS_SIDE_BOTH : i % 2 == 0 ? SOLEUS_SIDE_LEFT : SOLEUS_SIDE_RIGHT);
      soleus_record_set_text (episode, "muscle", muscles[i % G_N_ELEMENTS (muscles)]);
      soleus_record_set_int (episode, "pain", 3 + i % 8);
      soleus_record_set_text (episode, "relieved-by", i % 2 == 0 ? "seated-straight-knee" : "standing-bent-knee");
      soleus_record_set_text (episode, "note", "Last third of a long run on a hot evening, new shoes, little to drink since noon.");
    }
}

static void
add_tests (SoleusChange *change,
           const char   *athlete)
{
  const SoleusCatalogue *tests = soleus_catalogue_get_tests ();

  for (gsize i = 0; i < tests->n_rows; i++)
    for (int month = 0; month < 12 && tests->rows[i].value == SOLEUS_TEST_TWO_SIDES; month++)
      {
        SoleusRecord *measure = add_record (change, &soleus_measure_kind, athlete);

        set_moment (measure, "at", get_now () - (SoleusInstant) (month * 30 + 1) * DAY);
        soleus_record_set_text (measure, "test", tests->rows[i].id);
        soleus_record_set_real (measure, "left", 8.5 + month % 4);
        soleus_record_set_real (measure, "right", 9 + month % 3);
      }
}

static void
add_flags (SoleusChange *change,
           const char   *athlete)
{
  static const char *const kinds[] = { "swelling", "fever", "numbness", "weakness", "pain-at-rest", "disrupts-sleep", "unresponsive", "other" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SoleusRecord *flag = add_record (change, &soleus_red_flag_kind, athlete);
      SoleusInstant at = get_now () - (SoleusInstant) (20 + i * 40) * DAY;

      soleus_record_set_text (flag, "kind", kinds[i]);
      soleus_record_set_enum (flag, "state", SOLEUS_FLAG_STATE_CLEARED);
      set_moment (flag, "raised-at", at);
      set_moment (flag, "outcome-at", at + 3 * DAY);
      soleus_record_set_text (flag, "outcome", "Seen by the doctor on the same day; ultrasound without a clot, back to training after a week.");
    }
}

static void
add_visits (SoleusChange *change,
            const char   *athlete)
{
  static const char *const modalities[] = { "cold-pack", "compression", "education" };

  for (int i = 0; i < 40; i++)
    {
      SoleusRecord *visit = add_record (change, &soleus_visit_kind, athlete);
      SoleusInstant at = get_now () - (SoleusInstant) (i * 9 + 1) * DAY;

      set_moment (visit, "time", at);
      soleus_record_set_text (visit, "subjective", "Cramp in bed after a long run.");
      for (gsize m = 0; m < G_N_ELEMENTS (modalities); m++)
        {
          SoleusRecord *treatment = add_record (change, &soleus_treatment_kind, athlete);

          soleus_record_set_text (treatment, "visit", soleus_record_get_id (visit));
          soleus_record_set_text (treatment, "modality", modalities[m]);
          soleus_record_set_enum (treatment, "side", SOLEUS_SIDE_LEFT);
          soleus_record_set_enum (treatment, "region", SOLEUS_REGION_CALF);
          set_moment (treatment, "at", at + 10 * SOLEUS_USEC_PER_MINUTE);
        }
    }
}

typedef struct {
  SoleusClinic *clinic;
  char         *athlete;
} Full;

static void
commit (SoleusClinic *clinic,
        SoleusChange *change)
{
  g_autoptr (GError) error = NULL;

  soleus_clinic_commit (clinic, change, &error);
  g_assert_no_error (error);
}

static const Full *
get_full (void)
{
  static Full full;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());
  g_autoptr (SoleusChange) people = soleus_change_new ();
  g_autoptr (SoleusChange) change = soleus_change_new ();
  SoleusRecord *therapist, *athlete;

  if (full.clinic != NULL)
    return &full;
  full.clinic = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  therapist = add_record (people, &soleus_therapist_kind, NULL);
  soleus_record_set_text (therapist, "name", "Theodora Example-Placeholder");
  athlete = add_record (people, &soleus_athlete_kind, NULL);
  soleus_record_set_text (athlete, "name", "Ivalo Everrun-Longstride");
  soleus_record_set_text (athlete, "born", "1996-02-29");
  soleus_record_set_enum (athlete, "sex", SOLEUS_SEX_FEMALE);
  soleus_record_set_text (athlete, "sport", "Middle distance");
  soleus_record_set_real (athlete, "sleep-need-hours", 8);
  full.athlete = g_strdup (soleus_record_get_id (athlete));
  commit (full.clinic, people);
  soleus_clinic_set_therapist (full.clinic, therapist);
  add_days (change, full.athlete);
  add_episodes (change, full.athlete);
  add_tests (change, full.athlete);
  add_flags (change, full.athlete);
  add_visits (change, full.athlete);
  commit (full.clinic, change);
  return &full;
}

static void
draw_pages (SoleusDocument *document,
            const char     *name)
{
  double width, height;

  soleus_document_get_page_size (document, &width, &height);
  for (int page = 0; pictures != NULL && page < soleus_document_get_n_pages (document); page++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s-%d.png", pictures, name, page + 1);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * 1.5), (int) (height * 1.5));
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, 1.5, 1.5);
      soleus_document_render_page (document, cr, page);
      cairo_destroy (cr);
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      cairo_surface_destroy (surface);
    }
}

typedef struct {
  const char *language;
  gboolean    large_print;
  const char *words; /* of a heading: that language did speak */
} Case;

static void
check_pages (gconstpointer user_data)
{
  const Case *row = user_data;
  const Full *full = get_full ();

  if (!g_str_equal (row->language, "en") && !translated_labels_begin ())
    return;
  for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
    for (int years = 1; years <= 20; years += 19)
      {
        SoleusPaperOptions options = { .language = row->language, .has_paper = TRUE, .paper = paper, .large_print = row->large_print };
        g_autoptr (GError) error = NULL;
        g_autoptr (SoleusDocument) document =
          soleus_paper_new_history_report (full->clinic, full->athlete, get_now () - years * 365 * DAY, get_now (), &options, &error);
        g_autofree char *text = NULL;
        g_autofree char *name = g_strdup_printf ("report-%s%s-%s-%d", row->language, row->large_print ? "-large" : "",
                                                 paper == SOLEUS_PAPER_A4 ? "A4" : "Letter", years);

        g_assert_no_error (error);
        draw_pages (document, name);
        text = soleus_document_dup_text (document);
        g_assert_cmpstr (soleus_document_get_language (document), ==, row->language);
        g_assert_nonnull (strstr (text, row->words));
        g_test_message ("%s: %d pages", name, soleus_document_get_n_pages (document));
        g_assert_cmpint (soleus_document_get_n_pages (document), <=, row->large_print ? MOST_LARGE : MOST);
        g_assert_cmpint (soleus_document_get_n_pages (document), >=, 3); /* it is full */
      }
}

static guint
count_words (const char *text,
             const char *word)
{
  guint n = 0;

  for (const char *found = text; (found = strstr (found, word)) != NULL; found += strlen (word))
    n++;
  return n;
}

static char *
dup_text (guint    sections,
          gboolean large_print)
{
  const Full *full = get_full ();
  SoleusPaperOptions options = { .language = "en", .has_paper = TRUE, .paper = SOLEUS_PAPER_A4, .large_print = large_print, .sections = sections };
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusDocument) document =
    soleus_paper_new_history_report (full->clinic, full->athlete, get_now () - 365 * DAY, get_now (), &options, &error);

  g_assert_no_error (error);
  return soleus_document_dup_text (document);
}

/* what is left out is counted; a red flag that is open, and what an athlete should know first of the tests, never is */
static void
check_what_is_left_out (void)
{
  const Full *full = get_full ();
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_red_flag_kind);
  guint n_open;

  soleus_query_where_enum (query, "state", SOLEUS_QUERY_NOT_EQUAL, SOLEUS_FLAG_STATE_CLEARED);
  soleus_query_where_instant (query, "raised-at", SOLEUS_QUERY_GREATER_EQUAL, get_now () - 365 * DAY);
  n_open = (guint) soleus_clinic_count (full->clinic, query, NULL);
  g_assert_cmpuint (n_open, >=, 4);
  for (int large = 0; large <= 1; large++)
    {
      g_autofree char *text = dup_text (0, large);

      g_assert_cmpuint (count_words (text, "\nOpen\n"), ==, n_open);
      g_assert_nonnull (strstr (text, "earlier rows, from"));
      g_assert_nonnull (strstr (text, "more tests are left out"));
      g_assert_nonnull (strstr (text, "Knee to wall"));
      g_assert_nonnull (strstr (text, "Of each factor the shortest time before is shown."));
    }
}

/* where there is room for it, the change of a test is drawn, with the band in which it is none; never where rows are left out for want of room */
static void
check_the_trend (void)
{
  g_autofree char *alone = dup_text (SOLEUS_HISTORY_SECTION_TESTS, FALSE);
  g_autofree char *whole = dup_text (0, FALSE);
  g_auto (GStrv) lines = g_strsplit (alone, "\n", -1);
  g_autofree char *words = g_strjoinv (" ", lines);

  g_assert_nonnull (strstr (words, "The band reaches 1.9 to each side of a leg’s first result"));
  g_assert_cmpuint (count_words (words, "Knee to wall, cm"), ==, 3); /* the row, the title of the drawing, and what stands for it in words */
  g_assert_null (strstr (whole, "The band reaches"));
}

/* a section that is asked for alone is as long as it is */
static void
check_a_section_alone (void)
{
  static const struct { guint section; const char *word; guint n; } sections[] = {
    { SOLEUS_HISTORY_SECTION_EPISODES, "little to drink since noon.", 60 },
    { SOLEUS_HISTORY_SECTION_VISITS, "Cold pack, Compression", 40 },
    { SOLEUS_HISTORY_SECTION_TESTS, "since the time before", 24 },
    { SOLEUS_HISTORY_SECTION_FLAGS, "back to training after a week.", 8 },
    { SOLEUS_HISTORY_SECTION_LOOK_BACK, "7 days", 11 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *text = dup_text (sections[i].section, FALSE);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_autofree char *words = g_strjoinv (" ", lines);

      g_assert_null (strstr (text, "left out"));
      g_assert_cmpuint (count_words (words, sections[i].word), ==, sections[i].n);
    }
}

static const Case cases[] = {
  { "en", FALSE, "Screens and red flags" },
  { "de", FALSE, "Zusammenfassung" },
  { "ar", FALSE, "هقغاششجصحاغغقصخ" },
  { "en", TRUE, "Screens and red flags" },
  { "de", TRUE, "Zusammenfassung" },
  { "ar", TRUE, "هقغاششجصحاغغقصخ" },
};

/* (transfer full): a folder with the labels of both languages, to be removed */
static char *
make_labels (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *script = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "tests", "data", "pseudo-arabic", NULL);
  g_autofree char *german = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "po", "de.po", NULL);
  char *folder = g_dir_make_tmp ("soleus-labels-XXXXXX", &error);
  char *command[] = { script, german, folder, NULL };
  int status;

  g_assert_no_error (error);
  g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH_FROM_ENVP, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return folder;
}

static void
remove_labels (const char *folder)
{
  static const char *const languages[] = { "de", "ar" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *language = g_build_filename (folder, languages[i], NULL);
      g_autofree char *messages = g_build_filename (language, "LC_MESSAGES", NULL);
      g_autofree char *labels = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);

      g_remove (labels);
      g_rmdir (messages);
      g_rmdir (language);
    }
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *labels = NULL;
  int result;

  setlocale (LC_ALL, "");
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  (void) g_dgettext (GETTEXT_PACKAGE, ""); /* as in the programs: see there */
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    pictures = argv[2];
  labels = make_labels ();
  bindtextdomain (GETTEXT_PACKAGE, labels);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report-full/%s%s", cases[i].language, cases[i].large_print ? "_in_large_print" : "");

      g_test_add_data_func (path, &cases[i], check_pages);
    }
  g_test_add_func ("/report-full/what_is_left_out_is_said", check_what_is_left_out);
  g_test_add_func ("/report-full/a_trend_is_drawn_where_there_is_room", check_the_trend);
  g_test_add_func ("/report-full/a_section_alone_is_whole", check_a_section_alone);
  result = g_test_run ();
  remove_labels (labels);
  return result;
}
