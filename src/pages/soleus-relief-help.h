/* soleus-relief-help.h: the page that says to get medical help, to whom to go and what to do until then */
#pragma once

#include <adwaita.h>

#include "soleus-content.h"
#include "soleus-relief-session.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RELIEF_HELP (soleus_relief_help_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReliefHelp, soleus_relief_help, SOLEUS, RELIEF_HELP, AdwBin)

GtkWidget *soleus_relief_help_new         (void);
void       soleus_relief_help_set_content (SoleusReliefHelp          *self,
                                           SoleusContent             *content,
                                           const char                *emergency_number);
void       soleus_relief_help_set_session (SoleusReliefHelp          *self,
                                           const SoleusReliefSession *session);
void       soleus_relief_help_set_narrow  (SoleusReliefHelp          *self,
                                           gboolean                   narrow);

G_END_DECLS
