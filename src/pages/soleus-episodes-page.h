/* soleus-episodes-page.h: the episodes of all athletes: filtered, sorted, grouped, searched */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EPISODES_PAGE (soleus_episodes_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodesPage, soleus_episodes_page, SOLEUS, EPISODES_PAGE, SoleusPage)

G_END_DECLS
