/* soleus-clot-case.h: what a clot screen of a leg is about: which episode, which flags wait for it, and what saving it writes */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

SoleusRecord *soleus_clot_case_find_begun    (SoleusClinic *clinic,
                                              const char   *athlete_id,
                                              SoleusSide    side);
char         *soleus_clot_case_dup_episode   (SoleusClinic *clinic,
                                              const char   *athlete_id,
                                              SoleusSide    side);
GPtrArray    *soleus_clot_case_list_waiting  (SoleusClinic *clinic,
                                              const char   *athlete_id,
                                              SoleusSide    side);
const char   *soleus_clot_case_find_stop     (SoleusClinic *clinic,
                                              const char   *athlete_id,
                                              SoleusSide    side);
gboolean      soleus_clot_case_save          (SoleusClinic         *clinic,
                                              SoleusRecord         *screening,
                                              const SoleusAnswers  *chest_signs,
                                              const char           *not_suspected_because,
                                              GError              **error);

G_END_DECLS
