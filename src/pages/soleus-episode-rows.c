/* soleus-episode-rows.c: a row is made once as a heading and as a line, and shows what it is given */
#define G_LOG_DOMAIN "soleus-episode-rows"

#include "soleus-config.h"

#include "soleus-episode-rows.h"

#include "soleus-episode-choices.h"
#include "soleus-record-summary.h"

#include <glib/gi18n-lib.h>

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
show_episode (SoleusRecordLine *line,
              SoleusEpisodeRow *row,
              gboolean          with_name)
{
  SoleusRecord *episode = soleus_episode_row_get_episode (row);

  if (episode == NULL)
    soleus_record_line_set_text (line, _("This episode is no longer here, or cannot be read"), NULL);
  else if (with_name)
    soleus_record_summary_show_episode_of (line, episode, soleus_episode_row_get_athlete_name (row));
  else
    soleus_record_summary_show_episode (line, episode);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  with_names)
{
  GtkStack *stack = GTK_STACK (gtk_list_item_get_child (item));
  SoleusEpisodeRow *row = gtk_list_item_get_item (item);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (stack));
  gboolean is_heading = soleus_episode_row_is_heading (row);
  g_autofree char *name = NULL;

  if (is_heading)
    {
      name = soleus_episode_rows_dup_heading (row);
      gtk_label_set_label (GTK_LABEL (gtk_stack_get_child_by_name (stack, "heading")), name);
    }
  else
    {
      SoleusRecordLine *line = SOLEUS_RECORD_LINE (gtk_stack_get_child_by_name (stack, "episode"));

      show_episode (line, row, GPOINTER_TO_INT (with_names));
      name = soleus_record_line_dup_name (line);
    }
  gtk_stack_set_visible_child_name (stack, is_heading ? "heading" : "episode");
  gtk_list_item_set_activatable (item, !is_heading && soleus_episode_row_get_episode (row) != NULL);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * soleus_episode_rows_dup_heading:
 * @row: a heading
 *
 * Of a person the heading says who it is, and not how often: a list is no ranking.
 *
 * Returns: (transfer full): "May 2025 · 4 episodes", or the name of an athlete
 */
char *
soleus_episode_rows_dup_heading (SoleusEpisodeRow *row)
{
  const char *athlete;

  if (soleus_episode_row_get_group (row) != SOLEUS_EPISODE_GROUP_ATHLETE)
    return soleus_episode_choices_dup_heading (soleus_episode_row_get_group (row), soleus_episode_row_get_group_id (row),
                                               soleus_episode_row_get_n_episodes (row));
  athlete = soleus_episode_row_get_athlete_name (row);
  return g_strdup (athlete != NULL ? athlete : _("Unknown"));
}

/**
 * soleus_episode_rows_new_factory:
 * @with_names: whether the rows say whose episode it is
 *
 * Rows of a GtkListView over a #SoleusEpisodeList: a record line for an episode, which can be activated, and a heading, which
 * cannot. Each row carries what it says as its name.
 *
 * Returns: (transfer full): a factory
 */
GtkListItemFactory *
soleus_episode_rows_new_factory (gboolean with_names)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (with_names));
  return factory;
}
