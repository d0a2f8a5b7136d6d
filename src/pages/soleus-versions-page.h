/* soleus-versions-page.h: every version of one record, what changed in each, and going back to one */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VERSIONS_PAGE (soleus_versions_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusVersionsPage, soleus_versions_page, SOLEUS, VERSIONS_PAGE, SoleusPage)

G_END_DECLS
