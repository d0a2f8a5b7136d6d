/* soleus-planned-lines.h: massage and heat planned where a window arose since, on Today and above a visit */
#pragma once

#include "soleus-card.h"
#include "soleus-clinic.h"

G_BEGIN_DECLS

guint soleus_planned_lines_append         (SoleusCard   *card,
                                           SoleusClinic *clinic);
void  soleus_planned_lines_append_banners (GtkBox       *box,
                                           SoleusClinic *clinic,
                                           const char   *athlete_id,
                                           const char   *visit_id);

G_END_DECLS
