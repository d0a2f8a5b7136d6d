/* soleus-clinic-logo.h: the sign in the clinic's letterhead, kept in the clinic file with every version of its profile */
#pragma once

#include "soleus-clinic.h"
#include "soleus-logo.h"

G_BEGIN_DECLS

SoleusLogo *soleus_clinic_get_logo  (SoleusClinic  *self);
gboolean    soleus_clinic_set_logo  (SoleusClinic  *self,
                                     SoleusLogo    *logo,
                                     GError       **error);
SoleusLogo *soleus_clinic_read_logo (GFile         *file,
                                     GError       **error);
GBytes     *soleus_clinic_read_picture (GFile      *file,
                                     GError       **error);

G_END_DECLS
