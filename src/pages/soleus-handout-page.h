/* soleus-handout-page.h: composes a handout beside its live preview, prints and saves it. Target: ATHLETE or ATHLETE:VISIT. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_HANDOUT_PAGE (soleus_handout_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusHandoutPage, soleus_handout_page, SOLEUS, HANDOUT_PAGE, SoleusPage)

G_END_DECLS
