/* soleus-day-records.h: the check-in and the training session of a day, stored or new */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

SoleusRecord *soleus_day_find_record    (SoleusClinic           *clinic,
                                         const SoleusRecordKind *kind,
                                         const char             *athlete_id,
                                         const char             *date,
                                         GError                **error);
SoleusRecord *soleus_day_new_record     (const SoleusRecordKind *kind,
                                         const char             *athlete_id,
                                         const char             *date);
gboolean      soleus_day_record_is_empty (SoleusRecord          *record);

G_END_DECLS
