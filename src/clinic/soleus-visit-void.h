/* soleus-visit-void.h: void with a reason instead of delete: a visit, signed or not, and what belongs to it */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

GPtrArray *soleus_visit_void_list_parts (SoleusClinic  *clinic,
                                         const char    *visit_id,
                                         GError       **error);
gboolean   soleus_visit_void_run        (SoleusClinic  *clinic,
                                         const char    *visit_id,
                                         const char    *reason,
                                         GError       **error);

G_END_DECLS
