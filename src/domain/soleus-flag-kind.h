/* soleus-flag-kind.h: what a red flag of each kind means for the window, and whom it is for.
 * A new kind is one row of the table in soleus-catalogue-flags.c. */
#pragma once

#include "soleus-catalogue.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_FLAG_EFFECT_NONE,       /* does not touch the window */
  SOLEUS_FLAG_EFFECT_CLOT_SCREEN, /* row 2: closed until the clot screen is complete */
  SOLEUS_FLAG_EFFECT_HARD_STOP,  /* row 1: stopped until a medical outcome is recorded */
} SoleusFlagEffect;

typedef struct {
  SoleusCatalogueRow   row;        /* the same row as in soleus_catalogue_get_flag_kinds(); value: SoleusUrgency */
  SoleusFlagEffect     effect;
  gboolean             whole_body; /* stops every limb, not only the one it was seen on */
  gboolean             local_heat; /* warmth or redness: heat would mask it (C2) */
  SoleusReferralTarget target;
  const char          *advice;     /* N_(): what to do, what else to ask */
} SoleusFlagKind;

const SoleusFlagKind *soleus_flag_kind_find         (const char           *id);
gboolean              soleus_flag_kind_is_hard_stop (const char           *id);
const char           *soleus_flag_kind_get_advice   (const SoleusFlagKind *self);

G_END_DECLS
