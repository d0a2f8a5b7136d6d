/* soleus-athlete-timeline.h: the timeline chart of an athlete from what is stored */
#pragma once

#include "soleus-clinic.h"
#include "soleus-timeline-chart.h"

G_BEGIN_DECLS

SoleusTimelineChart *soleus_athlete_timeline_new (SoleusClinic  *clinic,
                                                  SoleusRecord  *athlete,
                                                  GPtrArray     *episodes,
                                                  SoleusInstant  from,
                                                  SoleusInstant  until);
SoleusInstant        soleus_athlete_timeline_find_start (SoleusClinic  *clinic,
                                                         const char    *athlete_id,
                                                         SoleusInstant  latest);

G_END_DECLS
