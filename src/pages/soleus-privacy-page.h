/* soleus-privacy-page.h: restricting and erasing one athlete’s records; without an athlete, whose records have been kept long enough */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PRIVACY_PAGE (soleus_privacy_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPrivacyPage, soleus_privacy_page, SOLEUS, PRIVACY_PAGE, SoleusPage)

G_END_DECLS
