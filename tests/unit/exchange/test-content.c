/* What the content must hold: every fact, the same entries in every language, a drawing for everything it names. */
#include "soleus-catalogue.h"
#include "soleus-content-reader.h"

#include <string.h>

static const char *const languages[] = { "en", "de", "es", "fr", "ar" };

static SoleusContent *
load (const char *language)
{
  g_autoptr (GError) error = NULL;
  SoleusContent *content = soleus_content_load_built_in (language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (soleus_content_get_language (content), ==, language);
  return content;
}

typedef void (*LineFunc) (SoleusContentLine *line,
                          gpointer           user_data);

static void
each_line (SoleusContent *content,
           LineFunc       func,
           gpointer       user_data)
{
  GListModel *sections = soleus_content_list_sections (content);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);
      GListModel *lists[] = { soleus_content_section_get_criteria (section), soleus_content_section_get_lines (section) };

      g_assert_cmpuint (g_list_model_get_n_items (lists[1]), >, 0);
      for (guint j = 0; j < G_N_ELEMENTS (lists); j++)
        for (guint k = 0; k < g_list_model_get_n_items (lists[j]); k++)
          {
            g_autoptr (SoleusContentLine) line = g_list_model_get_item (lists[j], k);

            func (line, user_data);
          }
    }
}

static void
collect_facts (SoleusContentLine *line,
               gpointer           facts)
{
  for (const char *const *fact = soleus_content_line_get_facts (line); *fact != NULL; fact++)
    g_hash_table_add (facts, g_strdup (*fact));
}

static void
test_facts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoleusContent) content = load (languages[i]);
      g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      each_line (content, collect_facts, facts);
      for (guint number = 61; number <= 131; number++)
        {
          g_autofree char *fact = g_strdup_printf ("%u", number);

          if (!g_hash_table_contains (facts, fact))
            g_error ("no line of “%s” holds fact %s", languages[i], fact);
        }
      g_assert_true (g_hash_table_contains (facts, "60a"));
    }
}

/* everything about a line but its words: these must not differ between languages */
static void
describe_line (SoleusContentLine *line,
               gpointer           descriptions)
{
  g_autofree char *facts = g_strjoinv (" ", (char **) soleus_content_line_get_facts (line));
  g_autofree char *sources = g_strjoinv (" ", (char **) soleus_content_line_get_sources (line));

  g_ptr_array_add (descriptions,
                   g_strdup_printf ("%s facts %s sources %s evidence %d audience %d branch %d timer %d %d–%d drawing %s disagreement %d",
                                    soleus_content_line_get_id (line), facts, sources,
                                    soleus_content_line_get_evidence (line), soleus_content_line_get_audience (line),
                                    soleus_content_line_get_branch (line), soleus_content_line_get_timer (line),
                                    soleus_content_line_get_minimum_seconds (line), soleus_content_line_get_maximum_seconds (line),
                                    soleus_content_line_get_drawing (line) != NULL ? soleus_content_line_get_drawing (line) : "none",
                                    soleus_content_line_get_disagreement (line) != NULL));
}

static void
describe_exercises (SoleusContent *content,
                    GPtrArray     *descriptions)
{
  GListModel *exercises = soleus_content_list_exercises (content);

  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
      const SoleusContentDose *dose = soleus_content_exercise_get_dose (exercise);
      g_autofree char *facts = g_strjoinv (" ", (char **) soleus_content_exercise_get_facts (exercise));
      g_autofree char *sources = g_strjoinv (" ", (char **) soleus_content_exercise_get_sources (exercise));

      g_ptr_array_add (descriptions,
                       g_strdup_printf ("%s kind %d phase %d muscle %s family %d %d×%d hold %d rest %d %d a day %d a week side %d steps %u %s→%s facts %s sources %s evidence %d",
                                        soleus_content_exercise_get_id (exercise), soleus_content_exercise_get_kind (exercise),
                                        soleus_content_exercise_get_phase (exercise), soleus_content_exercise_get_muscle (exercise), soleus_content_exercise_get_family (exercise),
                                        dose->sets, dose->repetitions, dose->hold_seconds, dose->rest_seconds, dose->times_a_day,
                                        dose->days_a_week, dose->side_rule,
                                        g_strv_length ((char **) soleus_content_exercise_get_steps (exercise)),
                                        soleus_content_exercise_get_start_drawing (exercise), soleus_content_exercise_get_end_drawing (exercise),
                                        facts, sources, soleus_content_exercise_get_evidence (exercise)));
    }
}

static void
describe_sections (SoleusContent *content,
                   GPtrArray     *descriptions)
{
  GListModel *sections = soleus_content_list_sections (content);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);
      g_autofree char *exercises = g_strjoinv (" ", (char **) soleus_content_section_get_exercises (section));

      g_ptr_array_add (descriptions,
                       g_strdup_printf ("%s phase %d exercises %s introduction %d",
                                        soleus_content_section_get_id (section), soleus_content_section_get_phase (section),
                                        exercises, soleus_content_section_get_introduction (section) != NULL));
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* the places {…} of a text, sorted: the words around them may move */
static char *
describe_places (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\{[a-z]+\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GPtrArray) places = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_ptr_array_add (places, g_match_info_fetch (match, 0));
  g_ptr_array_sort (places, compare_places);
  return g_strjoinv (" ", (char **) places->pdata);
}

static GPtrArray *
describe (SoleusContent *content)
{
  GPtrArray *descriptions = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) keys = soleus_content_list_text_keys (content);

  describe_sections (content, descriptions);
  each_line (content, describe_line, descriptions);
  describe_exercises (content, descriptions);
  for (char **key = keys; *key != NULL; key++)
    {
      g_autofree char *places = describe_places (soleus_content_get_text (content, *key));

      g_ptr_array_add (descriptions, g_strdup_printf ("%s places %s", *key, places));
    }
  return descriptions;
}

static void
test_languages (void)
{
  g_autoptr (SoleusContent) english = load ("en");
  g_autoptr (GPtrArray) expected = describe (english);

  g_assert_cmpuint (expected->len, >, 200);
  for (guint l = 1; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (SoleusContent) other = load (languages[l]);
      g_autoptr (GPtrArray) actual = describe (other);

      for (guint i = 0; i < MIN (expected->len, actual->len); i++)
        g_assert_cmpstr (g_ptr_array_index (actual, i), ==, g_ptr_array_index (expected, i));
      g_assert_cmpuint (actual->len, ==, expected->len);
      g_assert_cmpstr (soleus_content_get_version (other), ==, soleus_content_get_version (english));
    }
}

static void
assert_drawing (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.svg", SOLEUS_DRAWINGS_RESOURCES, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "<title>"));
}

static void
check_line_drawing (SoleusContentLine *line,
                    gpointer           user_data)
{
  if (soleus_content_line_get_drawing (line) != NULL)
    assert_drawing (soleus_content_line_get_drawing (line));
}

static void
test_drawings (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  GListModel *exercises = soleus_content_list_exercises (content);

  each_line (content, check_line_drawing, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);

      assert_drawing (soleus_content_exercise_get_start_drawing (exercise));
      assert_drawing (soleus_content_exercise_get_end_drawing (exercise));
    }
}

/* a picture of each position, and somebody for each need: nothing of the library is a list of names */
static void
test_library (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  GListModel *exercises = soleus_content_list_exercises (content);
  guint kinds[SOLEUS_CONTENT_KIND_ROLLER + 1] = { 0, };
  guint soleus = 0, gastrocnemius = 0;

  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
      const SoleusContentDose *dose = soleus_content_exercise_get_dose (exercise);

      kinds[soleus_content_exercise_get_kind (exercise)]++;
      soleus += g_str_equal (soleus_content_exercise_get_muscle (exercise), "soleus");
      gastrocnemius += g_str_equal (soleus_content_exercise_get_muscle (exercise), "gastrocnemius");
      g_assert_cmpstr (soleus_content_exercise_get_start_drawing (exercise), !=, soleus_content_exercise_get_end_drawing (exercise));
      g_assert_cmpint (dose->sets, >, 0);
      g_assert_cmpint (dose->repetitions, >, 0);
      g_assert_cmpint (dose->times_a_day, >, 0);
      g_assert_nonnull (soleus_content_kind_get_label (soleus_content_exercise_get_kind (exercise)));
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    g_assert_cmpuint (kinds[kind], >, 0);
  g_assert_cmpuint (soleus, >=, 5);
  g_assert_cmpuint (gastrocnemius, >=, 5);
}

static void
check_line_sources (SoleusContentLine *line,
                    gpointer           user_data)
{
  const char *const *sources = soleus_content_line_get_sources (line);

  if (*sources == NULL)
    g_error ("%s names no source", soleus_content_line_get_id (line));
  for (; *sources != NULL; sources++)
    if (soleus_catalogue_find (soleus_catalogue_get_sources (), *sources) == NULL)
      g_error ("%s names the source %s, which is not in the catalogue", soleus_content_line_get_id (line), *sources);
}

/* whoever is told that the sources differ is told what the program does about it */
static void
check_resolution (SoleusContentLine *line,
                  gpointer           user_data)
{
  if (soleus_content_line_get_disagreement (line) != NULL && strstr (soleus_content_line_get_disagreement (line), "Soleus") == NULL)
    g_error ("%s says where its sources differ, and not what Soleus does", soleus_content_line_get_id (line));
}

static void
test_resolutions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoleusContent) content = load (languages[i]);

      each_line (content, check_resolution, NULL);
    }
}

static void
test_catalogues (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  GListModel *exercises = soleus_content_list_exercises (content);

  each_line (content, check_line_sources, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (exercises), >=, 30);
  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
      const char *const *sources = soleus_content_exercise_get_sources (exercise);

      g_assert_nonnull (soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_content_exercise_get_muscle (exercise)));
      for (; *sources != NULL; sources++)
        g_assert_nonnull (soleus_catalogue_find (soleus_catalogue_get_sources (), *sources));
    }
}

static void
test_phases (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  GListModel *phases = soleus_content_list_phases (content);

  g_assert_cmpuint (g_list_model_get_n_items (phases), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);

      g_assert_cmpint (soleus_content_section_get_phase (phase), ==, i + 1);
      if (i > 0)
        g_assert_cmpuint (g_list_model_get_n_items (soleus_content_section_get_criteria (phase)), >, 0);
      for (const char *const *id = soleus_content_section_get_exercises (phase); *id != NULL; id++)
        g_assert_cmpint (soleus_content_exercise_get_phase (soleus_content_find_exercise (content, *id)), <=, i + 1);
    }
}

/* a roller is massage: it must wait for the window (fact 110, C17); nothing else of ours is gated */
static void
test_gate (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  GListModel *exercises = soleus_content_list_exercises (content);

  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
      const gboolean is_roller = strstr (soleus_content_exercise_get_id (exercise), "roller") != NULL;

      g_assert_cmpint (soleus_content_exercise_is_gated (exercise), ==, is_roller);
    }
}

static void
test_clocks (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  SoleusContentSection *relief = soleus_content_get_section (content, "relief");
  SoleusContentLine *hold = soleus_content_section_find_line (relief, "relief.hold");
  SoleusContentLine *limit = soleus_content_section_find_line (relief, "relief.limit");
  SoleusContentLine *pressure = soleus_content_section_find_line (relief, "relief.pressure");
  SoleusContentSection *same_day = soleus_content_get_section (content, "handout-same-day");

  g_assert_cmpint (soleus_content_line_get_timer (hold), ==, SOLEUS_CONTENT_TIMER_COUNT_UP);
  g_assert_cmpint (soleus_content_line_get_minimum_seconds (hold), ==, 10);
  g_assert_cmpint (soleus_content_line_get_maximum_seconds (hold), ==, 0);
  g_assert_cmpint (soleus_content_line_get_timer (limit), ==, SOLEUS_CONTENT_TIMER_LIMIT);
  g_assert_cmpint (soleus_content_line_get_maximum_seconds (limit), ==, 600);
  g_assert_cmpint (soleus_content_line_get_minimum_seconds (pressure), ==, 10);
  g_assert_cmpint (soleus_content_line_get_maximum_seconds (pressure), ==, 15);

  /* one wording for both places */
  g_assert_cmpstr (soleus_content_line_get_text (limit), ==,
                   soleus_content_line_get_text (soleus_content_section_find_line (same_day, "handout.same-day.ten-minutes")));
}

static void
test_places (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SoleusContent) content = load (languages[i]);

      for (int region = SOLEUS_REGION_CALF; region <= SOLEUS_REGION_WHOLE_BODY; region++)
        for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
          {
            const char *body = soleus_content_get_text (content, "where.whole-body.unknown");
            const char *place = soleus_content_get_place (content, side, region);

            g_assert_nonnull (place);
            g_assert_cmpint (strcmp (place, body) == 0, ==, region == SOLEUS_REGION_WHOLE_BODY);
          }
      for (int rule = SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY; rule <= SOLEUS_CONTENT_SIDE_RULE_BOTH; rule++)
        for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
          {
            g_autofree char *text = soleus_content_dup_side (content, rule, side);

            g_assert_nonnull (text);
          }
    }
}

static void
test_format (void)
{
  g_autoptr (SoleusContent) content = load ("en");
  g_autoptr (SoleusContent) german = load ("de");
  g_autofree char *title = soleus_content_format_text (content, "handout.window.title",
                                                       "where", soleus_content_get_place (content, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF), NULL);
  g_autofree char *german_title = soleus_content_format_text (german, "handout.window.title",
                                                              "where", soleus_content_get_place (german, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF), NULL);
  g_autofree char *braces = soleus_content_format_text (content, "handout.chosen-for", "athlete", "{therapist}", "therapist", "T", NULL);
  g_autofree char *gap = soleus_content_format_text (content, "handout.page", "page", "1", NULL);

  g_assert_cmpstr (title, ==, "No massage and no heat on your left calf until");
  g_assert_cmpstr (german_title, ==, "Keine Massage und keine Wärme an Ihrer linken Wade bis");
  g_assert_cmpstr (braces, ==, "Chosen for you, {therapist}, by T. Keep it where you see it.");
  g_assert_cmpstr (gap, ==, "Page 1 of {pages}");
  g_assert_null (soleus_content_format_text (content, "no.such.text", NULL));
}

/* French sets a space before these marks, and no line may begin with one */
static void
test_french_marks (void)
{
  static const char *const marks[] = { " :", " ?", " !", " ;", " »", "« " };
  g_autofree char *folder = g_build_filename (g_getenv ("SOLEUS_SOURCE_DIR"), "data", "content", "fr", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (strstr (text, marks[i]) != NULL)
          g_error ("%s: “%s” with a space at which a line may end", name, marks[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/content/every_fact_from_60a_to_131_stands_in_some_line", test_facts);
  g_test_add_func ("/content/languages_differ_in_words_only", test_languages);
  g_test_add_func ("/content/french_marks_begin_no_line", test_french_marks);
  g_test_add_func ("/content/every_drawing_that_is_named_exists", test_drawings);
  g_test_add_func ("/content/sources_and_muscles_stand_in_the_catalogues", test_catalogues);
  g_test_add_func ("/content/the_library_has_something_for_each_need", test_library);
  g_test_add_func ("/content/every_disagreement_has_a_resolution", test_resolutions);
  g_test_add_func ("/content/phases_come_in_order_with_criteria_and_exercises", test_phases);
  g_test_add_func ("/content/the_roller_and_only_the_roller_waits_for_the_window", test_gate);
  g_test_add_func ("/content/clocks_of_the_relief_steps_have_their_times", test_clocks);
  g_test_add_func ("/content/every_side_and_region_has_its_words", test_places);
  g_test_add_func ("/content/texts_are_filled_in_one_pass", test_format);

  return g_test_run ();
}
