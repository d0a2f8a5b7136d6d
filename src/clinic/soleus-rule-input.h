/* soleus-rule-input.h: the record of one athlete as the plain values that the rules take */
#pragma once

#include "soleus-clot-screen.h"
#include "soleus-health-rules.h"
#include "soleus-massage-window.h"
#include "soleus-red-flags.h"
#include "soleus-store.h"

G_BEGIN_DECLS

typedef struct _SoleusRuleInput SoleusRuleInput;

SoleusRuleInput          *soleus_rule_input_new            (SoleusStore      *store,
                                                            SoleusRecord     *athlete,
                                                            SoleusRecord     *episode,
                                                            SoleusRecord     *policy,
                                                            SoleusInstant     now,
                                                            GError          **error);
void                      soleus_rule_input_free           (SoleusRuleInput  *self);
const SoleusWindowInput  *soleus_rule_input_get_window     (SoleusRuleInput  *self);
const SoleusRedFlagInput *soleus_rule_input_get_red_flags  (SoleusRuleInput  *self);
GPtrArray                *soleus_rule_input_get_flag_records (SoleusRuleInput *self); /* (element-type SoleusRedFlag) */
void                      soleus_rule_input_set_policy     (SoleusRuleInput  *self,
                                                            SoleusRecord     *policy);
void                      soleus_rule_input_set_time       (SoleusRuleInput  *self,
                                                            SoleusInstant     at);
SoleusHealth             *soleus_rule_input_assess_health  (SoleusRuleInput  *self,
                                                            SoleusInstant     at);
SoleusClotScreen         *soleus_rule_input_assess_clot_screen (SoleusRuleInput *self,
                                                            SoleusRecord     *screening);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRuleInput, soleus_rule_input_free)

G_END_DECLS
