/* soleus-athlete.h: a person who is treated */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE (soleus_athlete_get_type ())
SOLEUS_DECLARE_RECORD (SoleusAthlete, soleus_athlete, ATHLETE)

G_END_DECLS
