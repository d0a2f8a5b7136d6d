/* soleus-factors-tab.h: what may contribute: check-ins, and every risk factor with its answer, owner, action and next look */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FACTORS_TAB (soleus_factors_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFactorsTab, soleus_factors_tab, SOLEUS, FACTORS_TAB, SoleusAthleteTab)

G_END_DECLS
