/* soleus-plan-tab.h: the protocol as this athlete's plan: phases, which one fits now, entry criteria, exercises with dose */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PLAN_TAB (soleus_plan_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPlanTab, soleus_plan_tab, SOLEUS, PLAN_TAB, SoleusAthleteTab)

G_END_DECLS
