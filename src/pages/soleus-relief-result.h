/* soleus-relief-result.h: what a relief session came to, for the therapist to confirm before it becomes an episode */
#pragma once

#include <adwaita.h>

#include "soleus-change.h"
#include "soleus-relief-session.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RELIEF_RESULT (soleus_relief_result_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReliefResult, soleus_relief_result, SOLEUS, RELIEF_RESULT, AdwBin)

GtkWidget    *soleus_relief_result_new           (void);
void          soleus_relief_result_set_session   (SoleusReliefResult  *self,
                                                  SoleusReliefSession *session);
SoleusChange *soleus_relief_result_create_change (SoleusReliefResult  *self,
                                                  SoleusReliefSession *session,
                                                  const char          *athlete_id,
                                                  char               **episode_id,
                                                  GError             **error);

G_END_DECLS
