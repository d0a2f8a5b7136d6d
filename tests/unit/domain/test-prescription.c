#include "soleus-prescription.h"

static char *
round_trip (const char *text)
{
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse (text);

  return soleus_prescription_format (prescription);
}

static void
test_text_survives (void)
{
  static const struct { const char *text, *expected; } rows[] = {
    { NULL, NULL },
    { "", NULL },
    { "ankle-pumps", "ankle-pumps" },
    { "ankle-pumps towel-stretch", "ankle-pumps towel-stretch" },           /* as earlier versions wrote it */
    { "  ankle-pumps   towel-stretch ", "ankle-pumps towel-stretch" },
    { "ankle-pumps ankle-pumps(sets=3)", "ankle-pumps" },                   /* each counts once */
    { "towel-stretch(hold=30;load=red band) ankle-pumps", "towel-stretch(hold=30;load=red band) ankle-pumps" },
    { "a(sets=0;times=12;hold=0;rest=90;daily=2;weekly=5;tempo=slow down)", "a(sets=0;times=12;hold=0;rest=90;daily=2;weekly=5;tempo=slow down)" },
    { "a(sets=-1) b(sets=x) c(sets=99999) d(colour=red)", "a b c d" },       /* what is unfit leaves the exercise */
    { "a(sets=3 b", "a" },                                                  /* cut off: the rest belongs to it */
    { "a()", "a" },
    { "a(sets=3;reps;hold=4)", "a(sets=3;hold=4)" },                        /* what names no value */
    { "a(load=;tempo=)", "a" },                                             /* words without one */
    { "a(load=red;load=green)", "a(load=green)" },
    { "a(sets=1000;hold=1001)", "a(sets=1000)" },
    { "(sets=3) b", "b" },                                                  /* a dose of nothing */
    { "a(side=left) b(side=both;stop=The foot goes numb) c(side=middle)", "a(side=left) b(side=both;stop=The foot goes numb) c" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = round_trip (rows[i].text);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_words_cannot_break_the_text (void)
{
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse ("a");
  SoleusPrescribed *one = g_ptr_array_index (prescription, 0);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) again = NULL;

  one->load = g_strdup (") b(sets=9;load=");
  one->tempo = g_strdup (" (;) ");
  text = soleus_prescription_format (prescription);
  again = soleus_prescription_parse (text);
  g_assert_cmpuint (again->len, ==, 1);
  g_assert_cmpint (((SoleusPrescribed *) again->pdata[0])->sets, ==, -1);
  g_assert_null (((SoleusPrescribed *) again->pdata[0])->tempo);
}

static SoleusContentExercise *
new_exercise (void)
{
  return g_object_new (SOLEUS_TYPE_CONTENT_EXERCISE, "id", "a", "sets", 2, "repetitions", 10, "hold-seconds", 0, "rest-seconds", 60,
                       "times-a-day", 3, "days-a-week", 7, "tempo", "slow", "load", "none", NULL);
}

static void
test_dose (void)
{
  g_autoptr (SoleusContentExercise) exercise = new_exercise ();
  g_autoptr (GPtrArray) prescription = soleus_prescription_parse ("a(sets=3;hold=5;load=red band)");
  SoleusContentDose dose = soleus_prescribed_get_dose (prescription->pdata[0], exercise);
  g_autoptr (SoleusPrescribed) usual = soleus_prescribed_new ("a");

  g_assert_cmpint (dose.sets, ==, 3);
  g_assert_cmpint (dose.repetitions, ==, 10);
  g_assert_cmpint (dose.hold_seconds, ==, 5);
  g_assert_cmpint (dose.rest_seconds, ==, 60);
  g_assert_cmpstr (dose.tempo, ==, "slow");
  g_assert_cmpstr (dose.load, ==, "red band");
  g_assert_true (soleus_prescribed_is_usual (usual));
  g_assert_false (soleus_prescribed_is_usual (prescription->pdata[0]));
}

/* Every part of a dose counts: what was changed for one athlete is what this athlete is told, and all else is as the exercise says. */
static void
test_each_part_of_a_dose_counts (void)
{
  static const struct { const char *text; SoleusContentDose dose; } rows[] = {
    { "a", { 2, 10, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(sets=0)", { 0, 10, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(times=12)", { 2, 12, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(hold=30)", { 2, 10, 30, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(rest=0)", { 2, 10, 0, 0, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(daily=1)", { 2, 10, 0, 60, 1, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(weekly=5)", { 2, 10, 0, 60, 3, 5, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(tempo=fast)", { 2, 10, 0, 60, 3, 7, "fast", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(load=red band)", { 2, 10, 0, 60, 3, 7, "slow", "red band", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "a(side=left)", { 2, 10, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY } },
    { "a(stop=At pain)", { 2, 10, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
    { "b", { 2, 10, 0, 60, 3, 7, "slow", "none", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST } },
  };
  g_autoptr (SoleusContentExercise) exercise = g_object_new (SOLEUS_TYPE_CONTENT_EXERCISE, "id", "a", "sets", 2, "repetitions", 10, "hold-seconds", 0,
                                                             "rest-seconds", 60, "times-a-day", 3, "days-a-week", 7, "tempo", "slow", "load", "none",
                                                             "side-rule", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) one = soleus_prescription_parse (rows[i].text);
      SoleusContentDose dose = soleus_prescribed_get_dose (one->pdata[0], exercise);
      g_autoptr (SoleusPrescribed) copy = soleus_prescribed_copy (one->pdata[0]);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (dose.sets, ==, rows[i].dose.sets);
      g_assert_cmpint (dose.repetitions, ==, rows[i].dose.repetitions);
      g_assert_cmpint (dose.hold_seconds, ==, rows[i].dose.hold_seconds);
      g_assert_cmpint (dose.rest_seconds, ==, rows[i].dose.rest_seconds);
      g_assert_cmpint (dose.times_a_day, ==, rows[i].dose.times_a_day);
      g_assert_cmpint (dose.days_a_week, ==, rows[i].dose.days_a_week);
      g_assert_cmpstr (dose.tempo, ==, rows[i].dose.tempo);
      g_assert_cmpstr (dose.load, ==, rows[i].dose.load);
      g_assert_cmpint (dose.side_rule, ==, rows[i].dose.side_rule);
      g_assert_true (soleus_prescribed_is_equal (one->pdata[0], copy));

      /* and no two of the rows are the same */
      for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
        {
          g_autoptr (GPtrArray) other = soleus_prescription_parse (rows[j].text);

          g_assert_cmpint (soleus_prescribed_is_equal (one->pdata[0], other->pdata[0]), ==, i == j);
        }
    }
}

/* for one athlete another leg, and another moment to stop, than the exercise says */
static void
test_person (void)
{
  g_autoptr (SoleusContentExercise) exercise = g_object_new (SOLEUS_TYPE_CONTENT_EXERCISE, "id", "a", "stop-if", "Stop at pain.",
                                                             "side-rule", SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, NULL);
  static const struct { const char *text; SoleusSide side; SoleusContentSideRule rule; const char *stop_if; } rows[] = {
    { "a", SOLEUS_SIDE_LEFT, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_FIRST, "Stop at pain." },
    { "a(side=right)", SOLEUS_SIDE_RIGHT, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY, "Stop at pain." },
    { "a(side=both;stop=Stop when dizzy.)", SOLEUS_SIDE_BOTH, SOLEUS_CONTENT_SIDE_RULE_BOTH, "Stop when dizzy." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) prescription = soleus_prescription_parse (rows[i].text);

      g_assert_cmpint (soleus_prescribed_get_side (prescription->pdata[0], SOLEUS_SIDE_LEFT), ==, rows[i].side);
      g_assert_cmpint (soleus_prescribed_get_dose (prescription->pdata[0], exercise).side_rule, ==, rows[i].rule);
      g_assert_cmpstr (soleus_prescribed_get_stop_if (prescription->pdata[0], exercise), ==, rows[i].stop_if);
      g_assert_true (soleus_prescribed_is_usual (prescription->pdata[0]) == (i == 0));
    }
  g_assert_cmpint (soleus_prescribed_get_side (NULL, SOLEUS_SIDE_RIGHT), ==, SOLEUS_SIDE_RIGHT);
  g_assert_cmpstr (soleus_prescribed_get_stop_if (NULL, exercise), ==, "Stop at pain.");
}

static void
test_what_changed (void)
{
  static const struct { const char *before, *after; guint n; SoleusPrescriptionChange changes[3]; } rows[] = {
    { "a b", "b a", 2, { SOLEUS_PRESCRIPTION_SAME, SOLEUS_PRESCRIPTION_SAME } }, /* the order alone */
    { "a b", "a(sets=3) c", 3, { SOLEUS_PRESCRIPTION_CHANGED, SOLEUS_PRESCRIPTION_NEW, SOLEUS_PRESCRIPTION_GONE } },
    { "a(load=red)", "a(load=green)", 1, { SOLEUS_PRESCRIPTION_CHANGED } },
    { "a", "a(side=left)", 1, { SOLEUS_PRESCRIPTION_CHANGED } },
    { "a(stop=x)", "a(stop=y)", 1, { SOLEUS_PRESCRIPTION_CHANGED } },
    { NULL, "a", 1, { SOLEUS_PRESCRIPTION_NEW } },
    { "a", NULL, 1, { SOLEUS_PRESCRIPTION_GONE } },
    { NULL, NULL, 0, { SOLEUS_PRESCRIPTION_SAME } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) before = soleus_prescription_parse (rows[i].before), after = soleus_prescription_parse (rows[i].after);
      g_autoptr (GArray) steps = soleus_prescription_compare (before, after);

      g_assert_cmpuint (steps->len, ==, rows[i].n);
      for (guint s = 0; s < steps->len; s++)
        g_assert_cmpint (g_array_index (steps, SoleusPrescriptionStep, s).change, ==, rows[i].changes[s]);
    }
}

static void
test_agreed (void)
{
  static const struct { int daily, weekly, days, expected; } rows[] = {
    { 3, 7, 7, 21 }, { 3, 7, 1, 3 }, { 1, 4, 7, 4 }, { 1, 4, 3, 2 }, { 1, 3, 1, 1 }, { 2, 0, 2, 4 }, { 0, 7, 2, 2 }, { 2, 7, 0, 0 }, { 1, 9, 7, 7 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SoleusContentDose dose = { .times_a_day = rows[i].daily, .days_a_week = rows[i].weekly };

      g_assert_cmpint (soleus_prescription_count_agreed (&dose, rows[i].days), ==, rows[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prescription/text_survives_and_old_text_is_read", test_text_survives);
  g_test_add_func ("/prescription/words_cannot_break_the_text", test_words_cannot_break_the_text);
  g_test_add_func ("/prescription/what_is_not_changed_is_usual", test_dose);
  g_test_add_func ("/prescription/each_part_of_a_dose_counts", test_each_part_of_a_dose_counts);
  g_test_add_func ("/prescription/one_athlete_may_use_another_leg_and_stop_for_another_reason", test_person);
  g_test_add_func ("/prescription/says_what_changed", test_what_changed);
  g_test_add_func ("/prescription/counts_what_was_agreed", test_agreed);
  return g_test_run ();
}
