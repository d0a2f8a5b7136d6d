/* soleus-preferences-page.h: letterhead, therapists, paper, the length of the window, backup */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PREFERENCES_PAGE (soleus_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPreferencesPage, soleus_preferences_page, SOLEUS, PREFERENCES_PAGE, SoleusPage)

G_END_DECLS
