/* soleus-form-row.h: what a control is called, and the control: side by side where there is room, else below each other
 *
 * The control takes its accessible name from the title: by its own “title” property if it has one, else by relation. With
 * “control-end” the control stands at the end of the row and the words take the rest.
 *
 * CSS: one node, “form-row”. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_FORM_ROW (soleus_form_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFormRow, soleus_form_row, SOLEUS, FORM_ROW, GtkWidget)

GtkWidget *soleus_form_row_new       (const char    *title,
                                      GtkWidget     *control);
void       soleus_form_row_set_child (SoleusFormRow *self,
                                      GtkWidget     *control);

G_END_DECLS
