/* soleus-relief-private.h: the session from the inside, for its two files */
#pragma once

#include "soleus-relief-session.h"

G_BEGIN_DECLS

#define NEVER (-1)

/* All times are microseconds since the session was started; NEVER: it did not happen. */
struct _SoleusReliefSession {
  SoleusReliefTimes     times;
  SoleusSide            side;
  gboolean              may_press;

  gint64                ticks;   /* the latest reading */
  SoleusInstant         wall;    /* the latest reading, at “now” */
  gint64                now;
  gint64                earlier; /* the cramp began that long before the session */

  SoleusReliefStep      step;
  gint64                step_started;
  SoleusReliefManoeuvre manoeuvre;
  gint64                held[SOLEUS_RELIEF_N_MANOEUVRES]; /* without the hold of the present step */
  gint64                press_started;
  gint64                pressed_at;
  gint64                pressed;

  gint64                eased;
  int                   eased_by; /* a SoleusReliefManoeuvre, -1: none */
  gint64                ended;
  gint64                help_called;
  gboolean              worse;
  gboolean              walked;
  gboolean              handed_over;
};

void _soleus_relief_session_end_press (SoleusReliefSession *self);

G_END_DECLS
