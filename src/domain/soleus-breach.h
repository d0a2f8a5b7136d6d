/* soleus-breach.h: a treatment that a later change of the record shows to have been inside a window */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BREACH (soleus_breach_get_type ())
SOLEUS_DECLARE_RECORD (SoleusBreach, soleus_breach, BREACH)

G_END_DECLS
