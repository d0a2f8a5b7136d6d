/* soleus-athlete-editor-page.h: who an athlete is. Only the name is needed. Target: "new" or the id of an athlete. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE_EDITOR_PAGE (soleus_athlete_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthleteEditorPage, soleus_athlete_editor_page, SOLEUS, ATHLETE_EDITOR_PAGE, SoleusEditor)

G_END_DECLS
