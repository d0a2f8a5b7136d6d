#include "soleus-clock.h"

#include <time.h>

struct _SoleusClock {
  GObject       parent_instance;
  SoleusInstant fixed; /* SOLEUS_UNKNOWN_INSTANT: the system's clock */
};

G_DEFINE_FINAL_TYPE (SoleusClock, soleus_clock, G_TYPE_OBJECT)

static void
soleus_clock_class_init (SoleusClockClass *klass)
{
}

static void
soleus_clock_init (SoleusClock *self)
{
  self->fixed = SOLEUS_UNKNOWN_INSTANT;
}

/**
 * soleus_clock_new_system:
 *
 * Returns: (transfer full): a clock that follows the system's time
 */
SoleusClock *
soleus_clock_new_system (void)
{
  return g_object_new (SOLEUS_TYPE_CLOCK, NULL);
}

/**
 * soleus_clock_new_fixed:
 * @now: the instant it shows until it is advanced
 *
 * Returns: (transfer full): a clock that stands still
 */
SoleusClock *
soleus_clock_new_fixed (SoleusInstant now)
{
  SoleusClock *self = g_object_new (SOLEUS_TYPE_CLOCK, NULL);

  self->fixed = now;
  return self;
}

/**
 * soleus_clock_get_now:
 *
 * Returns: the present instant, microseconds UTC
 */
SoleusInstant
soleus_clock_get_now (SoleusClock *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLOCK (self), 0);

  return self->fixed != SOLEUS_UNKNOWN_INSTANT ? self->fixed : g_get_real_time ();
}

/**
 * soleus_clock_get_ticks:
 *
 * For stop-clocks: goes on while the machine sleeps, and does not care when somebody sets the clock.
 *
 * Returns: microseconds since some start, the same until the machine is started again; those of a fixed clock are its instant
 */
gint64
soleus_clock_get_ticks (SoleusClock *self)
{
  struct timespec ticks;

  g_return_val_if_fail (SOLEUS_IS_CLOCK (self), 0);

  if (self->fixed != SOLEUS_UNKNOWN_INSTANT)
    return self->fixed;
#ifdef CLOCK_BOOTTIME
  if (clock_gettime (CLOCK_BOOTTIME, &ticks) == 0)
    return ticks.tv_sec * SOLEUS_USEC_PER_SECOND + ticks.tv_nsec / 1000;
#endif
  return clock_gettime (CLOCK_MONOTONIC, &ticks) == 0 ? ticks.tv_sec * SOLEUS_USEC_PER_SECOND + ticks.tv_nsec / 1000 : g_get_monotonic_time ();
}

/**
 * soleus_clock_is_fixed:
 *
 * Returns: %TRUE if the clock stands still
 */
gboolean
soleus_clock_is_fixed (SoleusClock *self)
{
  g_return_val_if_fail (SOLEUS_IS_CLOCK (self), FALSE);

  return self->fixed != SOLEUS_UNKNOWN_INSTANT;
}

/**
 * soleus_clock_advance:
 * @microseconds: may be negative, as when somebody sets a clock back
 *
 * Moves a fixed clock. It is an error to move the system's.
 */
void
soleus_clock_advance (SoleusClock *self,
                      gint64       microseconds)
{
  g_return_if_fail (SOLEUS_IS_CLOCK (self));
  g_return_if_fail (self->fixed != SOLEUS_UNKNOWN_INSTANT);

  self->fixed += microseconds;
}
