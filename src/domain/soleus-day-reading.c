#include "soleus-config.h"

#include "soleus-day-reading.h"

#include <glib/gi18n-lib.h>

#include "soleus-heat-index.h"
#include "soleus-hydration.h"

/* McDermott 2017; a gain of any size warns of drinking too much */
static char *
read_mass (const SoleusDay *day)
{
  double lost = soleus_hydration_mass_change (day->mass_before_kg, day->mass_after_kg);
  double least, most;
  const char *band;

  if (!soleus_real_is_known (lost))
    return NULL;
  if (soleus_hydration_is_gain (day->mass_before_kg, day->mass_after_kg))
    return g_strdup_printf (_("%.1f %% heavier after the session: more was drunk than lost. Warn of drinking too much, and ask about headache, bloating, confusion."), -lost);
  if (!soleus_hydration_replacement (day->mass_before_kg, day->mass_after_kg, &least, &most))
    return g_strdup (_("The same before and after."));
  switch (soleus_hydration_get_band (lost))
    {
    case SOLEUS_HYDRATION_BAND_MINIMAL:
      band = _("a small loss");
      break;
    case SOLEUS_HYDRATION_BAND_SIGNIFICANT:
      band = _("a large loss");
      break;
    case SOLEUS_HYDRATION_BAND_SERIOUS:
      band = _("a very large loss");
      break;
    case SOLEUS_HYDRATION_BAND_GAIN:
    case SOLEUS_HYDRATION_BAND_WELL:
    case SOLEUS_HYDRATION_BAND_UNKNOWN:
    default:
      band = _("within what is usual");
      break;
    }
  /* Translators: %s is “a small loss” and the like */
  return g_strdup_printf (_("%.1f %% lighter after the session, %s. To replace: %.2f to %.2f L. The link to cramp is weak."), lost, band, least, most);
}

/* clinical.md 3.6: (before − after + drunk − urine) ÷ hours; a mass that is not known, or a time, is not guessed */
static char *
read_sweat (const SoleusDay *day)
{
  double rate = soleus_hydration_sweat_rate (day->mass_before_kg, day->mass_after_kg, day->drunk_between_ml / 1000, day->urine_between_ml / 1000,
                                             day->minutes_between / 60);

  if (!soleus_real_is_known (rate))
    return NULL;
  if (rate < 0)
    return g_strdup (_("The figures between the weighings do not fit together: more was gained than drunk. Check the masses and the amounts."));
  return g_strdup_printf (_("Sweat rate %.2f L an hour. It holds for this heat and this effort. The link to cramp is weak."), rate);
}

static char *
read_urine (const SoleusDay *day)
{
  switch (soleus_hydration_get_urine_band (day->urine_colour))
    {
    case SOLEUS_URINE_BAND_HYDRATED:
      return g_strdup (_("1 to 3: enough fluid. Light, food and vitamins change the colour."));
    case SOLEUS_URINE_BAND_MILD:
      return g_strdup (_("4 to 6: somewhat short of fluid. Light, food and vitamins change the colour."));
    case SOLEUS_URINE_BAND_DEHYDRATED:
      return g_strdup (_("7 and 8: short of fluid. Brown like cola is a red flag of its own: log it with the cramp."));
    case SOLEUS_URINE_BAND_UNKNOWN:
    default:
      return NULL;
    }
}

/* C9: Killer 2014, Seal 2017 */
static char *
read_caffeine (const SoleusDay *day)
{
  double per_kg = soleus_hydration_caffeine_per_kg (day->caffeine_mg, day->body_mass_kg);

  switch (soleus_hydration_get_caffeine_band (per_kg))
    {
    case SOLEUS_CAFFEINE_BAND_NO_EFFECT:
      return day->caffeine_mg > 0 ? g_strdup_printf (_("%.1f mg per kg body mass: up to 3, no loss of water was found."), per_kg) : NULL;
    case SOLEUS_CAFFEINE_BAND_POSSIBLE:
      return g_strdup_printf (_("%.1f mg per kg body mass: above 3, a loss of water is possible."), per_kg);
    case SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN:
      return g_strdup_printf (_("%.1f mg per kg body mass: from 6 on, a loss of water was shown."), per_kg);
    case SOLEUS_CAFFEINE_BAND_UNKNOWN:
    default:
      return NULL;
    }
}

/* Walsh 2021, Milewski 2014 */
static char *
read_sleep (const SoleusDay *day)
{
  double bound = soleus_day_get_sleep_bound (day->age);

  if (!soleus_real_is_known (day->sleep_hours))
    return NULL;
  if (day->sleep_hours < bound)
    return g_strdup_printf (_("Short for the age: less than %g hours."), bound);
  if (day->sleep_hours < day->sleep_need_hours)
    return g_strdup_printf (_("%g hours less than this athlete’s own need of %g."), day->sleep_need_hours - day->sleep_hours, day->sleep_need_hours);
  return NULL;
}

static char *
read_heat (const SoleusDay *day)
{
  double index = soleus_heat_index_celsius (day->temperature_c, day->humidity_percent);
  double wbgt = soleus_wbgt_estimate (day->temperature_c, day->humidity_percent);

  if (!soleus_real_is_known (index))
    return NULL;
  return g_strdup_printf (_("Heat index %.0f °C in the shade. Wet bulb globe temperature about %.1f °C: an estimate for moderate sun and light wind."), index, wbgt);
}

/**
 * soleus_day_dup_reading:
 * @day: what is known
 * @reading: which figure
 *
 * Returns: (transfer full) (nullable): a translated sentence (facts 32, 52, 58, 60); %NULL where too little is known
 */
char *
soleus_day_dup_reading (const SoleusDay  *day,
                        SoleusDayReading  reading)
{
  g_return_val_if_fail (day != NULL, NULL);

  switch (reading)
    {
    case SOLEUS_DAY_READING_MASS:
      return read_mass (day);
    case SOLEUS_DAY_READING_SWEAT:
      return read_sweat (day);
    case SOLEUS_DAY_READING_URINE:
      return read_urine (day);
    case SOLEUS_DAY_READING_CAFFEINE:
      return read_caffeine (day);
    case SOLEUS_DAY_READING_SLEEP:
      return read_sleep (day);
    case SOLEUS_DAY_READING_HEAT:
      return read_heat (day);
    default:
      g_return_val_if_reached (NULL);
    }
}
