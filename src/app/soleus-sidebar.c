/* soleus-sidebar.c: the athletes come from a lazy model: a record is read when its row is shown */
#define G_LOG_DOMAIN "soleus-sidebar"

#include "soleus-config.h"

#include "soleus-sidebar.h"
#include "soleus-athlete-item.h"
#include "soleus-nobody-page.h"
#include "soleus-sidebar-menus.h"

#include "soleus-accessible.h"
#include "soleus-athlete-cell.h"
#include "soleus-pill.h"

#include <glib/gi18n-lib.h>

/* rows that are read to find the best match for Return; more than fit the screen */
#define MAX_MATCHES_READ 100

/* rows of the first frame, more than fit the screen: a list view makes two hundred of any longer model before it shows one */
#define FIRST_ROWS 40

struct _SoleusSidebar {
  AdwBin              parent_instance;

  AdwHeaderBar       *header;
  GtkWidget          *demo_pill;
  GtkWidget          *add_button;
  GtkWidget          *therapist_button;
  GtkWidget          *main_menu_button;
  AdwAvatar          *therapist_avatar;
  GtkEditable        *search_entry;
  GtkWidget          *filter_button;
  GtkListBox         *places;
  GtkListBoxRow      *today_row;
  SoleusPill         *today_count;
  GtkListBoxRow      *episodes_row;
  GtkListBoxRow      *safety_row;
  GtkListBoxRow      *shown_place; /* (nullable): of these three */
  SoleusPill         *safety_count;
  GtkLabel           *heading;
  GtkLabel           *count;
  GtkStack           *stack;
  GtkListView        *list_view;
  GMenuModel         *filter_menu;
  GMenu              *team_section;

  SoleusClinic       *clinic;    /* (nullable) until it is set */
  SoleusAthleteList  *athletes;
  GtkSliceListModel  *first;     /* the first rows of athletes until the first frame is painted, then all of them */
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  GHashTable         *bound;     /* (element-type GtkListItem): those that are on the screen now */
  char               *shown_id;  /* (nullable): the athlete beside the sidebar */
  guint               reload_source;
  gboolean            quiet;     /* the selection follows the page, not the person */
};

G_DEFINE_FINAL_TYPE (SoleusSidebar, soleus_sidebar, ADW_TYPE_BIN)

/* the nicks of the actions, in the order of their enumerations */
static const char *const filters[] = { "active", "in-window", "red-flag", "archived" };
static const char *const sorts[] = { "name", "last-visit", "last-episode" };

static int
find_nick (const char *const *nicks,
           int                n_nicks,
           const char        *nick)
{
  for (int i = 0; i < n_nicks; i++)
    if (g_str_equal (nicks[i], nick))
      return i;

  return 0;
}

/* --- rows --- */

static void update_today (SoleusSidebar *self);

/* Reads the list again and keeps the place in it. */
static void
reload_cb (gpointer user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  double value = gtk_adjustment_get_value (adjustment);

  self->reload_source = 0;
  soleus_athlete_list_reload (self->athletes);
  gtk_adjustment_set_value (adjustment, value);
  update_today (self);
}

static void
queue_reload (SoleusSidebar *self)
{
  if (self->reload_source == 0)
    self->reload_source = g_idle_add_once (reload_cb, self);
}

static void
update_cell (SoleusSidebar *self,
             GtkListItem   *item)
{
  /* what was closed has opened in the meantime */
  if (soleus_athlete_item_show (item, soleus_clinic_get_now (self->clinic)))
    queue_reload (self);
}

static void
update_cells (SoleusSidebar *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);

  while (g_hash_table_iter_next (&iter, &item, NULL))
    update_cell (self, item);
}

static void
cell_placed_cb (GtkWidget   *cell,
                GtkListItem *item)
{
  GtkWidget *sidebar = gtk_widget_get_ancestor (cell, SOLEUS_TYPE_SIDEBAR);

  if (sidebar != NULL && g_hash_table_contains (SOLEUS_SIDEBAR (sidebar)->bound, item))
    update_cell (SOLEUS_SIDEBAR (sidebar), item);
}

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  GtkWidget *cell = soleus_athlete_cell_new ();

  g_signal_connect_object (cell, "placed", G_CALLBACK (cell_placed_cb), item, 0);
  gtk_list_item_set_child (item, cell);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  g_hash_table_add (self->bound, item);
  update_cell (self, item);
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  g_hash_table_remove (self->bound, item);
}

/* --- what is listed --- */

/* Most clinics never see them: they are made when they are needed. */
static void
show_nobody (SoleusSidebar *self,
             gboolean       narrowed)
{
  const char *name = narrowed ? "nothing" : "empty";

  if (gtk_stack_get_child_by_name (self->stack, name) == NULL)
    gtk_stack_add_named (self->stack, soleus_nobody_page_new (narrowed), name);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
update_stack (SoleusSidebar *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->athletes));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autoptr (GVariant) filter = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "filter");
  gboolean narrowed = *gtk_editable_get_text (self->search_entry) != '\0' || !g_str_equal (g_variant_get_string (filter, NULL), "active");

  gtk_label_set_text (self->count, count);
  if (n > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    show_nobody (self, narrowed);
}

static void
mark_athlete (SoleusSidebar *self)
{
  /* where the athlete is not listed, the position is GTK_INVALID_LIST_POSITION */
  guint position = soleus_athlete_list_find_position (self->athletes, self->shown_id);

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
items_changed_cb (SoleusSidebar *self)
{
  update_stack (self);
  mark_athlete (self);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   gpointer        user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  if (self->athletes != NULL)
    soleus_athlete_list_set_search (self->athletes, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
show_athlete (SoleusSidebar *self,
              guint          position)
{
  const char *id = soleus_athlete_list_get_id (self->athletes, position);
  g_autofree char *target = NULL;

  if (id == NULL)
    return;

  target = g_strconcat ("athlete:", id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", target);
}

/* The search finds teams, sports and notes too; a name with a word that begins as typed goes first. */
static guint
find_best_match (SoleusSidebar *self,
                 const char    *text)
{
  guint n = MIN (MAX_MATCHES_READ, g_list_model_get_n_items (G_LIST_MODEL (self->athletes)));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SoleusAthleteRow) row = g_list_model_get_item (G_LIST_MODEL (self->athletes), i);
      SoleusRecord *athlete = soleus_athlete_row_get_athlete (row);

      if (athlete != NULL && g_str_match_string (text, soleus_record_get_text (athlete, "name"), TRUE))
        return i;
    }

  return 0;
}

static void
search_activated_cb (GtkSearchEntry *entry,
                     gpointer        user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  if (self->athletes == NULL)
    return;

  soleus_athlete_list_set_search (self->athletes, gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->athletes)) > 0)
    show_athlete (self, find_best_match (self, gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
search_stopped_cb (GtkSearchEntry *entry,
                   gpointer        user_data)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

/* A list that is read again selects its row again: that is no step of the person, and must not leave an editor that covers it. */
static void
selected_cb (SoleusSidebar *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->quiet || position == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      g_strcmp0 (soleus_athlete_list_get_id (self->athletes, position), self->shown_id) == 0)
    return;
  show_athlete (self, position);
}

static void
row_activated_cb (GtkListView *view,
                  guint        position,
                  gpointer     user_data)
{
  show_athlete (SOLEUS_SIDEBAR (user_data), position);
}

/* Also when the keyboard has gone past: a list box selects what had the focus last. */
static void
mark_place (SoleusSidebar *self)
{
  gtk_list_box_select_row (self->places, self->shown_place);
}

static void
place_activated_cb (GtkListBox    *places,
                    GtkListBoxRow *row,
                    gpointer       user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s",
                              row == self->safety_row ? "safety" : row == self->episodes_row ? "episodes" : "today");
}

/* --- filter and order --- */

static void
update_heading (SoleusSidebar *self,
                const char    *filter,
                const char    *team)
{
  static const char *const headings[] = { N_("Athletes"), N_("In a window"), N_("Red flag open"), N_("Archived") };
  const char *heading = _(headings[find_nick (filters, G_N_ELEMENTS (filters), filter)]);
  g_autofree char *text = *team == '\0' ? g_strdup (heading)
                          /* TRANSLATORS: which athletes are listed, and their team */
                          : g_strdup_printf (_("%s · %s"), heading, team);

  gtk_label_set_text (self->heading, text);

  if (*team != '\0' || !g_str_equal (filter, "active"))
    gtk_widget_add_css_class (self->filter_button, "filtered");
  else
    gtk_widget_remove_css_class (self->filter_button, "filtered");
}

static void
state_changed_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);
  g_autoptr (GVariant) filter = NULL;
  g_autoptr (GVariant) team = NULL;
  g_autoptr (GVariant) sort = NULL;

  g_simple_action_set_state (action, value);

  filter = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "filter");
  team = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "team");
  sort = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "sort");

  update_heading (self, g_variant_get_string (filter, NULL), g_variant_get_string (team, NULL));

  if (self->athletes == NULL)
    return;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "filter"))
    soleus_athlete_list_set_filter (self->athletes, find_nick (filters, G_N_ELEMENTS (filters), g_variant_get_string (filter, NULL)));
  else if (g_str_equal (g_action_get_name (G_ACTION (action)), "team"))
    soleus_athlete_list_set_team (self->athletes, *g_variant_get_string (team, NULL) != '\0' ? g_variant_get_string (team, NULL) : NULL);
  else
    soleus_athlete_list_set_sort (self->athletes, find_nick (sorts, G_N_ELEMENTS (sorts), g_variant_get_string (sort, NULL)));

  update_stack (self);
}

/* A menu of forty teams is two hundred widgets. */
static void
create_filter_menu_cb (GtkMenuButton *button,
                       gpointer       user_data)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (user_data);

  if (self->clinic != NULL)
    soleus_sidebar_menus_fill_teams (self->team_section, self->clinic);

  gtk_menu_button_set_menu_model (button, self->filter_menu);
}

/* --- who is working, what is due --- */

static void
update_therapist (SoleusSidebar *self)
{
  soleus_sidebar_menus_show_working (self->therapist_button, self->therapist_avatar, soleus_clinic_get_therapist (self->clinic));
}

/* the athletes that Safety lists: the same number as on the page */
static void
update_safety (SoleusSidebar *self,
               guint          n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = n > 0 ? g_strdup_printf (ngettext ("Safety, %u athlete", "Safety, %u athletes", n), n) : g_strdup (_("Safety"));

  soleus_pill_set (self->safety_count, SOLEUS_PILL_NEUTRAL, text);
  gtk_widget_set_visible (GTK_WIDGET (self->safety_count), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->safety_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_today (SoleusSidebar *self)
{
  SoleusInstant now = soleus_clinic_get_now (self->clinic);
  g_autoptr (GPtrArray) status = soleus_clinic_list_status (self->clinic, now, NULL);
  g_autoptr (GPtrArray) drafts = soleus_clinic_list_drafts (self->clinic);
  g_autoptr (SoleusQuery) query = soleus_query_new (&soleus_follow_up_kind);
  g_autofree char *today = soleus_instant_dup_local_date (now);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gint64 n = (status != NULL ? status->len : 0) + (drafts != NULL ? drafts->len : 0);

  soleus_query_where_known (query, "done-at", FALSE);
  soleus_query_where_text (query, "due", SOLEUS_QUERY_LESS_EQUAL, today);
  n += MAX (0, soleus_clinic_count (self->clinic, query, NULL));

  text = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  soleus_pill_set (self->today_count, SOLEUS_PILL_NEUTRAL, text);
  gtk_widget_set_visible (GTK_WIDGET (self->today_count), n > 0);

  update_safety (self, status != NULL ? status->len : 0);

  name = n > 0 ? g_strdup_printf (ngettext ("Today, %d entry", "Today, %d entries", n), (int) n) : g_strdup (_("Today"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->today_row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
clinic_changed_cb (SoleusSidebar *self,
                   const char    *kind,
                   const char    *athlete_id)
{
  /* a visit is many records: once for all that is saved together */
  queue_reload (self);

  if (kind == NULL || g_str_equal (kind, "therapist"))
    update_therapist (self);
}

/* --- the widget --- */

static void
soleus_sidebar_dispose (GObject *object)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (object);

  g_clear_handle_id (&self->reload_source, g_source_remove);

  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);

  g_clear_object (&self->selection);
  g_clear_object (&self->first);
  g_clear_object (&self->athletes);
  g_clear_object (&self->clinic);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_SIDEBAR);

  G_OBJECT_CLASS (soleus_sidebar_parent_class)->dispose (object);
}

static void
soleus_sidebar_finalize (GObject *object)
{
  SoleusSidebar *self = SOLEUS_SIDEBAR (object);

  g_clear_pointer (&self->bound, g_hash_table_unref);
  g_free (self->shown_id);

  G_OBJECT_CLASS (soleus_sidebar_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, SoleusSidebar, name)

static void
soleus_sidebar_class_init (SoleusSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_sidebar_dispose;
  object_class->finalize = soleus_sidebar_finalize;

  g_type_ensure (SOLEUS_TYPE_PILL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/app/soleus-sidebar.ui");
  BIND (header); BIND (demo_pill); BIND (add_button); BIND (therapist_button); BIND (main_menu_button); BIND (therapist_avatar);
  BIND (search_entry); BIND (filter_button); BIND (places); BIND (today_row); BIND (today_count); BIND (episodes_row);
  BIND (safety_row); BIND (safety_count); BIND (heading); BIND (count); BIND (stack); BIND (list_view); BIND (filter_menu);
  BIND (team_section);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
}

static void
soleus_sidebar_init (SoleusSidebar *self)
{
  static const GActionEntry entries[] = {
    { "filter", NULL, "s", "'active'", state_changed_cb },
    { "team", NULL, "s", "''", state_changed_cb },
    { "sort", NULL, "s", "'name'", state_changed_cb },
  };
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkListItemFactory *factory;

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  soleus_accessible_name_scrolled (GTK_WIDGET (self), _("Athletes"));
  g_signal_connect_object (focus, "leave", G_CALLBACK (mark_place), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->places), focus);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  soleus_sidebar_menus_add_team_papers (GTK_WIDGET (self), self->actions);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));

  /* a menu is made when it is opened */
  soleus_sidebar_menus_add_main (GTK_MENU_BUTTON (self->main_menu_button));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->filter_button), create_filter_menu_cb, self, NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (row_set_up_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (row_bound_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (row_unbound_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);

  g_signal_connect_object (self->list_view, "activate", G_CALLBACK (row_activated_cb), self, 0);
}

/**
 * soleus_sidebar_set_clinic:
 * @self: the sidebar
 * @clinic: the clinic to list
 *
 * Called once: lists the athletes with their windows and flags, so that no row ever says less than is known.
 * soleus_sidebar_complete() follows.
 */
void
soleus_sidebar_set_clinic (SoleusSidebar *self,
                           SoleusClinic  *clinic)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));
  g_return_if_fail (SOLEUS_IS_CLINIC (clinic));
  g_return_if_fail (self->clinic == NULL);

  self->clinic = g_object_ref (clinic);
  self->athletes = soleus_athlete_list_new (clinic);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->first = gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->athletes)), 0, FIRST_ROWS);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->first));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_visible (self->demo_pill, soleus_clinic_is_demo (clinic));
  gtk_widget_set_sensitive (self->add_button, !soleus_clinic_is_read_only (clinic));

  g_signal_connect_object (clinic, "changed", G_CALLBACK (clinic_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clinic, "notify::therapist", G_CALLBACK (update_therapist), self, G_CONNECT_SWAPPED);

  soleus_sidebar_menus_add_therapists (GTK_MENU_BUTTON (self->therapist_button), clinic);
  update_stack (self);
  update_therapist (self);
}

/**
 * soleus_sidebar_complete:
 * @self: the sidebar, with a clinic
 *
 * Adds what the first frame is usable without: the rows beyond the screen, how many entries Today and Safety have. Called once,
 * after the first frame.
 */
void
soleus_sidebar_complete (SoleusSidebar *self)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));
  g_return_if_fail (self->clinic != NULL);

  gtk_slice_list_model_set_size (self->first, G_MAXUINT);
  update_today (self);
}

/**
 * soleus_sidebar_set_folded:
 * @self: the sidebar
 * @folded: whether the sidebar has the window for itself
 *
 * Shows the window's buttons where the sidebar reaches its edge; without the other pane nothing stays selected.
 */
void
soleus_sidebar_set_folded (SoleusSidebar *self,
                           gboolean       folded)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->header, folded);
}

/**
 * soleus_sidebar_set_shown:
 * @self: the sidebar
 * @page: (nullable): the name of the page beside it
 * @target: (nullable): its target
 *
 * Marks the row of what is shown, without asking for it again.
 */
void
soleus_sidebar_set_shown (SoleusSidebar *self,
                          const char    *page,
                          const char    *target)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));

  if (self->athletes == NULL)
    return;

  g_clear_pointer (&self->shown_id, g_free);
  if (g_strcmp0 (page, "athlete") == 0 && target != NULL)
    self->shown_id = g_strndup (target, strcspn (target, ":"));

  mark_athlete (self);

  self->shown_place = g_strcmp0 (page, "today") == 0      ? self->today_row
                      : g_strcmp0 (page, "episodes") == 0 ? self->episodes_row
                      : g_strcmp0 (page, "safety") == 0   ? self->safety_row : NULL;
  mark_place (self);
}

/**
 * soleus_sidebar_focus_search:
 * @self: the sidebar
 *
 * Puts the cursor into the search entry and selects what is there.
 */
void
soleus_sidebar_focus_search (SoleusSidebar *self)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}

/**
 * soleus_sidebar_minute_passed:
 * @self: the sidebar
 *
 * Says the time left again in every row that is on the screen.
 */
void
soleus_sidebar_minute_passed (SoleusSidebar *self)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));

  if (self->clinic == NULL)
    return;

  update_cells (self);
  update_today (self);
}

/**
 * soleus_sidebar_get_sort:
 * @self: the sidebar
 *
 * Returns: (transfer none): "name", "last-visit" or "last-episode"
 */
const char *
soleus_sidebar_get_sort (SoleusSidebar *self)
{
  g_autoptr (GVariant) sort = NULL;

  g_return_val_if_fail (SOLEUS_IS_SIDEBAR (self), NULL);

  sort = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "sort");

  return sorts[find_nick (sorts, G_N_ELEMENTS (sorts), g_variant_get_string (sort, NULL))];
}

/**
 * soleus_sidebar_set_sort:
 * @self: the sidebar
 * @sort: "name", "last-visit" or "last-episode"
 *
 * Sets the order of the list.
 */
void
soleus_sidebar_set_sort (SoleusSidebar *self,
                         const char    *sort)
{
  g_return_if_fail (SOLEUS_IS_SIDEBAR (self));

  g_action_group_change_action_state (G_ACTION_GROUP (self->actions), "sort", g_variant_new_string (sort));
}
