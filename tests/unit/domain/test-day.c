/* Which risk factors a day shows: each row of the table names the bound and where it comes from (clinical.md). */
#include "soleus-config.h"

#include "soleus-athlete.h"
#include "soleus-check-in.h"
#include "soleus-day-reading.h"
#include "soleus-session.h"

#include <stddef.h>
#include <string.h>

#define REAL(member) offsetof (SoleusDay, member), FALSE
#define INT(member) offsetof (SoleusDay, member), TRUE
#define UNKNOWN SOLEUS_ANSWER_UNKNOWN
#define YES SOLEUS_ANSWER_YES
#define NO SOLEUS_ANSWER_NO

typedef struct {
  const char  *factor;
  int          n_set;
  struct { gsize offset; gboolean integer; double value; } set[3];
  SoleusAnswer answer;
  const char  *source; /* (nullable) that must be named */
} Case;

static const Case cases[] = {
  /* 3.6, McKenzie 2015: 5 and more of 8 */
  { "dehydration", 1, { { INT (urine_colour), 4 } }, NO },
  { "dehydration", 1, { { INT (urine_colour), 5 } }, YES, "mckenzie-2015" },
  /* 3.6, NATA 2017: 2 % of body mass */
  { "dehydration", 2, { { REAL (mass_before_kg), 70.0 }, { REAL (mass_after_kg), 68.6 } }, YES, "nata-2017" },
  { "dehydration", 2, { { REAL (mass_before_kg), 70.0 }, { REAL (mass_after_kg), 68.7 } }, NO },
  { "dehydration", 1, { { REAL (mass_before_kg), 70.0 } }, UNKNOWN },
  /* clinic rule */
  { "dehydration", 1, { { REAL (fluid_ml), 1200 } }, YES, "clinic-rule" },
  { "dehydration", 1, { { REAL (fluid_ml), 1500 } }, NO },
  { "dehydration", 2, { { REAL (fluid_ml), 1200 }, { INT (age), 10 } }, UNKNOWN },
  { "dehydration", 2, { { REAL (fluid_ml), 1200 }, { INT (age), 13 } }, UNKNOWN },
  { "dehydration", 2, { { REAL (fluid_ml), 1200 }, { INT (age), 14 } }, YES, "clinic-rule" },
  { "dehydration", 1, { { REAL (fluid_ml), 0 } }, YES },
  /* 3.12: caution from 80 °F */
  { "heat", 1, { { REAL (temperature_c), 26 } }, NO },
  { "heat", 1, { { REAL (temperature_c), 27 } }, YES, "nws" },
  { "heat", 2, { { REAL (temperature_c), 26 }, { REAL (humidity_percent), 90 } }, NO },
  { "heat", 2, { { REAL (temperature_c), 32 }, { REAL (humidity_percent), 60 } }, YES, "nws" },
  { "heat", 1, { { REAL (humidity_percent), 90 } }, UNKNOWN },
  /* 3.5: 7 is very hard */
  { "muscle-fatigue", 1, { { REAL (hardest_rpe), 6 } }, NO },
  { "muscle-fatigue", 1, { { REAL (hardest_rpe), 7 } }, YES, "foster-1998" },
  { "muscle-fatigue", 2, { { REAL (hardest_rpe), 7 }, { REAL (minutes), 60 } }, YES, "foster-1998" },
  /* 3.7: adult 7, teen 8, child 9, own need */
  { "lack-of-sleep", 2, { { REAL (sleep_hours), 5.5 }, { INT (age), 27 } }, YES, "walsh-2021" },
  { "lack-of-sleep", 2, { { REAL (sleep_hours), 7 }, { INT (age), 27 } }, NO },
  { "lack-of-sleep", 1, { { REAL (sleep_hours), 7 } }, NO },
  { "lack-of-sleep", 2, { { REAL (sleep_hours), 7 }, { INT (age), 17 } }, YES, "milewski-2014" },
  { "lack-of-sleep", 2, { { REAL (sleep_hours), 8 }, { INT (age), 13 } }, NO },
  { "lack-of-sleep", 2, { { REAL (sleep_hours), 8.5 }, { INT (age), 12 } }, YES },
  { "lack-of-sleep", 3, { { REAL (sleep_hours), 7.5 }, { INT (age), 30 }, { REAL (sleep_need_hours), 8.5 } }, YES },
  { "lack-of-sleep", 1, { { INT (age), 30 } }, UNKNOWN },
  /* C9: above 3 possible, from 6 shown; none without a body mass */
  { "coffee-tea", 2, { { REAL (caffeine_mg), 210 }, { REAL (body_mass_kg), 70 } }, NO },
  { "coffee-tea", 2, { { REAL (caffeine_mg), 220 }, { REAL (body_mass_kg), 70 } }, YES, "seal-2017" },
  { "coffee-tea", 2, { { REAL (caffeine_mg), 420 }, { REAL (body_mass_kg), 70 } }, YES },
  { "coffee-tea", 1, { { REAL (caffeine_mg), 420 } }, UNKNOWN },
  { "coffee-tea", 1, { { REAL (caffeine_mg), 0 } }, NO },
  /* 3.6, fact 60 */
  { "alcohol", 1, { { REAL (alcohol_units), 0 } }, NO },
  { "alcohol", 1, { { REAL (alcohol_units), 1 } }, YES, "nata-2017" },
  /* clinic rules */
  { "low-carbohydrate", 1, { { INT (carbohydrate), 3 } }, NO },
  { "low-carbohydrate", 1, { { INT (carbohydrate), 2 } }, YES, "clinic-rule" },
  { "poor-recovery", 1, { { INT (recovery), 1 } }, YES, "clinic-rule" },
  { "muscle-tightness", 1, { { INT (tightness), 6 } }, NO },
  { "muscle-tightness", 1, { { INT (tightness), 7 } }, YES, "clinic-rule" },
  { "excessive-training", 0, { { 0 } }, UNKNOWN },
};

static SoleusDayFactor *
find (GPtrArray  *factors,
      const char *id)
{
  for (guint i = 0; i < factors->len; i++)
    if (g_str_equal (((SoleusDayFactor *) factors->pdata[i])->row->id, id))
      return factors->pdata[i];
  return NULL;
}

static gboolean
is_unknown (GPtrArray  *unknown,
            const char *id)
{
  for (guint i = 0; i < unknown->len; i++)
    if (g_str_equal (((const SoleusCatalogueRow *) unknown->pdata[i])->id, id))
      return TRUE;
  return FALSE;
}

static void
each_bound_holds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) unknown = NULL;
      g_autoptr (GPtrArray) factors = NULL;
      SoleusDayFactor *factor;
      SoleusDay day;

      soleus_day_init (&day);
      for (int j = 0; j < cases[i].n_set; j++)
        {
          gpointer member = (char *) &day + cases[i].set[j].offset;

          if (cases[i].set[j].integer)
            *(gint64 *) member = (gint64) cases[i].set[j].value;
          else
            *(double *) member = cases[i].set[j].value;
        }
      factors = soleus_day_assess (&day, &unknown);
      factor = find (factors, cases[i].factor);
      g_test_message ("row %zu, %s", i, cases[i].factor);
      g_assert_cmpint (factor != NULL, ==, cases[i].answer == YES);
      g_assert_cmpint (is_unknown (unknown, cases[i].factor), ==, cases[i].answer == UNKNOWN);
      if (factor != NULL)
        g_assert_cmpint (factor->present, ==, YES);
      if (cases[i].source != NULL)
        g_assert_true (g_strv_contains ((const char *const *) factor->reason->sources, cases[i].source));
    }
}

/* An empty day shows nothing, and says of every factor that nothing is known. */
static void
unknown_is_not_zero (void)
{
  g_autoptr (GPtrArray) unknown = NULL;
  g_autoptr (GPtrArray) factors = NULL;
  SoleusDay day;

  soleus_day_init (&day);
  factors = soleus_day_assess (&day, &unknown);
  g_assert_cmpuint (factors->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 11);
}

/* Facts 34, 61–64: named with its caveat where fluids or heat are, never found, and in long heat with the one exception. */
static void
salt_is_named_with_its_caveat (void)
{
  static const struct { double fluid, temperature, minutes; gboolean named; const char *words; } rows[] = {
    { 1200, NAN, NAN, TRUE, "Often named" },
    { 3000, 20, 180, FALSE, NULL },
    { 3000, 31, 100, TRUE, "Often named" },
    { 3000, 31, 120, TRUE, "Two hours or more" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) factors = NULL;
      SoleusDayFactor *salt;
      SoleusDay day;

      soleus_day_init (&day);
      day.fluid_ml = rows[i].fluid;
      day.temperature_c = rows[i].temperature;
      day.minutes = rows[i].minutes;
      factors = soleus_day_assess (&day, NULL);
      salt = find (factors, "low-sodium");
      g_assert_cmpint (salt != NULL, ==, rows[i].named);
      if (salt == NULL)
        continue;
      g_assert_cmpint (salt->present, ==, UNKNOWN);
      g_assert_nonnull (strstr (salt->reason->text, rows[i].words));
      g_assert_nonnull (strstr (soleus_catalogue_row_get_caveat (salt->row), "unlikely cause"));
    }
}

/* Fact 47, 3.12: new or far-run shoes are a soft notice. */
static void
shoes_are_new_or_worn (void)
{
  static const struct { gint64 days; double km; SoleusAnswer answer; const char *words; } rows[] = {
    { 3, NAN, YES, "worn for 3 days" },
    { 7, NAN, YES, "worn for 7 days" },
    { 8, NAN, NO, NULL },
    { SOLEUS_UNKNOWN_INT, 500, NO, NULL },
    { 200, 501, YES, "convention" },
    { SOLEUS_UNKNOWN_INT, NAN, UNKNOWN, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) unknown = NULL;
      g_autoptr (GPtrArray) factors = NULL;
      SoleusDayFactor *shoes;
      SoleusDay day;

      soleus_day_init (&day);
      day.shoe = "Boots";
      day.shoe_days = rows[i].days;
      day.shoe_km = rows[i].km;
      factors = soleus_day_assess (&day, &unknown);
      shoes = find (factors, "footwear");
      g_assert_cmpint (shoes != NULL, ==, rows[i].answer == YES);
      g_assert_cmpint (is_unknown (unknown, "footwear"), ==, rows[i].answer == UNKNOWN);
      if (shoes != NULL)
        g_assert_nonnull (strstr (shoes->reason->text, rows[i].words));
    }
}

/* clinical.md 6: 70.0 → 68.6 kg, drank 0.75 L, urine 0.15 L, 1.5 h: 1.333 L/h; what is not known is not taken for nothing */
static void
test_sweat_rate_of_a_day (void)
{
  static const struct { double before, after, drunk, urine, minutes; const char *said; } cases_of_sweat[] = {
    { 70.0, 68.6, 750, 150, 90, "1.33 L an hour" },
    { 70.0, 68.6, 0, 0, 60, "1.40 L an hour" },
    { 70.0, 68.6, NAN, 150, 90, NULL },
    { 70.0, 68.6, 750, NAN, 90, NULL },
    { 70.0, 68.6, 750, 150, NAN, NULL },
    { NAN, 68.6, 750, 150, 90, NULL },
    { 70.0, 71.0, 500, 0, 60, "do not fit together" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases_of_sweat); i++)
    {
      SoleusDay day;
      g_autofree char *text = NULL;

      soleus_day_init (&day);
      day.mass_before_kg = cases_of_sweat[i].before;
      day.mass_after_kg = cases_of_sweat[i].after;
      day.drunk_between_ml = cases_of_sweat[i].drunk;
      day.urine_between_ml = cases_of_sweat[i].urine;
      day.minutes_between = cases_of_sweat[i].minutes;
      text = soleus_day_dup_reading (&day, SOLEUS_DAY_READING_SWEAT);
      g_test_message ("%s", text != NULL ? text : "nothing");
      if (cases_of_sweat[i].said == NULL)
        g_assert_null (text);
      else
        g_assert_nonnull (strstr (text, cases_of_sweat[i].said));
    }
}

/* clinical.md 3.6: the bands are those of the eight-colour chart; a number of another chart is kept and not judged */
static void
test_a_colour_belongs_to_a_chart (void)
{
  g_autoptr (SoleusRecord) check_in = soleus_record_new (&soleus_check_in_kind);
  SoleusDay day;

  soleus_check_in_note_chart (check_in);
  g_assert_false (soleus_record_is_known (check_in, "urine-chart"));
  soleus_record_set_int (check_in, "urine-colour", 6);
  /* kept before charts were */
  soleus_day_init (&day);
  soleus_day_read_check_in (&day, check_in);
  g_assert_cmpint (soleus_day_judge (&day, "dehydration"), ==, YES);
  soleus_check_in_note_chart (check_in);
  g_assert_cmpstr (soleus_record_get_text (check_in, "urine-chart"), ==, "armstrong-8");
  soleus_day_init (&day);
  soleus_day_read_check_in (&day, check_in);
  g_assert_cmpint (soleus_day_judge (&day, "dehydration"), ==, YES);
  soleus_record_set_text (check_in, "urine-chart", "seven-colours");
  soleus_check_in_note_chart (check_in);
  g_assert_cmpstr (soleus_record_get_text (check_in, "urine-chart"), ==, "seven-colours");
  soleus_day_init (&day);
  soleus_day_read_check_in (&day, check_in);
  g_assert_cmpint (soleus_day_judge (&day, "dehydration"), ==, UNKNOWN);
  soleus_record_set_int (check_in, "urine-colour", SOLEUS_UNKNOWN_INT);
  soleus_check_in_note_chart (check_in);
  g_assert_false (soleus_record_is_known (check_in, "urine-chart"));
}

static void
test_a_chart_of_seven_has_no_eight (void)
{
  g_autoptr (SoleusRecord) check_in = soleus_record_new (&soleus_check_in_kind);
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (GPtrArray) wrong = NULL;

  soleus_record_set_text (check_in, "athlete", "00000000-0000-4000-8000-000000000000");
  soleus_record_set_text (check_in, "date", "2025-05-10");
  soleus_record_set_text (check_in, "urine-chart", "seven-colours");
  soleus_record_set_int (check_in, "urine-colour", 7);
  right = soleus_record_validate (check_in, G_GINT64_CONSTANT (1750000000000000));
  g_assert_cmpuint (right->len, ==, 0);
  soleus_record_set_int (check_in, "urine-colour", 8);
  wrong = soleus_record_validate (check_in, G_GINT64_CONSTANT (1750000000000000));
  g_assert_cmpuint (wrong->len, ==, 1);
  g_assert_cmpstr (((SoleusIssue *) wrong->pdata[0])->field, ==, "urine-colour");
}

/* What a figure of the day says, at and beside each bound; NULL where too little is known. */
static void
test_readings_of_a_day (void)
{
  static const struct {
    const char      *source;
    SoleusDayReading reading;
    int              n_set;
    struct { gsize offset; gboolean integer; double value; } set[2];
    const char      *said;
  } rows[] = {
    { "3.6: a gain warns", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 70 }, { REAL (mass_after_kg), 71 } }, "heavier after" },
    { "3.6: within 1 %", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 70 }, { REAL (mass_after_kg), 69.5 } }, "within what is usual" },
    { "3.6: no change", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 70 }, { REAL (mass_after_kg), 70 } }, "The same" },
    { "3.6, 6: 2 %", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 70 }, { REAL (mass_after_kg), 68.6 } }, "a small loss. To replace: 1.75 to 2.10 L" },
    { "3.6: 4 %", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 100 }, { REAL (mass_after_kg), 96 } }, "a large loss" },
    { "3.6: 6 %", SOLEUS_DAY_READING_MASS, 2, { { REAL (mass_before_kg), 100 }, { REAL (mass_after_kg), 94 } }, "a very large loss" },
    { "3.6: one weighing", SOLEUS_DAY_READING_MASS, 1, { { REAL (mass_before_kg), 70 } }, NULL },
    { "3.6: colour 3", SOLEUS_DAY_READING_URINE, 1, { { INT (urine_colour), 3 } }, "1 to 3" },
    { "3.6: colour 6", SOLEUS_DAY_READING_URINE, 1, { { INT (urine_colour), 6 } }, "4 to 6" },
    { "3.6, 3.2: colour 7", SOLEUS_DAY_READING_URINE, 1, { { INT (urine_colour), 7 } }, "red flag" },
    { "3.6: no colour", SOLEUS_DAY_READING_URINE, 0, { { 0 } }, NULL },
    { "C9: none", SOLEUS_DAY_READING_CAFFEINE, 2, { { REAL (caffeine_mg), 0 }, { REAL (body_mass_kg), 70 } }, NULL },
    { "C9: 3 mg/kg", SOLEUS_DAY_READING_CAFFEINE, 2, { { REAL (caffeine_mg), 210 }, { REAL (body_mass_kg), 70 } }, "up to 3" },
    { "C9: above 3 mg/kg", SOLEUS_DAY_READING_CAFFEINE, 2, { { REAL (caffeine_mg), 220 }, { REAL (body_mass_kg), 70 } }, "possible" },
    { "C9: 6 mg/kg", SOLEUS_DAY_READING_CAFFEINE, 2, { { REAL (caffeine_mg), 420 }, { REAL (body_mass_kg), 70 } }, "from 6 on" },
    { "C9: mass unknown", SOLEUS_DAY_READING_CAFFEINE, 1, { { REAL (caffeine_mg), 420 } }, NULL },
    { "3.7: below the bound", SOLEUS_DAY_READING_SLEEP, 2, { { REAL (sleep_hours), 6.5 }, { INT (age), 27 } }, "less than 7 hours" },
    { "3.7: below the own need", SOLEUS_DAY_READING_SLEEP, 2, { { REAL (sleep_hours), 7.5 }, { REAL (sleep_need_hours), 8.5 } }, "own need of 8.5" },
    { "3.7: enough", SOLEUS_DAY_READING_SLEEP, 2, { { REAL (sleep_hours), 8 }, { INT (age), 27 } }, NULL },
    { "3.7: not known", SOLEUS_DAY_READING_SLEEP, 1, { { INT (age), 27 } }, NULL },
    { "3.12, 6: 30 °C, 60 %", SOLEUS_DAY_READING_HEAT, 2, { { REAL (temperature_c), 30 }, { REAL (humidity_percent), 60 } }, "about 30.9 °C: an estimate" },
    { "3.12: humidity unknown", SOLEUS_DAY_READING_HEAT, 1, { { REAL (temperature_c), 30 } }, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = NULL;
      SoleusDay day;

      soleus_day_init (&day);
      for (int j = 0; j < rows[i].n_set; j++)
        {
          gpointer member = (char *) &day + rows[i].set[j].offset;

          if (rows[i].set[j].integer)
            *(gint64 *) member = (gint64) rows[i].set[j].value;
          else
            *(double *) member = rows[i].set[j].value;
        }
      text = soleus_day_dup_reading (&day, rows[i].reading);
      g_test_message ("%s: %s", rows[i].source, text != NULL ? text : "nothing");
      if (rows[i].said == NULL)
        g_assert_null (text);
      else
        g_assert_nonnull (strstr (text, rows[i].said));
    }
}

/* fact 43: twice the ordinary load is a clinic rule, and named as one; what is not known stays so */
static void
test_unaccustomed_load (void)
{
  static const struct { SoleusAnswer unaccustomed; gboolean shown, unknown; } rows[] = {
    { YES, TRUE, FALSE }, { NO, FALSE, FALSE }, { UNKNOWN, FALSE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) unknown = NULL;
      g_autoptr (GPtrArray) factors = NULL;
      SoleusDayFactor *factor;
      SoleusDay day;

      soleus_day_init (&day);
      day.unaccustomed = rows[i].unaccustomed;
      factors = soleus_day_assess (&day, &unknown);
      factor = find (factors, "excessive-training");
      g_assert_cmpint (factor != NULL, ==, rows[i].shown);
      g_assert_cmpint (is_unknown (unknown, "excessive-training"), ==, rows[i].unknown);
      if (factor != NULL)
        {
          g_assert_nonnull (strstr (factor->reason->text, "clinic rule"));
          g_assert_true (g_strv_contains ((const char *const *) factor->reason->sources, "clinic-rule"));
          g_assert_true (g_strv_contains ((const char *const *) factor->reason->sources, "S1"));
        }
    }
}

/* 3.5: the hardest session, and the minutes of all; minutes that are not known leave the sum unknown, and a day without sessions too */
static void
test_sessions_of_a_day (void)
{
  static const struct {
    int n_sessions;
    struct { double minutes, rpe; } sessions[3];
    double minutes, hardest;
  } rows[] = {
    { 0, { { 0 } }, NAN, NAN },
    { 1, { { 60, NAN } }, 60, NAN },
    { 2, { { 60, 4 }, { 30, 8 } }, 90, 8 },
    { 2, { { 60, 8 }, { 30, 4 } }, 90, 8 },
    { 3, { { 60, 8 }, { NAN, 9 }, { 20, NAN } }, NAN, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
      SoleusDay day;

      for (int j = 0; j < rows[i].n_sessions; j++)
        {
          SoleusRecord *session = soleus_record_new (&soleus_session_kind);

          soleus_record_set_real (session, "minutes", rows[i].sessions[j].minutes);
          soleus_record_set_real (session, "rpe", rows[i].sessions[j].rpe);
          g_ptr_array_add (sessions, session);
        }
      soleus_day_init (&day);
      soleus_day_read_sessions (&day, sessions);
      g_test_message ("row %zu", i);
      g_assert_true (isnan (rows[i].minutes) ? isnan (day.minutes) : day.minutes == rows[i].minutes);
      g_assert_true (isnan (rows[i].hardest) ? isnan (day.hardest_rpe) : day.hardest_rpe == rows[i].hardest);
    }
}

/* 3.7: the bound follows the age on that day, whole years; C9: the mass weighed that day comes before that of the athlete */
static void
test_athlete_on_a_day (void)
{
  static const struct { const char *born; double weighed, of_athlete; gint64 age; double mass, bound; } rows[] = {
    { NULL, NAN, NAN, SOLEUS_UNKNOWN_INT, NAN, SOLEUS_SLEEP_ADULT },
    { "2012-05-11", NAN, 40, 12, 40, SOLEUS_SLEEP_CHILD },
    { "2012-05-10", 41, 40, 13, 41, SOLEUS_SLEEP_TEEN },
    { "2007-05-11", 60, NAN, 17, 60, SOLEUS_SLEEP_TEEN },
    { "2007-05-10", NAN, NAN, 18, NAN, SOLEUS_SLEEP_ADULT },
    { "2025-05-10", NAN, NAN, 0, NAN, SOLEUS_SLEEP_CHILD },
    { "2025-05-11", NAN, NAN, SOLEUS_UNKNOWN_INT, NAN, SOLEUS_SLEEP_ADULT }, /* before the birth: a wrong date says nothing */
    { "spring", NAN, NAN, SOLEUS_UNKNOWN_INT, NAN, SOLEUS_SLEEP_ADULT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SoleusRecord) athlete = soleus_record_new (&soleus_athlete_kind);
      g_autoptr (SoleusRecord) check_in = soleus_record_new (&soleus_check_in_kind);
      SoleusDay day;

      soleus_record_set_text (athlete, "born", rows[i].born);
      soleus_record_set_real (athlete, "mass-kg", rows[i].of_athlete);
      soleus_record_set_real (athlete, "sleep-need-hours", 8.5);
      soleus_record_set_real (check_in, "mass-before-kg", rows[i].weighed);
      soleus_day_init (&day);
      soleus_day_read_check_in (&day, check_in);
      soleus_day_read_athlete (&day, athlete, "2025-05-10");
      g_test_message ("born %s", rows[i].born != NULL ? rows[i].born : "unknown");
      g_assert_cmpint (day.age, ==, rows[i].age);
      g_assert_true (isnan (rows[i].mass) ? isnan (day.body_mass_kg) : day.body_mass_kg == rows[i].mass);
      g_assert_cmpfloat (soleus_day_get_sleep_bound (day.age), ==, rows[i].bound);
      g_assert_cmpfloat (day.sleep_need_hours, ==, 8.5);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/each-bound-holds", each_bound_holds);
  g_test_add_func ("/day/unknown-is-not-zero", unknown_is_not_zero);
  g_test_add_func ("/day/salt-is-named-with-its-caveat", salt_is_named_with_its_caveat);
  g_test_add_func ("/day/shoes-are-new-or-worn", shoes_are_new_or_worn);
  g_test_add_func ("/day/sweat_rate_of_a_day", test_sweat_rate_of_a_day);
  g_test_add_func ("/day/a_colour_belongs_to_a_chart", test_a_colour_belongs_to_a_chart);
  g_test_add_func ("/day/a_chart_of_seven_has_no_eight", test_a_chart_of_seven_has_no_eight);
  g_test_add_func ("/day/unaccustomed_load", test_unaccustomed_load);
  g_test_add_func ("/day/sessions_of_a_day", test_sessions_of_a_day);
  g_test_add_func ("/day/athlete_on_a_day", test_athlete_on_a_day);
  g_test_add_func ("/day/readings_of_a_day", test_readings_of_a_day);
  return g_test_run ();
}
