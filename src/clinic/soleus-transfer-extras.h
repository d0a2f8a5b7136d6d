/* soleus-transfer-extras.h: what belongs to a clinic and is no record, out of it and into another: drafts, restrictions, its own content */
#pragma once

#include "soleus-clinic.h"
#include "soleus-format-registry.h"

G_BEGIN_DECLS

GPtrArray *soleus_transfer_list_extras (SoleusClinic              *clinic,
                                        const char                *athlete_id);
gboolean   soleus_transfer_take_extra  (SoleusClinic              *clinic,
                                        const SoleusArchiveExtra  *extra,
                                        gboolean                  *is_here,
                                        GError                   **error);

G_END_DECLS
