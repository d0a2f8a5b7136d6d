/* soleus-wrap-layout.h: children side by side at their natural width, wrapping like words in a paragraph */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_WRAP_LAYOUT (soleus_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoleusWrapLayout, soleus_wrap_layout, SOLEUS, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *soleus_wrap_layout_new (int spacing);

G_END_DECLS
