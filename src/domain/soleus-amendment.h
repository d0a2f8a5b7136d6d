/* soleus-amendment.h: a dated addition to a signed visit */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_AMENDMENT (soleus_amendment_get_type ())
SOLEUS_DECLARE_RECORD (SoleusAmendment, soleus_amendment, AMENDMENT)

G_END_DECLS
