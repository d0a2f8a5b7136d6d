/* soleus-health-factor.h: what a class of medicine or a condition means for the rules. It feeds three of them and is never
 * advice on a medicine. A new class or condition is one row of the tables in soleus-catalogue-health.c. */
#pragma once

#include "soleus-catalogue.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_HEALTH_EFFECT_NONE      = 0,
  SOLEUS_HEALTH_EFFECT_CRAMP     = 1 << 0, /* associated with cramp: an association, not a cause */
  SOLEUS_HEALTH_EFFECT_BLEEDING  = 1 << 1, /* makes bleeding likelier: row 7 of the window */
  SOLEUS_HEALTH_EFFECT_CLOT      = 1 << 2, /* makes a clot likelier: shown in the clot screen */
  SOLEUS_HEALTH_EFFECT_PREGNANCY = 1 << 3, /* no clot score applies */
} SoleusHealthEffects;

typedef struct {
  SoleusCatalogueRow row;       /* value: SoleusHealthEffects */
  double             ratio;     /* published ratio for cramp, 0: none published */
  double             ratio_low; /* 95 % interval, 0: not given */
  double             ratio_high;
  const char        *clot_item; /* (nullable) the item of the clot screen that it answers with yes */
} SoleusHealthFactor;

const SoleusHealthFactor *soleus_medicine_class_find (const char *id);
const SoleusHealthFactor *soleus_condition_find      (const char *id);

G_END_DECLS
