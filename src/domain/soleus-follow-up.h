/* soleus-follow-up.h: something to be done by a date */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FOLLOW_UP (soleus_follow_up_get_type ())
SOLEUS_DECLARE_RECORD (SoleusFollowUp, soleus_follow_up, FOLLOW_UP)

G_END_DECLS
