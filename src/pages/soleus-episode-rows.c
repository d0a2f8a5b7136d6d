/* soleus-episode-rows.c: a row is a heading or a line, and shows what stands in its place in the list, also when that changes */
#define G_LOG_DOMAIN "soleus-episode-rows"

#include "soleus-config.h"

#include "soleus-episode-rows.h"

#include "soleus-episode-choices.h"
#include "soleus-record-summary.h"

#include <glib/gi18n-lib.h>

/* on what a row holds: which episode it shows; on the factory: which one is marked */
#define EPISODE_ID "soleus-episode-id"
/* on an item: its factory; on that: whether the rows say whose episode it is */
#define FACTORY "soleus-factory"
#define WITH_NAMES "soleus-with-names"

/* frames until a list has placed the rows around the one that it was told to scroll to */
#define MOST_FRAMES 30

static GtkWidget *
create_heading (void)
{
  GtkWidget *heading = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "list-heading");
  return heading;
}

/* (transfer none): what the row holds, which is made anew only from a heading to a line and back */
static GtkWidget *
hold (GtkListItem *item,
      gboolean     is_heading)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  if (child == NULL || GTK_IS_LABEL (child) != is_heading)
    {
      child = is_heading ? create_heading () : soleus_record_line_new ();
      gtk_list_item_set_child (item, child);
    }
  return child;
}

/* Under the name of a person each line need not say it again; who hears one line alone is told all the same.
 * Returns: (transfer full): the name of the row */
static char *
show_episode (SoleusRecordLine *line,
              SoleusEpisodeRow *row,
              gboolean          with_name)
{
  SoleusRecord *episode = soleus_episode_row_get_episode (row);
  const char *athlete = with_name && episode != NULL ? soleus_episode_row_get_athlete_name (row) : NULL;
  gboolean below_name = soleus_episode_row_is_below_name (row);
  g_autofree char *name = NULL;

  if (episode == NULL)
    soleus_record_line_set_text (line, _("This episode is no longer here, or cannot be read"), NULL);
  else
    soleus_record_summary_show_episode_of (line, episode, below_name ? NULL : athlete);
  name = soleus_record_line_dup_name (line);
  return below_name && athlete != NULL ? g_strdup_printf ("%s, %s", athlete, name) : g_steal_pointer (&name);
}

/* (transfer full) (nullable) */
static char *
dup_id (SoleusEpisodeRow *row)
{
  SoleusRecord *episode = soleus_episode_row_get_episode (row);

  return episode != NULL ? g_strdup (soleus_record_get_id (episode)) : NULL;
}

static void
mark (GtkWidget                *row,
      GtkSignalListItemFactory *factory)
{
  const char *id = g_object_get_data (G_OBJECT (gtk_widget_get_first_child (row)), EPISODE_ID);

  if (id != NULL && g_strcmp0 (id, g_object_get_data (G_OBJECT (factory), EPISODE_ID)) == 0)
    gtk_widget_add_css_class (row, "marked");
  else
    gtk_widget_remove_css_class (row, "marked");
}

static void
show_row (GtkListItem      *item,
          SoleusEpisodeRow *row)
{
  GtkSignalListItemFactory *factory = g_object_get_data (G_OBJECT (item), FACTORY);
  gboolean is_heading = soleus_episode_row_is_heading (row);
  GtkWidget *child = hold (item, is_heading);
  GtkWidget *parent = gtk_widget_get_parent (child);
  g_autofree char *name = NULL;

  if (is_heading)
    {
      name = soleus_episode_rows_dup_heading (row);
      gtk_label_set_label (GTK_LABEL (child), name);
    }
  else
    name = show_episode (SOLEUS_RECORD_LINE (child), row, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), WITH_NAMES)));
  gtk_list_item_set_activatable (item, !is_heading && soleus_episode_row_get_episode (row) != NULL);
  g_object_set_data_full (G_OBJECT (child), EPISODE_ID, dup_id (row), g_free);
  if (parent == NULL)
    return;
  mark (parent, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  SoleusEpisodeRow *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (item), FACTORY, factory);
  show_row (item, row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), item);
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

  g_object_set_data (G_OBJECT (factory), WITH_NAMES, GINT_TO_POINTER (with_names));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/* --- going to an episode --- */

typedef struct {
  SoleusEpisodeList *list; /* (owned) */
  char              *id;   /* (owned) */
  int                n_frames;
} Way;

static void
free_way (gpointer data)
{
  Way *way = data;

  g_object_unref (way->list);
  g_free (way->id);
  g_free (way);
}

/* (nullable): the row of @view that shows the episode */
static GtkWidget *
find_row (GtkWidget  *view,
          const char *id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);

      if (child != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (child), EPISODE_ID), id) == 0)
        return row;
    }
  return NULL;
}

/* What is not placed yet cannot be scrolled to: once to have the row made, once more when it has its place. */
static gboolean
go_cb (GtkWidget     *view,
       GdkFrameClock *frame_clock,
       gpointer       user_data)
{
  Way *way = user_data;
  guint position = soleus_episode_list_find_position (way->list, way->id);
  GtkWidget *row = find_row (view, way->id);

  if (position == G_MAXUINT || way->n_frames++ > MOST_FRAMES)
    return G_SOURCE_REMOVE;
  gtk_widget_activate_action (view, "list.scroll-to-item", "u", position);
  if (row == NULL || !gtk_widget_get_mapped (row) || way->n_frames < 2)
    return G_SOURCE_CONTINUE;
  mark (row, GTK_SIGNAL_LIST_ITEM_FACTORY (gtk_list_view_get_factory (GTK_LIST_VIEW (view))));
  gtk_widget_grab_focus (row);
  return G_SOURCE_REMOVE;
}

/**
 * soleus_episode_rows_show:
 * @view: shows @list with rows of soleus_episode_rows_new_factory()
 * @list: what is listed
 * @id: an episode
 *
 * Marks the episode, scrolls to it as soon as the rows have their places and gives it the keyboard. Where it is not listed nothing
 * happens.
 */
void
soleus_episode_rows_show (GtkListView       *view,
                          SoleusEpisodeList *list,
                          const char        *id)
{
  Way *way;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (id != NULL);

  g_object_set_data_full (G_OBJECT (gtk_list_view_get_factory (view)), EPISODE_ID, g_strdup (id), g_free);
  way = g_new0 (Way, 1);
  way->list = g_object_ref (list);
  way->id = g_strdup (id);
  gtk_widget_add_tick_callback (GTK_WIDGET (view), go_cb, way, free_way);
}

/**
 * soleus_episode_rows_show_first:
 * @view: shows a list in which something else was chosen
 *
 * Other rows, or another order, are looked at from the first on. Rows keep their places in the list, so the view would stay where it was.
 */
void
soleus_episode_rows_show_first (GtkListView *view)
{
  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", 0);
}
