/* soleus-session.h: minutes and session RPE of one training or match */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SESSION (soleus_session_get_type ())
SOLEUS_DECLARE_RECORD (SoleusSession, soleus_session, SESSION)

G_END_DECLS
