/* soleus-relief-steps.h: the running relief: the list of steps, the one to do now, its clock and its buttons */
#pragma once

#include <adwaita.h>

#include "soleus-content.h"
#include "soleus-relief-session.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RELIEF_STEPS (soleus_relief_steps_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReliefSteps, soleus_relief_steps, SOLEUS, RELIEF_STEPS, AdwBin)

GtkWidget          *soleus_relief_steps_new         (void);
void                soleus_relief_steps_set_session (SoleusReliefSteps         *self,
                                                     const SoleusReliefSession *session,
                                                     SoleusContent             *content);
void                soleus_relief_steps_set_narrow  (SoleusReliefSteps         *self,
                                                     gboolean                   narrow);
gboolean            soleus_relief_steps_find_action (SoleusReliefSteps         *self,
                                                     int                        index,
                                                     SoleusReliefAction        *action);

G_END_DECLS
