/* soleus-void-window.h: a visit becomes void with a reason instead of being deleted; what goes with it is said before */
#pragma once

#include <adwaita.h>

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_VOID_WINDOW (soleus_void_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusVoidWindow, soleus_void_window, SOLEUS, VOID_WINDOW, AdwWindow)

GtkWidget *soleus_void_window_new (GtkWindow    *parent,
                                   SoleusEditor *page,
                                   SoleusRecord *visit);

G_END_DECLS
