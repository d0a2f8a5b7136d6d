/* Truth tables: each rule of the red flags with every combination of what it reads, against the rule said again in a line. */
#include "soleus-config.h"

#include "soleus-massage-window.h"
#include "soleus-red-flags.h"
#include "soleus-training-load.h"

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define START (G_GINT64_CONSTANT (1746900000) * SOLEUS_USEC_PER_SECOND) /* 2025-05-10 18:00 UTC */

typedef struct {
  SoleusMoment         onset;
  SoleusMoment         end;
  SoleusAnswers       *signs;
  SoleusAnswers       *screen;
  SoleusRedFlagEpisode episode;
  SoleusRedFlagInput   input;
} Case;

static void
case_init (Case *self)
{
  *self = (Case) { .onset = { START, 7200, SOLEUS_PRECISION_EXACT }, .end = { START + 2 * MINUTE, 7200, SOLEUS_PRECISION_EXACT } };
  self->signs = soleus_answers_new ();
  self->screen = soleus_answers_new ();
  self->episode = (SoleusRedFlagEpisode) { .id = "e", .side = SOLEUS_SIDE_LEFT, .region = SOLEUS_REGION_CALF, .onset = &self->onset,
                                           .end = &self->end, .pain = SOLEUS_UNKNOWN_INT, .signs = self->signs, .screen = self->screen };
  self->input = (SoleusRedFlagInput) { .episodes = &self->episode, .n_episodes = 1, .age_years = SOLEUS_UNKNOWN_INT };
}

static void
case_clear (Case *self)
{
  soleus_answers_free (self->signs);
  soleus_answers_free (self->screen);
}

static void
set (SoleusAnswers *answers,
     const char    *item,
     gboolean       yes)
{
  soleus_answers_set (answers, item, yes ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO);
}

/* -1: not raised; else its urgency */
static int
get_urgency (const Case *self,
             const char *kind)
{
  g_autoptr (GPtrArray) flags = soleus_red_flags_assess (&self->input);

  for (guint i = 0; i < flags->len; i++)
    {
      SoleusRaisedFlag *flag = flags->pdata[i];

      g_assert_cmpuint (flag->reasons->len, >, 0);
      if (g_str_equal (flag->kind->row.id, kind))
        return (int) flag->urgency;
    }
  return -1;
}

static void
muscle_breakdown (void)
{
  for (int bits = 0; bits < 128; bits++)
    {
      gboolean dark = bits & 1, weak = bits & 2, swollen = bits & 4, unresolved = bits & 8, load = bits & 16, whole = bits & 32, late = bits & 64;
      SoleusRedFlagContact contact = { .episode_id = "e", .at = START + 30 * MINUTE, .pain = SOLEUS_UNKNOWN_INT };
      gboolean cue = unresolved && (weak || swollen);
      Case self;

      case_init (&self);
      set (self.signs, "dark-urine", dark);
      set (self.signs, "weakness", weak);
      set (self.signs, "swelling", swollen);
      self.episode.relieved_by = unresolved ? "not-relieved" : "by-itself";
      self.episode.unaccustomed_load = load && !whole ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
      self.input.unaccustomed_load = load && whole ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_UNKNOWN;
      if (late) /* the same, seen at a contact */
        {
          contact.signs = self.signs;
          self.episode.signs = NULL;
          self.input.contacts = &contact;
          self.input.n_contacts = 1;
        }
      g_assert_cmpint (get_urgency (&self, "dark-urine"), ==, !dark ? -1 : weak ? SOLEUS_URGENCY_EMERGENCY : SOLEUS_URGENCY_SAME_DAY);
      g_assert_cmpint (get_urgency (&self, "rhabdomyolysis"), ==, !cue ? -1 : load ? SOLEUS_URGENCY_EMERGENCY : SOLEUS_URGENCY_SAME_DAY);
      g_assert_cmpint (get_urgency (&self, "not-resolved-10-minutes"), ==, unresolved ? SOLEUS_URGENCY_SAME_DAY : -1);
      case_clear (&self);
    }
}

static void
compartment_and_fever (void)
{
  static const char *const cues[] = { "tense-calf", "pain-out-of-proportion", "pain-on-passive-stretch", "numbness",
                                      "fever", "redness", "warmth", "swelling", "spreading-redness" };

  for (int bits = 0; bits < 512; bits++)
    {
      int n_cues = __builtin_popcount (bits & 7);
      gboolean numb = bits & 8, fever = bits & 16, local = bits & (32 | 64 | 128 | 256);
      Case self;

      case_init (&self);
      for (gsize i = 0; i < G_N_ELEMENTS (cues); i++)
        set (self.signs, cues[i], bits & (1 << i));
      g_assert_cmpint (get_urgency (&self, "compartment-syndrome"), ==,
                       n_cues == 0 ? -1 : n_cues > 1 || numb ? SOLEUS_URGENCY_EMERGENCY : SOLEUS_URGENCY_SAME_DAY);
      g_assert_cmpint (get_urgency (&self, "fever"), ==, fever && !local ? SOLEUS_URGENCY_SAME_DAY : -1);
      g_assert_cmpint (get_urgency (&self, "infection"), ==, (fever && local) || (bits & 256) ? SOLEUS_URGENCY_SAME_DAY : -1);
      g_assert_cmpint (get_urgency (&self, "swelling"), ==, bits & 128 ? SOLEUS_URGENCY_SAME_DAY : -1);
      g_assert_cmpint (get_urgency (&self, "redness"), ==, bits & 32 ? SOLEUS_URGENCY_SAME_DAY : -1);
      g_assert_cmpint (get_urgency (&self, "warmth"), ==, bits & 64 ? SOLEUS_URGENCY_SAME_DAY : -1);
      case_clear (&self);
    }
}

static void
achilles (void)
{
  for (int region = SOLEUS_REGION_CALF; region <= SOLEUS_REGION_WHOLE_BODY; region++)
    for (int code = 0; code < 54; code++)
      {
        int gap = code % 3, pop = code / 3 % 3, raise = code / 9 % 3, squeeze = code / 27;
        gboolean calf = region == SOLEUS_REGION_CALF || region == SOLEUS_REGION_WHOLE_BODY;
        gboolean expected = squeeze || (calf && gap == SOLEUS_ANSWER_YES && pop == SOLEUS_ANSWER_YES && raise != SOLEUS_ANSWER_NO);
        Case self;

        case_init (&self);
        self.episode.region = (SoleusRegion) region;
        set (self.signs, "squeeze-no-movement", squeeze);
        soleus_answers_set (self.screen, "palpable-gap", (SoleusAnswer) gap);
        soleus_answers_set (self.screen, "pop-felt", (SoleusAnswer) pop);
        soleus_answers_set (self.screen, "cannot-heel-raise", (SoleusAnswer) raise);
        g_assert_cmpint (get_urgency (&self, "achilles-rupture"), ==, expected ? SOLEUS_URGENCY_SAME_DAY : -1);
        case_clear (&self);
      }
}

static void
children (void)
{
  static const gint64 ages[] = { SOLEUS_UNKNOWN_INT, 2, 3, 8, 14, 15, 17, 18, 40 };
  static const SoleusInstant times[] = { START, START - 8 * HOUR, START - 20 * HOUR }; /* 20:00, 12:00, 00:00 local */

  for (gsize a = 0; a < G_N_ELEMENTS (ages); a++)
    for (int bits = 0; bits < 32; bits++)
      for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
        for (gsize t = 0; t < G_N_ELEMENTS (times); t++)
          {
            gboolean sign = bits & 7, rest = bits & 8, dated = bits & 16;
            gboolean one_side = side == SOLEUS_SIDE_LEFT || side == SOLEUS_SIDE_RIGHT;
            gboolean growing = ages[a] <= 14 && rest && (ages[a] < 3 || one_side || (t == 1 && !dated));
            gboolean expected = soleus_int_is_known (ages[a]) && ages[a] < 18 && (sign || growing);
            Case self;

            case_init (&self);
            set (self.signs, "limp", bits & 1);
            set (self.signs, "fever", bits & 2);
            set (self.signs, "weight-loss", bits & 4);
            self.onset.instant = times[t];
            self.onset.precision = dated ? SOLEUS_PRECISION_DAY : SOLEUS_PRECISION_EXACT;
            self.end.instant = times[t] + MINUTE;
            self.episode.at_rest = rest;
            self.episode.side = (SoleusSide) side;
            self.input.age_years = ages[a];
            g_assert_cmpint (get_urgency (&self, "child-review"), ==, expected ? SOLEUS_URGENCY_SAME_DAY : -1);
            case_clear (&self);
          }
}

/* ten minutes to the microsecond, and what the clock does not know */
static void
ten_minutes (void)
{
  static const struct { gint64 lasted; SoleusPrecision onset; SoleusPrecision end; const char *relief; int minutes; gboolean expected; } cases[] = {
    { 10 * MINUTE - 1, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 10, FALSE },
    { 10 * MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 10, TRUE },
    { 10 * MINUTE, SOLEUS_PRECISION_DAY, SOLEUS_PRECISION_EXACT, NULL, 10, FALSE },
    { 10 * MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_DAY, NULL, 10, FALSE },
    { 10 * MINUTE, SOLEUS_PRECISION_DAY, SOLEUS_PRECISION_DAY, "not-relieved", 10, TRUE },
    { MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, "not-relieved", 10, TRUE },
    { 10 * MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 60, TRUE },
    { 5 * MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 5, TRUE },
    { 10 * MINUTE, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 0, TRUE },
    { -1, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, NULL, 10, FALSE },
    { -1, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_EXACT, "not-relieved", 10, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SoleusRedFlagThresholds thresholds = *soleus_red_flag_thresholds_get_default ();
      Case self;

      case_init (&self);
      thresholds.self_care_minutes = cases[i].minutes;
      self.input.thresholds = &thresholds;
      self.onset.precision = cases[i].onset;
      self.end.precision = cases[i].end;
      self.end.instant = START + cases[i].lasted;
      self.episode.end = cases[i].lasted >= 0 ? &self.end : NULL;
      self.episode.relieved_by = cases[i].relief;
      g_assert_cmpint (get_urgency (&self, "not-resolved-10-minutes"), ==, cases[i].expected ? SOLEUS_URGENCY_SAME_DAY : -1);
      case_clear (&self);
    }
}

/* pain at a contact: four ways to say it × before, within and after the hour and the day × age and pregnancy */
static void
persistence (void)
{
  static const gint64 passed[] = { 0, 60 * MINUTE, 60 * MINUTE + 1, 24 * HOUR, 24 * HOUR + 1 };
  static const gint64 pains[] = { SOLEUS_UNKNOWN_INT, 0, 3 };

  for (gsize p = 0; p < G_N_ELEMENTS (passed); p++)
    for (gsize n = 0; n < G_N_ELEMENTS (pains); n++)
      for (int bits = 0; bits < 64; bits++)
        {
          g_autoptr (SoleusAnswers) signs = soleus_answers_new ();
          g_autoptr (SoleusAnswers) screen = soleus_answers_new ();
          gboolean hurts = (bits & 7) || pains[n] > 0;
          gboolean known = !(bits & 32);
          SoleusRedFlagContact contact = { .episode_id = known ? "e" : "other", .at = START + 2 * MINUTE + passed[p], .signs = signs, .screen = screen,
                                           .pain_persists = bits & 1 ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_UNKNOWN, .pain = pains[n] };
          Case self;

          case_init (&self);
          set (screen, "pain-persists", bits & 2);
          set (signs, "pain-at-rest", bits & 4);
          self.input.age_years = bits & 8 ? 17 : 18;
          self.input.pregnant = bits & 16 ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
          self.input.contacts = &contact;
          self.input.n_contacts = 1;
          g_assert_cmpint (get_urgency (&self, "persistent-pain"), ==, known && hurts && p >= 2 ? SOLEUS_URGENCY_SAME_DAY : -1);
          case_clear (&self);
        }
}

static void
clot_screens (void)
{
  for (int verdict = SOLEUS_CLOT_VERDICT_INCOMPLETE; verdict <= SOLEUS_CLOT_VERDICT_REFER_NO_SCORE; verdict++)
    for (int bits = 0; bits < 8; bits++)
      {
        g_autoptr (SoleusAnswers) items = soleus_answers_new ();
        g_autoptr (SoleusClotScreen) screen = NULL;
        SoleusClotScreenInput asked = { .side = SOLEUS_SIDE_LEFT, .girth_left_cm = SOLEUS_UNKNOWN_REAL, .girth_right_cm = SOLEUS_UNKNOWN_REAL,
                                        .age_years = SOLEUS_UNKNOWN_INT, .items = items };
        SoleusRedFlagClotScreen one = { "e", SOLEUS_SIDE_LEFT, START + HOUR, NULL };
        Case self;

        set (items, "calf-swelling", bits & 1);
        set (items, "entire-leg-swollen", bits & 2);
        set (items, "pitting-oedema", bits & 4);
        screen = soleus_clot_screen_assess (&asked);
        screen->verdict = (SoleusClotVerdict) verdict;
        one.screen = screen;
        case_init (&self);
        self.input.clot_screens = &one;
        self.input.n_clot_screens = 1;
        g_assert_cmpint (get_urgency (&self, "swelling"), ==, bits ? SOLEUS_URGENCY_SAME_DAY : -1);
        g_assert_cmpint (get_urgency (&self, "clot-screen-incomplete"), ==, verdict == SOLEUS_CLOT_VERDICT_INCOMPLETE ? SOLEUS_URGENCY_SAME_DAY : -1);
        g_assert_cmpint (get_urgency (&self, "clot-screen-complete"), ==, verdict == SOLEUS_CLOT_VERDICT_REFER ? SOLEUS_URGENCY_SAME_DAY : -1);
        g_assert_cmpint (get_urgency (&self, "clot-screen-likely"), ==, verdict == SOLEUS_CLOT_VERDICT_REFER_LIKELY ? SOLEUS_URGENCY_SAME_DAY : -1);
        g_assert_cmpint (get_urgency (&self, "clot-screen-no-score"), ==, verdict == SOLEUS_CLOT_VERDICT_REFER_NO_SCORE ? SOLEUS_URGENCY_SAME_DAY : -1);
        case_clear (&self);
      }
}

/* rows 1 and 2 for every kind: side × cleared or not × screen complete since × argued since × time */
static void
every_kind_in_the_window (void)
{
  const SoleusCatalogue *kinds = soleus_catalogue_get_flag_kinds ();

  for (gsize k = 0; k < kinds->n_rows; k++)
    for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
      for (int bits = 0; bits < 8; bits++)
        for (int hour = -1; hour <= 6; hour++)
          {
            const SoleusFlagKind *kind = soleus_flag_kind_find (kinds->rows[k].id);
            SoleusWindowFlag flag = { "f", kind->row.id, (SoleusSide) side, START, bits & 1 ? START + 5 * HOUR : SOLEUS_UNKNOWN_INSTANT,
                                      bits & 2, bits & 4, START + HOUR, START + 3 * HOUR };
            SoleusWindowInput input = { .flags = &flag, .n_flags = 1 };
            SoleusInstant at = START + hour * HOUR;
            g_autoptr (SoleusWindow) window = soleus_massage_window_assess (&input, SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, at);
            g_autoptr (GPtrArray) all = soleus_massage_window_assess_all (&input, at);
            g_autofree char *sentence = soleus_window_format (window);
            gboolean active = hour >= 0 && !((bits & 1) && hour >= 5) && (kind->whole_body || side != SOLEUS_SIDE_RIGHT);
            gboolean complete = (bits & 2) && hour >= 1;
            gboolean argued = (bits & 4) && hour >= 3;
            SoleusWindowState expected = SOLEUS_WINDOW_STATE_OPEN;

            if (active && kind->effect == SOLEUS_FLAG_EFFECT_HARD_STOP)
              expected = SOLEUS_WINDOW_STATE_HARD_STOP;
            else if (active && kind->effect == SOLEUS_FLAG_EFFECT_CLOT_SCREEN)
              expected = !complete ? SOLEUS_WINDOW_STATE_CLOSED : argued ? SOLEUS_WINDOW_STATE_OPEN : SOLEUS_WINDOW_STATE_HARD_STOP;
            g_assert_cmpint (window->state, ==, expected);
            g_assert_cmpuint (window->reasons->len, >, 0);
            g_assert_cmpint (sentence[0], !=, '\0');
            if (expected != SOLEUS_WINDOW_STATE_OPEN)
              {
                g_assert_cmpstr (window->flag_id, ==, "f");
                g_assert_cmpint (window->opens_at, ==, SOLEUS_UNKNOWN_INSTANT);
                g_assert_cmpuint (all->len, >, 0);
              }
          }
}

static void
sentences_name_every_place (void)
{
  g_autoptr (GHashTable) phrases = g_hash_table_new (g_str_hash, g_str_equal);

  for (int region = SOLEUS_REGION_CALF; region <= SOLEUS_REGION_WHOLE_BODY; region++)
    for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
      g_hash_table_add (phrases, (gpointer) soleus_limb_get_phrase ((SoleusSide) side, (SoleusRegion) region));
  g_assert_cmpuint (g_hash_table_size (phrases), ==, 21);
}

static void
unaccustomed_load (void)
{
  double days[SOLEUS_CHRONIC_DAYS + 4];
  gboolean unaccustomed = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    days[i] = i % 4 == 0 ? 300 : i % 4 == 1 ? 0 : SOLEUS_UNKNOWN_REAL;
  g_assert_true (soleus_training_load_find_unaccustomed (days, G_N_ELEMENTS (days), 600, &unaccustomed));
  g_assert_true (unaccustomed);
  g_assert_true (soleus_training_load_find_unaccustomed (days, G_N_ELEMENTS (days), 599, &unaccustomed));
  g_assert_false (unaccustomed);
  g_assert_false (soleus_training_load_find_unaccustomed (days, G_N_ELEMENTS (days), SOLEUS_UNKNOWN_REAL, &unaccustomed));
  g_assert_false (soleus_training_load_find_unaccustomed (days, 20, 5000, &unaccustomed)); /* five training days */
  g_assert_true (soleus_training_load_find_unaccustomed (days, 21, 5000, &unaccustomed));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flag-tables/muscle_breakdown", muscle_breakdown);
  g_test_add_func ("/flag-tables/compartment_and_fever", compartment_and_fever);
  g_test_add_func ("/flag-tables/achilles", achilles);
  g_test_add_func ("/flag-tables/children", children);
  g_test_add_func ("/flag-tables/ten_minutes", ten_minutes);
  g_test_add_func ("/flag-tables/persistence", persistence);
  g_test_add_func ("/flag-tables/clot_screens", clot_screens);
  g_test_add_func ("/flag-tables/every_kind_in_the_window", every_kind_in_the_window);
  g_test_add_func ("/flag-tables/sentences_name_every_place", sentences_name_every_place);
  g_test_add_func ("/flag-tables/unaccustomed_load", unaccustomed_load);
  return g_test_run ();
}
