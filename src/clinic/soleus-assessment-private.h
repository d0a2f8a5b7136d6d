/* soleus-assessment-private.h: how the clinic makes one */
#pragma once

#include "soleus-assessment.h"

G_BEGIN_DECLS

SoleusAssessment *_soleus_assessment_new (SoleusRecord  *athlete,
                                          SoleusInstant  at,
                                          GPtrArray     *windows,
                                          GPtrArray     *flags,
                                          GPtrArray     *remarks);

G_END_DECLS
