/* soleus-record-others.h: members of an archive that are no fields here, as the text of a JSON object: kept for whoever knows them */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

const char *soleus_record_get_other_members (SoleusRecord *self); /* (nullable) */
void        soleus_record_set_other_members (SoleusRecord *self,
                                             const char   *json);
/* what is kept of a revision: the canonical text, and the other members */
char       *soleus_record_dup_version_text  (SoleusRecord *self);

G_END_DECLS
