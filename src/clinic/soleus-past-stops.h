/* soleus-past-stops.h: from when to when massage and heat were stopped altogether */
#pragma once

#include "soleus-clinic.h"
#include "soleus-timeline-chart.h"

G_BEGIN_DECLS

void soleus_past_stops_append (SoleusClinic *clinic,
                               const char   *athlete_id,
                               GArray       *spans);

G_END_DECLS
