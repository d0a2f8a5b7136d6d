/* soleus-in-view.h: what appears by itself on a page that scrolls is seen */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_in_view_keep (GtkWidget *widget);

G_END_DECLS
