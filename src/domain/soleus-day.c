#include "soleus-config.h"

#include "soleus-day.h"

#include <glib/gi18n-lib.h>

#include "soleus-check-in.h"
#include "soleus-heat-index.h"
#include "soleus-hydration.h"

/* clinic rules, no published number */
#define LEAST_FLUID_ML       1500.0
#define FLUID_FROM_AGE       14
#define TIGHT_FROM           7
#define NEW_SHOE_DAYS        7
#define LOW_OF_FIVE          2

#define DEHYDRATED_FROM      5     /* of 8, McKenzie 2015 */
#define DEHYDRATED_PERCENT   2.0   /* McDermott 2017 */
#define CAFFEINE_MG_PER_KG   3.0   /* C9 */
#define VERY_HARD            7.0   /* CR-10, Foster 2001 */
#define WORN_KM              500.0 /* convention, evidence thin: Arnold 2024 */
#define HOT_FAHRENHEIT       80.0
#define LONG_IN_HEAT_MINUTES 120.0 /* fact 63 */
#define LONG_TRAVEL_HOURS    3.0   /* clinic rule, no published number */

/**
 * soleus_day_init:
 * @day: (out caller-allocates): everything unknown
 */
void
soleus_day_init (SoleusDay *day)
{
  g_return_if_fail (day != NULL);

  *day = (SoleusDay) {
    .fluid_ml = SOLEUS_UNKNOWN_REAL, .urine_colour = SOLEUS_UNKNOWN_INT,
    .mass_before_kg = SOLEUS_UNKNOWN_REAL, .mass_after_kg = SOLEUS_UNKNOWN_REAL, .body_mass_kg = SOLEUS_UNKNOWN_REAL,
    .drunk_between_ml = SOLEUS_UNKNOWN_REAL, .urine_between_ml = SOLEUS_UNKNOWN_REAL, .minutes_between = SOLEUS_UNKNOWN_REAL,
    .caffeine_mg = SOLEUS_UNKNOWN_REAL, .alcohol_units = SOLEUS_UNKNOWN_REAL,
    .sleep_hours = SOLEUS_UNKNOWN_REAL, .sleep_need_hours = SOLEUS_UNKNOWN_REAL, .age = SOLEUS_UNKNOWN_INT,
    .carbohydrate = SOLEUS_UNKNOWN_INT, .recovery = SOLEUS_UNKNOWN_INT, .tightness = SOLEUS_UNKNOWN_INT,
    .temperature_c = SOLEUS_UNKNOWN_REAL, .humidity_percent = SOLEUS_UNKNOWN_REAL,
    .minutes = SOLEUS_UNKNOWN_REAL, .hardest_rpe = SOLEUS_UNKNOWN_REAL, .unaccustomed = SOLEUS_ANSWER_UNKNOWN,
    .shoe = NULL, .shoe_days = SOLEUS_UNKNOWN_INT, .shoe_km = SOLEUS_UNKNOWN_REAL,
    .medication = SOLEUS_ANSWER_UNKNOWN, .travel_hours = SOLEUS_UNKNOWN_REAL, .ill = SOLEUS_ANSWER_UNKNOWN,
  };
}

/**
 * soleus_day_read_check_in:
 * @check_in: a check-in of that day
 */
void
soleus_day_read_check_in (SoleusDay    *day,
                          SoleusRecord *check_in)
{
  g_return_if_fail (day != NULL && SOLEUS_IS_RECORD (check_in));

  day->fluid_ml = soleus_record_get_real (check_in, "fluid-ml");
  if (soleus_check_in_is_eight_colours (check_in))
    day->urine_colour = soleus_record_get_int (check_in, "urine-colour");
  day->mass_before_kg = soleus_record_get_real (check_in, "mass-before-kg");
  day->mass_after_kg = soleus_record_get_real (check_in, "mass-after-kg");
  day->drunk_between_ml = soleus_record_get_real (check_in, "drunk-between-ml");
  day->urine_between_ml = soleus_record_get_real (check_in, "urine-between-ml");
  day->minutes_between = soleus_record_get_real (check_in, "minutes-between");
  if (soleus_real_is_known (day->mass_before_kg))
    day->body_mass_kg = day->mass_before_kg;
  day->caffeine_mg = soleus_record_get_real (check_in, "caffeine-mg");
  day->alcohol_units = soleus_record_get_real (check_in, "alcohol-units");
  day->sleep_hours = soleus_record_get_real (check_in, "sleep-hours");
  day->carbohydrate = soleus_record_get_int (check_in, "carbohydrate");
  day->recovery = soleus_record_get_int (check_in, "recovery");
  day->tightness = soleus_record_get_int (check_in, "tightness");
  day->temperature_c = soleus_record_get_real (check_in, "temperature-c");
  day->humidity_percent = soleus_record_get_real (check_in, "humidity-percent");
  day->travel_hours = soleus_record_get_real (check_in, "travel-hours");
  day->ill = soleus_record_get_enum (check_in, "ill");
}

/**
 * soleus_day_read_sessions:
 * @sessions: (element-type SoleusSession): of that day; minutes that are not known leave the sum unknown
 */
void
soleus_day_read_sessions (SoleusDay *day,
                          GPtrArray *sessions)
{
  double minutes = sessions->len > 0 ? 0 : SOLEUS_UNKNOWN_REAL;

  for (guint i = 0; i < sessions->len; i++)
    {
      double rpe = soleus_record_get_real (sessions->pdata[i], "rpe");

      minutes += soleus_record_get_real (sessions->pdata[i], "minutes");
      if (soleus_real_is_known (rpe) && !(day->hardest_rpe >= rpe))
        day->hardest_rpe = rpe;
    }
  day->minutes = minutes;
}

/**
 * soleus_day_read_athlete:
 * @date: of the day, for the age; "YYYY-MM-DD"
 */
void
soleus_day_read_athlete (SoleusDay    *day,
                         SoleusRecord *athlete,
                         const char   *date)
{
  const char *born = soleus_record_get_text (athlete, "born");

  day->sleep_need_hours = soleus_record_get_real (athlete, "sleep-need-hours");
  if (!soleus_real_is_known (day->body_mass_kg))
    day->body_mass_kg = soleus_record_get_real (athlete, "mass-kg");
  if (soleus_date_is_valid (born) && g_strcmp0 (born, date) <= 0)
    day->age = soleus_date_get_years_between (born, date);
}

/**
 * soleus_day_get_sleep_bound:
 * @age: years, or %SOLEUS_UNKNOWN_INT, which counts as an adult
 *
 * Returns: hours below which a night is short at that age (clinical.md 3.7)
 */
double
soleus_day_get_sleep_bound (gint64 age)
{
  if (!soleus_int_is_known (age) || age >= 18)
    return SOLEUS_SLEEP_ADULT;
  return age >= 13 ? SOLEUS_SLEEP_TEEN : SOLEUS_SLEEP_CHILD;
}

/* Each judges one factor: yes with why, no, or unknown; unknown with why is named nevertheless. */
typedef SoleusAnswer (*Judge) (const SoleusDay *day, char **why, const char **sources);

static SoleusAnswer
judge_dehydration (const SoleusDay  *day,
                   char            **why,
                   const char      **sources)
{
  double lost = soleus_hydration_mass_change (day->mass_before_kg, day->mass_after_kg);
  gboolean fluid_judged = soleus_real_is_known (day->fluid_ml) && (!soleus_int_is_known (day->age) || day->age >= FLUID_FROM_AGE);

  if (lost >= DEHYDRATED_PERCENT - 1e-9)
    {
      *why = g_strdup_printf (_("%.1f %% of body mass lost in the session; performance suffers from about 2 %%."), lost);
      *sources = "nata-2017";
    }
  else if (day->urine_colour >= DEHYDRATED_FROM)
    {
      *why = g_strdup_printf (_("Urine colour %d of 8; from 5 on it points to a loss of 2 %% of body mass or more."), (int) day->urine_colour);
      *sources = "armstrong-1994 mckenzie-2015";
    }
  else if (fluid_judged && day->fluid_ml < LEAST_FLUID_ML)
    {
      *why = g_strdup_printf (_("%.1f L drunk that day; less than 1.5 L is named (clinic rule, no published number)."), day->fluid_ml / 1000);
      *sources = "clinic-rule";
    }
  else
    return soleus_real_is_known (lost) || soleus_int_is_known (day->urine_colour) || fluid_judged ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN;
  return SOLEUS_ANSWER_YES;
}

static SoleusAnswer
judge_heat (const SoleusDay  *day,
            char            **why,
            const char      **sources)
{
  double index = soleus_heat_index_celsius (day->temperature_c, day->humidity_percent);
  double felt = soleus_real_is_known (index) ? index : day->temperature_c;

  if (!soleus_real_is_known (felt))
    return SOLEUS_ANSWER_UNKNOWN;
  if (soleus_celsius_to_fahrenheit (felt) < HOT_FAHRENHEIT)
    return SOLEUS_ANSWER_NO;
  *sources = "nws";
  *why = soleus_real_is_known (index) ? g_strdup_printf (_("Felt like %.0f °C in the shade (heat index); caution begins at 27 °C."), felt)
                                      : g_strdup_printf (_("%.0f °C, humidity not known; caution begins at 27 °C."), felt);
  return SOLEUS_ANSWER_YES;
}

/* No day can show a lack of salt. It is named, with its caveat, where a text would name it: short of fluids, or in heat (facts 34, 61–64). */
static SoleusAnswer
judge_salt (const SoleusDay  *day,
            char            **why,
            const char      **sources)
{
  g_autofree char *heat = NULL, *fluids = NULL;
  gboolean hot = judge_heat (day, &heat, sources) == SOLEUS_ANSWER_YES;
  gboolean dry = judge_dehydration (day, &fluids, sources) == SOLEUS_ANSWER_YES;

  *sources = NULL;
  if (hot && day->minutes >= LONG_IN_HEAT_MINUTES)
    *why = g_strdup (_("Two hours or more of exercise in heat: a drink with electrolytes may help. Nothing that is recorded shows a lack."));
  else if (hot || dry)
    *why = g_strdup (_("Often named together with fluids or heat. Nothing that is recorded shows a lack."));
  return SOLEUS_ANSWER_UNKNOWN;
}

static SoleusAnswer
judge_low_of_five (gint64       value,
                   const char  *sentence, /* translated, with one %d */
                   char       **why)
{
  if (!soleus_int_is_known (value))
    return SOLEUS_ANSWER_UNKNOWN;
  if (value > LOW_OF_FIVE)
    return SOLEUS_ANSWER_NO;
  *why = g_strdup_printf ("%s: %d/5.", sentence, (int) value);
  return SOLEUS_ANSWER_YES;
}

static SoleusAnswer
judge_carbohydrate (const SoleusDay  *day,
                    char            **why,
                    const char      **sources)
{
  *sources = "clinic-rule";
  return judge_low_of_five (day->carbohydrate, _("Little carbohydrate eaten that day"), why);
}

static SoleusAnswer
judge_recovery (const SoleusDay  *day,
                char            **why,
                const char      **sources)
{
  *sources = "clinic-rule";
  return judge_low_of_five (day->recovery, _("Hardly recovered from the session before"), why);
}

static SoleusAnswer
judge_tightness (const SoleusDay  *day,
                 char            **why,
                 const char      **sources)
{
  if (!soleus_int_is_known (day->tightness))
    return SOLEUS_ANSWER_UNKNOWN;
  if (day->tightness < TIGHT_FROM)
    return SOLEUS_ANSWER_NO;
  *why = g_strdup_printf (_("Calf tightness %d of 10 that day."), (int) day->tightness);
  *sources = "clinic-rule";
  return SOLEUS_ANSWER_YES;
}

static SoleusAnswer
judge_fatigue (const SoleusDay  *day,
               char            **why,
               const char      **sources)
{
  if (!soleus_real_is_known (day->hardest_rpe))
    return SOLEUS_ANSWER_UNKNOWN;
  if (day->hardest_rpe < VERY_HARD)
    return SOLEUS_ANSWER_NO;
  *sources = "foster-1998";
  *why = soleus_real_is_known (day->minutes)
           ? g_strdup_printf (_("Very hard training: %.0f minutes, the hardest session %g of 10."), day->minutes, day->hardest_rpe)
           : g_strdup_printf (_("Very hard training: %g of 10."), day->hardest_rpe);
  return SOLEUS_ANSWER_YES;
}

static SoleusAnswer
judge_unaccustomed (const SoleusDay  *day,
                    char            **why,
                    const char      **sources)
{
  *sources = "clinic-rule";
  if (day->unaccustomed == SOLEUS_ANSWER_YES)
    *why = g_strdup (_("At least twice the load of this athlete’s ordinary training days (clinic rule, no published number)."));
  return day->unaccustomed;
}

static SoleusAnswer
judge_sleep (const SoleusDay  *day,
             char            **why,
             const char      **sources)
{
  double bound = soleus_day_get_sleep_bound (day->age);
  gboolean minor = soleus_int_is_known (day->age) && day->age < 18;

  if (!soleus_real_is_known (day->sleep_hours))
    return SOLEUS_ANSWER_UNKNOWN;
  *sources = minor ? "milewski-2014" : NULL;
  if (day->sleep_hours < bound)
    *why = g_strdup_printf (_("Slept %g hours; short at this age is less than %g."), day->sleep_hours, bound);
  else if (day->sleep_hours < day->sleep_need_hours)
    *why = g_strdup_printf (_("Slept %g hours; this athlete’s own need is %g."), day->sleep_hours, day->sleep_need_hours);
  else
    return SOLEUS_ANSWER_NO;
  return SOLEUS_ANSWER_YES;
}

static SoleusAnswer
judge_shoes (const SoleusDay  *day,
             char            **why,
             const char      **sources)
{
  if (day->shoe == NULL)
    return SOLEUS_ANSWER_UNKNOWN;
  if (soleus_int_is_known (day->shoe_days) && day->shoe_days <= NEW_SHOE_DAYS)
    {
      *why = g_strdup_printf (ngettext ("“%s” was new: worn for %d day (clinic rule: up to 7 days).",
                                        "“%s” was new: worn for %d days (clinic rule: up to 7 days).", (gulong) day->shoe_days),
                              day->shoe, (int) day->shoe_days);
      *sources = "clinic-rule";
      return SOLEUS_ANSWER_YES;
    }
  if (day->shoe_km > WORN_KM)
    {
      *why = g_strdup_printf (_("“%s” has %.0f km; shoes are often changed after 500 to 800 km, a convention."), day->shoe, day->shoe_km);
      return SOLEUS_ANSWER_YES;
    }
  return soleus_int_is_known (day->shoe_days) || soleus_real_is_known (day->shoe_km) ? SOLEUS_ANSWER_NO : SOLEUS_ANSWER_UNKNOWN;
}

static SoleusAnswer
judge_caffeine (const SoleusDay  *day,
                char            **why,
                const char      **sources)
{
  double per_kg = soleus_hydration_caffeine_per_kg (day->caffeine_mg, day->body_mass_kg);

  switch (day->caffeine_mg <= 0 ? SOLEUS_CAFFEINE_BAND_NO_EFFECT : soleus_hydration_get_caffeine_band (per_kg))
    {
    case SOLEUS_CAFFEINE_BAND_NO_EFFECT:
      return SOLEUS_ANSWER_NO;
    case SOLEUS_CAFFEINE_BAND_POSSIBLE:
      *why = g_strdup_printf (_("%.1f mg caffeine per kg body mass: above 3 a loss of water is possible."), per_kg);
      return SOLEUS_ANSWER_YES;
    case SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN:
      *why = g_strdup_printf (_("%.1f mg caffeine per kg body mass: from 6 on a loss of water was shown."), per_kg);
      return SOLEUS_ANSWER_YES;
    case SOLEUS_CAFFEINE_BAND_UNKNOWN:
    default:
      return SOLEUS_ANSWER_UNKNOWN;
    }
}

static SoleusAnswer
judge_alcohol (const SoleusDay  *day,
               char            **why,
               const char      **sources)
{
  if (!soleus_real_is_known (day->alcohol_units))
    return SOLEUS_ANSWER_UNKNOWN;
  if (day->alcohol_units <= 0)
    return SOLEUS_ANSWER_NO;
  *why = g_strdup_printf (_("%g units of alcohol that day."), day->alcohol_units);
  return SOLEUS_ANSWER_YES;
}

/* in the order in which a person reads them; a further factor is one row */
static const struct {
  const char *factor; /* of the risk-factor catalogue */
  Judge       judge;
} rules[] = {
  { "dehydration", judge_dehydration },
  { "low-sodium", judge_salt },
  { "low-carbohydrate", judge_carbohydrate },
  { "heat", judge_heat },
  { "muscle-fatigue", judge_fatigue },
  { "excessive-training", judge_unaccustomed },
  { "poor-recovery", judge_recovery },
  { "lack-of-sleep", judge_sleep },
  { "muscle-tightness", judge_tightness },
  { "footwear", judge_shoes },
  { "coffee-tea", judge_caffeine },
  { "alcohol", judge_alcohol },
};

void
soleus_day_factor_free (SoleusDayFactor *self)
{
  if (self == NULL)
    return;
  soleus_reason_free (self->reason);
  g_free (self);
}

/* the sources of the catalogue, then those of the bound */
static char *
join_sources (const char *of_row,
              const char *of_bound) /* (nullable) */
{
  return of_bound != NULL ? g_strdup_printf ("%s %s", of_row, of_bound) : g_strdup (of_row);
}

/**
 * soleus_day_assess:
 * @day: what is known
 * @unknown: (out) (transfer container) (element-type SoleusCatalogueRow) (optional): factors that too little is known of to say
 *
 * A description of one day, not a cause and no risk: what the day shows of the factors of facts 32–60a that a check-in can show.
 *
 * Returns: (transfer full) (element-type SoleusDayFactor): those that the day shows, and salt where the sources would name it
 */
GPtrArray *
soleus_day_assess (const SoleusDay  *day,
                   GPtrArray       **unknown)
{
  GPtrArray *factors = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_day_factor_free);
  g_autoptr (GPtrArray) not_known = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      const SoleusCatalogueRow *row = soleus_catalogue_find (soleus_catalogue_get_risk_factors (), rules[i].factor);
      const char *of_bound = NULL;
      g_autofree char *why = NULL;
      SoleusAnswer present = rules[i].judge (day, &why, &of_bound);

      if (why != NULL)
        {
          SoleusDayFactor *factor = g_new0 (SoleusDayFactor, 1);
          g_autofree char *sources = join_sources (row->sources, of_bound);

          factor->row = row;
          factor->present = present;
          factor->reason = soleus_reason_new (row->id, sources, "%s", why);
          g_ptr_array_add (factors, factor);
        }
      else if (present == SOLEUS_ANSWER_UNKNOWN && rules[i].judge != judge_salt)
        g_ptr_array_add (not_known, (gpointer) row);
    }
  if (unknown != NULL)
    *unknown = g_steal_pointer (&not_known);
  return factors;
}

/**
 * soleus_day_judge:
 * @factor: of soleus_look_back_list_factors()
 *
 * Returns: whether the day shows the factor; unknown where too little is known of it
 */
SoleusAnswer
soleus_day_judge (const SoleusDay *day,
                  const char      *factor)
{
  g_return_val_if_fail (day != NULL && factor != NULL, SOLEUS_ANSWER_UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].factor, factor))
      {
        const char *sources = NULL;
        g_autofree char *why = NULL;

        return rules[i].judge (day, &why, &sources);
      }
  if (g_str_equal (factor, "medication"))
    return day->medication;
  if (g_str_equal (factor, "illness"))
    return day->ill;
  if (g_str_equal (factor, "travel") && soleus_real_is_known (day->travel_hours))
    return day->travel_hours >= LONG_TRAVEL_HOURS ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
  return SOLEUS_ANSWER_UNKNOWN;
}
