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

G_END_DECLS
