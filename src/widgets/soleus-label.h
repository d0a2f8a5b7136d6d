/* soleus-label.h: a text of any length on a card or in a row */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *soleus_label_new_wrapped (const char *text,
                                     const char *css_class);

G_END_DECLS
