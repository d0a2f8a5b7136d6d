/* Red flags by rule: facts 127–130, C10–C13, clinical.md 3.2 and the cases of cases.md. */
#include "soleus-red-flags.h"

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR SOLEUS_USEC_PER_HOUR
#define DAY (24 * HOUR)
#define T0 (G_GINT64_CONSTANT (1746900000) * SOLEUS_USEC_PER_SECOND)

typedef struct {
  SoleusMoment         onsets[8];
  SoleusMoment         ends[8];
  char                 ids[8][4];
  SoleusRedFlagEpisode episodes[8];
  SoleusRedFlagContact contacts[4];
  SoleusAnswers       *signs;
  SoleusAnswers       *screen;
  SoleusRedFlagInput   input;
} Fixture;

/* A cramp @days after the first, of the left calf, over after 90 seconds. */
static void
add_episode (Fixture *f, double days)
{
  gsize i = f->input.n_episodes++;

  g_snprintf (f->ids[i], sizeof f->ids[i], "e%d", (int) i);
  f->onsets[i] = (SoleusMoment) { T0 + (gint64) (days * DAY), 0, SOLEUS_PRECISION_EXACT };
  f->ends[i] = (SoleusMoment) { f->onsets[i].instant + 90 * SOLEUS_USEC_PER_SECOND, 0, SOLEUS_PRECISION_EXACT };
  f->episodes[i] = (SoleusRedFlagEpisode) { f->ids[i], SOLEUS_SIDE_LEFT, SOLEUS_REGION_CALF, &f->onsets[i], &f->ends[i],
                                            "seated-straight-knee", 7, NULL, NULL };
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->signs = soleus_answers_new ();
  f->screen = soleus_answers_new ();
  f->input = (SoleusRedFlagInput) { f->episodes, 0, f->contacts, 0, SOLEUS_ANSWER_UNKNOWN, SOLEUS_ANSWER_UNKNOWN, SOLEUS_UNKNOWN_INT, NULL };
  add_episode (f, 0);
  f->episodes[0].signs = f->signs;
  f->episodes[0].screen = f->screen;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  soleus_answers_free (f->signs);
  soleus_answers_free (f->screen);
}

static const SoleusRaisedFlag *
find (GPtrArray *flags, const char *kind)
{
  for (guint i = 0; i < flags->len; i++)
    if (g_str_equal (((SoleusRaisedFlag *) g_ptr_array_index (flags, i))->kind->row.id, kind))
      return g_ptr_array_index (flags, i);
  return NULL;
}

static gboolean
has_reason (const SoleusRaisedFlag *flag, const char *rule)
{
  for (guint i = 0; i < flag->reasons->len; i++)
    if (g_str_equal (((SoleusReason *) g_ptr_array_index (flag->reasons, i))->rule, rule))
      return TRUE;
  return FALSE;
}

static void
say_yes (Fixture *f, const char *sign)
{
  soleus_answers_set (f->signs, sign, SOLEUS_ANSWER_YES);
}

/* cases.md C: an ordinary cramp, sore afterwards */
static void
test_an_ordinary_cramp_raises_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  soleus_answers_set (f->screen, "pain-persists", SOLEUS_ANSWER_YES);
  soleus_answers_set (f->signs, "swelling", SOLEUS_ANSWER_NO);
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
}

typedef struct {
  const char    *sign;
  const char    *kind;
  SoleusUrgency  urgency;
  gboolean       hard_stop;
} SignCase;

static const SignCase sign_cases[] = {
  { "swelling", "swelling", SOLEUS_URGENCY_SAME_DAY, TRUE },               /* fact 128, row 1 */
  { "pitting-oedema", "swelling", SOLEUS_URGENCY_SAME_DAY, TRUE },         /* 3.1 */
  { "redness", "redness", SOLEUS_URGENCY_SAME_DAY, TRUE },                 /* fact 128, row 1 */
  { "warmth", "warmth", SOLEUS_URGENCY_SAME_DAY, TRUE },                   /* fact 128, row 1 */
  { "numbness", "numbness", SOLEUS_URGENCY_SAME_DAY, FALSE },              /* fact 128 */
  { "weakness", "weakness", SOLEUS_URGENCY_SAME_DAY, FALSE },              /* fact 128, C13 */
  { "pain-at-rest", "pain-at-rest", SOLEUS_URGENCY_SAME_DAY, FALSE },
  { "dark-urine", "dark-urine", SOLEUS_URGENCY_SAME_DAY, TRUE },           /* 3.2, row 1 */
  { "chest-pain", "chest-pain", SOLEUS_URGENCY_EMERGENCY, TRUE },          /* 3.1 d, row 1 */
  { "breathlessness", "breathlessness", SOLEUS_URGENCY_EMERGENCY, TRUE },  /* 3.1 d, row 1 */
  { "coughing-blood", "coughing-blood", SOLEUS_URGENCY_EMERGENCY, TRUE },  /* 3.1 d, row 1 */
  { "fainting", "fainting", SOLEUS_URGENCY_EMERGENCY, TRUE },              /* 3.1 d */
  { "confusion", "confusion", SOLEUS_URGENCY_EMERGENCY, TRUE },            /* 3.2 */
  { "collapse", "collapse", SOLEUS_URGENCY_EMERGENCY, TRUE },              /* 3.2, sickle trait */
  { "tense-calf", "compartment-syndrome", SOLEUS_URGENCY_SAME_DAY, TRUE }, /* 3.2, row 1 */
  { "squeeze-no-movement", "achilles-rupture", SOLEUS_URGENCY_SAME_DAY, TRUE },
  { "bone-pain", "fracture", SOLEUS_URGENCY_SAME_DAY, TRUE },              /* row 1 */
  { "spreading-redness", "infection", SOLEUS_URGENCY_SAME_DAY, TRUE },     /* row 1 */
  { "fever", "fever", SOLEUS_URGENCY_SAME_DAY, FALSE },
  { "pain-on-walking", "pain-on-walking", SOLEUS_URGENCY_ROUTINE, FALSE }, /* 3.2, CKS */
};

static void
test_single_signs (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sign_cases); i++)
    {
      const SignCase *sign_case = &sign_cases[i];
      g_autoptr (GPtrArray) flags = NULL;
      const SoleusRaisedFlag *flag;

      g_test_message ("%s", sign_case->sign);
      soleus_answers_set (f->signs, sign_case->sign, SOLEUS_ANSWER_YES);
      flags = soleus_red_flags_assess (&f->input);
      g_assert_cmpuint (flags->len, ==, 1);
      flag = find (flags, sign_case->kind);
      g_assert_nonnull (flag);
      g_assert_cmpint (flag->urgency, ==, sign_case->urgency);
      g_assert_cmpint (flag->hard_stop, ==, sign_case->hard_stop);
      g_assert_cmpint (flag->side, ==, SOLEUS_SIDE_LEFT);
      g_assert_cmpint (flag->raised_at, ==, f->ends[0].instant);
      g_assert_cmpuint (flag->reasons->len, >, 0);
      soleus_answers_set (f->signs, sign_case->sign, SOLEUS_ANSWER_UNKNOWN);
    }
}

/* every sign of the catalogue leads somewhere, "disrupts-sleep" and "limp" only with more */
static void
test_no_sign_is_without_a_rule (Fixture *f, gconstpointer data)
{
  const SoleusCatalogue *signs = soleus_catalogue_get_signs ();

  for (gsize i = 0; i < signs->n_rows; i++)
    {
      g_autoptr (GPtrArray) flags = NULL;

      if (g_str_equal (signs->rows[i].id, "disrupts-sleep") || g_str_equal (signs->rows[i].id, "limp"))
        continue;
      g_test_message ("%s", signs->rows[i].id);
      soleus_answers_set (f->signs, signs->rows[i].id, SOLEUS_ANSWER_YES);
      flags = soleus_red_flags_assess (&f->input);
      g_assert_cmpuint (flags->len, ==, 1);
      g_assert_cmpint (((SoleusRaisedFlag *) g_ptr_array_index (flags, 0))->urgency, ==, signs->rows[i].value);
      soleus_answers_set (f->signs, signs->rows[i].id, SOLEUS_ANSWER_UNKNOWN);
    }
}

/* fact 127, C12: ten minutes exactly count, a second less does not */
static void
test_ten_minutes_of_self_care (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;
  const SoleusRaisedFlag *flag;

  f->ends[0].instant = f->onsets[0].instant + 10 * MINUTE - SOLEUS_USEC_PER_SECOND;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
  g_clear_pointer (&flags, g_ptr_array_unref);

  f->ends[0].instant = f->onsets[0].instant + 10 * MINUTE;
  flags = soleus_red_flags_assess (&f->input);
  flag = find (flags, "not-resolved-10-minutes");
  g_assert_nonnull (flag);
  g_assert_cmpint (flag->urgency, ==, SOLEUS_URGENCY_SAME_DAY);
  g_assert_cmpint (flag->target, ==, SOLEUS_REFERRAL_TARGET_SAME_DAY_MEDICAL);
  g_assert_cmpint (flag->raised_at, ==, f->onsets[0].instant + 10 * MINUTE);
  g_assert_true (has_reason (flag, "ask-for-muscle-breakdown"));
  g_assert_false (flag->hard_stop);
  g_assert_cmpstr (flag->key, ==, "not-resolved-10-minutes:e0:left");
}

/* cases.md A: both calves, not relieved, end unknown, 150 minutes at RPE 9 */
static void
test_not_relieved_counts_without_an_end (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;
  const SoleusRaisedFlag *flag;

  f->episodes[0].side = SOLEUS_SIDE_BOTH;
  f->episodes[0].end = NULL;
  f->episodes[0].relieved_by = "not-relieved";
  f->input.unaccustomed_load = SOLEUS_ANSWER_YES;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 1);
  flag = find (flags, "not-resolved-10-minutes");
  g_assert_cmpint (flag->side, ==, SOLEUS_SIDE_BOTH);
  g_assert_true (has_reason (flag, "unaccustomed-load"));

  g_clear_pointer (&flags, g_ptr_array_unref);
  say_yes (f, "weakness");
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpint (find (flags, "rhabdomyolysis")->urgency, ==, SOLEUS_URGENCY_EMERGENCY);
  g_assert_true (find (flags, "rhabdomyolysis")->hard_stop);
}

/* cases.md B: swelling, heel raise impossible, pop unknown, end unknown */
static void
test_swelling_asks_for_the_clot_screen (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;
  const SoleusRaisedFlag *flag;

  say_yes (f, "swelling");
  soleus_answers_set (f->screen, "cannot-heel-raise", SOLEUS_ANSWER_YES);
  f->episodes[0].end = NULL;
  f->episodes[0].relieved_by = NULL;
  f->input.pregnant = SOLEUS_ANSWER_YES;
  f->input.age_years = 17;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 1);
  flag = find (flags, "swelling");
  g_assert_true (flag->hard_stop);
  g_assert_true (has_reason (flag, "clot-screen"));
  g_assert_true (has_reason (flag, "clot-screen-pregnant"));
  g_assert_true (has_reason (flag, "clot-screen-minor"));
  g_assert_cmpint (flag->raised_at, ==, f->onsets[0].instant);
}

static void
test_dark_urine_with_weakness_is_an_emergency (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;
  const SoleusRaisedFlag *first;

  say_yes (f, "dark-urine");
  say_yes (f, "weakness");
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 2);
  first = g_ptr_array_index (flags, 0);
  g_assert_cmpstr (first->kind->row.id, ==, "dark-urine");
  g_assert_cmpint (first->urgency, ==, SOLEUS_URGENCY_EMERGENCY);
  g_assert_cmpint (first->target, ==, SOLEUS_REFERRAL_TARGET_EMERGENCY);
}

static void
test_combinations (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "fever");
  say_yes (f, "warmth");
  say_yes (f, "tense-calf");
  say_yes (f, "numbness");
  flags = soleus_red_flags_assess (&f->input);
  g_assert_nonnull (find (flags, "infection"));
  g_assert_null (find (flags, "fever"));
  g_assert_cmpint (find (flags, "compartment-syndrome")->urgency, ==, SOLEUS_URGENCY_EMERGENCY);
}

/* blanks count as yes: only a heel raise known to be possible speaks against a torn tendon */
static void
test_gap_and_pop_at_the_calf (Fixture *f, gconstpointer data)
{
  soleus_answers_set (f->screen, "palpable-gap", SOLEUS_ANSWER_YES);
  soleus_answers_set (f->screen, "pop-felt", SOLEUS_ANSWER_YES);
  for (int answer = SOLEUS_ANSWER_UNKNOWN; answer <= SOLEUS_ANSWER_YES; answer++)
    for (int region = SOLEUS_REGION_CALF; region <= SOLEUS_REGION_POSTERIOR_THIGH; region++)
      {
        g_autoptr (GPtrArray) flags = NULL;

        soleus_answers_set (f->screen, "cannot-heel-raise", (SoleusAnswer) answer);
        f->episodes[0].region = (SoleusRegion) region;
        flags = soleus_red_flags_assess (&f->input);
        g_assert_cmpint (find (flags, "achilles-rupture") != NULL, ==, answer != SOLEUS_ANSWER_NO && region == SOLEUS_REGION_CALF);
      }
}

/* C10: still present at a later contact, or more than 24 h after; right after the cramp it is the screen's own item */
static void
test_pain_that_persists (Fixture *f, gconstpointer data)
{
  const struct { gint64 after; gboolean raised; const char *rule; } cases[] = {
    { 30 * MINUTE, FALSE, NULL },
    { 60 * MINUTE, FALSE, NULL },
    { 60 * MINUTE + 1, TRUE, "pain-at-later-contact" },
    { 24 * HOUR, TRUE, "pain-at-later-contact" },
    { 24 * HOUR + 1, TRUE, "pain-after-hours" },
  };

  f->input.n_contacts = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) flags = NULL;
      g_autoptr (GPtrArray) painless = NULL;

      f->contacts[0] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_UNKNOWN, f->ends[0].instant + cases[i].after, NULL, NULL,
                                                SOLEUS_ANSWER_UNKNOWN, 3 };
      flags = soleus_red_flags_assess (&f->input);
      g_assert_cmpint (find (flags, "persistent-pain") != NULL, ==, cases[i].raised);
      if (cases[i].raised)
        {
          g_assert_true (has_reason (find (flags, "persistent-pain"), cases[i].rule));
          g_assert_cmpint (find (flags, "persistent-pain")->raised_at, ==, f->contacts[0].at);
          g_assert_false (find (flags, "persistent-pain")->hard_stop);
        }
      f->contacts[0].pain = 0;
      painless = soleus_red_flags_assess (&f->input);
      g_assert_cmpuint (painless->len, ==, 0);
    }
}

static void
test_signs_of_a_contact_take_the_side_of_the_episode (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "redness");
  f->episodes[0].signs = NULL;
  f->input.n_contacts = 1;
  f->contacts[0] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_UNKNOWN, T0 + 2 * DAY, f->signs, NULL, SOLEUS_ANSWER_NO, SOLEUS_UNKNOWN_INT };
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 1);
  g_assert_cmpstr (find (flags, "redness")->key, ==, "redness:e0:left");
  g_assert_cmpint (find (flags, "redness")->raised_at, ==, T0 + 2 * DAY);
}

/* the same sign at a later contact is one matter, and found anew after an outcome was written down */
static void
test_a_finding_after_the_outcome (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;
  const SoleusRaisedFlag *flag;

  say_yes (f, "swelling");
  f->input.n_contacts = 1;
  f->contacts[0] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_UNKNOWN, T0 + 5 * DAY, f->signs, NULL, SOLEUS_ANSWER_NO, SOLEUS_UNKNOWN_INT };
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 1);
  flag = find (flags, "swelling");
  g_assert_cmpint (flag->raised_at, ==, f->ends[0].instant);
  g_assert_cmpint (soleus_raised_flag_get_first_after (flag, T0 + 3 * DAY), ==, T0 + 5 * DAY);
  g_assert_cmpint (soleus_raised_flag_get_first_after (flag, T0 + 5 * DAY), ==, SOLEUS_UNKNOWN_INSTANT);
}

/* of several findings after the outcome the earliest opens it again, in whatever order they were written down */
static void
test_the_earliest_finding_after_the_outcome (Fixture *f, gconstpointer data)
{
  static const int days[] = { 7, 5, 9 };
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "swelling");
  f->input.n_contacts = G_N_ELEMENTS (days);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    f->contacts[i] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_UNKNOWN, T0 + days[i] * DAY, f->signs, NULL, SOLEUS_ANSWER_NO, SOLEUS_UNKNOWN_INT };
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpint (soleus_raised_flag_get_first_after (find (flags, "swelling"), T0 + 3 * DAY), ==, T0 + 5 * DAY);
  g_assert_cmpint (soleus_raised_flag_get_first_after (find (flags, "swelling"), T0 + 5 * DAY), ==, T0 + 7 * DAY);
  g_assert_cmpint (soleus_raised_flag_get_first_after (find (flags, "swelling"), T0 + 9 * DAY), ==, SOLEUS_UNKNOWN_INSTANT);
}

/* C10 without an end: the hours count from the start */
static void
test_pain_after_a_cramp_without_an_end (Fixture *f, gconstpointer data)
{
  static const struct { gint64 after; const char *rule; } rows[] = {
    { 60 * MINUTE, NULL }, { 60 * MINUTE + 1, "pain-at-later-contact" }, { 24 * HOUR + 1, "pain-after-hours" },
  };

  f->episodes[0].end = NULL;
  f->input.n_contacts = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) flags = NULL;

      f->contacts[0] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_UNKNOWN, T0 + rows[i].after, NULL, NULL, SOLEUS_ANSWER_YES, SOLEUS_UNKNOWN_INT };
      flags = soleus_red_flags_assess (&f->input);
      g_assert_cmpint (find (flags, "persistent-pain") != NULL, ==, rows[i].rule != NULL);
      if (rows[i].rule != NULL)
        g_assert_true (has_reason (find (flags, "persistent-pain"), rows[i].rule));
    }
}

/* C11, C14: in whatever order the cramps were written down, the same flags in the same order */
static void
test_the_order_of_writing_makes_no_difference (Fixture *f, gconstpointer data)
{
  static const double days[] = { 12, 3, 0, 14 };
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "disrupts-sleep");
  say_yes (f, "swelling");
  f->input.n_episodes = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      add_episode (f, days[i]);
      f->episodes[i].signs = f->signs;
    }
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 6);
  for (guint i = 0; i < 4; i++) /* one of each cramp, by its time: e2, e1, e0, e3 */
    {
      static const int places[] = { 2, 1, 0, 3 };
      const SoleusRaisedFlag *flag = flags->pdata[i];

      g_assert_cmpstr (flag->kind->row.id, ==, "swelling");
      g_assert_cmpstr (flag->episode_id, ==, f->ids[places[i]]);
    }
  g_assert_cmpstr (find (flags, "disrupts-sleep")->episode_id, ==, "e1");  /* the second night within 14 days */
  g_assert_cmpstr (find (flags, "frequent-cramps")->episode_id, ==, "e3"); /* the fourth within 28 days */
}

static const char *
get_kind (GPtrArray *flags, guint index)
{
  return ((SoleusRaisedFlag *) g_ptr_array_index (flags, index))->kind->row.id;
}

/* C14: the most urgent first; of equal urgency what stops first; of those what was found first; and the same input, the same order */
static void
test_order_of_the_flags (Fixture *f, gconstpointer data)
{
  SoleusAnswers *later = soleus_answers_new ();
  g_autoptr (GPtrArray) together = NULL, apart = NULL;

  say_yes (f, "warmth");
  say_yes (f, "redness");
  say_yes (f, "numbness");
  say_yes (f, "chest-pain");
  together = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (together->len, ==, 4);
  g_assert_cmpstr (get_kind (together, 0), ==, "chest-pain"); /* emergency */
  g_assert_cmpstr (get_kind (together, 1), ==, "redness");    /* both stop, at the same time */
  g_assert_cmpstr (get_kind (together, 2), ==, "warmth");
  g_assert_cmpstr (get_kind (together, 3), ==, "numbness");   /* the same day, no stop */

  soleus_answers_set (f->signs, "redness", SOLEUS_ANSWER_NO);
  soleus_answers_set (later, "redness", SOLEUS_ANSWER_YES);
  f->input.n_contacts = 1;
  f->contacts[0] = (SoleusRedFlagContact) { "e0", SOLEUS_SIDE_LEFT, T0 + DAY, later, NULL, SOLEUS_ANSWER_NO, SOLEUS_UNKNOWN_INT };
  apart = soleus_red_flags_assess (&f->input);
  g_assert_cmpstr (get_kind (apart, 1), ==, "warmth"); /* found a day before */
  g_assert_cmpstr (get_kind (apart, 2), ==, "redness");
  soleus_answers_free (later);
}

/* fact 128: the signs count at a contact that belongs to no cramp, or to one that is not on record any more */
static void
test_signs_of_a_contact_without_a_cramp (Fixture *f, gconstpointer data)
{
  const char *const episodes[] = { NULL, "gone" };

  say_yes (f, "swelling");
  f->episodes[0].signs = NULL;
  f->input.n_contacts = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (episodes); i++)
    for (int side = SOLEUS_SIDE_UNKNOWN; side <= SOLEUS_SIDE_BOTH; side++)
      {
        g_autoptr (GPtrArray) flags = NULL;

        f->contacts[0] = (SoleusRedFlagContact) { episodes[i], (SoleusSide) side, T0 + DAY, f->signs, NULL, SOLEUS_ANSWER_UNKNOWN, 3 };
        flags = soleus_red_flags_assess (&f->input);
        g_assert_cmpuint (flags->len, ==, 1); /* pain alone is measured against the end of a cramp: there is none */
        g_assert_cmpint (find (flags, "swelling")->side, ==, side);
        g_assert_true (find (flags, "swelling")->hard_stop);
      }
}

typedef struct {
  const char *source;
  double      days[5]; /* after the first; 0 ends */
  int         raised;  /* index of the raising episode, −1 none */
} FrequencyCase;

static const FrequencyCase frequency_cases[] = {
  { "C11: 2 in 7 days", { 6 }, -1 },
  { "C11: 3 in 7 days", { 3, 7 }, 2 },
  { "C11: 3 in more than 7 days", { 3, 7.01 }, -1 },
  { "C11: 4 in 28 days", { 9, 18, 28 }, 3 },
  { "C11: 4 in more than 28 days", { 9, 18, 28.01 }, -1 },
  { "a run raises once", { 1, 2, 3, 4 }, 2 },
};

static void
test_frequent_cramps (Fixture *f, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (frequency_cases); i++)
    {
      g_autoptr (GPtrArray) flags = NULL;

      g_test_message ("%s", frequency_cases[i].source);
      f->input.n_episodes = 1;
      for (int k = 0; k < 5 && frequency_cases[i].days[k] > 0; k++)
        add_episode (f, frequency_cases[i].days[k]);
      flags = soleus_red_flags_assess (&f->input);
      g_assert_cmpuint (flags->len, ==, frequency_cases[i].raised >= 0 ? 1 : 0);
      if (frequency_cases[i].raised >= 0)
        {
          const SoleusRaisedFlag *flag = find (flags, "frequent-cramps");

          g_assert_cmpstr (flag->episode_id, ==, f->ids[frequency_cases[i].raised]);
          g_assert_cmpint (flag->urgency, ==, SOLEUS_URGENCY_ROUTINE);
          g_assert_cmpint (flag->target, ==, SOLEUS_REFERRAL_TARGET_GP_ROUTINE);
          g_assert_false (flag->hard_stop);
        }
    }
}

static void
test_one_bout_in_several_muscles_counts_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  add_episode (f, 0);
  add_episode (f, 0);
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
}

/* C11: two sleep-disrupting episodes in 14 days */
static void
test_disrupted_sleep (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "disrupts-sleep");
  add_episode (f, 14);
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
  g_clear_pointer (&flags, g_ptr_array_unref);
  f->episodes[1].signs = f->signs;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpstr (find (flags, "disrupts-sleep")->episode_id, ==, "e1");
  g_clear_pointer (&flags, g_ptr_array_unref);
  f->onsets[1].instant++;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
}

static void
test_a_limp_in_a_child (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) flags = NULL;

  say_yes (f, "limp");
  f->input.age_years = 18;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_cmpuint (flags->len, ==, 0);
  g_clear_pointer (&flags, g_ptr_array_unref);
  f->input.age_years = 9;
  flags = soleus_red_flags_assess (&f->input);
  g_assert_nonnull (find (flags, "child-review"));
}

#define ADD(name) g_test_add ("/red-flags/" #name, Fixture, NULL, set_up, test_##name, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (an_ordinary_cramp_raises_nothing);
  ADD (single_signs);
  ADD (no_sign_is_without_a_rule);
  ADD (ten_minutes_of_self_care);
  ADD (not_relieved_counts_without_an_end);
  ADD (swelling_asks_for_the_clot_screen);
  ADD (dark_urine_with_weakness_is_an_emergency);
  ADD (combinations);
  ADD (gap_and_pop_at_the_calf);
  ADD (pain_that_persists);
  ADD (signs_of_a_contact_take_the_side_of_the_episode);
  ADD (a_finding_after_the_outcome);
  ADD (the_earliest_finding_after_the_outcome);
  ADD (order_of_the_flags);
  ADD (pain_after_a_cramp_without_an_end);
  ADD (the_order_of_writing_makes_no_difference);
  ADD (signs_of_a_contact_without_a_cramp);
  ADD (frequent_cramps);
  ADD (one_bout_in_several_muscles_counts_once);
  ADD (disrupted_sleep);
  ADD (a_limp_in_a_child);

  return g_test_run ();
}
