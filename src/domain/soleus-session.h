/* soleus-session.h: minutes and session RPE of one training or match */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SESSION (soleus_session_get_type ())
SOLEUS_DECLARE_RECORD (SoleusSession, soleus_session, SESSION)

/* whether two records may be of the same training */
typedef enum {
  SOLEUS_SESSION_DIFFERENT,
  SOLEUS_SESSION_ALIKE, /* from two devices, or typed and imported: a person decides */
  SOLEUS_SESSION_SAME,  /* the same recording, read twice */
} SoleusSessionLikeness;

SoleusSessionLikeness soleus_session_compare (SoleusRecord *a,
                                              SoleusRecord *b);

G_END_DECLS
