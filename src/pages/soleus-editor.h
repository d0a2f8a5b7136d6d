/* soleus-editor.h: what every page is on which something is entered: Cancel, Save, and a draft that is never lost
 *
 * A draft is kept at most a second after a change and when the page goes away, under the key by which the page is shown. It is
 * offered silently: the page opens with it and says when it was kept. Discarding it can be taken back on the same button.
 * Ctrl+Return saves, Escape leaves and keeps the draft. */
#pragma once

#include "soleus-editor-header.h"
#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EDITOR (soleus_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusEditor, soleus_editor, SOLEUS, EDITOR, SoleusPage)

struct _SoleusEditorClass {
  SoleusPageClass parent_class;

  /* (transfer floating): everything that is entered */
  GVariant *(*collect) (SoleusEditor *self);
  /* shows what collect() gave; FALSE with an error where it cannot be read */
  gboolean  (*restore) (SoleusEditor  *self,
                        GVariant      *content,
                        GError       **error);
  /* writes it into the clinic; FALSE with a sentence in @error, nothing then written */
  gboolean  (*save)    (SoleusEditor  *self,
                        GError       **error);
};

void     soleus_editor_start       (SoleusEditor       *self,
                                    SoleusEditorHeader *header,
                                    GtkLabel           *issues,
                                    const char         *key,
                                    const char         *kind,
                                    const char         *athlete_id,
                                    const char         *draft_title);
void     soleus_editor_touch       (SoleusEditor       *self);
void     soleus_editor_forget      (SoleusEditor       *self);
void     soleus_editor_set_key     (SoleusEditor       *self,
                                    const char         *key,
                                    const char         *draft_title);
void     soleus_editor_save        (SoleusEditor       *self);
void     soleus_editor_show_issue  (SoleusEditor       *self,
                                    const char         *message);
gboolean soleus_editor_all_valid   (SoleusEditor       *self);

G_END_DECLS
