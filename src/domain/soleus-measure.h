/* soleus-measure.h: a test or measurement of a visit */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEASURE (soleus_measure_get_type ())
SOLEUS_DECLARE_RECORD (SoleusMeasure, soleus_measure, MEASURE)

G_END_DECLS
