/* soleus-first-run-page.h: one page: clinic, therapist, paper; or the demo clinic */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FIRST_RUN_PAGE (soleus_first_run_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFirstRunPage, soleus_first_run_page, SOLEUS, FIRST_RUN_PAGE, SoleusPage)

G_END_DECLS
