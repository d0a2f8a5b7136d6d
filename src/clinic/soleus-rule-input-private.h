/* soleus-rule-input-private.h: shared by the files of the rule input only */
#pragma once

#include "soleus-health-rules.h"
#include "soleus-rule-input.h"

G_BEGIN_DECLS

struct _SoleusRuleInput {
  SoleusStore             *store;       /* (owned) */
  SoleusRecord            *athlete;     /* (owned) */
  GPtrArray               *episodes;    /* (owned) the records that the arrays below point into */
  GPtrArray               *contacts;    /* (owned) */
  GPtrArray               *flags;       /* (owned) */
  GPtrArray               *medications; /* (owned) */
  GPtrArray               *conditions;  /* (owned) */
  GPtrArray               *screenings;  /* (owned) clot screens, newest first */
  GPtrArray               *screens;     /* (owned) (element-type SoleusClotScreen) what follows from each */
  GArray                  *window_episodes;
  GArray                  *window_contacts;
  GArray                  *window_flags;
  GArray                  *flag_episodes;
  GArray                  *flag_contacts;
  GArray                  *flag_screens;
  GArray                  *health;      /* (element-type SoleusHealthEntry) */
  gboolean                 has_loads;   /* sessions were read */
  SoleusWindowPolicy       policy;
  SoleusRedFlagThresholds  thresholds;
  SoleusWindowInput        window;
  SoleusRedFlagInput       red_flags;
};

gint64   _soleus_rule_input_get_age      (SoleusRecord     *athlete,
                                          SoleusInstant     at);
void     _soleus_rule_input_fill_health  (SoleusRuleInput  *self);
void     _soleus_rule_input_fill_screens (SoleusRuleInput  *self);
void     _soleus_rule_input_judge_clot   (SoleusRuleInput  *self,
                                          SoleusRecord     *record,
                                          SoleusWindowFlag *flag);
void     _soleus_rule_input_fill_loads   (SoleusRuleInput  *self);
void     _soleus_rule_input_sum_loads    (GPtrArray        *sessions,
                                          const char       *last,
                                          double           *days,
                                          gsize             n_days);

G_END_DECLS
