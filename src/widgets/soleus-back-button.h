/* soleus-back-button.h: the way back, shown only where there is one */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_BACK_BUTTON (soleus_back_button_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBackButton, soleus_back_button, SOLEUS, BACK_BUTTON, GtkButton)

GtkWidget *soleus_back_button_new (void);

G_END_DECLS
