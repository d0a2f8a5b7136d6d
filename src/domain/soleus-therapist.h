/* soleus-therapist.h: a person who makes entries */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_THERAPIST (soleus_therapist_get_type ())
SOLEUS_DECLARE_RECORD (SoleusTherapist, soleus_therapist, THERAPIST)

G_END_DECLS
