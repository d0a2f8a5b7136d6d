/* soleus-search-page.h: words in the notes of one athlete’s records, or of everyone’s; a row leads to its record */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SEARCH_PAGE (soleus_search_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSearchPage, soleus_search_page, SOLEUS, SEARCH_PAGE, SoleusPage)

G_END_DECLS
