/* soleus-row-layout.h: widgets beside each other, as in a horizontal GtkBox, of which some are texts that wrap */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* With the properties “spacing” (pixels) and “center”: children are as high as they wish, in the middle of the row. In a template: <object class="GtkBox"><property name="layout-manager"><object class="SoleusRowLayout">… */
#define SOLEUS_TYPE_ROW_LAYOUT (soleus_row_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoleusRowLayout, soleus_row_layout, SOLEUS, ROW_LAYOUT, GtkLayoutManager)

GtkWidget *soleus_row_layout_new_box (int spacing);

G_END_DECLS
