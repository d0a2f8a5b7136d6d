/* soleus-editor-header.h: the header bar of an editor: Cancel, title and whom it concerns, draft kept, Save
 *
 * The buttons only name actions of the page: “editor.cancel”, “editor.save” and “editor.discard”.
 *
 * CSS: one node, “editor-header”, with a header bar. */
#pragma once

#include <adwaita.h>

#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EDITOR_HEADER (soleus_editor_header_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEditorHeader, soleus_editor_header, SOLEUS, EDITOR_HEADER, AdwBin)

void soleus_editor_header_set_kept      (SoleusEditorHeader *self,
                                         SoleusInstant       at,
                                         gboolean            offered);
void soleus_editor_header_set_discarded (SoleusEditorHeader *self,
                                         gboolean            discarded);
/* whether there are earlier versions to be seen; the button names “editor.versions” */
void soleus_editor_header_set_versions  (SoleusEditorHeader *self,
                                         gboolean            versions);

G_END_DECLS
