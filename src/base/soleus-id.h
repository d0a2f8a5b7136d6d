/* soleus-id.h: the stable identifiers of records (UUID version 4, lower case) */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

char     *soleus_id_new      (void);
gboolean  soleus_id_is_valid (const char *id);

G_END_DECLS
