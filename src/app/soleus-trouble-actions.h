/* soleus-trouble-actions.h: the ways out where a clinic cannot be opened */
#pragma once

#include "soleus-main-window.h"

G_BEGIN_DECLS

void soleus_trouble_actions_add (SoleusMainWindow *window);

G_END_DECLS
