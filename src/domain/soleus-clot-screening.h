/* soleus-clot-screening.h: a clot screen as it was answered at one time for one leg; what follows is in soleus-clot-screen.h */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLOT_SCREENING (soleus_clot_screening_get_type ())
SOLEUS_DECLARE_RECORD (SoleusClotScreening, soleus_clot_screening, CLOT_SCREENING)

G_END_DECLS
