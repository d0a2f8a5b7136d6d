/* Athletes must understand at once what they read: short sentences and everyday words, measured (quality.md section 4). */
#include "soleus-content-reader.h"

#include <string.h>

#define MAXIMUM_WORDS 20
#define MAXIMUM_GRADE 6.0

typedef struct {
  guint sentences;
  guint words;
  guint syllables;
} Measure;

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

/* Groups of vowels, without a silent e at the end. */
static guint
count_syllables (const char *word)
{
  g_autofree char *lower = g_ascii_strdown (word, -1);
  const gsize length = strlen (lower);
  guint syllables = 0;

  for (gsize i = 0; i < length; i++)
    if (is_vowel (lower[i]) && (i == 0 || !is_vowel (lower[i - 1])))
      syllables++;
  if (length > 2 && lower[length - 1] == 'e' && lower[length - 2] != 'l' && !is_vowel (lower[length - 2]))
    syllables--;
  return MAX (syllables, 1);
}

static guint
measure_sentence (const char *sentence,
                  Measure    *measure)
{
  g_auto (GStrv) words = g_regex_split_simple ("[^\\w’'-]+", sentence, 0, 0);
  guint n_words = 0;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        n_words++;
        measure->syllables += count_syllables (*word);
      }
  measure->words += n_words;
  measure->sentences += n_words > 0;
  return n_words;
}

static void
measure_text (const char *id,
              const char *text,
              Measure    *measure)
{
  g_auto (GStrv) sentences = g_regex_split_simple ("(?<=[.!?])\\s+", text, 0, 0);

  for (char **sentence = sentences; *sentence != NULL; sentence++)
    {
      const guint words = measure_sentence (*sentence, measure);

      if (words > MAXIMUM_WORDS)
        g_error ("%s has a sentence of %u words: %s", id, words, *sentence);
    }
}

/* Flesch and Kincaid: years of school that a text asks for */
static double
get_grade (const Measure *measure)
{
  return 0.39 * measure->words / measure->sentences + 11.8 * measure->syllables / measure->words - 15.59;
}

static SoleusContent *
load_english (void)
{
  g_autoptr (GError) error = NULL;
  SoleusContent *content = soleus_content_load_built_in ("en", &error);

  g_assert_no_error (error);
  return content;
}

static void
measure_lines (GListModel *lines,
               Measure    *measure)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (SoleusContentLine) line = g_list_model_get_item (lines, i);

      if (soleus_content_line_is_for (line, SOLEUS_CONTENT_AUDIENCE_ATHLETE))
        measure_text (soleus_content_line_get_id (line), soleus_content_line_get_text (line), measure);
    }
}

static void
test_lines (void)
{
  g_autoptr (SoleusContent) content = load_english ();
  GListModel *sections = soleus_content_list_sections (content);
  Measure measure = { 0, };

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);

      measure_lines (soleus_content_section_get_criteria (section), &measure);
      measure_lines (soleus_content_section_get_lines (section), &measure);
    }
  g_test_message ("%u sentences, %u words, grade %.1f", measure.sentences, measure.words, get_grade (&measure));
  g_assert_cmpuint (measure.words, >, 500);
  g_assert_cmpfloat (get_grade (&measure), <=, MAXIMUM_GRADE);
}

static void
test_exercises (void)
{
  g_autoptr (SoleusContent) content = load_english ();
  GListModel *exercises = soleus_content_list_exercises (content);

  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);
      const char *id = soleus_content_exercise_get_id (exercise);
      Measure measure = { 0, };

      for (const char *const *step = soleus_content_exercise_get_steps (exercise); *step != NULL; step++)
        measure_text (id, *step, &measure);
      measure_text (id, soleus_content_exercise_get_stop_if (exercise), &measure);
      g_test_message ("%s: grade %.1f", id, get_grade (&measure));
      g_assert_cmpfloat (get_grade (&measure), <=, MAXIMUM_GRADE);
    }
}

static void
test_texts (void)
{
  g_autoptr (SoleusContent) content = load_english ();
  g_auto (GStrv) keys = soleus_content_list_text_keys (content);
  Measure measure = { 0, };

  for (char **key = keys; *key != NULL; key++)
    if (g_str_has_prefix (*key, "handout.") || g_str_has_prefix (*key, "relief."))
      measure_text (*key, soleus_content_get_text (content, *key), &measure);
  g_assert_cmpfloat (get_grade (&measure), <=, MAXIMUM_GRADE);
}

/* the measure itself must tell easy from hard */
static void
test_measure (void)
{
  Measure easy = { 0, }, hard = { 0, };

  measure_text ("easy", "Sit down. Hold the leg still.", &easy);
  measure_text ("hard", "Contraindications necessitate individualised physiotherapeutic consideration.", &hard);
  g_assert_cmpuint (easy.words, ==, 6);
  g_assert_cmpuint (easy.syllables, ==, 6);
  g_assert_cmpuint (easy.sentences, ==, 2);
  g_assert_cmpfloat (get_grade (&easy), <, 1);
  g_assert_cmpfloat (get_grade (&hard), >, 20);
  g_assert_cmpuint (count_syllables ("massage"), ==, 2);
  g_assert_cmpuint (count_syllables ("muscle"), ==, 2);
  g_assert_cmpuint (count_syllables ("the"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-level/the_measure_tells_easy_from_hard", test_measure);
  g_test_add_func ("/reading-level/lines_for_athletes_are_short_and_easy", test_lines);
  g_test_add_func ("/reading-level/every_exercise_is_short_and_easy", test_exercises);
  g_test_add_func ("/reading-level/handout_texts_are_short_and_easy", test_texts);

  return g_test_run ();
}
