/* soleus-change-private.h: what the commit reads of a change */
#pragma once

#include "soleus-change.h"

G_BEGIN_DECLS

typedef struct {
  gboolean              given;
  SoleusOverrideReason  reason;
  char                 *text;
  SoleusAnswer          consent;
  SoleusWindowState     strictest; /* the state that the reason was given for: a stricter one asks again */
} SoleusChangeOverride;

GPtrArray                  *_soleus_change_get_records  (SoleusChange *self); /* (element-type SoleusRecord) */
GPtrArray                  *_soleus_change_get_blobs    (SoleusChange *self); /* (element-type GBytes) */
const SoleusChangeOverride *_soleus_change_find_override (SoleusChange *self, const char *treatment_id);
GHashTable                 *_soleus_change_get_refusals (SoleusChange *self); /* (nullable) (element-type utf8 GError): only of an import */
GHashTable                 *_soleus_change_get_histories (SoleusChange *self); /* (nullable) (element-type utf8 GPtrArray): only of an import */
void                        _soleus_change_add_history  (SoleusChange *self, const char *record_id, GPtrArray *history);

G_END_DECLS
