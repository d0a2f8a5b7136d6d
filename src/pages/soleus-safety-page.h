/* soleus-safety-page.h: who is in a window now, which red flags wait, what was decided against a rule, what was found afterwards */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SAFETY_PAGE (soleus_safety_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSafetyPage, soleus_safety_page, SOLEUS, SAFETY_PAGE, SoleusPage)

G_END_DECLS
