/* soleus-red-flag.h: a warning that closes only with a recorded outcome */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RED_FLAG (soleus_red_flag_get_type ())
SOLEUS_DECLARE_RECORD (SoleusRedFlag, soleus_red_flag, RED_FLAG)

G_END_DECLS
