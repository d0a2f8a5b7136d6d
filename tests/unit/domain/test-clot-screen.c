/* The clot screen refers and never clears: every combination of its ten items, the girths, age and pregnancy. */
#include "soleus-config.h"

#include "soleus-clot-screen.h"

static SoleusClotScreenInput
create_input (const SoleusAnswers *items)
{
  SoleusClotScreenInput input = {
    .side = SOLEUS_SIDE_LEFT,
    .items = items,
    .girth_left_cm = SOLEUS_UNKNOWN_REAL,
    .girth_right_cm = SOLEUS_UNKNOWN_REAL,
    .age_years = SOLEUS_UNKNOWN_INT,
  };

  return input;
}

static SoleusAnswers *
create_answers (const char *yes,
                gboolean    others_no)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();
  SoleusAnswers *answers = soleus_answers_new ();
  g_auto (GStrv) words = g_strsplit (yes, " ", -1);

  for (gsize i = 0; others_no && i < items->n_rows; i++)
    soleus_answers_set (answers, items->rows[i].id, SOLEUS_ANSWER_NO);
  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      {
        g_assert_nonnull (soleus_catalogue_find (items, words[i]));
        soleus_answers_set (answers, words[i], SOLEUS_ANSWER_YES);
      }
  return answers;
}

/* clinical.md section 6 */
static void
worked_figures (void)
{
  g_autoptr (SoleusAnswers) plain = create_answers ("deep-vein-tenderness calf-swelling pitting-oedema", TRUE);
  g_autoptr (SoleusAnswers) other = create_answers ("deep-vein-tenderness calf-swelling pitting-oedema alternative-diagnosis", TRUE);
  SoleusClotScreenInput input = create_input (plain);
  g_autoptr (SoleusClotScreen) first = soleus_clot_screen_assess (&input);
  g_autoptr (SoleusClotScreen) second = NULL;

  g_assert_cmpint (first->score, ==, 3);
  g_assert_cmpint (first->score_without, ==, 3);
  g_assert_true (first->likely);
  g_assert_cmpint (first->verdict, ==, SOLEUS_CLOT_VERDICT_REFER_LIKELY);

  input.items = other;
  second = soleus_clot_screen_assess (&input);
  g_assert_cmpint (second->score, ==, 1);
  g_assert_cmpint (second->score_without, ==, 3);
  g_assert_false (second->likely);
  g_assert_true (second->likely_without);
  g_assert_cmpint (second->verdict, ==, SOLEUS_CLOT_VERDICT_REFER_LIKELY);
}

static void
catalogue_has_the_two_level_points (void)
{
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();
  int highest = 0;
  int lowest = 0;

  g_assert_cmpuint (items->n_rows, ==, 10);
  for (gsize i = 0; i < items->n_rows; i++)
    {
      highest += MAX (items->rows[i].value, 0);
      lowest += MIN (items->rows[i].value, 0);
    }
  g_assert_cmpint (highest, ==, 9);
  g_assert_cmpint (lowest, ==, -2);
}

/* 3^10 answers × age × pregnancy: the score is the sum, a score of 2 is likely, nothing clears */
static void
every_combination_refers (void)
{
  static const gint64 ages[] = { SOLEUS_UNKNOWN_INT, 0, 17, 18, 39 };
  const SoleusCatalogue *items = soleus_catalogue_get_clot_items ();
  guint n_cases = 0;

  for (guint code = 0; code < 59049; code++)
    {
      g_autoptr (SoleusAnswers) answers = soleus_answers_new ();
      SoleusClotScreenInput input = create_input (answers);
      guint rest = code;
      guint n_unknown = 0;
      int without = 0;
      int with = 0;

      for (gsize i = 0; i < items->n_rows; i++, rest /= 3)
        {
          SoleusAnswer answer = (SoleusAnswer) (rest % 3);

          soleus_answers_set (answers, items->rows[i].id, answer);
          n_unknown += answer == SOLEUS_ANSWER_UNKNOWN;
          if (answer != SOLEUS_ANSWER_YES)
            continue;
          with += i == items->n_rows - 1 ? -2 : 1;
          without += i == items->n_rows - 1 ? 0 : 1;
        }
      for (gsize a = 0; a < G_N_ELEMENTS (ages); a++)
        for (int pregnant = SOLEUS_ANSWER_UNKNOWN; pregnant <= SOLEUS_ANSWER_YES; pregnant++)
          {
            gboolean applicable = (ages[a] == SOLEUS_UNKNOWN_INT || ages[a] >= 18) && pregnant != SOLEUS_ANSWER_YES;
            SoleusClotVerdict expected = !applicable ? SOLEUS_CLOT_VERDICT_REFER_NO_SCORE
                                         : without >= 2 ? SOLEUS_CLOT_VERDICT_REFER_LIKELY
                                         : n_unknown > 0 ? SOLEUS_CLOT_VERDICT_INCOMPLETE : SOLEUS_CLOT_VERDICT_REFER;
            g_autoptr (SoleusClotScreen) screen = NULL;

            input.age_years = ages[a];
            input.pregnant = (SoleusAnswer) pregnant;
            screen = soleus_clot_screen_assess (&input);
            g_assert_cmpint (screen->score, ==, with);
            g_assert_cmpint (screen->score_without, ==, without);
            g_assert_cmpuint (screen->n_unknown, ==, n_unknown);
            g_assert_true (screen->complete == (n_unknown == 0));
            g_assert_true (screen->applicable == applicable);
            g_assert_cmpint (screen->verdict, ==, expected);
            g_assert_true (screen->without_sign == (applicable && n_unknown == 0 && without == 0));
            g_assert_true (screen->begun == (n_unknown < 10));
            n_cases++;
          }
    }
  g_test_message ("%u combinations", n_cases);
  g_assert_cmpuint (n_cases, ==, 59049 * 15);
}

static void
girths_answer_the_swelling_item (void)
{
  static const struct { double left; double right; SoleusSide side; SoleusAnswer expected; } cases[] = {
    { 38.1, 35.1, SOLEUS_SIDE_LEFT, SOLEUS_ANSWER_YES },
    { 38.0, 35.1, SOLEUS_SIDE_LEFT, SOLEUS_ANSWER_NO },
    { 35.1, 38.1, SOLEUS_SIDE_LEFT, SOLEUS_ANSWER_NO },
    { 35.1, 38.1, SOLEUS_SIDE_RIGHT, SOLEUS_ANSWER_YES },
    { 41.0, 38.0, SOLEUS_SIDE_RIGHT, SOLEUS_ANSWER_NO },
    { 41.0, 38.0, SOLEUS_SIDE_UNKNOWN, SOLEUS_ANSWER_UNKNOWN },
    { SOLEUS_UNKNOWN_REAL, 38.0, SOLEUS_SIDE_RIGHT, SOLEUS_ANSWER_UNKNOWN },
    { 38.0, SOLEUS_UNKNOWN_REAL, SOLEUS_SIDE_RIGHT, SOLEUS_ANSWER_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusClotScreenInput input = create_input (NULL);
      g_autoptr (SoleusClotScreen) screen = NULL;

      input.side = cases[i].side;
      input.girth_left_cm = cases[i].left;
      input.girth_right_cm = cases[i].right;
      screen = soleus_clot_screen_assess (&input);
      g_assert_cmpint (soleus_answers_get (screen->effective, "calf-swelling"), ==, cases[i].expected);
      g_assert_true (screen->begun);
    }
}

/* a yes that was seen does not go away by measuring; a no does not stand against the tape */
static void
the_stricter_of_tape_and_eye_counts (void)
{
  g_autoptr (SoleusAnswers) yes = create_answers ("calf-swelling", FALSE);
  g_autoptr (SoleusAnswers) no = create_answers ("", TRUE);
  SoleusClotScreenInput input = create_input (yes);
  g_autoptr (SoleusClotScreen) first = NULL;
  g_autoptr (SoleusClotScreen) second = NULL;

  input.girth_left_cm = 36;
  input.girth_right_cm = 36;
  first = soleus_clot_screen_assess (&input);
  g_assert_cmpint (first->score, ==, 1);
  input.items = no;
  input.girth_left_cm = 40;
  second = soleus_clot_screen_assess (&input);
  g_assert_cmpint (second->score, ==, 1);
}

static void
conditions_on_record_answer_their_item (void)
{
  g_autoptr (SoleusAnswers) none = create_answers ("", TRUE);
  g_autoptr (SoleusAnswers) known = create_answers ("immobilised previous-clot", FALSE);
  SoleusClotScreenInput input = create_input (none);
  g_autoptr (SoleusClotScreen) screen = NULL;

  input.known = known;
  screen = soleus_clot_screen_assess (&input);
  g_assert_cmpint (screen->score_without, ==, 2);
  g_assert_cmpint (screen->verdict, ==, SOLEUS_CLOT_VERDICT_REFER_LIKELY);
}

static void
every_verdict_says_what_to_do (void)
{
  for (int verdict = SOLEUS_CLOT_VERDICT_INCOMPLETE; verdict <= SOLEUS_CLOT_VERDICT_REFER_NO_SCORE; verdict++)
    {
      SoleusClotScreen screen = { .verdict = (SoleusClotVerdict) verdict };
      g_autofree char *sentence = soleus_clot_screen_format (&screen);
      g_autofree char *lower = g_utf8_strdown (sentence, -1);

      g_assert_true (g_strrstr (lower, "refer") != NULL || g_strrstr (lower, "medical assessment") != NULL);
      g_assert_null (g_strrstr (lower, "no clot"));
      g_assert_null (g_strrstr (lower, "clear"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clot-screen/worked_figures", worked_figures);
  g_test_add_func ("/clot-screen/catalogue_has_the_two_level_points", catalogue_has_the_two_level_points);
  g_test_add_func ("/clot-screen/every_combination_refers", every_combination_refers);
  g_test_add_func ("/clot-screen/girths_answer_the_swelling_item", girths_answer_the_swelling_item);
  g_test_add_func ("/clot-screen/the_stricter_of_tape_and_eye_counts", the_stricter_of_tape_and_eye_counts);
  g_test_add_func ("/clot-screen/conditions_on_record_answer_their_item", conditions_on_record_answer_their_item);
  g_test_add_func ("/clot-screen/every_verdict_says_what_to_do", every_verdict_says_what_to_do);
  return g_test_run ();
}
