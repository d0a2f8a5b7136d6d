/* soleus-document-page.h: a paper as it was issued: what it was, printed again and saved exactly as kept. Target: DOCUMENT. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DOCUMENT_PAGE (soleus_document_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDocumentPage, soleus_document_page, SOLEUS, DOCUMENT_PAGE, SoleusPage)

G_END_DECLS
