/* soleus-clinic-profile.h: the clinic itself: letterhead, paper, whom to call; one row */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CLINIC_PROFILE (soleus_clinic_profile_get_type ())
SOLEUS_DECLARE_RECORD (SoleusClinicProfile, soleus_clinic_profile, CLINIC_PROFILE)

G_END_DECLS
