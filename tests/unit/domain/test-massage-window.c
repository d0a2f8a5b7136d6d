/* The window rule of clinical.md 1C, row by row. Times are written as a person in the zone of the test would. */
#include "soleus-massage-window.h"

#include "soleus-flag-kind.h"

#define SECOND SOLEUS_USEC_PER_SECOND
#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define DAY (24 * HOUR)

#define CALF SOLEUS_REGION_CALF
#define LEFT SOLEUS_SIDE_LEFT
#define RIGHT SOLEUS_SIDE_RIGHT
#define OPEN SOLEUS_WINDOW_STATE_OPEN
#define CAUTION SOLEUS_WINDOW_STATE_CAUTION
#define CLOSED SOLEUS_WINDOW_STATE_CLOSED
#define HARD_STOP SOLEUS_WINDOW_STATE_HARD_STOP
#define NEVER SOLEUS_UNKNOWN_INSTANT

/* one athlete; tests change what they are about */
typedef struct {
  SoleusWindowEpisode episodes[4];
  SoleusWindowContact contacts[4];
  SoleusWindowFlag    flags[4];
  SoleusWindowPolicy  policy;
  SoleusWindowInput   input;
  SoleusMoment       *onset;
  SoleusMoment       *end;
  SoleusAnswers      *negative;
  SoleusAnswers      *positive;
} Fixture;

static SoleusInstant
instant (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, &error);

  g_assert_no_error (error);
  return moment->instant;
}

static SoleusAnswers *
answer_all (SoleusAnswer answer)
{
  SoleusAnswers *answers = soleus_answers_new ();
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    soleus_answers_set (answers, items->rows[i].id, answer);
  return answers;
}

/* A cramp of the left calf, 90 seconds, 2025-05-10 20:00 Europe/Berlin; nothing else is known. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  f->onset = soleus_moment_parse ("2025-05-10T20:00:00+02:00", NULL);
  f->end = soleus_moment_parse ("2025-05-10T20:01:30+02:00", NULL);
  f->negative = answer_all (SOLEUS_ANSWER_NO);
  f->positive = answer_all (SOLEUS_ANSWER_NO);
  soleus_answers_set (f->positive, "pain-on-stretch", SOLEUS_ANSWER_YES);
  f->episodes[0] = (SoleusWindowEpisode) { "e1", LEFT, CALF, f->onset, f->end, NEVER, NULL };
  f->input = (SoleusWindowInput) { f->episodes, 1, f->contacts, 0, f->flags, 0, FALSE, NULL };
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  soleus_moment_free (f->onset);
  soleus_moment_free (f->end);
  soleus_answers_free (f->negative);
  soleus_answers_free (f->positive);
}

static void
check_at (Fixture           *f,
          SoleusSide         side,
          SoleusRegion       region,
          SoleusInstant      at,
          SoleusWindowState  state,
          int                row,
          SoleusInstant      opens_at)
{
  g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&f->input, side, region, at);

  g_assert_cmpint (window->state, ==, state);
  g_assert_cmpint (window->row, ==, row);
  g_assert_cmpint (window->opens_at, ==, opens_at);
  if (opens_at == NEVER)
    g_assert_cmpint (window->remaining, ==, state == OPEN ? 0 : SOLEUS_UNKNOWN_INT);
  else
    g_assert_cmpint (window->remaining, ==, MAX (opens_at - at, 0));
  g_assert_cmpuint (window->reasons->len, >, 0);
}

static void
check (Fixture *f, SoleusInstant at, SoleusWindowState state, int row, SoleusInstant opens_at)
{
  check_at (f, LEFT, CALF, at, state, row, opens_at);
}

static void
add_flag (Fixture *f, const char *kind, SoleusSide side, SoleusInstant raised_at, SoleusInstant cleared_at)
{
  f->flags[f->input.n_flags++] = (SoleusWindowFlag) { "f", kind, side, raised_at, cleared_at, FALSE, FALSE };
}

static void
add_contact (Fixture *f, SoleusInstant at, const SoleusAnswers *screen, SoleusAnswer bleeding)
{
  f->contacts[f->input.n_contacts++] = (SoleusWindowContact) { "e1", at, screen, bleeding };
}

static void
test_nothing_on_record_is_open (Fixture *f, gconstpointer data)
{
  f->input.n_episodes = 0;
  check (f, f->onset->instant, OPEN, 0, NEVER);
}

static void
test_row_four_is_closed_without_a_screen (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  check (f, f->end->instant, CLOSED, 4, opens);
  check (f, opens - SECOND, CLOSED, 4, opens);
  check (f, opens - 1, CLOSED, 4, opens);
}

/* C18: closed while now < anchor + 48 h, open at equality */
static void
test_row_four_ends_on_the_second (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  f->episodes[0].screen = f->negative;
  check (f, opens - SECOND, CAUTION, 4, opens);
  check (f, opens, OPEN, 7, opens);
}

/* phase B and C of C1: every single yes and every single unknown keeps it closed */
static void
test_row_four_needs_all_eight_answers (Fixture *f, gconstpointer data)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  g_assert_cmpuint (items->n_rows, ==, 8);
  for (gsize i = 0; i < items->n_rows; i++)
    for (int answer = SOLEUS_ANSWER_UNKNOWN; answer <= SOLEUS_ANSWER_YES; answer++)
      {
        g_autoptr (SoleusAnswers) answers = soleus_answers_copy (f->negative);

        soleus_answers_set (answers, items->rows[i].id, (SoleusAnswer) answer);
        f->episodes[0].screen = answers;
        check (f, opens - HOUR, answer == SOLEUS_ANSWER_NO ? CAUTION : CLOSED, 4, opens);
      }
}

static void
test_contacts_count_from_their_time_on (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  f->episodes[0].screen = f->positive;
  add_contact (f, f->end->instant + 20 * HOUR, f->negative, SOLEUS_ANSWER_UNKNOWN);
  check (f, f->end->instant + 20 * HOUR - 1, CLOSED, 4, opens);
  check (f, f->end->instant + 20 * HOUR, CAUTION, 4, opens);
  add_contact (f, f->end->instant + 30 * HOUR, f->positive, SOLEUS_ANSWER_UNKNOWN);
  check (f, f->end->instant + 30 * HOUR - 1, CAUTION, 4, opens);
  check (f, f->end->instant + 30 * HOUR, CLOSED, 4, opens);
  f->contacts[1].episode_id = "another";
  check (f, f->end->instant + 30 * HOUR, CAUTION, 4, opens);
}

static void
test_row_three_is_the_cramp_itself (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  check (f, f->onset->instant - 1, OPEN, 0, NEVER);
  check (f, f->onset->instant, CAUTION, 3, opens);
  check (f, f->end->instant - 1, CAUTION, 3, opens);
  check (f, f->end->instant, CLOSED, 4, opens);
}

static void
test_row_three_without_an_end_lasts_ten_minutes (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->onset->instant + 48 * HOUR;

  f->episodes[0].end = NULL;
  check (f, f->onset->instant + 10 * MINUTE - 1, CAUTION, 3, opens);
  check (f, f->onset->instant + 10 * MINUTE, CLOSED, 4, opens);
}

/* cases.md C: gentle massage in the relief phase is part of the protocol */
static void
test_row_three_allows_gentle_massage_only (Fixture *f, gconstpointer data)
{
  const SoleusCatalogue *modalities = soleus_catalogue_get_modalities ();
  guint n_gated = 0;

  for (gsize i = 0; i < modalities->n_rows; i++)
    {
      const SoleusCatalogueRow *row = &modalities->rows[i];
      SoleusGateVerdict verdict = soleus_massage_window_gate (&f->input, row->id, LEFT, CALF, f->onset->instant + MINUTE, NULL);
      gboolean allowed = row->value == SOLEUS_MODALITY_FAMILY_NEITHER || g_str_equal (row->id, "effleurage") ||
                         g_str_equal (row->id, "kneading") || g_str_equal (row->id, "static-pressure");

      n_gated += row->value != SOLEUS_MODALITY_FAMILY_NEITHER;
      g_assert_cmpint (verdict, ==, allowed ? SOLEUS_GATE_VERDICT_ALLOWED : SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED);
    }
  g_assert_cmpuint (n_gated, ==, 17);
}

/* the cramp of today does not open what the strain of yesterday closed */
static void
test_gate_takes_the_strictest_episode (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusMoment) before = soleus_moment_parse ("2025-05-09T20:00:00+02:00", NULL);
  g_autoptr (SoleusWindow) window = NULL;
  SoleusInstant at = f->onset->instant + MINUTE;

  f->episodes[1] = (SoleusWindowEpisode) { "e0", LEFT, CALF, before, NULL, NEVER, f->negative };
  f->input.n_episodes = 2;
  g_assert_cmpint (soleus_massage_window_gate (&f->input, "kneading", LEFT, CALF, at, NULL), ==, SOLEUS_GATE_VERDICT_RATIONALE_NEEDED);
  g_assert_cmpint (soleus_massage_window_gate (&f->input, "foam-roller", LEFT, CALF, at, NULL), ==, SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED);
  f->episodes[1].screen = NULL;
  g_assert_cmpint (soleus_massage_window_gate (&f->input, "kneading", LEFT, CALF, at, &window), ==, SOLEUS_GATE_VERDICT_OVERRIDE_NEEDED);
  g_assert_cmpstr (window->episode_id, ==, "e0");
}

static const char *
find_reason (SoleusWindow *window, const char *rule)
{
  const char *text = NULL;

  for (guint i = 0; i < window->reasons->len; i++)
    {
      SoleusReason *reason = g_ptr_array_index (window->reasons, i);

      if (!g_str_equal (reason->rule, rule))
        continue;
      g_assert_null (text);
      text = reason->text;
    }
  return text;
}

/* three reasons, each once, and they speak of the episode that @window names */
static void
check_words (SoleusWindow *window, const char *episode_id, const char *rule, const char *screen)
{
  g_autofree char *anchor = soleus_window_format_time (window->anchor);

  g_assert_cmpstr (window->episode_id, ==, episode_id);
  g_assert_cmpuint (window->reasons->len, ==, 3);
  g_assert_nonnull (find_reason (window, rule));
  g_assert_nonnull (strstr (find_reason (window, "window-anchor"), anchor));
  g_assert_nonnull (strstr (find_reason (window, "damage-screen"), screen));
}

static void
test_the_words_are_those_of_what_decides (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusMoment) before = soleus_moment_parse ("2025-05-09T20:00:00+02:00", NULL);
  SoleusInstant at = f->end->instant + HOUR;

  f->episodes[0].screen = f->negative;
  f->episodes[1] = (SoleusWindowEpisode) { "e0", LEFT, CALF, before, NULL, NEVER, f->positive };
  f->episodes[2] = (SoleusWindowEpisode) { "e2", RIGHT, CALF, f->onset, f->end, NEVER, NULL };
  f->input.n_episodes = 3;
  for (int way = 0; way < 4; way++)
    {
      g_autoptr (GPtrArray) all = soleus_massage_window_assess_all (&f->input, at);
      g_autoptr (SoleusWindow) left = NULL;

      if (way == 0)
        left = soleus_massage_window_assess (&f->input, LEFT, CALF, at);
      else if (way == 1)
        left = soleus_massage_window_assess (&f->input, LEFT, SOLEUS_REGION_WHOLE_BODY, at);
      else if (way == 2)
        soleus_massage_window_gate (&f->input, "foam-roller", LEFT, CALF, at, &left);
      else
        left = soleus_window_ref (all->pdata[1]);
      check_words (left, "e0", "window-row-4", soleus_catalogue_get_label (soleus_catalogue_get_screen_items (), "pain-on-stretch"));
      check_words (all->pdata[0], "e2", "window-row-4", "8 of 8 answers");
    }
}

static void
test_equal_states_open_at_the_later (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusMoment) later = soleus_moment_parse ("2025-05-11T20:00:00+02:00", NULL);

  f->episodes[1] = (SoleusWindowEpisode) { "e2", LEFT, CALF, later, NULL, NEVER, NULL };
  f->input.n_episodes = 2;
  check (f, later->instant + HOUR, CLOSED, 4, later->instant + 48 * HOUR);
  check (f, later->instant - HOUR, CLOSED, 4, f->end->instant + 48 * HOUR);
}

static void
test_rows_five_and_six_follow_the_latest_word (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  f->episodes[0].screen = f->negative;
  add_contact (f, opens, NULL, SOLEUS_ANSWER_YES);
  check (f, opens - 1, CAUTION, 4, opens);
  check (f, opens, CLOSED, 5, NEVER);
  check (f, opens + 100 * DAY, CLOSED, 5, NEVER);
  add_contact (f, opens + DAY, NULL, SOLEUS_ANSWER_NO);
  check (f, opens + DAY - 1, CLOSED, 5, NEVER);
  check (f, opens + DAY, OPEN, 6, opens);
}

/* C3: the re-check that opens is the one after the window; a yes holds whenever it was said */
static void
test_bleeding_said_inside_the_window (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  add_contact (f, opens - HOUR, NULL, SOLEUS_ANSWER_NO);
  check (f, opens, CAUTION, 7, f->end->instant + 14 * DAY);
  f->contacts[0].bleeding = SOLEUS_ANSWER_YES;
  check (f, opens - SECOND, CLOSED, 4, opens);
  check (f, opens, CLOSED, 5, NEVER);
}

static void
test_row_seven_without_a_re_check (Fixture *f, gconstpointer data)
{
  SoleusInstant opens = f->end->instant + 48 * HOUR;
  SoleusInstant later = f->end->instant + 14 * DAY;

  check (f, opens, CAUTION, 7, later);
  check (f, later - SECOND, CAUTION, 7, later);
  check (f, later, OPEN, 7, later);
  f->episodes[0].screen = f->negative;
  check (f, opens, OPEN, 7, opens);
  f->input.bleeding_risk = TRUE;
  check (f, opens, CAUTION, 7, later);
}

static void
test_policy_lengthens_and_never_shortens (Fixture *f, gconstpointer data)
{
  f->policy = (SoleusWindowPolicy) { 3, 72, 21 };
  f->input.policy = &f->policy;
  check (f, f->end->instant + 72 * HOUR - SECOND, CLOSED, 4, f->end->instant + 72 * HOUR);
  check (f, f->end->instant + 72 * HOUR, CAUTION, 7, f->end->instant + 21 * DAY);
  /* a window that outlasts the caution: the longer holds */
  f->policy = (SoleusWindowPolicy) { 5, 400, 14 };
  check (f, f->end->instant + 400 * HOUR - SECOND, CLOSED, 4, f->end->instant + 400 * HOUR);
  check (f, f->end->instant + 400 * HOUR, OPEN, 7, f->end->instant + 400 * HOUR);
  f->policy = (SoleusWindowPolicy) { 4, 24, 1 };
  check (f, f->end->instant + 48 * HOUR - SECOND, CLOSED, 4, f->end->instant + 48 * HOUR);
  check (f, f->end->instant + 48 * HOUR, CAUTION, 7, f->end->instant + 14 * DAY);
}

static void
test_row_one_stops_the_limb_until_an_outcome (Fixture *f, gconstpointer data)
{
  static const char *const kinds[] = { "swelling", "redness", "warmth", "clot-screen-likely", "compartment-syndrome", "infection",
                                       "fracture", "achilles-rupture" };
  SoleusInstant raised = f->end->instant + HOUR;
  SoleusInstant cleared = f->end->instant + 10 * DAY;

  f->episodes[0].screen = f->negative;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      f->input.n_flags = 0;
      add_flag (f, kinds[i], LEFT, raised, cleared);
      check (f, raised - 1, CAUTION, 4, f->end->instant + 48 * HOUR);
      check (f, raised, HARD_STOP, 1, NEVER);
      check (f, f->end->instant + 72 * HOUR, HARD_STOP, 1, NEVER);
      check (f, cleared - 1, HARD_STOP, 1, NEVER);
      check (f, cleared, OPEN, 7, f->end->instant + 48 * HOUR);
      check_at (f, LEFT, SOLEUS_REGION_FOOT, raised, HARD_STOP, 1, NEVER);
      check_at (f, RIGHT, CALF, raised, OPEN, 0, NEVER);
      g_assert_cmpint (soleus_massage_window_gate (&f->input, "foam-roller", LEFT, CALF, raised, NULL), ==, SOLEUS_GATE_VERDICT_FORBIDDEN);
      g_assert_cmpint (soleus_massage_window_gate (&f->input, "cold-pack", LEFT, CALF, raised, NULL), ==, SOLEUS_GATE_VERDICT_ALLOWED);
    }
}

static void
test_row_one_of_the_whole_person_stops_both_legs (Fixture *f, gconstpointer data)
{
  static const char *const kinds[] = { "chest-pain", "breathlessness", "coughing-blood", "fainting", "dark-urine", "rhabdomyolysis" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      f->input.n_flags = 0;
      add_flag (f, kinds[i], LEFT, f->end->instant, NEVER);
      check_at (f, LEFT, CALF, f->end->instant, HARD_STOP, 1, NEVER);
      check_at (f, RIGHT, SOLEUS_REGION_POSTERIOR_THIGH, f->end->instant, HARD_STOP, 1, NEVER);
    }
}

static void
test_routine_flags_leave_the_window_alone (Fixture *f, gconstpointer data)
{
  f->input.n_episodes = 0;
  add_flag (f, "frequent-cramps", LEFT, f->onset->instant, NEVER);
  add_flag (f, "not-resolved-10-minutes", LEFT, f->onset->instant, NEVER);
  check (f, f->onset->instant, OPEN, 0, NEVER);
}

static void
test_row_two_needs_screen_and_reason (Fixture *f, gconstpointer data)
{
  SoleusInstant at = f->end->instant + 72 * HOUR;

  f->episodes[0].screen = f->negative;
  add_flag (f, "persistent-pain", LEFT, at, NEVER);
  check (f, at, CLOSED, 2, NEVER);
  f->flags[0].clot_not_suspected = TRUE;
  check (f, at, CLOSED, 2, NEVER);
  f->flags[0].clot_screen_complete = TRUE;
  check (f, at, OPEN, 7, f->end->instant + 48 * HOUR);
  f->flags[0].clot_not_suspected = FALSE;
  check (f, at, HARD_STOP, 1, NEVER);
  f->flags[0].clot_not_suspected = TRUE;
  add_flag (f, "swelling", LEFT, at, NEVER);
  check (f, at, HARD_STOP, 1, NEVER);
}

static void
test_heat_says_that_it_hides_the_signs (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusWindow) window = NULL;
  gboolean said = FALSE;

  add_flag (f, "warmth", LEFT, f->end->instant, NEVER);
  g_assert_cmpint (soleus_massage_window_gate (&f->input, "hot-pack", LEFT, CALF, f->end->instant, &window), ==, SOLEUS_GATE_VERDICT_FORBIDDEN);
  for (guint i = 0; i < window->reasons->len; i++)
    said |= g_str_equal (((SoleusReason *) g_ptr_array_index (window->reasons, i))->rule, "heat-hides-signs");
  g_assert_true (said);
}

static void
test_scope_is_limb_and_region (Fixture *f, gconstpointer data)
{
  SoleusInstant at = f->end->instant + HOUR;
  SoleusInstant opens = f->end->instant + 48 * HOUR;

  check_at (f, RIGHT, CALF, at, OPEN, 0, NEVER);
  check_at (f, LEFT, SOLEUS_REGION_POSTERIOR_THIGH, at, OPEN, 0, NEVER);
  check_at (f, LEFT, SOLEUS_REGION_WHOLE_BODY, at, CLOSED, 4, opens);
  check_at (f, SOLEUS_SIDE_BOTH, CALF, at, CLOSED, 4, opens);
  check_at (f, SOLEUS_SIDE_UNKNOWN, CALF, at, CLOSED, 4, opens);
  f->episodes[0].side = SOLEUS_SIDE_BOTH;
  check_at (f, RIGHT, CALF, at, CLOSED, 4, opens);
  f->episodes[0].region = SOLEUS_REGION_WHOLE_BODY;
  check_at (f, RIGHT, SOLEUS_REGION_SHIN, at, CLOSED, 4, opens);
}

static void
test_assess_all_lists_limbs_strictest_first (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) windows = NULL;
  SoleusWindow *window;

  f->episodes[0].side = SOLEUS_SIDE_BOTH;
  add_flag (f, "redness", RIGHT, f->end->instant, NEVER);
  windows = soleus_massage_window_assess_all (&f->input, f->end->instant);
  g_assert_cmpuint (windows->len, ==, 2);
  window = g_ptr_array_index (windows, 0);
  g_assert_cmpint (window->side, ==, RIGHT);
  g_assert_cmpint (window->state, ==, HARD_STOP);
  g_assert_cmpint (window->anchor, ==, f->end->instant);
  window = g_ptr_array_index (windows, 1);
  g_assert_cmpint (window->side, ==, LEFT);
  g_assert_cmpint (window->state, ==, CLOSED);

  g_clear_pointer (&windows, g_ptr_array_unref);
  f->input.n_episodes = 0;
  windows = soleus_massage_window_assess_all (&f->input, f->end->instant);
  g_assert_cmpuint (windows->len, ==, 1);
  window = g_ptr_array_index (windows, 0);
  g_assert_cmpint (window->region, ==, CALF);
}

typedef struct {
  const char *source;
  const char *zone;
  const char *onset;
  const char *opens;
} ZoneCase;

static const ZoneCase zone_cases[] = {
  { "clinical.md 6", "Europe/Berlin", "2025-03-29T20:00:00+01:00", "2025-03-31T21:00:00+02:00" },
  { "issue 2", "Europe/Berlin", "2026-03-28T20:00:00+01:00", "2026-03-30T21:00:00+02:00" },
  { "issue 2", "Europe/Berlin", "2026-10-24T20:00:00+02:00", "2026-10-26T19:00:00+01:00" },
  { "clinical.md 6, date only", "Europe/Berlin", "2025-05-10", "2025-05-12T23:59:59+02:00" },
  { "date only, 23-hour day", "Europe/Berlin", "2026-03-29", "2026-03-31T23:59:59+02:00" },
  { "date only, 25-hour day", "Europe/Berlin", "2026-10-25", "2026-10-27T23:59:59+01:00" },
  { "half an hour of summer time", "Australia/Lord_Howe", "2026-04-04T12:00:00+11:00", "2026-04-06T11:30:00+10:30" },
  { "clocks forward in New York", "America/New_York", "2026-03-07T18:00:00-05:00", "2026-03-09T19:00:00-04:00" },
};

static void
test_windows_end_after_elapsed_hours (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (zone_cases); i++)
    {
      const ZoneCase *zone_case = &zone_cases[i];
      g_autoptr (SoleusMoment) onset = NULL;
      g_autoptr (SoleusWindow) window = NULL;
      g_autofree char *opens = NULL;

      g_setenv ("TZ", zone_case->zone, TRUE);
      onset = soleus_moment_parse (zone_case->onset, NULL);
      f->episodes[0].onset = onset;
      f->episodes[0].end = NULL;
      window = soleus_massage_window_assess (&f->input, LEFT, CALF, onset->instant + 24 * HOUR);
      opens = soleus_instant_to_iso8601 (window->opens_at);
      g_test_message ("%s: %s", zone_case->source, zone_case->onset);
      g_assert_cmpstr (opens, ==, zone_case->opens);
      g_assert_cmpint (window->opens_at - window->anchor, ==, G_GINT64_CONSTANT (172800) * SECOND);
    }
}

/* C18: unknown time → the latest possible instant, of the date or of the visit of the same day */
static void
test_a_visit_of_the_same_day_bounds_the_anchor (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusMoment) day = soleus_moment_parse ("2025-05-10", NULL);
  g_autoptr (SoleusMoment) about = soleus_moment_copy (f->onset);

  f->episodes[0].onset = day;
  f->episodes[0].end = NULL;
  f->episodes[0].latest_possible = instant ("2025-05-10T17:00:00+02:00");
  g_assert_cmpint (soleus_window_episode_get_anchor (&f->episodes[0]), ==, instant ("2025-05-10T17:00:00+02:00"));
  f->episodes[0].latest_possible = instant ("2025-05-11T09:00:00+02:00");
  g_assert_cmpint (soleus_window_episode_get_anchor (&f->episodes[0]), ==, instant ("2025-05-10T23:59:59+02:00"));
  check (f, day->instant, CLOSED, 4, instant ("2025-05-12T23:59:59+02:00"));

  about->precision = SOLEUS_PRECISION_ABOUT;
  f->episodes[0].onset = about;
  g_assert_cmpint (soleus_window_episode_get_anchor (&f->episodes[0]), ==, about->instant + 15 * MINUTE);
  f->episodes[0].end = f->end;
  g_assert_cmpint (soleus_window_episode_get_anchor (&f->episodes[0]), ==, about->instant + 15 * MINUTE);
}

/* What row 4 and later say for every screen, bleeding word, risk and time: the table written a second time, by hand. */
static void
test_truth_table (Fixture *f, gconstpointer data)
{
  const gint64 offsets[] = { 0, 48 * HOUR - SECOND, 48 * HOUR, 14 * DAY - SECOND, 14 * DAY };
  const SoleusAnswers *screens[] = { NULL, f->positive, f->negative };

  for (guint s = 0; s < G_N_ELEMENTS (screens); s++)
    for (int bleeding = SOLEUS_ANSWER_UNKNOWN; bleeding <= SOLEUS_ANSWER_YES; bleeding++)
      for (int risk = 0; risk <= 1; risk++)
        for (int stop = 0; stop <= 2; stop++)
          for (guint o = 0; o < G_N_ELEMENTS (offsets); o++)
            {
              SoleusInstant at = f->end->instant + offsets[o];
              gboolean negative = screens[s] == f->negative;
              g_autoptr (SoleusWindow) window = NULL;
              SoleusWindowState expected;

              f->episodes[0].screen = screens[s];
              f->input.bleeding_risk = risk;
              f->input.n_contacts = f->input.n_flags = 0;
              add_contact (f, f->end->instant + 48 * HOUR, NULL, (SoleusAnswer) bleeding);
              if (stop > 0)
                add_flag (f, stop == 1 ? "persistent-pain" : "warmth", LEFT, f->onset->instant, NEVER);

              if (stop > 0)
                expected = stop == 1 ? CLOSED : HARD_STOP;
              else if (o < 2)
                expected = negative ? CAUTION : CLOSED;
              else if (bleeding == SOLEUS_ANSWER_YES)
                expected = CLOSED;
              else if (bleeding == SOLEUS_ANSWER_NO || o == 4 || (negative && !risk))
                expected = OPEN;
              else
                expected = CAUTION;
              window = soleus_massage_window_assess (&f->input, LEFT, CALF, at);
              g_assert_cmpint (window->state, ==, expected);
            }
}

/* 1C: the strictest state, then the one that opens later; what the clock does not open outlasts what it does */
static void
test_order_of_windows (Fixture *f, gconstpointer data)
{
  static const struct { SoleusWindowState a; SoleusInstant opens_a; SoleusWindowState b; SoleusInstant opens_b; int order; } rows[] = {
    { HARD_STOP, NEVER, CLOSED, NEVER, 1 },
    { CLOSED, 1, CAUTION, 2, 1 },
    { CAUTION, 1, OPEN, 2, 1 },
    { CLOSED, 2, CLOSED, 1, 1 },
    { CLOSED, 1, CLOSED, 1, 0 },
    { CLOSED, NEVER, CLOSED, 2, 1 },
    { OPEN, 1, OPEN, NEVER, 1 }, /* after a cramp, and where there was none */
    { OPEN, NEVER, OPEN, NEVER, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusWindow) a = soleus_massage_window_assess (&f->input, LEFT, CALF, f->end->instant);
      g_autoptr (SoleusWindow) b = soleus_massage_window_assess (&f->input, LEFT, CALF, f->end->instant);

      a->state = rows[i].a;
      a->opens_at = rows[i].opens_a;
      b->state = rows[i].b;
      b->opens_at = rows[i].opens_b;
      g_test_message ("row %zu", i);
      g_assert_cmpint (CLAMP (soleus_window_compare (a, b), -1, 1), ==, rows[i].order);
      g_assert_cmpint (CLAMP (soleus_window_compare (b, a), -1, 1), ==, -rows[i].order);
    }
}

static void
test_sentence_names_place_and_time (Fixture *f, gconstpointer data)
{
  g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&f->input, LEFT, CALF, f->end->instant);
  g_autofree char *text = soleus_window_format (window);

  g_assert_cmpstr (text, ==, "No massage and no heat on the left calf until Mon 12 May 2025, 20:01:30.");
}

#define ADD(name) g_test_add ("/massage-window/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (nothing_on_record_is_open);
  ADD (row_one_stops_the_limb_until_an_outcome);
  ADD (row_one_of_the_whole_person_stops_both_legs);
  ADD (routine_flags_leave_the_window_alone);
  ADD (row_two_needs_screen_and_reason);
  ADD (row_three_is_the_cramp_itself);
  ADD (row_three_without_an_end_lasts_ten_minutes);
  ADD (row_three_allows_gentle_massage_only);
  ADD (row_four_is_closed_without_a_screen);
  ADD (row_four_ends_on_the_second);
  ADD (row_four_needs_all_eight_answers);
  ADD (rows_five_and_six_follow_the_latest_word);
  ADD (bleeding_said_inside_the_window);
  ADD (row_seven_without_a_re_check);
  ADD (contacts_count_from_their_time_on);
  ADD (equal_states_open_at_the_later);
  ADD (gate_takes_the_strictest_episode);
  ADD (the_words_are_those_of_what_decides);
  ADD (policy_lengthens_and_never_shortens);
  ADD (heat_says_that_it_hides_the_signs);
  ADD (scope_is_limb_and_region);
  ADD (assess_all_lists_limbs_strictest_first);
  ADD (windows_end_after_elapsed_hours);
  ADD (a_visit_of_the_same_day_bounds_the_anchor);
  ADD (truth_table);
  ADD (order_of_windows);
  ADD (sentence_names_place_and_time);

  return g_test_run ();
}
