/* soleus-columns.h: children side by side in as many columns as fit, one column when narrow */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* the width below which a page is laid out in one column, in pixels */
#define SOLEUS_NARROW_WIDTH 600

/* The layout manager, with the child property “span” (columns a child takes, at least 1). In a template:
 *   <object class="GtkBox"><layout><property name="span">2</property></layout>…</object> */
#define SOLEUS_TYPE_COLUMNS_LAYOUT (soleus_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoleusColumnsLayout, soleus_columns_layout, SOLEUS, COLUMNS_LAYOUT, GtkLayoutManager)

#define SOLEUS_TYPE_COLUMNS (soleus_columns_get_type ())
G_DECLARE_FINAL_TYPE (SoleusColumns, soleus_columns, SOLEUS, COLUMNS, GtkWidget)

GtkWidget *soleus_columns_new       (void);
void       soleus_columns_append    (SoleusColumns *self,
                                     GtkWidget     *child,
                                     int            span);
void       soleus_columns_clear     (SoleusColumns *self);
gboolean   soleus_columns_is_narrow (SoleusColumns *self);

G_END_DECLS
