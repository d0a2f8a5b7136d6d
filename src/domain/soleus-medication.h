/* soleus-medication.h: a medicine that an athlete takes or took; history, never advice */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MEDICATION (soleus_medication_get_type ())
SOLEUS_DECLARE_RECORD (SoleusMedication, soleus_medication, MEDICATION)

G_END_DECLS
