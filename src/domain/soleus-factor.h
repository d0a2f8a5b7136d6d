/* soleus-factor.h: what is known of one risk factor of an athlete, and who looks after it */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FACTOR (soleus_factor_get_type ())
SOLEUS_DECLARE_RECORD (SoleusFactor, soleus_factor, FACTOR)

G_END_DECLS
