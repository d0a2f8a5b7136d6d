/* soleus-window-phrase.h: the two lines that a window is said in */
#pragma once

#include "soleus-massage-window.h"

G_BEGIN_DECLS

char *soleus_window_phrase_dup_title (const SoleusWindow *window,
                                      SoleusSide          side,
                                      SoleusRegion        region);
char *soleus_window_phrase_dup_text  (const SoleusWindow *window,
                                      const char         *reason,
                                      SoleusInstant       now);
char *soleus_window_phrase_dup_until (const SoleusWindow *window);
char *soleus_window_phrase_dup_keeps (const SoleusWindow *window);

G_END_DECLS
