/* soleus-record-summary.h: an episode or a visit as a line of a list */
#pragma once

#include "soleus-clinic.h"
#include "soleus-record-line.h"

G_BEGIN_DECLS

void              soleus_record_summary_show_episode     (SoleusRecordLine *line,
                                                          SoleusRecord     *episode);
void              soleus_record_summary_show_episode_of  (SoleusRecordLine *line,
                                                          SoleusRecord     *episode,
                                                          const char       *athlete);
SoleusRecordLine *soleus_record_summary_new_episode_line (SoleusRecord *episode);
SoleusRecordLine *soleus_record_summary_new_visit_line   (SoleusClinic *clinic,
                                                          SoleusRecord *visit);
char             *soleus_record_summary_dup_visit        (SoleusClinic *clinic,
                                                          SoleusRecord *visit);

G_END_DECLS
