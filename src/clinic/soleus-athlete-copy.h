/* soleus-athlete-copy.h: what is kept about one athlete, in one folder, for that athlete */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

char     *soleus_athlete_copy_dup_name (SoleusClinic  *clinic,
                                        const char    *athlete_id);
gboolean  soleus_athlete_copy_write    (SoleusClinic  *clinic,
                                        const char    *athlete_id,
                                        const char    *folder,
                                        GError       **error);

G_END_DECLS
