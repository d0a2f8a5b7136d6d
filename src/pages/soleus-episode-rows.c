/* soleus-episode-rows.c: a row is made once as a heading and as a line, and shows what it is given */
#define G_LOG_DOMAIN "soleus-episode-rows"

#include "soleus-config.h"

#include "soleus-episode-rows.h"

#include "soleus-record-summary.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "list-heading");
  gtk_stack_set_vhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  gtk_stack_add_named (GTK_STACK (stack), heading, "heading");
  gtk_stack_add_named (GTK_STACK (stack), soleus_record_line_new (), "episode");
  gtk_list_item_set_child (item, stack);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  GObject *row = gtk_list_item_get_item (item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (stack));
  gboolean is_episode = SOLEUS_IS_RECORD (row);
  g_autofree char *name = NULL;

  if (is_episode)
    {
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (gtk_stack_get_child_by_name (stack, "episode"));

      soleus_record_summary_show_episode (line, SOLEUS_RECORD (row));
      name = soleus_record_line_dup_name (line);
    }
  else
    {
      name = g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (row)));
      gtk_label_set_label (GTK_LABEL (gtk_stack_get_child_by_name (stack, "heading")), name);
    }
  gtk_stack_set_visible_child_name (stack, is_episode ? "episode" : "heading");
  gtk_list_item_set_activatable (item, is_episode);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * soleus_episode_rows_new_factory:
 *
 * Rows of a GtkListView: a record line for an episode, which can be activated, and a heading for a GtkStringObject, which
 * cannot. Each row carries what it says as its name.
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
soleus_episode_rows_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}
