/* soleus-backup.h: whole copies of a clinic file, checked before they count */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

char     *soleus_backup_dup_default_path (const char        *clinic_path,
                                          const char        *occasion);
gboolean  soleus_backup_write            (SoleusConnection  *connection,
                                          const char        *path,
                                          GError           **error);

G_END_DECLS
