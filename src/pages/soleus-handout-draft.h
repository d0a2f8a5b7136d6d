/* soleus-handout-draft.h: keeps what is chosen for a handout until it is issued, as every editor keeps what is entered */
#pragma once

#include <gtk/gtk.h>

#include "soleus-handout-choice.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_HANDOUT_DRAFT (soleus_handout_draft_get_type ())
G_DECLARE_FINAL_TYPE (SoleusHandoutDraft, soleus_handout_draft, SOLEUS, HANDOUT_DRAFT, GObject)

SoleusHandoutDraft *soleus_handout_draft_new    (SoleusClinic        *clinic,
                                                 SoleusHandoutChoice *choice,
                                                 const char          *key);
void                soleus_handout_draft_attach (SoleusHandoutDraft  *self,
                                                 GtkWidget           *strip,
                                                 GtkLabel            *label,
                                                 GtkButton           *button);
void                soleus_handout_draft_keep   (SoleusHandoutDraft  *self);
void                soleus_handout_draft_toggle (SoleusHandoutDraft  *self);
void                soleus_handout_draft_forget (SoleusHandoutDraft  *self);

G_END_DECLS
