#include "soleus-config.h"

#include "soleus-rehabilitation.h"

#include "soleus-measure.h"

static SoleusWindow *
new_window (SoleusWindowState state,
            int               row)
{
  SoleusWindowEpisode episode = { .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .latest_possible = SOLEUS_UNKNOWN_INSTANT };
  g_autoptr (SoleusMoment) onset = soleus_moment_new (0, 0, SOLEUS_PRECISION_EXACT);
  SoleusWindowInput input = { .episodes = &episode, .n_episodes = 1 };
  SoleusWindow *window;

  episode.onset = onset;
  window = soleus_massage_window_assess (&input, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_USEC_PER_HOUR);
  window->state = state;
  window->row = row;
  return window;
}

static void
add_measure (GPtrArray  *measures,
             const char *test,
             double      left,
             double      right)
{
  SoleusRecord *measure = soleus_record_new (&soleus_measure_kind);
  g_autoptr (SoleusMoment) at = soleus_moment_new (1, 0, SOLEUS_PRECISION_EXACT);

  soleus_record_set_moment (measure, "at", at);
  soleus_record_set_text (measure, "test", test);
  soleus_record_set_real (measure, "left", left);
  soleus_record_set_real (measure, "right", right);
  g_ptr_array_add (measures, measure);
}

static SoleusCriterionState
judge (const SoleusRehabilitationInput *input,
       const char                      *criterion)
{
  g_autoptr (SoleusCriterion) judgement = soleus_rehabilitation_judge (input, criterion);

  return judgement->state;
}

/* three phases; the third asks for alike sides, knee to wall */
static SoleusContent *
new_content (void)
{
  SoleusContent *content = soleus_content_new ("en", "1");

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("phase-%d", i);
      g_autoptr (SoleusContentSection) phase = g_object_new (SOLEUS_TYPE_CONTENT_SECTION, "id", id, "title", id, "phase", i, NULL);
      g_autoptr (SoleusContentLine) line = NULL;

      if (i == 3)
        {
          line = g_object_new (SOLEUS_TYPE_CONTENT_LINE, "id", "phase-3.criterion.knee-to-wall", "text", "Alike.", NULL);
          soleus_content_section_add_criterion (phase, line);
        }
      soleus_content_add_section (content, phase);
    }
  return content;
}

static void
test_nothing_on_record_is_unknown (void)
{
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, NULL };
  const char *criteria[] = { "phase-2.criterion.walk", "phase-2.criterion.screen", "phase-2.criterion.window",
                             "phase-4.criterion.raises", "phase-5.criterion.confidence", "phase-5.criterion.range",
                             "phase-5.criterion.session", "phase-5.criterion.palpation", "phase-9.criterion.of-no-table" };

  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    g_assert_cmpint (judge (&input, criteria[i]), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
}

static void
test_no_pain_and_a_heel_raise_answer_for_walking (void)
{
  /* 1C, items of the damage screen: one yes is enough to say not yet, and both must be no to be met */
  static const struct { SoleusAnswer cannot_raise, pain; SoleusCriterionState expected; const char *value; } rows[] = {
    { SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_UNKNOWN, SOLEUS_CRITERION_STATE_UNKNOWN, NULL },
    { SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_NO, SOLEUS_CRITERION_STATE_UNKNOWN, NULL },
    { SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_YES, SOLEUS_CRITERION_STATE_NOT_YET, "pain persists" },
    { SOLEUS_ANSWER_NO, SOLEUS_ANSWER_UNKNOWN, SOLEUS_CRITERION_STATE_UNKNOWN, NULL },
    { SOLEUS_ANSWER_NO, SOLEUS_ANSWER_NO, SOLEUS_CRITERION_STATE_MET, NULL },
    { SOLEUS_ANSWER_NO, SOLEUS_ANSWER_YES, SOLEUS_CRITERION_STATE_NOT_YET, "pain persists" },
    { SOLEUS_ANSWER_YES, SOLEUS_ANSWER_UNKNOWN, SOLEUS_CRITERION_STATE_NOT_YET, "cannot walk normally" },
    { SOLEUS_ANSWER_YES, SOLEUS_ANSWER_NO, SOLEUS_CRITERION_STATE_NOT_YET, "cannot walk normally" },
    { SOLEUS_ANSWER_YES, SOLEUS_ANSWER_YES, SOLEUS_CRITERION_STATE_NOT_YET, "pain persists" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusAnswers) screen = soleus_answers_new ();
      SoleusRehabilitationInput input = { NULL, screen, SOLEUS_SIDE_LEFT, NULL };
      g_autoptr (SoleusCriterion) criterion = NULL;

      soleus_answers_set (screen, "cannot-heel-raise", rows[i].cannot_raise);
      soleus_answers_set (screen, "pain-persists", rows[i].pain);
      criterion = soleus_rehabilitation_judge (&input, "phase-2.criterion.walk");
      g_test_message ("row %zu", i);
      g_assert_cmpint (criterion->state, ==, rows[i].expected);
      g_assert_cmpstr (criterion->value, ==, rows[i].value);
    }
}

static void
test_only_a_re_check_meets_the_window_criterion (void)
{
  static const struct {
    SoleusWindowState    state;
    int                  row;
    SoleusInstant        opens_at;
    SoleusCriterionState expected;
    const char          *value;
  } rows[] = {
    { SOLEUS_WINDOW_STATE_HARD_STOP, 1, SOLEUS_UNKNOWN_INSTANT, SOLEUS_CRITERION_STATE_NOT_YET, "no end yet" },
    { SOLEUS_WINDOW_STATE_CLOSED, 2, SOLEUS_UNKNOWN_INSTANT, SOLEUS_CRITERION_STATE_NOT_YET, "no end yet" },
    { SOLEUS_WINDOW_STATE_CLOSED, 4, 48 * SOLEUS_USEC_PER_HOUR, SOLEUS_CRITERION_STATE_NOT_YET, "Sat 01:00" },
    { SOLEUS_WINDOW_STATE_CLOSED, 4, 48 * SOLEUS_USEC_PER_HOUR + 1, SOLEUS_CRITERION_STATE_NOT_YET, "Sat 01:01" }, /* never too early */
    { SOLEUS_WINDOW_STATE_CAUTION, 4, 48 * SOLEUS_USEC_PER_HOUR, SOLEUS_CRITERION_STATE_NOT_YET, "Sat 01:00" },
    { SOLEUS_WINDOW_STATE_CLOSED, 5, SOLEUS_UNKNOWN_INSTANT, SOLEUS_CRITERION_STATE_NOT_YET, "no end yet" },
    { SOLEUS_WINDOW_STATE_OPEN, 6, 48 * SOLEUS_USEC_PER_HOUR, SOLEUS_CRITERION_STATE_MET, NULL },
    { SOLEUS_WINDOW_STATE_CAUTION, 7, 48 * SOLEUS_USEC_PER_HOUR, SOLEUS_CRITERION_STATE_NOT_YET, "not checked again" },
    { SOLEUS_WINDOW_STATE_OPEN, 7, 48 * SOLEUS_USEC_PER_HOUR, SOLEUS_CRITERION_STATE_UNKNOWN, "never checked again" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusWindow) window = new_window (rows[i].state, rows[i].row);
      SoleusRehabilitationInput input = { window, NULL, SOLEUS_SIDE_LEFT, NULL };
      g_autoptr (SoleusCriterion) criterion = NULL;

      window->opens_at = rows[i].opens_at;
      criterion = soleus_rehabilitation_judge (&input, "phase-2.criterion.window");
      g_test_message ("row %zu", i);
      g_assert_cmpint (criterion->state, ==, rows[i].expected);
      g_assert_cmpstr (criterion->value, ==, rows[i].value);
    }
}

static void
test_sides_within_measurement_error_are_alike (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures };

  add_measure (measures, "knee-to-wall", 10.0, 11.5); /* 13 %, 1.5 cm */
  g_assert_cmpint (judge (&input, "phase-3.criterion.knee-to-wall"), ==, SOLEUS_CRITERION_STATE_MET);
  g_ptr_array_set_size (measures, 0);
  add_measure (measures, "knee-to-wall", 10.0, 12.0);
  g_assert_cmpint (judge (&input, "phase-3.criterion.knee-to-wall"), ==, SOLEUS_CRITERION_STATE_NOT_YET);
}

static void
test_raises_need_number_and_alike_sides (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures };

  add_measure (measures, "heel-raise", 27.0, 28.0);
  g_assert_cmpint (judge (&input, "phase-4.criterion.raises"), ==, SOLEUS_CRITERION_STATE_MET);
  g_assert_cmpint (judge (&input, "phase-5.criterion.raises"), ==, SOLEUS_CRITERION_STATE_NOT_YET);
  g_ptr_array_set_size (measures, 0);
  add_measure (measures, "heel-raise", 30.0, 36.0);
  g_assert_cmpint (judge (&input, "phase-5.criterion.raises"), ==, SOLEUS_CRITERION_STATE_NOT_YET);
  g_ptr_array_set_size (measures, 0);
  add_measure (measures, "heel-raise", 32.0, SOLEUS_UNKNOWN_REAL);
  g_assert_cmpint (judge (&input, "phase-5.criterion.raises"), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
}

static void
add_answer (GPtrArray     *measures,
            const char    *test,
            double         value,
            SoleusInstant  at)
{
  SoleusRecord *measure = soleus_record_new (&soleus_measure_kind);
  g_autoptr (SoleusMoment) moment = soleus_moment_new (at, 0, SOLEUS_PRECISION_EXACT);

  soleus_record_set_text (measure, "test", test);
  soleus_record_set_real (measure, "value", value);
  soleus_record_set_moment (measure, "at", moment);
  g_ptr_array_add (measures, measure);
}

/* each yes-or-no criterion: unknown until it is answered, and what was answered before the cramp does not count */
static void
test_answers_count_from_the_cramp_on (void)
{
  static const char *const criteria[] = { "phase-3.criterion.raise", "phase-3.criterion.stretch", "phase-4.criterion.walk", "phase-4.criterion.jump",
                                          "phase-5.criterion.symptoms", "phase-5.criterion.confidence", "phase-5.criterion.running" };

  for (gsize i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures, 1000 };
      const char *question = soleus_rehabilitation_get_question (criteria[i]);

      g_assert_nonnull (question);
      add_answer (measures, question, 1, 999);
      g_assert_cmpint (judge (&input, criteria[i]), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
      g_ptr_array_set_size (measures, 0);
      add_answer (measures, question, 1, 1000);
      g_assert_cmpint (judge (&input, criteria[i]), ==, SOLEUS_CRITERION_STATE_MET);
      g_ptr_array_set_size (measures, 0);
      add_answer (measures, question, 0, 1000);
      g_assert_cmpint (judge (&input, criteria[i]), ==, SOLEUS_CRITERION_STATE_NOT_YET);
      g_ptr_array_set_size (measures, 0);
      add_answer (measures, question, NAN, 1000);
      g_assert_cmpint (judge (&input, criteria[i]), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
    }
  g_assert_null (soleus_rehabilitation_get_question ("phase-4.criterion.raises"));
  g_assert_null (soleus_rehabilitation_get_question ("phase-9.criterion.of-no-table"));
}

/* Green 2022: symptoms 0 of 10 and power and strength within 10 %; at least one full session */
static void
test_the_checklist_of_play (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures };

  add_answer (measures, "pain", 1, 1);
  add_answer (measures, "symptom-free", 1, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.symptoms"), ==, SOLEUS_CRITERION_STATE_NOT_YET); /* pain 1 contradicts */
  add_measure (measures, "hop", 100.0, 91.0);
  g_assert_cmpint (judge (&input, "phase-5.criterion.power"), ==, SOLEUS_CRITERION_STATE_MET);
  add_measure (measures, "strength-straight-knee", 100.0, 95.0);
  g_assert_cmpint (judge (&input, "phase-5.criterion.strength"), ==, SOLEUS_CRITERION_STATE_UNKNOWN); /* one alone */
  add_measure (measures, "strength-bent-knee", 100.0, 70.0);
  g_assert_cmpint (judge (&input, "phase-5.criterion.strength"), ==, SOLEUS_CRITERION_STATE_NOT_YET);
  add_answer (measures, "full-sessions", 1, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.session"), ==, SOLEUS_CRITERION_STATE_MET);
}

static void
test_the_newest_decision_since_the_cramp_counts (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures, 1000 };

  add_answer (measures, "rehabilitation-phase", 3, 900);
  g_assert_null (soleus_rehabilitation_find_decision (&input)); /* of the cramp before */
  g_ptr_array_set_size (measures, 0);
  add_answer (measures, "rehabilitation-phase", 3, 3000);
  add_answer (measures, "rehabilitation-phase", 2, 2000);
  g_assert_cmpfloat (soleus_record_get_real (soleus_rehabilitation_find_decision (&input), "value"), ==, 3);
}

static void
test_the_window_decides_which_phase_fits (void)
{
  g_autoptr (SoleusContent) content = new_content ();
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SoleusWindow) stopped = new_window (SOLEUS_WINDOW_STATE_HARD_STOP, 1);
  g_autoptr (SoleusWindow) closed = new_window (SOLEUS_WINDOW_STATE_CLOSED, 4);
  g_autoptr (SoleusWindow) open = new_window (SOLEUS_WINDOW_STATE_OPEN, 6);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures };

  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 0);
  input.window = stopped;
  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 0);
  input.window = closed;
  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 1);
  input.window = open;
  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 2);
  add_measure (measures, "knee-to-wall", 11.0, 11.0);
  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 3);
  input.window = closed; /* good legs do not open a window */
  g_assert_cmpint (soleus_rehabilitation_suggest_phase (&input, content), ==, 1);
}

/* clinical.md 3.9, Green 2022: of pairs of tests the worse decides, and one that is missing leaves it unknown */
static void
test_the_worse_of_two_tests (void)
{
  static const struct {
    const char *criterion, *first, *second;
    SoleusSide side;
    double first_left, first_right, second_left, second_right; /* NaN: not measured */
    SoleusCriterionState expected;
  } rows[] = {
    { "phase-5.criterion.range", "knee-to-wall", "straight-leg-stretch", SOLEUS_SIDE_LEFT, 10, 10, NAN, NAN, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.range", "knee-to-wall", "straight-leg-stretch", SOLEUS_SIDE_LEFT, NAN, NAN, 10, 10, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.range", "knee-to-wall", "straight-leg-stretch", SOLEUS_SIDE_LEFT, 10, 10, 10, 10, SOLEUS_CRITERION_STATE_MET },
    { "phase-5.criterion.range", "knee-to-wall", "straight-leg-stretch", SOLEUS_SIDE_LEFT, 10, 10, 10, 7, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.range", "knee-to-wall", "straight-leg-stretch", SOLEUS_SIDE_LEFT, 10, 7, 10, 10, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.strength", "strength-straight-knee", "strength-bent-knee", SOLEUS_SIDE_LEFT, NAN, NAN, 90, 70, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.strength", "strength-straight-knee", "strength-bent-knee", SOLEUS_SIDE_LEFT, 90, 90, 90, 90, SOLEUS_CRITERION_STATE_MET },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_LEFT, 0, 5, 0, 5, SOLEUS_CRITERION_STATE_MET },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_RIGHT, 0, 5, 0, 5, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_LEFT, 0, 0, 1, 0, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_BOTH, 0, 0, 0, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_UNKNOWN, 0, 0, 0, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_LEFT, NAN, 0, 0, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.palpation", "pain-on-palpation", "tender-length", SOLEUS_SIDE_LEFT, 0, 0, NAN, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.raises", "heel-raise", "hop", SOLEUS_SIDE_RIGHT, 33, 30, NAN, NAN, SOLEUS_CRITERION_STATE_MET },
    { "phase-5.criterion.raises", "heel-raise", "hop", SOLEUS_SIDE_BOTH, 29, 31, NAN, NAN, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.palpation", "pain-on-palpation", "hop", SOLEUS_SIDE_LEFT, 0, 0, 0, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.palpation", "hop", "tender-length", SOLEUS_SIDE_LEFT, 0, 0, 0, 0, SOLEUS_CRITERION_STATE_UNKNOWN },
    { "phase-5.criterion.raises", "heel-raise", "hop", SOLEUS_SIDE_BOTH, 31, 29, NAN, NAN, SOLEUS_CRITERION_STATE_NOT_YET },
    { "phase-5.criterion.raises", "heel-raise", "hop", SOLEUS_SIDE_UNKNOWN, 30, 31, NAN, NAN, SOLEUS_CRITERION_STATE_MET },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
      SoleusRehabilitationInput input = { NULL, NULL, rows[i].side, measures };

      g_test_message ("row %zu, %s", i, rows[i].criterion);
      add_measure (measures, rows[i].first, rows[i].first_left, rows[i].first_right);
      add_measure (measures, rows[i].second, rows[i].second_left, rows[i].second_right);
      g_assert_cmpint (judge (&input, rows[i].criterion), ==, rows[i].expected);
    }
}

/* clinical.md 1C, C1: blanks of the damage screen count as positive: only a complete and negative one is met */
static void
test_the_damage_screen_as_a_criterion (void)
{
  static const struct { gboolean negative; guint yes, unknown; SoleusCriterionState expected; const char *value; } rows[] = {
    { TRUE, 0, 0, SOLEUS_CRITERION_STATE_MET, "all no" },
    { FALSE, 2, 0, SOLEUS_CRITERION_STATE_NOT_YET, "2 yes" },
    { FALSE, 2, 3, SOLEUS_CRITERION_STATE_NOT_YET, "2 yes, 3 unknown" },
    { FALSE, 0, 8, SOLEUS_CRITERION_STATE_UNKNOWN, "8 unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusWindow) window = new_window (SOLEUS_WINDOW_STATE_CLOSED, 4);
      SoleusRehabilitationInput input = { window, NULL, SOLEUS_SIDE_LEFT, NULL };
      g_autoptr (SoleusCriterion) criterion = NULL;

      window->screen_negative = rows[i].negative;
      window->screen_yes = rows[i].yes;
      window->screen_unknown = rows[i].unknown;
      criterion = soleus_rehabilitation_judge (&input, "phase-2.criterion.screen");
      g_assert_cmpint (criterion->state, ==, rows[i].expected);
      g_assert_cmpstr (criterion->value, ==, rows[i].value);
    }
}

/* a limb that only a flag stops has no damage screen */
static void
test_a_flag_alone_has_no_screen (void)
{
  SoleusWindowFlag flag = { "f", "swelling", SOLEUS_SIDE_LEFT, 0, SOLEUS_UNKNOWN_INSTANT, FALSE, FALSE };
  SoleusWindowInput flags = { .flags = &flag, .n_flags = 1 };
  g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&flags, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, SOLEUS_USEC_PER_HOUR);
  SoleusRehabilitationInput input = { window, NULL, SOLEUS_SIDE_LEFT, NULL };

  g_assert_cmpint (window->state, ==, SOLEUS_WINDOW_STATE_HARD_STOP);
  g_assert_cmpint (judge (&input, "phase-2.criterion.screen"), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
  g_assert_cmpint (judge (&input, "phase-2.criterion.window"), ==, SOLEUS_CRITERION_STATE_NOT_YET);
}

/* the checklist names no number for confidence: 8 of 10 is shown and settles nothing; no pain alone does not say symptom-free */
static void
test_what_is_shown_and_settles_nothing (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new_with_free_func (g_object_unref);
  SoleusRehabilitationInput input = { NULL, NULL, SOLEUS_SIDE_LEFT, measures };
  g_autoptr (SoleusCriterion) criterion = NULL;

  add_answer (measures, "confidence", 8, 1);
  criterion = soleus_rehabilitation_judge (&input, "phase-5.criterion.confidence");
  g_assert_cmpint (criterion->state, ==, SOLEUS_CRITERION_STATE_UNKNOWN);
  g_assert_cmpstr (criterion->value, ==, "8 of 10");
  add_answer (measures, "pain", 0, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.symptoms"), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
  add_answer (measures, "symptom-free", 1, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.symptoms"), ==, SOLEUS_CRITERION_STATE_MET);
  add_answer (measures, "full-sessions", NAN, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.session"), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
  g_ptr_array_set_size (measures, 0);
  add_answer (measures, "pain", NAN, 1);
  add_answer (measures, "confidence", NAN, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.symptoms"), ==, SOLEUS_CRITERION_STATE_UNKNOWN);
  g_clear_pointer (&criterion, soleus_criterion_free);
  criterion = soleus_rehabilitation_judge (&input, "phase-5.criterion.confidence");
  g_assert_null (criterion->value);
  add_answer (measures, "symptom-free", 1, 1);
  g_assert_cmpint (judge (&input, "phase-5.criterion.symptoms"), ==, SOLEUS_CRITERION_STATE_MET);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehabilitation/nothing_on_record_is_unknown", test_nothing_on_record_is_unknown);
  g_test_add_func ("/rehabilitation/no_pain_and_a_heel_raise_answer_for_walking", test_no_pain_and_a_heel_raise_answer_for_walking);
  g_test_add_func ("/rehabilitation/only_a_re_check_meets_the_window_criterion", test_only_a_re_check_meets_the_window_criterion);
  g_test_add_func ("/rehabilitation/sides_within_measurement_error_are_alike", test_sides_within_measurement_error_are_alike);
  g_test_add_func ("/rehabilitation/raises_need_number_and_alike_sides", test_raises_need_number_and_alike_sides);
  g_test_add_func ("/rehabilitation/answers_count_from_the_cramp_on", test_answers_count_from_the_cramp_on);
  g_test_add_func ("/rehabilitation/the_checklist_of_play", test_the_checklist_of_play);
  g_test_add_func ("/rehabilitation/the_newest_decision_since_the_cramp_counts", test_the_newest_decision_since_the_cramp_counts);
  g_test_add_func ("/rehabilitation/the_window_decides_which_phase_fits", test_the_window_decides_which_phase_fits);
  g_test_add_func ("/rehabilitation/the_worse_of_two_tests", test_the_worse_of_two_tests);
  g_test_add_func ("/rehabilitation/the_damage_screen_as_a_criterion", test_the_damage_screen_as_a_criterion);
  g_test_add_func ("/rehabilitation/a_flag_alone_has_no_screen", test_a_flag_alone_has_no_screen);
  g_test_add_func ("/rehabilitation/what_is_shown_and_settles_nothing", test_what_is_shown_and_settles_nothing);

  return g_test_run ();
}
