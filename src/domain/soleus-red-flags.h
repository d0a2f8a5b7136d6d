/* soleus-red-flags.h: which red flags follow from what was recorded: facts 127–130, C10–C13 and the table of mimics.
 * It never diagnoses: it says what was seen, what must be ruled out, and by whom. */
#pragma once

#include "soleus-answers.h"
#include "soleus-clot-screen.h"
#include "soleus-flag-kind.h"
#include "soleus-moment.h"
#include "soleus-reason.h"

G_BEGIN_DECLS

/* Clinic rules where the sources give no number (C10, C11), and the one number they give (fact 127). */
typedef struct {
  int self_care_minutes;       /* 10, fact 127; never longer */
  int right_after_minutes;     /* 60: pain noted within it belongs to the damage screen, not to “persistent” */
  int persistent_hours;        /* 24: pain this long after the episode is persistent; never longer */
  int frequent_per_week;       /* 3 episodes in 7 days */
  int frequent_per_four_weeks; /* 4 episodes in 28 days */
  int sleep_per_two_weeks;     /* 2 sleep-disrupting episodes in 14 days */
} SoleusRedFlagThresholds;

/* All pointers are borrowed for the length of the call. */
typedef struct {
  const char          *id;
  SoleusSide           side;
  SoleusRegion         region;
  const SoleusMoment  *onset;
  const SoleusMoment  *end;         /* (nullable) */
  const char          *relieved_by; /* (nullable) id of soleus_catalogue_get_relief() */
  gint64               pain;        /* 0–10 or SOLEUS_UNKNOWN_INT */
  const SoleusAnswers *signs;       /* (nullable) */
  const SoleusAnswers *screen;      /* (nullable) */
  gboolean             at_rest;     /* at rest or at night, not under load */
  SoleusAnswer         unaccustomed_load; /* the load before this cramp; soleus_training_load_is_unaccustomed() */
} SoleusRedFlagEpisode;

typedef struct {
  const char          *episode_id;    /* (nullable) what it concerns */
  SoleusSide           side;          /* of the signs; unknown: that of the episode */
  SoleusInstant        at;
  const SoleusAnswers *signs;         /* (nullable) */
  const SoleusAnswers *screen;        /* (nullable) */
  SoleusAnswer         pain_persists;
  gint64               pain;          /* 0–10 or SOLEUS_UNKNOWN_INT; above 0 counts as persisting */
} SoleusRedFlagContact;

/* A clot screen that was begun. */
typedef struct {
  const char             *episode_id; /* (nullable) what it concerns */
  SoleusSide              side;
  SoleusInstant           at;
  const SoleusClotScreen *screen;
} SoleusRedFlagClotScreen;

typedef struct {
  const SoleusRedFlagEpisode    *episodes;
  gsize                          n_episodes;
  const SoleusRedFlagContact    *contacts;
  gsize                          n_contacts;
  SoleusAnswer                   unaccustomed_load; /* much more, or more eccentric, than accustomed */
  SoleusAnswer                   pregnant;
  gint64                         age_years;         /* or SOLEUS_UNKNOWN_INT */
  const SoleusRedFlagThresholds *thresholds;        /* (nullable) the default */
  const SoleusRedFlagClotScreen *clot_screens;
  gsize                          n_clot_screens;
} SoleusRedFlagInput;

typedef struct {
  const SoleusFlagKind *kind;
  SoleusUrgency         urgency;    /* at least that of the kind */
  SoleusReferralTarget  target;
  SoleusSide            side;
  char                 *episode_id; /* (nullable) */
  SoleusInstant         raised_at;  /* of the first finding */
  GArray               *findings;   /* (element-type SoleusInstant) when it was found, unsorted */
  gboolean              hard_stop;
  char                 *key;        /* the same for the same matter: kind, episode and side */
  GPtrArray            *reasons;    /* (element-type SoleusReason) */
} SoleusRaisedFlag;

const SoleusRedFlagThresholds *soleus_red_flag_thresholds_get_default (void);

GPtrArray    *soleus_red_flags_assess            (const SoleusRedFlagInput *input);
SoleusInstant soleus_raised_flag_get_first_after (const SoleusRaisedFlag   *self,
                                                  SoleusInstant             cleared_at);
void          soleus_raised_flag_free            (SoleusRaisedFlag         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRaisedFlag, soleus_raised_flag_free)

G_END_DECLS
