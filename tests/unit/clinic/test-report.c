/* The history report stays between one and four pages for a year, and for all, of every demo athlete, in each language that the labels speak. */
#include "soleus-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "soleus-clock.h"
#include "soleus-demo.h"
#include "soleus-history-report.h"
#include "soleus-paper.h"
#include "translated-labels.h"

#define YEAR (365 * 24 * SOLEUS_USEC_PER_HOUR)
#define MOST_PAGES 4

static SoleusInstant
get_now (void)
{
  return soleus_instant_from_local (2026, 11, 20, 14, 0, 0, NULL);
}

static SoleusClinic *
get_demo (void)
{
  static SoleusClinic *demo = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusClock) clock = soleus_clock_new_fixed (get_now ());

  if (demo != NULL)
    return demo;
  demo = soleus_clinic_open (":memory:", SOLEUS_CLINIC_OPEN_CREATE, clock, &error);
  g_assert_no_error (error);
  soleus_demo_fill (demo, SOLEUS_DEMO_ATHLETES, 0, 1, &error);
  g_assert_no_error (error);
  return demo;
}

static SoleusDocument *
create_report (const char  *athlete_id,
               const char  *language,
               SoleusPaper  paper,
               int          years)
{
  g_autoptr (GError) error = NULL;
  SoleusPaperOptions options = { .language = language, .has_paper = TRUE, .paper = paper };
  SoleusDocument *document = soleus_paper_new_history_report (get_demo (), athlete_id, get_now () - years * YEAR, get_now (), &options, &error);

  g_assert_no_error (error);
  return document;
}

static void
check_pages (gconstpointer user_data)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_athlete_kind);
  g_autoptr (GPtrArray) athletes = soleus_clinic_list (get_demo (), query, NULL);
  int most = 0;

  if (g_str_equal (user_data, "de") && !translated_labels_begin ())
    return;
  g_assert_cmpuint (athletes->len, >=, 20);
  for (guint i = 0; i < athletes->len; i++)
    for (int n = 0; n < 4; n++) /* a year and all there is, on A4 and on Letter */
      {
        g_autoptr (SoleusDocument) document = create_report (soleus_record_get_id (athletes->pdata[i]), user_data,
                                                             n < 2 ? SOLEUS_PAPER_A4 : SOLEUS_PAPER_LETTER, n % 2 == 0 ? 1 : 20);

        if (soleus_document_get_n_pages (document) > MOST_PAGES)
          g_test_message ("%s", soleus_document_get_title (document));
        g_assert_cmpstr (soleus_document_get_language (document), ==, user_data);
        g_assert_cmpint (soleus_document_get_n_pages (document), <=, MOST_PAGES);
        most = MAX (most, soleus_document_get_n_pages (document));
      }
  g_assert_cmpint (most, >=, 3); /* somebody is busy enough for this to say something */
}

/* the chart asks for its labels when it is drawn: long after the program speaks its own language again */
static void
test_language (void)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Mara Swiftwater", NULL);
  g_autoptr (SoleusDocument) document = NULL;
  g_autofree char *text = NULL;

  if (!translated_labels_begin ())
    return;
  document = create_report (soleus_record_get_id (athlete), "de", SOLEUS_PAPER_A4, 1);
  text = soleus_document_dup_text (document);
  g_assert_nonnull (strstr (text, "Zusammenfassung"));
  g_assert_null (strstr (text, "Summary"));
  g_assert_nonnull (strstr (text, "Oktober 2026")); /* of the calendar, whatever the machine calls its months */
  g_assert_null (strstr (text, "October"));
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Summary"), ==, "Summary");
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

/* what a long list leaves out is counted, and the list alone is whole */
static void
test_long_lists (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Lena Cadence", NULL);
  g_autoptr (GPtrArray) episodes = soleus_clinic_list_of_athlete (get_demo (), &soleus_episode_kind, soleus_record_get_id (athlete), NULL);
  g_autoptr (SoleusDocument) whole = create_report (soleus_record_get_id (athlete), "en", SOLEUS_PAPER_A4, 20);
  SoleusPaperOptions options = { .language = "en", .has_paper = TRUE, .paper = SOLEUS_PAPER_A4, .sections = SOLEUS_HISTORY_SECTION_EPISODES };
  g_autoptr (SoleusDocument) alone =
    soleus_paper_new_history_report (get_demo (), soleus_record_get_id (athlete), get_now () - 20 * YEAR, get_now (), &options, &error);
  g_autofree char *text = soleus_document_dup_text (whole);
  g_autofree char *list = soleus_document_dup_text (alone);
  g_autofree char *said = g_strdup_printf ("%u earlier rows, from ", episodes->len - 26);

  g_assert_no_error (error);
  g_assert_cmpuint (episodes->len, >, 26);
  g_assert_nonnull (strstr (text, said));
  g_assert_null (strstr (list, "earlier row"));
  g_assert_cmpuint (count_words (list, ", left") + count_words (list, ", right"), ==, episodes->len);
}

static void
test_unknown_language (void)
{
  g_autoptr (SoleusRecord) athlete = soleus_clinic_resolve (get_demo (), &soleus_athlete_kind, "Mara Swiftwater", NULL);
  g_autoptr (SoleusDocument) document = create_report (soleus_record_get_id (athlete), "tlh", SOLEUS_PAPER_A4, 1);

  g_assert_cmpstr (soleus_document_get_language (document), ==, "en");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *labels = g_build_filename (g_getenv ("SOLEUS_BUILD_DIR"), "po", NULL);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, labels);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  (void) g_dgettext (GETTEXT_PACKAGE, ""); /* as in the programs: see there */
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/report/a_year_and_all_have_at_most_four_pages_in_English", "en", check_pages);
  g_test_add_data_func ("/report/a_year_and_all_have_at_most_four_pages_in_German", "de", check_pages);
  g_test_add_func ("/report/a_long_list_is_counted_and_alone_it_is_whole", test_long_lists);
  g_test_add_func ("/report/all_of_it_speaks_one_language", test_language);
  g_test_add_func ("/report/a_language_without_labels_is_English", test_unknown_language);

  return g_test_run ();
}
