#include "soleus-training-load.h"

#include <float.h>

/**
 * soleus_training_load_session:
 * @minutes: duration, or %SOLEUS_UNKNOWN_REAL
 * @rpe: session RPE on the CR-10 scale, or %SOLEUS_UNKNOWN_REAL
 *
 * Session-RPE load (Foster 1998).
 *
 * Returns: arbitrary units, %SOLEUS_UNKNOWN_REAL if either is unknown
 */
double
soleus_training_load_session (double minutes,
                              double rpe)
{
  return minutes * rpe;
}

/**
 * soleus_training_load_total:
 * @days: (array length=n_days): load of each day, oldest first; a day of rest is 0, an unknown day %SOLEUS_UNKNOWN_REAL
 *
 * Returns: the sum; unknown if a day is unknown or there is none
 */
double
soleus_training_load_total (const double *days,
                            gsize         n_days)
{
  double sum = 0;

  if (n_days == 0)
    return SOLEUS_UNKNOWN_REAL;
  for (gsize i = 0; i < n_days; i++)
    sum += days[i];
  return sum;
}

/**
 * soleus_training_load_mean:
 *
 * Returns: the mean day; unknown if a day is unknown or there is none
 */
double
soleus_training_load_mean (const double *days,
                           gsize         n_days)
{
  return n_days > 0 ? soleus_training_load_total (days, n_days) / n_days : SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_training_load_deviation:
 *
 * Returns: the sample standard deviation (n − 1) of the days; unknown below two days
 */
double
soleus_training_load_deviation (const double *days,
                                gsize         n_days)
{
  double mean = soleus_training_load_mean (days, n_days);
  double sum = 0;

  if (n_days < 2)
    return SOLEUS_UNKNOWN_REAL;
  for (gsize i = 0; i < n_days; i++)
    sum += (days[i] - mean) * (days[i] - mean);
  return sqrt (sum / (n_days - 1));
}

/**
 * soleus_training_load_monotony:
 *
 * Mean day divided by the standard deviation of the days, usually over seven days (Foster 1998).
 *
 * Returns: the ratio; undefined, so unknown, where all days are the same
 */
double
soleus_training_load_monotony (const double *days,
                               gsize         n_days)
{
  double deviation = soleus_training_load_deviation (days, n_days);
  double mean = soleus_training_load_mean (days, n_days);

  /* equal days leave at most rounding behind: that is no deviation */
  if (isnan (deviation) || deviation <= fabs (mean) * n_days * DBL_EPSILON)
    return SOLEUS_UNKNOWN_REAL;
  return mean / deviation;
}

/**
 * soleus_training_load_strain:
 *
 * Returns: total load × monotony (Foster 1998); unknown where the monotony is
 */
double
soleus_training_load_strain (const double *days,
                             gsize         n_days)
{
  return soleus_training_load_total (days, n_days) * soleus_training_load_monotony (days, n_days);
}

/**
 * soleus_training_load_week_change:
 * @days: at least 14 days, oldest first; the last 14 count
 *
 * Returns: this week over last week minus 1 (0.1 is 10 % more); unknown below 14 days or after a week without load
 */
double
soleus_training_load_week_change (const double *days,
                                  gsize         n_days)
{
  double last;
  double before;

  if (n_days < 2 * SOLEUS_ACUTE_DAYS)
    return SOLEUS_UNKNOWN_REAL;
  last = soleus_training_load_total (days + n_days - SOLEUS_ACUTE_DAYS, SOLEUS_ACUTE_DAYS);
  before = soleus_training_load_total (days + n_days - 2 * SOLEUS_ACUTE_DAYS, SOLEUS_ACUTE_DAYS);
  return before > 0 ? last / before - 1 : SOLEUS_UNKNOWN_REAL;
}

static double
divide (double acute,
        double chronic)
{
  return chronic > 0 ? acute / chronic : SOLEUS_UNKNOWN_REAL;
}

/**
 * soleus_training_load_acwr:
 * @days: at least 28 days, oldest first; the last 28 count
 *
 * Acute to chronic workload ratio, coupled: the mean of 7 days over the mean of the 28 that contain them. It describes a
 * change and predicts nothing (Impellizzeri 2021).
 *
 * Returns: the ratio; unknown below 28 days or without chronic load
 */
double
soleus_training_load_acwr (const double *days,
                           gsize         n_days)
{
  if (n_days < SOLEUS_CHRONIC_DAYS)
    return SOLEUS_UNKNOWN_REAL;
  return divide (soleus_training_load_mean (days + n_days - SOLEUS_ACUTE_DAYS, SOLEUS_ACUTE_DAYS),
                 soleus_training_load_mean (days + n_days - SOLEUS_CHRONIC_DAYS, SOLEUS_CHRONIC_DAYS));
}

/**
 * soleus_training_load_acwr_uncoupled:
 * @days: at least 28 days, oldest first
 *
 * Returns: the mean of 7 days over the mean of the 21 before them (Windt and Gabbett 2018); unknown as above
 */
double
soleus_training_load_acwr_uncoupled (const double *days,
                                     gsize         n_days)
{
  if (n_days < SOLEUS_CHRONIC_DAYS)
    return SOLEUS_UNKNOWN_REAL;
  return divide (soleus_training_load_mean (days + n_days - SOLEUS_ACUTE_DAYS, SOLEUS_ACUTE_DAYS),
                 soleus_training_load_mean (days + n_days - SOLEUS_CHRONIC_DAYS, SOLEUS_CHRONIC_DAYS - SOLEUS_ACUTE_DAYS));
}

/**
 * soleus_training_load_ewma:
 * @days: oldest first, started from the first day
 * @span: N of λ = 2 / (N + 1), in days
 *
 * Returns: the exponentially weighted mean on the last day (Williams 2017); unknown if a day is unknown or there is none
 */
double
soleus_training_load_ewma (const double *days,
                           gsize         n_days,
                           int           span)
{
  double lambda = 2.0 / (span + 1);
  double mean;

  g_return_val_if_fail (span > 0, SOLEUS_UNKNOWN_REAL);

  if (n_days == 0)
    return SOLEUS_UNKNOWN_REAL;
  mean = days[0];
  for (gsize i = 1; i < n_days; i++)
    mean = lambda * days[i] + (1 - lambda) * mean;
  return mean;
}

/**
 * soleus_training_load_acwr_ewma:
 * @days: at least 28 days, oldest first
 *
 * Returns: the 7-day over the 28-day exponentially weighted mean; unknown below 28 days or without chronic load
 */
double
soleus_training_load_acwr_ewma (const double *days,
                                gsize         n_days)
{
  if (n_days < SOLEUS_CHRONIC_DAYS)
    return SOLEUS_UNKNOWN_REAL;
  return divide (soleus_training_load_ewma (days, n_days, SOLEUS_ACUTE_DAYS),
                 soleus_training_load_ewma (days, n_days, SOLEUS_CHRONIC_DAYS));
}

/**
 * soleus_training_load_find_unaccustomed:
 * @days: (array length=n_days): daily loads before the day in question, the last one being the day before it
 * @load: of the day in question
 * @unaccustomed: (out): whether it is far above what the athlete is used to
 *
 * A clinic rule: @load is at least twice the mean of the days with training among the last 28.
 *
 * Returns: %FALSE if too little is known to say
 */
gboolean
soleus_training_load_find_unaccustomed (const double *days,
                                        gsize         n_days,
                                        double        load,
                                        gboolean     *unaccustomed)
{
  double sum = 0;
  int n_training = 0;

  for (gsize i = n_days > SOLEUS_CHRONIC_DAYS ? n_days - SOLEUS_CHRONIC_DAYS : 0; i < n_days; i++)
    if (soleus_real_is_known (days[i]) && days[i] > 0)
      {
        sum += days[i];
        n_training++;
      }
  if (!soleus_real_is_known (load) || n_training < SOLEUS_UNACCUSTOMED_LEAST_DAYS)
    return FALSE;
  *unaccustomed = load >= SOLEUS_UNACCUSTOMED_FACTOR * sum / n_training;
  return TRUE;
}

/**
 * soleus_training_load_describe:
 * @days: (array fixed-size=28): daily loads, oldest first; a day of rest is 0, an unknown day %SOLEUS_UNKNOWN_REAL
 * @load: (out caller-allocates)
 *
 * The figures of clinical.md 3.5. Change and week first; the ratios are coupled mathematically (Lolli 2019) and predict
 * nothing (Impellizzeri 2021), so none of them is ever coloured as a risk.
 */
void
soleus_training_load_describe (const double       *days,
                               SoleusTrainingLoad *load)
{
  const double *week = days + SOLEUS_CHRONIC_DAYS - SOLEUS_ACUTE_DAYS;

  g_return_if_fail (days != NULL && load != NULL);

  load->weekly = soleus_training_load_total (week, SOLEUS_ACUTE_DAYS);
  load->week_change = soleus_training_load_week_change (days, SOLEUS_CHRONIC_DAYS);
  load->monotony = soleus_training_load_monotony (week, SOLEUS_ACUTE_DAYS);
  load->strain = soleus_training_load_strain (week, SOLEUS_ACUTE_DAYS);
  load->coupled = soleus_training_load_acwr (days, SOLEUS_CHRONIC_DAYS);
  load->uncoupled = soleus_training_load_acwr_uncoupled (days, SOLEUS_CHRONIC_DAYS);
  load->ewma = soleus_training_load_acwr_ewma (days, SOLEUS_CHRONIC_DAYS);
  load->enough = soleus_real_is_known (soleus_training_load_total (days, SOLEUS_CHRONIC_DAYS));
}
