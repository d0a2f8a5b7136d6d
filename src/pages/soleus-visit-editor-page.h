/* soleus-visit-editor-page.h: a visit on one page: what was said, found, thought and planned, what was given, measured and looked at again
 *
 * Target: "new:ATHLETE-ID" or the id of a visit. A signed visit is shown, not edited; it is amended. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VISIT_EDITOR_PAGE (soleus_visit_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusVisitEditorPage, soleus_visit_editor_page, SOLEUS, VISIT_EDITOR_PAGE, SoleusEditor)

G_END_DECLS
