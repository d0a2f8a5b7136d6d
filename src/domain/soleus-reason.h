/* soleus-reason.h: why a rule decided as it did: which rule, with which values, from which sources */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

typedef struct {
  char  *rule;    /* stable id, "window-row-4" */
  char  *text;    /* translated sentence that names the values used */
  char **sources; /* ids of soleus_catalogue_get_sources(), NULL-terminated, may be empty */
} SoleusReason;

SoleusReason *soleus_reason_new     (const char   *rule,
                                     const char   *sources,
                                     const char   *format,
                                     ...) G_GNUC_PRINTF (3, 4);
void          soleus_reason_free    (SoleusReason *self);

GPtrArray    *soleus_reasons_new     (void);
char         *soleus_reasons_to_text (GPtrArray   *reasons);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReason, soleus_reason_free)

G_END_DECLS
