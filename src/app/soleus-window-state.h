/* soleus-window-state.h: the size of the window and the order of the list, kept where the settings are installed */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *soleus_window_state_restore (GtkWindow  *window);
void  soleus_window_state_save    (GtkWindow  *window,
                                   const char *sort);

G_END_DECLS
