/* soleus-change.h: what is to be saved together, all or nothing */
#pragma once

#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHANGE (soleus_change_get_type ())
G_DECLARE_FINAL_TYPE (SoleusChange, soleus_change, SOLEUS, CHANGE, GObject)

SoleusChange *soleus_change_new          (void);

/* an unsealed record, new (revision 0) or a changed copy of a stored one */
void          soleus_change_add          (SoleusChange         *self,
                                          SoleusRecord         *record);
/* void with reason instead of delete */
void          soleus_change_add_void     (SoleusChange         *self,
                                          SoleusRecord         *stored,
                                          const char           *reason);
/* the recorded reason for every treatment of this change that the window does not allow (CAUTION: rationale, CLOSED: override) */
void          soleus_change_set_override (SoleusChange         *self,
                                          SoleusOverrideReason  reason,
                                          const char           *text,
                                          SoleusAnswer          consent);
/* the state that was seen when the reason was given: it does not count for a stricter one */
void          soleus_change_limit_override (SoleusChange      *self,
                                            SoleusWindowState  strictest);
/* the same for one treatment of this change: it alone is decided for this reason */
void          soleus_change_set_override_of (SoleusChange       *self,
                                          const char           *treatment_id,
                                          SoleusOverrideReason  reason,
                                          const char           *text,
                                          SoleusAnswer          consent,
                                          SoleusWindowState     strictest);
/* bytes to be kept under their hash (an issued document) */
void          soleus_change_add_blob     (SoleusChange         *self,
                                          GBytes               *bytes);
/* an import: what a rule refuses is left out and noted, and decisions that come along with a treatment count for it */
void          soleus_change_set_import   (SoleusChange         *self);
const GError *soleus_change_get_refusal  (SoleusChange         *self,
                                          const char           *record_id);

G_END_DECLS
