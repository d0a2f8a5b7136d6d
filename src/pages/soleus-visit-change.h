/* soleus-visit-change.h: what is saved together with a visit: its measures and its reminder */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

void soleus_visit_change_add_measures  (SoleusChange *change,
                                        SoleusRecord *visit,
                                        GPtrArray    *measures,
                                        GPtrArray    *removed);
void soleus_visit_change_add_follow_up (SoleusChange *change,
                                        SoleusRecord *visit,
                                        SoleusClinic *clinic);

G_END_DECLS
