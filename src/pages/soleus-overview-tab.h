/* soleus-overview-tab.h: the year at a glance: episodes over time, where, what is next, the last visits */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_OVERVIEW_TAB (soleus_overview_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOverviewTab, soleus_overview_tab, SOLEUS, OVERVIEW_TAB, SoleusAthleteTab)

G_END_DECLS
