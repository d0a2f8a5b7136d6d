/* soleus-visits-tab.h: all visits, newest first */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VISITS_TAB (soleus_visits_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusVisitsTab, soleus_visits_tab, SOLEUS, VISITS_TAB, SoleusAthleteTab)

G_END_DECLS
