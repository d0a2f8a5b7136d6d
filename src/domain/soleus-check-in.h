/* soleus-check-in.h: the risk factors of one day */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_IN (soleus_check_in_get_type ())
SOLEUS_DECLARE_RECORD (SoleusCheckIn, soleus_check_in, CHECK_IN)

void     soleus_check_in_note_chart       (SoleusRecord *check_in);
gboolean soleus_check_in_is_eight_colours (SoleusRecord *check_in);

G_END_DECLS
