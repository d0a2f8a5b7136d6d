/* soleus-clinic-others.h: what another program writes into the open clinic file */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

gboolean soleus_clinic_notice_others (SoleusClinic *self);

G_END_DECLS
