/* soleus-proportion.h: a share of few cases with the honesty that few cases ask for */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

typedef struct {
  double share; /* 0–1 */
  double lower; /* 95 % Wilson interval */
  double upper;
} SoleusProportion;

gboolean soleus_proportion_compute (guint             cases,
                                    guint             total,
                                    SoleusProportion *proportion);

G_END_DECLS
