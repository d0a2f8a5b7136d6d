/* soleus-today-page.h: what waits today; each row opens its record */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TODAY_PAGE (soleus_today_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTodayPage, soleus_today_page, SOLEUS, TODAY_PAGE, SoleusPage)

G_END_DECLS
