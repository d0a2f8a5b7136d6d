/* soleus-evidence-popover.h: what a statement rests on: how sure it is, which texts say it and how independent they are, where they
 * disagree, and what Soleus does about it */
#pragma once

#include <gtk/gtk.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EVIDENCE_POPOVER (soleus_evidence_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEvidencePopover, soleus_evidence_popover, SOLEUS, EVIDENCE_POPOVER, GtkPopover)

GtkWidget *soleus_evidence_popover_new        (SoleusEvidence      evidence,
                                               const char *const  *sources,
                                               const char *const  *facts,
                                               const char         *disagreement,
                                               const char         *basis);
GtkWidget *soleus_evidence_popover_new_button (const char         *statement,
                                               SoleusEvidence      evidence,
                                               const char *const  *sources,
                                               const char *const  *facts,
                                               const char         *disagreement,
                                               const char         *basis);
guint      soleus_evidence_count_independent  (const char *const  *sources,
                                               guint              *n_texts);
void       soleus_evidence_split_disagreement (const char         *disagreement,
                                               char              **differs,
                                               char              **resolved);

G_END_DECLS
