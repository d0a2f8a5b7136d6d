/* soleus-flag-chase.h: how long a red flag may wait before it is chased: pure. The times are clinic rules. */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

typedef struct {
  SoleusInstant since;   /* from when it waits: raised, or referred */
  SoleusInstant due_at;  /* when it is overdue; unknown once an outcome is recorded */
  gint64        age;     /* µs since @since, never below 0 */
  gboolean      overdue;
} SoleusFlagChase;

gint64          soleus_flag_chase_get_limit (SoleusUrgency   urgency);
SoleusFlagChase soleus_flag_chase_assess    (SoleusUrgency   urgency,
                                             SoleusFlagState state,
                                             SoleusInstant   raised_at,
                                             SoleusInstant   referred_at,
                                             SoleusInstant   now);

G_END_DECLS
