/* soleus-past-episodes.h: the episodes of an athlete as values over time, and how often they came back */
#pragma once

#include "soleus-calendar-chart.h"
#include "soleus-clinic.h"
#include "soleus-recurrence.h"
#include "soleus-trend-chart.h"

G_BEGIN_DECLS

typedef enum { SOLEUS_PAST_INTERVAL, SOLEUS_PAST_PAIN, SOLEUS_PAST_MINUTES, SOLEUS_PAST_N_LANES } SoleusPastLane;

typedef struct {
  GArray          *onsets;                       /* (element-type SoleusInstant) oldest first */
  GArray          *values[SOLEUS_PAST_N_LANES];  /* (element-type SoleusTrendPoint) */
  SoleusTrendLane  lanes[SOLEUS_PAST_N_LANES];   /* borrow from them */
  guint            counts[SOLEUS_RECURRENCE_N_KINDS];
} SoleusPastEpisodes;

SoleusPastEpisodes *soleus_past_episodes_read        (SoleusClinic             *clinic,
                                                      const char               *athlete_id,
                                                      GPtrArray                *episodes,
                                                      SoleusInstant             from,
                                                      SoleusInstant             until);
char               *soleus_past_episodes_dup_trend   (const SoleusPastEpisodes *self);
void                soleus_past_episodes_free        (SoleusPastEpisodes       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusPastEpisodes, soleus_past_episodes_free)

G_END_DECLS
