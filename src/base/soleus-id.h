/* soleus-id.h: the stable identifiers of records (UUID, lower case; version 4, or 8 where it follows from the content) */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

char     *soleus_id_new           (void);
char     *soleus_id_new_from_hash (const char *hash);
gboolean  soleus_id_is_valid      (const char *id);

G_END_DECLS
