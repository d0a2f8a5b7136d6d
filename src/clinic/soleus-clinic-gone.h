/* soleus-clinic-gone.h: a clinic file that is no longer there, or in which nothing is left, while its backups or its journal are */
#pragma once

#include <glib.h>

#include "soleus-types.h"

G_BEGIN_DECLS

gboolean  soleus_clinic_is_gone             (const char   *path,
                                             GError      **error);
char     *soleus_clinic_dup_former_name     (const char   *path);
gboolean  soleus_clinic_set_former_aside    (const char   *path,
                                             SoleusClock  *clock,
                                             char        **former,
                                             GError      **error);

G_END_DECLS
