/* soleus-treatment.h: what was done to a body part, and what the rule said then */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TREATMENT (soleus_treatment_get_type ())
SOLEUS_DECLARE_RECORD (SoleusTreatment, soleus_treatment, TREATMENT)

gboolean soleus_treatment_is_planned (SoleusRecord  *self,
                                      SoleusRecord  *visit,
                                      SoleusInstant  now);

G_END_DECLS
