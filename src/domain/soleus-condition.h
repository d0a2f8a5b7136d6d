/* soleus-condition.h: a condition that an athlete has or had */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CONDITION (soleus_condition_get_type ())
SOLEUS_DECLARE_RECORD (SoleusCondition, soleus_condition, CONDITION)

G_END_DECLS
