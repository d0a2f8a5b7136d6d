/* soleus-assessment.h: windows and red flags of one athlete at one instant */
#pragma once

#include "soleus-massage-window.h"
#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ASSESSMENT (soleus_assessment_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAssessment, soleus_assessment, SOLEUS, ASSESSMENT, GObject)

SoleusRecord      *soleus_assessment_get_athlete     (SoleusAssessment *self);
SoleusInstant      soleus_assessment_get_at          (SoleusAssessment *self);
GPtrArray         *soleus_assessment_get_windows     (SoleusAssessment *self); /* (transfer none) (element-type SoleusWindow), strictest first */
GPtrArray         *soleus_assessment_get_flags       (SoleusAssessment *self); /* (transfer none) (element-type SoleusRedFlag), open ones first */
GPtrArray         *soleus_assessment_get_remarks     (SoleusAssessment *self); /* (transfer none) (element-type SoleusReason): medicines, conditions, a clock set back */
SoleusWindowState  soleus_assessment_get_state       (SoleusAssessment *self); /* the strictest */
SoleusInstant      soleus_assessment_get_opens_at    (SoleusAssessment *self); /* of the strictest; unknown: no clock time */
guint              soleus_assessment_get_n_open_flags (SoleusAssessment *self);

G_END_DECLS
