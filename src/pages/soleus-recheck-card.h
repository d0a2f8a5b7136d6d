/* soleus-recheck-card.h: an episode looked at again: bleeding, pain, signs, the damage screen; it opens or keeps a window. Signal “changed”. */
#pragma once

#include <adwaita.h>

#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RECHECK_CARD (soleus_recheck_card_get_type ())
G_DECLARE_FINAL_TYPE (SoleusRecheckCard, soleus_recheck_card, SOLEUS, RECHECK_CARD, AdwBin)

void                 soleus_recheck_card_set_detail  (SoleusRecheckCard  *self,
                                                      const char         *text);
void                 soleus_recheck_card_clear       (SoleusRecheckCard  *self);
gboolean             soleus_recheck_card_is_answered (SoleusRecheckCard  *self);
const SoleusAnswers *soleus_recheck_card_get_signs   (SoleusRecheckCard  *self);
SoleusRecord        *soleus_recheck_card_dup_contact (SoleusRecheckCard  *self,
                                                      const char         *athlete_id,
                                                      const char         *episode_id,
                                                      const char         *visit_id,
                                                      const SoleusMoment *at);
GVariant            *soleus_recheck_card_collect     (SoleusRecheckCard  *self);
void                 soleus_recheck_card_restore     (SoleusRecheckCard  *self,
                                                      GVariant           *content);

G_END_DECLS
