#include "soleus-config.h"

#include "soleus-scale.h"

#include "soleus-chart-date.h"

#include <glib/gi18n-lib.h>

/**
 * soleus_scale_get_position:
 *
 * Returns: where @value stands; a scale without extent puts everything at its start
 */
double
soleus_scale_get_position (const SoleusScale *self,
                           double             value)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->until == self->from)
    return self->start;
  return self->start + (value - self->from) / (self->until - self->from) * (self->end - self->start);
}

/**
 * soleus_scale_get_value:
 *
 * Returns: the value that stands at @position
 */
double
soleus_scale_get_value (const SoleusScale *self,
                        double             position)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->end == self->start)
    return self->from;
  return self->from + (position - self->start) / (self->end - self->start) * (self->until - self->from);
}

/**
 * soleus_scale_get_nice_step:
 * @span: the extent to divide, above 0
 * @max_ticks: how many steps at most, above 0
 *
 * Returns: 1, 2 or 5 times a power of ten, the smallest that needs no more than @max_ticks steps
 */
double
soleus_scale_get_nice_step (double span,
                            int    max_ticks)
{
  static const double factors[] = { 1, 2, 5, 10 };
  double power;

  g_return_val_if_fail (max_ticks > 0, 1);

  if (!(span > 0) || isinf (span))
    return 1;

  power = pow (10, floor (log10 (span / max_ticks)));
  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    if (span / (factors[i] * power) <= max_ticks + 1e-9)
      return factors[i] * power;
  return 10 * power;
}

/**
 * soleus_scale_get_nice_limit:
 * @largest: the largest value to show
 *
 * Returns: the end of an axis that begins at 0 and holds @largest; never 0
 */
double
soleus_scale_get_nice_limit (double largest,
                             int    max_ticks)
{
  double step;

  if (!(largest > 0) || isinf (largest))
    return 1;

  step = soleus_scale_get_nice_step (largest, max_ticks);
  return ceil (largest / step - 1e-9) * step;
}

/**
 * soleus_scale_dup_ticks:
 * @n_ticks: (out): how many
 *
 * Returns: (transfer full) (array length=n_ticks): values at nice steps from the first in the scale to the last
 */
double *
soleus_scale_dup_ticks (const SoleusScale *self,
                        int                max_ticks,
                        gsize             *n_ticks)
{
  double low = MIN (self->from, self->until), high = MAX (self->from, self->until);
  double step = soleus_scale_get_nice_step (high - low, max_ticks);
  double first = ceil (low / step - 1e-9);
  gsize n = (gsize) MAX (0, floor (high / step + 1e-9) - first + 1);
  double *ticks = g_new0 (double, n + 1);

  for (gsize i = 0; i < n; i++)
    ticks[i] = (first + i) * step;
  *n_ticks = n;
  return ticks;
}

/**
 * soleus_time_scale_get_position:
 *
 * Returns: where @instant stands
 */
double
soleus_time_scale_get_position (const SoleusTimeScale *self,
                                SoleusInstant          instant)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->until == self->from)
    return self->start;
  return self->start + (double) (instant - self->from) / (double) (self->until - self->from) * (self->end - self->start);
}

/**
 * soleus_time_scale_get_instant:
 *
 * Returns: the instant that stands at @position, microseconds UTC
 */
SoleusInstant
soleus_time_scale_get_instant (const SoleusTimeScale *self,
                               double                 position)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->end == self->start)
    return self->from;
  return self->from + (SoleusInstant) ((position - self->start) / (self->end - self->start) * (double) (self->until - self->from));
}

/**
 * soleus_time_scale_get_step:
 * @least_distance: how near two ticks may stand
 *
 * Returns: the finest step whose ticks keep that distance; years if none does
 */
SoleusTimeStep
soleus_time_scale_get_step (const SoleusTimeScale *self,
                            double                 least_distance)
{
  static const int days[] = { 1, 7, 28, 89, 365 };
  double span = (double) (self->until - self->from) / (double) (24 * SOLEUS_USEC_PER_HOUR);
  double room = fabs (self->end - self->start);

  for (int i = 0; i < SOLEUS_TIME_STEP_YEAR; i++)
    if (span <= 0 || room * days[i] / span >= least_distance)
      return i;
  return SOLEUS_TIME_STEP_YEAR;
}

static GDateTime *
floor_to_step (SoleusInstant  instant,
               SoleusTimeStep step)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);
  g_autoptr (GDateTime) day = NULL;
  int year = g_date_time_get_year (time), month = g_date_time_get_month (time);

  switch (step)
    {
    case SOLEUS_TIME_STEP_YEAR:
      return g_date_time_new_local (year, 1, 1, 0, 0, 0);
    case SOLEUS_TIME_STEP_QUARTER:
      return g_date_time_new_local (year, (month - 1) / 3 * 3 + 1, 1, 0, 0, 0);
    case SOLEUS_TIME_STEP_MONTH:
      return g_date_time_new_local (year, month, 1, 0, 0, 0);
    case SOLEUS_TIME_STEP_WEEK:
      day = g_date_time_new_local (year, month, g_date_time_get_day_of_month (time), 0, 0, 0);
      return g_date_time_add_days (day, 1 - g_date_time_get_day_of_week (day));
    case SOLEUS_TIME_STEP_DAY:
    default:
      return g_date_time_new_local (year, month, g_date_time_get_day_of_month (time), 0, 0, 0);
    }
}

static GDateTime *
add_step (GDateTime      *time,
          SoleusTimeStep  step)
{
  switch (step)
    {
    case SOLEUS_TIME_STEP_YEAR:
      return g_date_time_add_years (time, 1);
    case SOLEUS_TIME_STEP_QUARTER:
      return g_date_time_add_months (time, 3);
    case SOLEUS_TIME_STEP_MONTH:
      return g_date_time_add_months (time, 1);
    case SOLEUS_TIME_STEP_WEEK:
      return g_date_time_add_days (time, 7);
    case SOLEUS_TIME_STEP_DAY:
    default:
      return g_date_time_add_days (time, 1);
    }
}

/**
 * soleus_time_scale_dup_ticks:
 *
 * Returns: (transfer full) (element-type SoleusTimeTick): the starts of days, weeks, months … inside the scale, local time
 */
GArray *
soleus_time_scale_dup_ticks (const SoleusTimeScale *self,
                             SoleusTimeStep         step)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (SoleusTimeTick));
  g_autoptr (GDateTime) time = floor_to_step (self->from, step);
  int year = 0;

  while (time != NULL && ticks->len < 4096)
    {
      SoleusInstant instant = g_date_time_to_unix (time) * SOLEUS_USEC_PER_SECOND;
      GDateTime *next;

      if (instant > self->until)
        break;
      if (instant >= self->from)
        {
          SoleusTimeTick tick = { instant, soleus_time_scale_get_position (self, instant),
                                  g_date_time_get_year (time) != year };

          year = g_date_time_get_year (time);
          g_array_append_val (ticks, tick);
        }
      next = add_step (time, step);
      g_date_time_unref (time);
      time = next;
    }
  return ticks;
}

/**
 * soleus_time_step_format:
 *
 * Returns: (transfer full): what stands at a tick: "21", "Nov" or "2025"
 */
char *
soleus_time_step_format (SoleusTimeStep step,
                         SoleusInstant  instant)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (instant / SOLEUS_USEC_PER_SECOND);

  switch (step)
    {
    case SOLEUS_TIME_STEP_YEAR:
      return soleus_chart_date_format (time, "%Y");
    case SOLEUS_TIME_STEP_QUARTER:
    case SOLEUS_TIME_STEP_MONTH:
      /* Translators: a month on the axis of a chart, see the manual of strftime; “Nov” */
      return soleus_chart_date_format (time, C_("chart axis", "%b"));
    case SOLEUS_TIME_STEP_WEEK:
    case SOLEUS_TIME_STEP_DAY:
    default:
      /* Translators: a day on the axis of a chart; “21 Nov” */
      return soleus_chart_date_format (time, C_("chart axis", "%-d %b"));
    }
}
