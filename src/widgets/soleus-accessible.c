#include "soleus-config.h"

#include "soleus-accessible.h"

#define NAMED "soleus-accessible-named"

/**
 * soleus_accessible_set_name:
 * @widget: a control
 * @name: what it is for, translated
 *
 * Names a control, and nothing else does: what GTK says that it is labelled by would be read too, or instead. That is the word on a
 * button, and from GTK 4.14 the chosen item of a drop-down, which stays to be read inside it.
 */
void
soleus_accessible_set_name (GtkWidget  *widget,
                            const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  g_object_set_data (G_OBJECT (widget), NAMED, GINT_TO_POINTER (TRUE));
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_button (GtkButton *button)
{
  /* the word inside names it then, without its mnemonic */
  if (GTK_IS_LABEL (gtk_button_get_child (button)) && g_object_get_data (G_OBJECT (button), NAMED) == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/**
 * soleus_accessible_mend_names:
 * @root: where a template was instantiated
 *
 * GTK 4.8 names a button by its mnemonic and its word, “Make _Void… Make Void…”; from 4.14 the chosen item of a drop-down counts more
 * than the label that its template gives it. In @root a button is heard as it is read, also when its word changes later, and a
 * drop-down has its label. What soleus_accessible_set_name() named keeps its name.
 */
void
soleus_accessible_mend_names (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      return;
    }
  if (GTK_IS_BUTTON (root) && gtk_button_get_use_underline (GTK_BUTTON (root)))
    {
      name_button (GTK_BUTTON (root));
      g_signal_connect (root, "notify::label", G_CALLBACK (name_button), NULL);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_accessible_mend_names (child);
}
