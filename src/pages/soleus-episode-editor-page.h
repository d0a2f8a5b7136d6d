/* soleus-episode-editor-page.h: one cramp on one page: when, where, how it was, the damage screen, signs; and what saving does
 *
 * Target: "new:ATHLETE-ID" or the id of an episode. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EPISODE_EDITOR_PAGE (soleus_episode_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodeEditorPage, soleus_episode_editor_page, SOLEUS, EPISODE_EDITOR_PAGE, SoleusEditor)

G_END_DECLS
