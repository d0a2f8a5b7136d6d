/* soleus-shoe-page.h: a pair of shoes: since when, on what, how far before. Target: "new:" and the id of an athlete, or the id of a pair. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SHOE_PAGE (soleus_shoe_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusShoePage, soleus_shoe_page, SOLEUS, SHOE_PAGE, SoleusEditor)

G_END_DECLS
