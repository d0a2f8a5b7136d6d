/* soleus-screen-page.h: the damage screen as a short guided page: Y, N or U answers a question and moves on
 *
 * Target: the id of an episode. The first screen belongs to the episode; a later one is a contact (re-check) of its own. After the
 * window the signs of continuing bleeding are asked first: they decide whether it opens. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SCREEN_PAGE (soleus_screen_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusScreenPage, soleus_screen_page, SOLEUS, SCREEN_PAGE, SoleusEditor)

G_END_DECLS
