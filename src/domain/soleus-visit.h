/* soleus-visit.h: a clinic visit as a SOAP note */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VISIT (soleus_visit_get_type ())
SOLEUS_DECLARE_RECORD (SoleusVisit, soleus_visit, VISIT)

G_END_DECLS
