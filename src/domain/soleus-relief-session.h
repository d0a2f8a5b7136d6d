/* soleus-relief-session.h: the steps of relief while it cramps, as a state machine that takes times and never reads them.
 *
 * Two times are passed in. “Ticks” are microseconds that go on while the machine sleeps and that nobody can set; every duration
 * is counted on them. “Wall” is the instant that the clock shows; it only says when: whatever happened is placed by counting back
 * from the latest reading, so a clock that was put right meanwhile puts right what is recorded, and nothing lies in the future. */
#pragma once

#include "soleus-content-section.h"
#include "soleus-records.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_RELIEF_STEP_STOP,    /* fact 65 */
  SOLEUS_RELIEF_STEP_SIT,     /* facts 66 and 67 */
  SOLEUS_RELIEF_STEP_STRETCH, /* facts 68–74: open-ended hold */
  SOLEUS_RELIEF_STEP_PRESS,   /* facts 76 and 86: countdown; the muscle yields but the cramp is not over */
  SOLEUS_RELIEF_STEP_WALK,    /* fact 75, after the release only (C6) */
  SOLEUS_RELIEF_STEP_DONE,
} SoleusReliefStep;
#define SOLEUS_RELIEF_N_STEPS 6

typedef enum {
  SOLEUS_RELIEF_MANOEUVRE_SEATED,   /* straight knee: gastrocnemius (C5) */
  SOLEUS_RELIEF_MANOEUVRE_STANDING, /* bent knee: soleus (C5) */
} SoleusReliefManoeuvre;
#define SOLEUS_RELIEF_N_MANOEUVRES 2

typedef enum {
  SOLEUS_RELIEF_ACTION_NEXT,        /* the big one */
  SOLEUS_RELIEF_ACTION_SIT,         /* stretch seated, knee straight */
  SOLEUS_RELIEF_ACTION_STAND,       /* the leg bears weight: stretch standing, knee bent */
  SOLEUS_RELIEF_ACTION_START_PRESS, /* starts the countdown, or starts it again */
  SOLEUS_RELIEF_ACTION_CAME_BACK,   /* the cramp is not over after all */
  SOLEUS_RELIEF_ACTION_WORSE,       /* get help now, before the limit */
  SOLEUS_RELIEF_ACTION_HELP_CALLED,
  SOLEUS_RELIEF_ACTION_EASED,       /* on the page that says to get help */
  SOLEUS_RELIEF_ACTION_HANDED_OVER, /* on the page that says to get help: it still cramps, others take over */
  SOLEUS_RELIEF_ACTION_EARLIER,     /* it began a minute earlier */
} SoleusReliefAction;

/* how urgent it is to get help */
typedef enum {
  SOLEUS_RELIEF_ALARM_NONE,
  SOLEUS_RELIEF_ALARM_SOON, /* the last two minutes before the limit */
  SOLEUS_RELIEF_ALARM_NOW,  /* the limit has passed, or it gets worse */
} SoleusReliefAlarm;

/* Seconds. All of them come from the content; see soleus_relief_times_read(). */
typedef struct {
  int limit;            /* 600, never longer (facts 81 and 127) */
  int hold_prompt;      /* 10: “keep holding” (C4) */
  int pressure_minimum; /* 10 */
  int pressure_maximum; /* 15 (fact 86) */
} SoleusReliefTimes;

typedef struct _SoleusReliefSession SoleusReliefSession;

void                  soleus_relief_times_read                 (SoleusReliefTimes         *times,
                                                                SoleusContentSection      *relief);

SoleusReliefSession  *soleus_relief_session_new                (const SoleusReliefTimes   *times,
                                                                SoleusSide                 side,
                                                                gboolean                   may_press,
                                                                gint64                     ticks,
                                                                SoleusInstant              wall);
void                  soleus_relief_session_free               (SoleusReliefSession       *self);
void                  soleus_relief_session_tick               (SoleusReliefSession       *self,
                                                                gint64                     ticks,
                                                                SoleusInstant              wall);
gboolean              soleus_relief_session_act                (SoleusReliefSession       *self,
                                                                SoleusReliefAction         action,
                                                                gint64                     ticks,
                                                                SoleusInstant              wall);
gboolean              soleus_relief_session_can                (const SoleusReliefSession *self,
                                                                SoleusReliefAction         action);
void                  soleus_relief_session_set_side           (SoleusReliefSession       *self,
                                                                SoleusSide                 side);

/* for a crash: what is kept every second, and how it goes on */
GVariant             *soleus_relief_session_to_variant         (const SoleusReliefSession *self);
SoleusReliefSession  *soleus_relief_session_new_from_variant   (const SoleusReliefTimes   *times,
                                                                GVariant                  *kept,
                                                                gint64                     ticks,
                                                                SoleusInstant              wall);

/* what it is now; all times in microseconds */
SoleusSide            soleus_relief_session_get_side           (const SoleusReliefSession *self);
SoleusReliefStep      soleus_relief_session_get_step           (const SoleusReliefSession *self);
gboolean              soleus_relief_session_has_step           (const SoleusReliefSession *self,
                                                                SoleusReliefStep           step);
SoleusReliefManoeuvre soleus_relief_session_get_manoeuvre      (const SoleusReliefSession *self);
SoleusReliefAlarm     soleus_relief_session_get_alarm          (const SoleusReliefSession *self);
gint64                soleus_relief_session_get_elapsed        (const SoleusReliefSession *self); /* since it began; stands still once it is over or handed over */
gint64                soleus_relief_session_get_limit          (const SoleusReliefSession *self);
gint64                soleus_relief_session_get_hold           (const SoleusReliefSession *self); /* of this hold */
gboolean              soleus_relief_session_should_keep_holding (const SoleusReliefSession *self); /* the 10 s prompt */
gint64                soleus_relief_session_get_pressure_left  (const SoleusReliefSession *self); /* unknown: not started */
gboolean              soleus_relief_session_is_pressure_enough (const SoleusReliefSession *self);
SoleusInstant         soleus_relief_session_get_onset          (const SoleusReliefSession *self);
SoleusInstant         soleus_relief_session_get_limit_instant  (const SoleusReliefSession *self);
SoleusInstant         soleus_relief_session_get_end            (const SoleusReliefSession *self); /* unknown: it still cramps */
SoleusInstant         soleus_relief_session_get_help_called    (const SoleusReliefSession *self); /* unknown: not called */
gint64                soleus_relief_session_get_held           (const SoleusReliefSession *self,
                                                                SoleusReliefManoeuvre      manoeuvre); /* 0: not tried */
gint64                soleus_relief_session_get_pressed        (const SoleusReliefSession *self);     /* 0: not tried */
SoleusInstant         soleus_relief_session_get_pressed_at     (const SoleusReliefSession *self);

/* what it comes to */
const char           *soleus_relief_session_get_relieved_by    (const SoleusReliefSession *self);
const char           *soleus_relief_session_get_muscle         (const SoleusReliefSession *self);
char                 *soleus_relief_session_dup_note           (const SoleusReliefSession *self);
void                  soleus_relief_session_fill_episode       (const SoleusReliefSession *self,
                                                                SoleusRecord              *episode);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReliefSession, soleus_relief_session_free)

G_END_DECLS
