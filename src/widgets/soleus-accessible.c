#include "soleus-config.h"

#include "soleus-accessible.h"

#include <adwaita.h>

#define NAMED "soleus-accessible-named"

static void
name_button (GtkButton *button)
{
  /* the word inside names it then, without its mnemonic */
  if (GTK_IS_LABEL (gtk_button_get_child (button)) && g_object_get_data (G_OBJECT (button), NAMED) == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A label that somebody put into a button: GTK names it by nothing. */
static void
name_by_label_inside (GtkWidget *button)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  if (gtk_button_get_label (GTK_BUTTON (button)) == NULL && GTK_IS_LABEL (child) && g_object_get_data (G_OBJECT (button), NAMED) == NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, child, NULL, -1);
}

/* Returns: (transfer full) (nullable) */
static char *
dup_chosen (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  GtkExpression *expression = gtk_drop_down_get_expression (drop_down);
  g_auto (GValue) value = G_VALUE_INIT;

  if (item == NULL)
    return NULL;
  if (expression != NULL && gtk_expression_evaluate (expression, item, &value) && G_VALUE_HOLDS_STRING (&value))
    return g_value_dup_string (&value);
  return GTK_IS_STRING_OBJECT (item) ? g_strdup (gtk_string_object_get_string (item)) : NULL;
}

/* The button inside has the focus: it is named by what is chosen, as the drop-down around it is by what for. */
static void
name_chosen (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  g_autofree char *chosen = dup_chosen (drop_down);

  if (GTK_IS_TOGGLE_BUTTON (button) && chosen != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, chosen, -1);
}

static void
mend_drop_down (GtkWidget *drop_down)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  name_chosen (GTK_DROP_DOWN (drop_down));
  g_signal_handlers_disconnect_by_func (drop_down, name_chosen, NULL);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_chosen), NULL);
}

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
  if (GTK_IS_DROP_DOWN (widget))
    mend_drop_down (widget);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mend_button (GtkWidget *button)
{
  if (gtk_button_get_use_underline (GTK_BUTTON (button)))
    {
      name_button (GTK_BUTTON (button));
      g_signal_connect (button, "notify::label", G_CALLBACK (name_button), NULL);
    }
  else
    {
      name_by_label_inside (button);
    }
}

/**
 * soleus_accessible_mend_names:
 * @root: where a template was instantiated
 *
 * GTK 4.8 names a button by its mnemonic and its word, “Make _Void… Make Void…”, and neither a button by a label that was put into it
 * nor an expander; from 4.14 the chosen item of a drop-down counts more than the label that its template gives it. In @root each is
 * heard as it is read, also when its word changes later. What soleus_accessible_set_name() named keeps its name.
 */
void
soleus_accessible_mend_names (GtkWidget *root)
{
  g_return_if_fail (GTK_IS_WIDGET (root));

  if (GTK_IS_DROP_DOWN (root))
    {
      mend_drop_down (root);
      return;
    }
  if (GTK_IS_BUTTON (root))
    {
      mend_button (root);
      return;
    }
  if (GTK_IS_MENU_BUTTON (root) && ADW_IS_SPLIT_BUTTON (gtk_widget_get_parent (root)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (root), -1);
  if (GTK_IS_EXPANDER (root) && gtk_expander_get_label (GTK_EXPANDER (root)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_expander_get_label (GTK_EXPANDER (root)), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_accessible_mend_names (child);
}

/**
 * soleus_accessible_name_scrolled:
 * @root: a page, or a window
 * @name: what it shows, translated
 *
 * What is scrolled takes the keyboard where nothing inside it can, and is heard by nothing then. In @root each is heard as @name, but for what
 * stands in something that soleus_accessible_set_name() named.
 */
void
soleus_accessible_name_scrolled (GtkWidget  *root,
                                 const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (root) && name != NULL);

  if (g_object_get_data (G_OBJECT (root), NAMED) != NULL)
    return;
  if (GTK_IS_SCROLLED_WINDOW (root))
    gtk_accessible_update_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_accessible_name_scrolled (child, name);
}
