/* How much paper a handout takes, and where its page is turned */
#include "soleus-bench-card.h"
#include "soleus-handout.h"

#include "document-samples.h"

#include <string.h>

static const char *const all_languages[] = { "en", "de", "es", "fr", "ar" };

static guint
count (const char *text,
       const char *piece)
{
  guint n = 0;

  for (const char *at = strstr (text, piece); at != NULL; at = strstr (at + 1, piece))
    n++;
  return n;
}

/* the text of the whole sheet, with ordinary spaces */
static char *
get_text (SoleusDocument *document)
{
  g_autofree char *text = soleus_document_dup_text (document);
  g_auto (GStrv) parts = g_strsplit (text, "\302\240", -1);

  return g_strjoinv (" ", parts);
}

static void
test_up_to_four_exercises_take_two_pages (void)
{
  for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
    for (gsize n = 0; n <= 4; n++)
      {
        g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", paper, FALSE, n, FALSE, FALSE, "Mara" });

        g_assert_cmpint (soleus_document_get_n_pages (document), <=, 2);
      }
}

static void
test_twelve_exercises_and_large_print_take_more (void)
{
  g_autoptr (SoleusDocument) twelve = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, FALSE, 12, FALSE, FALSE, NULL });
  g_autoptr (SoleusDocument) large = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, TRUE, 3, FALSE, FALSE, NULL });
  g_autoptr (SoleusDocument) both = sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_LETTER, TRUE, 12, FALSE, FALSE, NULL });

  g_assert_cmpint (soleus_document_get_n_pages (twelve), >=, 3);
  g_assert_cmpint (soleus_document_get_n_pages (twelve), <=, 5);
  g_assert_cmpint (soleus_document_get_n_pages (large), >=, 4);
  g_assert_cmpint (soleus_document_get_n_pages (large), <=, 8);
  g_assert_cmpint (soleus_document_get_n_pages (both), <=, 20);
}

/* each exercise has its name, its notes line and its side on one page */
static void
test_no_exercise_is_broken_across_pages (void)
{
  for (int large = 0; large <= 1; large++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_LETTER, large, 12, FALSE, FALSE, NULL });
      guint n = 0;

      for (int page = 0; page < soleus_document_get_n_pages (document); page++)
        {
          g_autofree char *text = soleus_document_dup_page_text (document, page);

          g_assert_cmpuint (count (text, "Notes"), ==, count (text, "Side"));
          g_assert_cmpuint (count (text, "Notes"), ==, count (text, "Sets"));
          n += count (text, "Notes");
        }
      g_assert_cmpuint (n, ==, 12);
    }
}

static void
test_german_and_large_print_keep_their_pages (void)
{
  g_autoptr (SoleusDocument) three = sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 3, FALSE, FALSE, "Mara" });
  g_autoptr (SoleusDocument) four = sample_create_handout (&(SampleHandout) { "de", SOLEUS_PAPER_A4, FALSE, 4, FALSE, FALSE, "Mara" });
  g_autoptr (SoleusDocument) large = sample_create_handout (&(SampleHandout) { "en", SOLEUS_PAPER_A4, TRUE, 3, FALSE, FALSE, "Mara" });
  g_autofree char *three_text = get_text (three);

  g_assert_cmpint (soleus_document_get_n_pages (three), ==, 2);
  g_assert_cmpint (soleus_document_get_n_pages (four), ==, 2);
  g_assert_cmpint (soleus_document_get_n_pages (large), ==, 5);
  g_assert_cmpuint (count (three_text, "Anfang"), ==, 3); /* the roomy shape */
}

/* where the title of the red box stands, its first list begins on the same page */
static void
test_help_never_begins_with_a_title_alone (void)
{
  static const char *const languages[] = { "en", "de" }, *const titles[] = { "When to get help", "Wann Sie Hilfe brauchen" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoleusDocument) document = sample_create_handout (&(SampleHandout) { languages[i], SOLEUS_PAPER_LETTER, TRUE, 1, FALSE, FALSE, "Mara" });

      for (int page = 0; page < soleus_document_get_n_pages (document); page++)
        {
          g_autofree char *text = soleus_document_dup_page_text (document, page);
          g_auto (GStrv) after = g_strsplit (text, titles[i], 2);
          g_auto (GStrv) lines = after[0] != NULL && after[1] != NULL ? g_strsplit (after[1], "\n", 4) : NULL;

          if (lines != NULL)
            g_assert_null (strstr (lines[2], "T. Exemplar")); /* not the footer */
        }
    }
}

/* which exercises does not matter: the first four of each phase, and four by lot, in each language on both papers; never in smaller type */
static void
test_any_four_exercises_take_two_pages (void)
{
  static const char *const languages[] = { "en", "de", "es", "fr", "ar" };
  static const char *const phases[] = { "phase-1", "phase-2", "phase-3", "phase-4", "phase-5" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (gsize l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (SoleusContent) content = sample_load_content (languages[l]);
      GListModel *all = soleus_content_list_exercises (content);

      for (int n = 0; n < 20; n++)
        {
          const char *ids[4];
          SampleHandout sample = { .language = languages[l], .paper = n % 2 == 0 ? SOLEUS_PAPER_A4 : SOLEUS_PAPER_LETTER, .n_exercises = 4,
                                   .athlete = "Mara Swiftwater", .ids = ids };
          SoleusContentSection *phase = n / 2 < (int) G_N_ELEMENTS (phases) ? soleus_content_get_section (content, phases[n / 2]) : NULL;
          g_autoptr (SoleusDocument) document = NULL;

          for (guint i = 0; i < 4; i++)
            {
              g_autoptr (SoleusContentExercise) one = g_list_model_get_item (all, (guint) g_rand_int_range (rand, 0, (gint32) g_list_model_get_n_items (all)));

              ids[i] = phase != NULL ? soleus_content_section_get_exercises (phase)[i] : soleus_content_exercise_get_id (one);
            }
          document = sample_create_handout_from (content, &sample);
          if (soleus_document_get_n_pages (document) != 2)
            g_error ("%s, paper %d: %s, %s, %s and %s take %d pages", languages[l], sample.paper, ids[0], ids[1], ids[2], ids[3],
                     soleus_document_get_n_pages (document));
        }
    }
}

/* the fullest first page: a caution says a sentence more, a second number for the night stands below the signs */
static void
test_caution_takes_two_pages (void)
{
  SoleusHandoutWindow window = { SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_WINDOW_STATE_CAUTION, sample_instant (2025, 11, 22, 18, 40) };

  for (gsize i = 0; i < G_N_ELEMENTS (all_languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      {
        g_autoptr (SoleusContent) content = sample_load_content (all_languages[i]);
        SoleusHandoutExercise exercises[] = { SOLEUS_HANDOUT_EXERCISE_INIT };
        SoleusHandoutSpec spec = { .content = content, .paper = paper, .issued_at = sample_instant (2025, 11, 21, 11, 30),
                                   .clinic_name = "Example Street Sports Therapy", .therapist_name = "T. Exemplar", .clinic_phone = "01632 960123",
                                   .out_of_hours = "01632 960999, nights and weekends", .athlete_name = "Mara", .windows = &window, .n_windows = 1,
                                   .exercises = exercises, .n_exercises = 1, .next_visit = SOLEUS_UNKNOWN_INSTANT };
        g_autoptr (SoleusDocument) document = NULL;
        g_autofree char *text = NULL;

        exercises[0].exercise = soleus_content_find_exercise (content, "ankle-pumps");
        document = soleus_handout_new_document (&spec);
        text = soleus_document_dup_page_text (document, 0);
        g_assert_cmpint (soleus_document_get_n_pages (document), ==, 2);
        g_assert_nonnull (strstr (text, soleus_content_section_get_title (soleus_content_get_section (content, "handout-cramp"))));
      }
}

/* a second sheet that says little more than that there are no exercises is paper for nothing */
static void
test_nothing_to_do_takes_one_page (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_languages); i++)
    {
      g_autoptr (SoleusContent) content = sample_load_content (all_languages[i]);
      SoleusHandoutSpec spec = { .content = content, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Example Street Sports Therapy",
                                 .therapist_name = "T. Exemplar", .clinic_phone = "01632 960123", .athlete_name = "Mara",
                                 .next_visit = SOLEUS_UNKNOWN_INSTANT };
      g_autoptr (SoleusDocument) document = soleus_handout_new_document (&spec);
      g_autofree char *text = get_text (document);

      g_assert_cmpint (soleus_document_get_n_pages (document), ==, 1);
      g_assert_nonnull (strstr (text, soleus_content_get_text (content, "handout.exercises.none")));
    }
}

/* stopped, or waiting, without exercises: one page, or two of which the second says what to do in a cramp; nothing is dropped for it */
static void
test_a_second_page_has_something_to_say (void)
{
  static const char *const texts[] = { "handout.exercises.title", "handout.next-visit", "handout.information", "handout.sources.limit" };

  for (gsize i = 0; i < G_N_ELEMENTS (all_languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      for (int stopped = 0; stopped <= 1; stopped++)
        {
          g_autoptr (SoleusContent) content = sample_load_content (all_languages[i]);
          SampleHandout sample = { all_languages[i], paper, .hard_stop = stopped, .athlete = "Mara" };
          g_autoptr (SoleusDocument) document = sample_create_handout_from (content, &sample);
          SoleusContentSection *cramp = soleus_content_get_section (content, "handout-cramp");
          int n_pages = soleus_document_get_n_pages (document);
          g_autofree char *text = get_text (document);
          g_autofree char *last = soleus_document_dup_page_text (document, n_pages - 1);
          const char *none = soleus_content_get_text (content, stopped ? "handout.exercises.stopped" : "handout.exercises.none");

          g_test_message ("%s, paper %d, %s: %d", all_languages[i], paper, stopped ? "stopped" : "waiting", n_pages);
          g_assert_cmpint (n_pages, <=, 2);
          g_assert_nonnull (strstr (last, soleus_content_section_get_title (cramp)));
          g_assert_cmpuint (count (text, none), ==, 1);
          for (gsize t = 0; t < G_N_ELEMENTS (texts); t++)
            g_assert_cmpuint (count (text, soleus_content_get_text (content, texts[t])), ==, 1);
        }
}

/* the card hangs on a wall: the signs for help stand on it, not on a sheet behind it */
static void
test_bench_card_takes_one_page (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (all_languages); i++)
    for (int paper = SOLEUS_PAPER_A4; paper <= SOLEUS_PAPER_LETTER; paper++)
      {
        g_autoptr (SoleusContent) content = sample_load_content (all_languages[i]);
        g_autoptr (SoleusDocument) document = soleus_bench_card_new_document (&(SoleusBenchCardSpec) {
          .content = content, .paper = paper, .issued_at = sample_instant (2025, 11, 21, 11, 30), .clinic_name = "Example Street Sports Therapy",
          .clinic_phone = "01632 960123", .emergency_number = "112" });
        g_autofree char *text = get_text (document);

        if (soleus_document_get_n_pages (document) != 1)
          g_error ("%s, paper %d: %d pages", all_languages[i], paper, soleus_document_get_n_pages (document));
        g_assert_true (!g_str_equal (all_languages[i], "ar") || strstr (text, "\342\201\24601632 960123\342\201\251") != NULL);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout-pages/up_to_four_exercises_take_two_pages", test_up_to_four_exercises_take_two_pages);
  g_test_add_func ("/handout-pages/twelve_exercises_and_large_print_take_more", test_twelve_exercises_and_large_print_take_more);
  g_test_add_func ("/handout-pages/no_exercise_is_broken_across_pages", test_no_exercise_is_broken_across_pages);
  g_test_add_func ("/handout-pages/german_and_large_print_keep_their_pages", test_german_and_large_print_keep_their_pages);
  g_test_add_func ("/handout-pages/help_never_begins_with_a_title_alone", test_help_never_begins_with_a_title_alone);
  g_test_add_func ("/handout-pages/any_four_exercises_take_two_pages_in_every_language", test_any_four_exercises_take_two_pages);
  g_test_add_func ("/handout-pages/caution_takes_two_pages", test_caution_takes_two_pages);
  g_test_add_func ("/handout-pages/nothing_to_do_takes_one_page", test_nothing_to_do_takes_one_page);
  g_test_add_func ("/handout-pages/a_second_page_has_something_to_say", test_a_second_page_has_something_to_say);
  g_test_add_func ("/handout-pages/bench_card_takes_one_page", test_bench_card_takes_one_page);
  return g_test_run ();
}
