/* soleus-episodes-tab.h: all episodes: filtered, sorted, grouped, searched, and one period compared with another */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EPISODES_TAB (soleus_episodes_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodesTab, soleus_episodes_tab, SOLEUS, EPISODES_TAB, SoleusAthleteTab)

G_END_DECLS
