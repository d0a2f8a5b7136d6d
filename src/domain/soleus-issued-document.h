/* soleus-issued-document.h: a paper as it was issued */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ISSUED_DOCUMENT (soleus_issued_document_get_type ())
SOLEUS_DECLARE_RECORD (SoleusIssuedDocument, soleus_issued_document, ISSUED_DOCUMENT)

G_END_DECLS
