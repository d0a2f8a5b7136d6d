#include "soleus-config.h"

#include "soleus-accessible.h"

/**
 * soleus_accessible_set_name:
 * @widget: a control
 * @name: what it is for, translated
 *
 * Names a control. From GTK 4.14 a drop-down says that it is labelled by the item that is chosen, and that counts more than its
 * label: “Choose…” would be all that is heard of “Muscle”. The item stays to be read inside it.
 */
void
soleus_accessible_set_name (GtkWidget  *widget,
                            const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * soleus_accessible_keep_labels:
 * @root: where a template was instantiated
 *
 * Lets the labels count that templates give to drop-downs in @root; see soleus_accessible_set_name().
 */
void
soleus_accessible_keep_labels (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    {
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_accessible_keep_labels (child);
}
