/* soleus-athlete-page.h: one athlete: who it is, what is closed, six tabs */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE_PAGE (soleus_athlete_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthletePage, soleus_athlete_page, SOLEUS, ATHLETE_PAGE, SoleusPage)

G_END_DECLS
