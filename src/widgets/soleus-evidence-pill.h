/* soleus-evidence-pill.h: how well a statement is supported, as a small pill beside it: words, never colour alone
 *
 * CSS: a box with the classes "tag" and "evidence"; strong and moderate evidence have "ok", weak has "caution",
 * folk remedies "caution", conventions "neutral". Hidden for SOLEUS_EVIDENCE_NONE. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EVIDENCE_PILL (soleus_evidence_pill_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEvidencePill, soleus_evidence_pill, SOLEUS, EVIDENCE_PILL, GtkWidget)

GtkWidget  *soleus_evidence_pill_new          (SoleusEvidence      evidence);
void        soleus_evidence_pill_set_evidence (SoleusEvidencePill *self,
                                               SoleusEvidence      evidence);
const char *soleus_evidence_get_short_label   (SoleusEvidence      evidence);
const char *soleus_evidence_get_meaning       (SoleusEvidence      evidence);

G_END_DECLS
