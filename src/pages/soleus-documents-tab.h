/* soleus-documents-tab.h: the papers of an athlete as issued, and the two that can be made */
#pragma once

#include "soleus-athlete-tab.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOCUMENTS_TAB (soleus_documents_tab_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDocumentsTab, soleus_documents_tab, SOLEUS, DOCUMENTS_TAB, SoleusAthleteTab)

G_END_DECLS
