/* soleus-clinic-content.h: the protocol content, read once for each language and kept as long as the clinic is open */
#pragma once

#include "soleus-clinic.h"
#include "soleus-content.h"

G_BEGIN_DECLS

char          *soleus_clinic_dup_interface_language (void);
SoleusContent *soleus_clinic_load_content           (SoleusClinic  *self,
                                                     const char    *language,
                                                     GError       **error);
char          *soleus_clinic_dup_content_folder     (SoleusClinic  *self);
const char    *soleus_clinic_get_content_problem    (SoleusClinic  *self);
char         **soleus_clinic_list_content_languages (SoleusClinic  *self);

G_END_DECLS
