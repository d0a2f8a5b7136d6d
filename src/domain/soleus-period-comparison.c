#include "soleus-config.h"

#include "soleus-period-comparison.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define Z_95 1.959964

/* Byar’s approximation of the exact interval of a count (Breslow and Day 1987, vol. 2, ch. 2) */
static double
compute_lower (guint count)
{
  return count == 0 ? 0 : count * pow (1 - 1 / (9.0 * count) - Z_95 / (3 * sqrt (count)), 3);
}

static double
compute_upper (guint count)
{
  double next = count + 1.0;

  return next * pow (1 - 1 / (9 * next) + Z_95 / (3 * sqrt (next)), 3);
}

/**
 * soleus_period_rate_compute:
 * @days: of the period
 * @episodes: in it
 * @rate: (out caller-allocates): so many in 28 days, and between what that may lie if the cramps come at random
 */
void
soleus_period_rate_compute (guint             days,
                            guint             episodes,
                            SoleusPeriodRate *rate)
{
  double scale = days > 0 ? 28.0 / days : SOLEUS_UNKNOWN_REAL;

  rate->days = days;
  rate->episodes = episodes;
  rate->per_28_days = episodes * scale;
  rate->lower = compute_lower (episodes) * scale;
  rate->upper = compute_upper (episodes) * scale;
}

/**
 * soleus_periods_compare:
 *
 * Returns: whether the first rate differs from the second: only if their intervals do not meet, which is stricter than a test
 */
SoleusPeriodsVerdict
soleus_periods_compare (const SoleusPeriodRate *first,
                        const SoleusPeriodRate *second)
{
  if (first->days < SOLEUS_PERIOD_LEAST_DAYS || second->days < SOLEUS_PERIOD_LEAST_DAYS ||
      first->episodes + second->episodes < SOLEUS_PERIOD_LEAST_EPISODES)
    return SOLEUS_PERIODS_TOO_FEW;
  if (first->upper < second->lower)
    return SOLEUS_PERIODS_FEWER;
  return first->lower > second->upper ? SOLEUS_PERIODS_MORE : SOLEUS_PERIODS_ALIKE;
}

/**
 * soleus_periods_get_text:
 *
 * Returns: (transfer none): a translated sentence
 */
const char *
soleus_periods_get_text (SoleusPeriodsVerdict verdict)
{
  switch (verdict)
    {
    case SOLEUS_PERIODS_ALIKE:
      return _("Chance alone can explain the difference.");
    case SOLEUS_PERIODS_FEWER:
      return _("Fewer in the first period than chance alone explains. What was recorded may differ, too.");
    case SOLEUS_PERIODS_MORE:
      return _("More in the first period than chance alone explains. What was recorded may differ, too.");
    case SOLEUS_PERIODS_TOO_FEW:
    default:
      return _("Too few to say: it takes 28 days in each period and 8 cramps in both together (clinic rule, no published number).");
    }
}
