/* Answers in words: what is written is read again, and a word that is no answer is refused with a sentence. */
#include "soleus-answers.h"

#include "soleus-catalogue.h"

#include <string.h>

static void
test_what_is_written_is_read_again (void)
{
  static const struct { const char *text, *canonical; } rows[] = {
    { NULL, "" },
    { "", "" },
    { "pop-felt=yes", "pop-felt=yes" },
    { "pop-felt=yes, bruising=no", "bruising=no pop-felt=yes" },
    { "pop-felt=unknown;bruising=yes", "bruising=yes" },
    { "pop-felt=yes pop-felt=no", "pop-felt=no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusAnswers) answers = soleus_answers_parse (rows[i].text, soleus_catalogue_get_screen_items (), &error);
      g_autofree char *text = soleus_answers_to_text (answers);
      g_autoptr (SoleusAnswers) again = soleus_answers_parse (text, NULL, NULL);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].canonical);
      g_assert_true (soleus_answers_equal (answers, again));
    }
}

static void
test_a_word_that_is_no_answer_is_refused (void)
{
  static const struct { const char *text, *said; } rows[] = {
    { "pop-felt", "pop-felt=yes" },
    { "pop-felt=perhaps", "needs an answer" },
    { "pop-felt=", "needs an answer" },
    { "pop-felt=yes=no", "pop-felt=yes" },
    { "pop-felt=yesterday", "needs an answer" },
    { "pop-felt=y", "needs an answer" },
    { "bruising=no swelling-of-nose=yes", "“swelling-of-nose” is not an item here" },
    { "pop=yes", "“pop” is not an item here" },
    { "pop-felt-twice=yes", "“pop-felt-twice” is not an item here" },
    { "=yes", "is not an item here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusAnswers) answers = soleus_answers_parse (rows[i].text, soleus_catalogue_get_screen_items (), &error);

      g_assert_null (answers);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, rows[i].said));
    }
}

/* clinical.md 1C: what is not answered is neither yes nor no */
static void
test_items_by_answer (void)
{
  g_autoptr (SoleusAnswers) answers = soleus_answers_parse ("pop-felt=yes bruising=no palpable-gap=yes", NULL, NULL);
  g_auto (GStrv) yes = soleus_answers_list (answers, SOLEUS_ANSWER_YES);
  g_auto (GStrv) no = soleus_answers_list (answers, SOLEUS_ANSWER_NO);
  g_auto (GStrv) nothing = soleus_answers_list (NULL, SOLEUS_ANSWER_YES);
  g_autofree char *text = soleus_answers_to_text (NULL);

  g_assert_cmpuint (g_strv_length (yes), ==, 2);
  g_assert_cmpstr (yes[0], ==, "palpable-gap");
  g_assert_cmpstr (yes[1], ==, "pop-felt");
  g_assert_cmpuint (g_strv_length (no), ==, 1);
  g_assert_cmpuint (g_strv_length (nothing), ==, 0);
  g_assert_cmpstr (text, ==, "");
  g_assert_false (soleus_answers_equal (answers, NULL));
}

/* an item of no catalogue is kept by the answers, whatever becomes of the text */
static void
test_the_text_may_go (void)
{
  char *said = g_strdup ("of-somebody-else=yes pop-felt=no");
  g_autoptr (SoleusAnswers) answers = soleus_answers_parse (said, NULL, NULL);
  g_autoptr (SoleusAnswers) copy = NULL;
  g_autofree char *text = NULL;

  memset (said, 'x', strlen (said));
  g_free (said);
  copy = soleus_answers_copy (answers);
  soleus_answers_set (answers, "of-somebody-else", SOLEUS_ANSWER_UNKNOWN);
  g_clear_pointer (&answers, soleus_answers_free);
  text = soleus_answers_to_text (copy);
  g_assert_cmpstr (text, ==, "of-somebody-else=yes pop-felt=no");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers/what_is_written_is_read_again", test_what_is_written_is_read_again);
  g_test_add_func ("/answers/a_word_that_is_no_answer_is_refused", test_a_word_that_is_no_answer_is_refused);
  g_test_add_func ("/answers/items_by_answer", test_items_by_answer);
  g_test_add_func ("/answers/the_text_may_go", test_the_text_may_go);

  return g_test_run ();
}
