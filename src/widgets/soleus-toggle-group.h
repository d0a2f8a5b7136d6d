/* soleus-toggle-group.h: toggle buttons that belong together: linked or as chips, one choice or several
 *
 * The group is one stop of the Tab key; the arrow keys move inside it. Typing the first letter of a button is left to the
 * owner. With “multiple” every button stands for itself; else at most one is active, and none is when the value is %NULL.
 *
 * CSS: one node, “toggle-group”, with the class “linked” or “chips”; the buttons are toggle buttons.
 *
 * Accessibility: the role is group; owners must give it a label or a labelled-by relation. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SOLEUS_TYPE_TOGGLE_GROUP (soleus_toggle_group_get_type ())
G_DECLARE_FINAL_TYPE (SoleusToggleGroup, soleus_toggle_group, SOLEUS, TOGGLE_GROUP, GtkWidget)

GtkWidget  *soleus_toggle_group_new        (gboolean           chips,
                                            gboolean           multiple);
GtkWidget  *soleus_toggle_group_add        (SoleusToggleGroup *self,
                                            const char        *id,
                                            const char        *label);
void        soleus_toggle_group_clear      (SoleusToggleGroup *self);
GtkWidget  *soleus_toggle_group_get_button (SoleusToggleGroup *self,
                                            const char        *id);
const char *soleus_toggle_group_get_value  (SoleusToggleGroup *self);
void        soleus_toggle_group_set_value  (SoleusToggleGroup *self,
                                            const char        *id);
gboolean    soleus_toggle_group_is_active  (SoleusToggleGroup *self,
                                            const char        *id);
void        soleus_toggle_group_set_active (SoleusToggleGroup *self,
                                            const char        *id,
                                            gboolean           active);

G_END_DECLS
