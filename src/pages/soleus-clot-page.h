/* soleus-clot-page.h: the clot screen of one leg: ten items with their points, both calves measured, chest signs, and what it says. It
 * says how urgently to refer, never that there is no clot. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLOT_PAGE (soleus_clot_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusClotPage, soleus_clot_page, SOLEUS, CLOT_PAGE, SoleusEditor)

G_END_DECLS
