/* soleus-flag-register.h: keeps the red flags of an athlete in step with the record: raises them, never closes one */
#pragma once

#include "soleus-rule-input.h"

G_BEGIN_DECLS

GPtrArray *soleus_flag_register_list_new (SoleusRuleInput  *input,
                                          const char       *athlete_id);
gboolean   soleus_flag_register_update   (SoleusStore      *store,
                                          SoleusRuleInput  *input,
                                          const char       *athlete_id,
                                          const char       *author,
                                          GError          **error);
char     **soleus_flag_register_list_reasons (SoleusRuleInput *input,
                                              SoleusRecord    *flag);

G_END_DECLS
