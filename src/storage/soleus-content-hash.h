/* soleus-content-hash.h: what a clinic file holds, as one figure, and the entry of the audit that made it so */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

char *soleus_content_hash_compute  (SoleusConnection  *connection,
                                    GError           **error);
char *soleus_content_hash_dup_head (SoleusConnection  *connection,
                                    gint64            *at);

G_END_DECLS
