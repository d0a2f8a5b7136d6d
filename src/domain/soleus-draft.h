/* soleus-draft.h: what an editor works on: an immutable original and a current value */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_DRAFT (soleus_draft_get_type ())
G_DECLARE_FINAL_TYPE (SoleusDraft, soleus_draft, SOLEUS, DRAFT, GObject)

SoleusDraft  *soleus_draft_new          (SoleusRecord  *original);
SoleusDraft  *soleus_draft_new_empty    (const SoleusRecordKind *kind);
SoleusRecord *soleus_draft_get_original (SoleusDraft   *self);
SoleusRecord *soleus_draft_get_current  (SoleusDraft   *self);
gboolean      soleus_draft_is_modified  (SoleusDraft   *self);
void          soleus_draft_changed      (SoleusDraft   *self);
GVariant     *soleus_draft_to_variant   (SoleusDraft   *self);
gboolean      soleus_draft_restore      (SoleusDraft   *self,
                                         GVariant      *variant,
                                         GError       **error);

G_END_DECLS
