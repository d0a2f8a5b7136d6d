/* soleus-override.h: why a treatment was given although a rule advised against it; never changed */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_OVERRIDE (soleus_override_get_type ())
SOLEUS_DECLARE_RECORD (SoleusOverride, soleus_override, OVERRIDE)

G_END_DECLS
