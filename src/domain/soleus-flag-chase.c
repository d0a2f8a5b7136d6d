#include "soleus-config.h"

#include "soleus-flag-chase.h"

/* Clinic rules, no published number: an emergency is settled within the hour, “same day” is the day it says, a routine
 * referral is asked about after two weeks. */
static const gint64 limits[] = {
  [SOLEUS_URGENCY_ROUTINE] = 14 * 24 * SOLEUS_USEC_PER_HOUR,
  [SOLEUS_URGENCY_SAME_DAY] = 24 * SOLEUS_USEC_PER_HOUR,
  [SOLEUS_URGENCY_EMERGENCY] = 1 * SOLEUS_USEC_PER_HOUR,
};

/**
 * soleus_flag_chase_get_limit:
 *
 * Returns: how long a flag of that urgency may wait, microseconds; that of an emergency for an urgency that is none
 */
gint64
soleus_flag_chase_get_limit (SoleusUrgency urgency)
{
  return (gsize) urgency < G_N_ELEMENTS (limits) ? limits[urgency] : limits[SOLEUS_URGENCY_EMERGENCY];
}

/**
 * soleus_flag_chase_assess:
 * @raised_at: when it was raised
 * @referred_at: when the athlete was sent to somebody, or %SOLEUS_UNKNOWN_INSTANT
 * @now: the time asked for
 *
 * A flag that nobody acted on waits from when it was raised; one that was referred waits for its outcome from the
 * referral. The later the referral, the later the chase: that it was late is seen from the flag itself.
 *
 * Returns: since when it waits, when it is overdue, and whether it is
 */
SoleusFlagChase
soleus_flag_chase_assess (SoleusUrgency   urgency,
                          SoleusFlagState state,
                          SoleusInstant   raised_at,
                          SoleusInstant   referred_at,
                          SoleusInstant   now)
{
  SoleusFlagChase chase = { raised_at, SOLEUS_UNKNOWN_INSTANT, 0, FALSE };

  if (state == SOLEUS_FLAG_STATE_REFERRED && referred_at != SOLEUS_UNKNOWN_INSTANT)
    chase.since = MAX (raised_at, referred_at);
  chase.age = MAX (now - chase.since, 0);
  if (state == SOLEUS_FLAG_STATE_CLEARED)
    return chase;
  chase.due_at = chase.since + soleus_flag_chase_get_limit (urgency);
  chase.overdue = now >= chase.due_at;
  return chase;
}
