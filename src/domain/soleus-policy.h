/* soleus-policy.h: a version of the clinic's rules; the newest is in force, an old decision is read under its own */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_POLICY (soleus_policy_get_type ())
SOLEUS_DECLARE_RECORD (SoleusPolicy, soleus_policy, POLICY)

G_END_DECLS
