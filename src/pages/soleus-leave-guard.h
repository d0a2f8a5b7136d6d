/* soleus-leave-guard.h: a window whose words are not thrown away unasked */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_leave_guard_install (GtkWindow  *window,
                                 const char *question);
void soleus_leave_guard_touch   (GtkWindow  *window);
void soleus_leave_guard_leave   (GtkWindow  *window);

G_END_DECLS
