/* soleus-window-groups.h: the windows of an athlete as a person counts them: one for a leg that is stopped, one for a place that waits */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  SoleusWindow *window; /* (owned) the strictest of the group */
  SoleusSide    side;   /* left, right or both */
  SoleusRegion  region; /* whole-body: the whole leg */
} SoleusWindowGroup;

SoleusRegion  soleus_window_get_named_region (const SoleusWindow *window);
GPtrArray    *soleus_window_groups_new       (GPtrArray          *windows);

G_END_DECLS
