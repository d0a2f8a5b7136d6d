/* soleus-migrator.h: brings a file to the newest schema; scripts are numbered and never edited after release */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

int      soleus_migrator_get_newest_version (void);
int      soleus_migrator_get_version        (SoleusConnection  *connection);
gboolean soleus_migrator_apply              (SoleusConnection  *connection,
                                             GError           **error);
gboolean soleus_migrator_run                (SoleusConnection  *connection,
                                             GError           **error);

G_END_DECLS
