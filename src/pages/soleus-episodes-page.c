/* soleus-episodes-page.c: the file chooses and sorts; what is seen is read, of ten thousand too */
#define G_LOG_DOMAIN "soleus-episodes-page"

#include "soleus-config.h"

#include "soleus-episodes-page.h"

#include "soleus-back-button.h"
#include "soleus-columns.h"
#include "soleus-episode-bar.h"
#include "soleus-episode-rows.h"

#include <glib/gi18n-lib.h>

/* The page is made anew each time it is shown: what was chosen on it, and the row that was opened, stay with the clinic. */
#define KEPT "soleus-episodes-page"
#define KEPT_TYPE "(vms)"

struct _SoleusEpisodesPage {
  SoleusPage         parent_instance;

  GtkToggleButton   *bar_button;
  SoleusColumns     *width_watch;
  GtkStack          *stack;
  GtkStack          *rows_stack;
  SoleusEpisodeBar  *bar;
  GtkLabel          *count_label;
  GtkWidget         *all_button;
  GtkListView       *view;

  SoleusEpisodeList *list;
  guint              n_all;          /* episodes of the clinic */
  GHashTable        *standing_ids;   /* (nullable) (element-type utf8 utf8): the episodes of standing_of; %NULL: not read, or any */
  SoleusEpisodeStanding standing_of;
  char              *opened_id;      /* (nullable): the episode that was opened last */
};

G_DEFINE_FINAL_TYPE (SoleusEpisodesPage, soleus_episodes_page, SOLEUS_TYPE_PAGE)

static SoleusClinic *
get_clinic (SoleusEpisodesPage *self)
{
  return soleus_page_get_clinic (SOLEUS_PAGE (self));
}

/* --- what is listed --- */

static void
show_count (SoleusEpisodesPage *self)
{
  guint n = soleus_episode_list_get_n_episodes (self->list);
  g_autofree char *text = n == self->n_all ? g_strdup_printf (ngettext ("%u episode", "%u episodes", n), n)
                                           : g_strdup_printf (ngettext ("%u of %u episode", "%u of %u episodes", self->n_all), n, self->n_all);

  gtk_label_set_label (self->count_label, text);
  /* where nothing fits, the page in place of the list offers it */
  gtk_widget_set_visible (self->all_button, n > 0 && n < self->n_all);
}

/* The state of each athlete is worked out for it: only when something changed, or another state is chosen. */
static GHashTable *
ref_standing (SoleusEpisodesPage  *self,
              GError             **error)
{
  SoleusEpisodeStanding standing = soleus_episode_bar_get_standing (self->bar);

  if (self->standing_ids == NULL || self->standing_of != standing)
    {
      g_clear_pointer (&self->standing_ids, g_hash_table_unref);
      self->standing_ids = soleus_clinic_list_standing (get_clinic (self), standing, error);
      self->standing_of = standing;
    }
  return self->standing_ids != NULL ? g_hash_table_ref (self->standing_ids) : NULL;
}

static void
show_rows (SoleusEpisodesPage *self)
{
  SoleusEpisodeFilter filter;
  SoleusEpisodeListing listing;
  g_autoptr (GError) error = NULL;

  soleus_episode_bar_read_filter (self->bar, &filter);
  filter.ids = ref_standing (self, &error);
  listing = (SoleusEpisodeListing) {
    .filter = &filter,
    .athlete = soleus_episode_bar_get_athlete (self->bar),
    .words = soleus_episode_bar_get_words (self->bar),
    .order = soleus_episode_bar_get_order (self->bar),
    .group = soleus_episode_bar_get_group (self->bar),
  };
  if (error == NULL)
    soleus_episode_list_set (self->list, &listing, &error);
  soleus_episode_filter_clear (&filter);
  gtk_stack_set_visible_child_name (self->rows_stack, soleus_episode_list_get_n_episodes (self->list) > 0 ? "rows" : "none");
  show_count (self);
  if (error != NULL)
    gtk_label_set_label (self->count_label, error->message);
}

static void
refresh (SoleusEpisodesPage *self)
{
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_episode_kind);
  g_autoptr (GError) error = NULL;
  gint64 n = soleus_clinic_count (get_clinic (self), query, &error);

  self->n_all = (guint) MAX (0, n);
  gtk_stack_set_visible_child_name (self->stack, n != 0 ? "list" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->bar_button), n != 0);
  soleus_episode_list_forget (self->list);
  g_clear_pointer (&self->standing_ids, g_hash_table_unref);
  show_rows (self);
  if (error != NULL)
    gtk_label_set_label (self->count_label, error->message);
}

/* a window opens by the clock alone */
static void
minute_passed_cb (SoleusEpisodesPage *self)
{
  if (soleus_episode_bar_get_standing (self->bar) != SOLEUS_EPISODE_STANDING_ANY)
    soleus_page_queue_refresh (SOLEUS_PAGE (self));
}

/* --- what is kept --- */

static void
keep (SoleusEpisodesPage *self)
{
  GVariant *kept = g_variant_ref_sink (g_variant_new (KEPT_TYPE, soleus_episode_bar_save (self->bar), self->opened_id));

  g_object_set_data_full (G_OBJECT (get_clinic (self)), KEPT, kept, (GDestroyNotify) g_variant_unref);
}

static void
bar_changed_cb (SoleusEpisodesPage *self)
{
  show_rows (self);
  soleus_episode_rows_show_first (self->view);
  keep (self);
}

static void
restore (SoleusEpisodesPage *self)
{
  GVariant *kept = g_object_get_data (G_OBJECT (get_clinic (self)), KEPT);
  g_autoptr (GVariant) chosen = NULL;

  if (kept == NULL)
    return;
  g_variant_get (kept, KEPT_TYPE, &chosen, &self->opened_id);
  soleus_episode_bar_restore (self->bar, chosen);
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  SoleusEpisodesPage *self = SOLEUS_EPISODES_PAGE (user_data);
  g_autoptr (SoleusEpisodeRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  SoleusRecord *episode = row != NULL ? soleus_episode_row_get_episode (row) : NULL;

  if (episode == NULL)
    return;
  g_free (self->opened_id);
  self->opened_id = g_strdup (soleus_record_get_id (episode));
  keep (self);
  soleus_page_show (SOLEUS_PAGE (self), "athlete:%s:episodes:%s", soleus_record_get_text (episode, "athlete"), self->opened_id);
}

static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SoleusEpisodesPage *self = SOLEUS_EPISODES_PAGE (widget);

  /* the cursor goes where words are typed: that must be seen */
  gtk_toggle_button_set_active (self->bar_button, TRUE);
  soleus_episode_bar_clear (self->bar);
}

/* --- the page --- */

/* Nine choices leave no room for a list on a narrow screen: they come when they are asked for. */
static void
narrow_cb (SoleusEpisodesPage *self)
{
  gtk_toggle_button_set_active (self->bar_button, !soleus_columns_is_narrow (self->width_watch));
}

static void
soleus_episodes_page_refresh (SoleusPage *page)
{
  refresh (SOLEUS_EPISODES_PAGE (page));
}

static void
soleus_episodes_page_clinic_set (SoleusPage   *page,
                                 SoleusClinic *clinic)
{
  SoleusEpisodesPage *self = SOLEUS_EPISODES_PAGE (page);
  g_autoptr (GtkListItemFactory) factory = soleus_episode_rows_new_factory (TRUE);
  g_autoptr (GtkSelectionModel) selection = NULL;

  soleus_page_set_title (page, _("Episodes"));
  self->list = soleus_episode_list_new (clinic);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  soleus_episode_bar_fill (self->bar, soleus_clinic_get_clock (clinic), TRUE);
  restore (self);
  refresh (self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, selection);
  g_signal_connect_object (self->bar, "changed", G_CALLBACK (bar_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_watch, "notify::narrow", G_CALLBACK (narrow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "changed", G_CALLBACK (soleus_page_queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "minute-passed", G_CALLBACK (minute_passed_cb), self, G_CONNECT_SWAPPED);
  if (self->opened_id != NULL)
    soleus_episode_rows_show (self->view, self->list, self->opened_id);
}

/* Who comes by a key goes on by keys. */
static void
soleus_episodes_page_map (GtkWidget *widget)
{
  SoleusEpisodesPage *self = SOLEUS_EPISODES_PAGE (widget);

  GTK_WIDGET_CLASS (soleus_episodes_page_parent_class)->map (widget);
  if (self->opened_id == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
soleus_episodes_page_dispose (GObject *object)
{
  SoleusEpisodesPage *self = SOLEUS_EPISODES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_EPISODES_PAGE);
  g_clear_object (&self->list);
  g_clear_pointer (&self->standing_ids, g_hash_table_unref);

  G_OBJECT_CLASS (soleus_episodes_page_parent_class)->dispose (object);
}

static void
soleus_episodes_page_finalize (GObject *object)
{
  g_free (SOLEUS_EPISODES_PAGE (object)->opened_id);

  G_OBJECT_CLASS (soleus_episodes_page_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusEpisodesPage, name)

static void
soleus_episodes_page_class_init (SoleusEpisodesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_episodes_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = soleus_episodes_page_finalize;
  SOLEUS_PAGE_CLASS (klass)->clinic_set = soleus_episodes_page_clinic_set;
  SOLEUS_PAGE_CLASS (klass)->refresh = soleus_episodes_page_refresh;
  widget_class->map = soleus_episodes_page_map;

  g_type_ensure (SOLEUS_TYPE_BACK_BUTTON);
  g_type_ensure (SOLEUS_TYPE_COLUMNS);
  g_type_ensure (SOLEUS_TYPE_EPISODE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/pages/soleus-episodes-page.ui");
  BIND (bar_button); BIND (width_watch); BIND (stack); BIND (rows_stack); BIND (bar); BIND (count_label); BIND (all_button); BIND (view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "episodes.clear", NULL, clear_action);
}

static void
soleus_episodes_page_init (SoleusEpisodesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
