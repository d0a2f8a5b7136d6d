/* soleus-accessible.h: names for assistive technologies that are the same on every version of GTK */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_accessible_set_name   (GtkWidget  *widget,
                                   const char *name);
void soleus_accessible_mend_names (GtkWidget  *root);
void soleus_accessible_name_scrolled (GtkWidget  *root,
                                   const char *name);

G_END_DECLS
