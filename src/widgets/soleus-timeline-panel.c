/* soleus-timeline-panel.c: 3 months, 1 year or all; a toggle shows the period as a table, for screen readers and for exact figures.
 *
 * Signals: episode-activated (int index), as of the view; period-changed: it was zoomed or panned, or a button was pressed. CSS: a node
 * “box”. Accessibility: the buttons are a group named “Period”; the table is a grid with the columns When, What and Details. */
#define G_LOG_DOMAIN "soleus-timeline-panel"

#include "soleus-config.h"

#include "soleus-timeline-panel.h"

#include "soleus-toggle-group.h"

#include <glib/gi18n-lib.h>

#define DAY          (24 * SOLEUS_USEC_PER_HOUR)
#define TABLE_HEIGHT 340
#define SEPARATOR    "\x1f"

struct _SoleusTimelinePanel {
  GtkBox              parent_instance;

  SoleusToggleGroup  *periods;
  GtkToggleButton    *table_button;
  GtkStack           *stack;
  SoleusTimelineView *view;
  GtkStringList      *rows;         /* (owned): cells split by a separator */
  gboolean            following;    /* the buttons follow the chart, not the other way round */
  guint               table_source; /* fills the table once for many steps of a pan */
};

G_DEFINE_FINAL_TYPE (SoleusTimelinePanel, soleus_timeline_panel, GTK_TYPE_BOX)

enum {
  EPISODE_ACTIVATED,
  PERIOD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct {
  const char *id;
  guint       days;  /* 0: all there is */
  const char *label;
  const char *title; /* as the period of a heading */
} periods[] = {
  { "quarter", 91, N_("3 Months"), N_("3 months") },
  { "year", 365, N_("1 Year"), N_("12 months") },
  { "all", 0, N_("All"), N_("all") },
};

/* the button whose period is shown up to the newest entry, −1 for another period */
static int
find_period (SoleusTimelinePanel *self)
{
  SoleusTimelineChart *chart = soleus_timeline_view_get_chart (self->view);
  SoleusInstant from, until, least, most;

  if (chart == NULL)
    return -1;
  soleus_timeline_chart_get_period (chart, &from, &until);
  soleus_timeline_chart_get_bounds (chart, &least, &most);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (periods[i].days == 0 ? from == least && until == most : until == most && ABS (until - from - periods[i].days * DAY) < DAY)
      return (int) i;
  return -1;
}

static void
fill_table_cb (gpointer user_data)
{
  SoleusTimelinePanel *self = SOLEUS_TIMELINE_PANEL (user_data);
  g_autoptr (GPtrArray) table = soleus_timeline_chart_dup_table (soleus_timeline_view_get_chart (self->view));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rows = NULL;

  self->table_source = 0;
  for (guint i = 0; i < table->len; i++)
    {
      g_autofree char *row = g_strjoinv (SEPARATOR, g_ptr_array_index (table, i));

      g_strv_builder_add (builder, row);
    }
  rows = g_strv_builder_end (builder);
  gtk_string_list_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), (const char *const *) rows);
}

static void
show_period (SoleusTimelinePanel *self)
{
  int period = find_period (self);

  self->following = TRUE;
  soleus_toggle_group_set_value (self->periods, period >= 0 ? periods[period].id : NULL);
  self->following = FALSE;
  if (gtk_toggle_button_get_active (self->table_button) && self->table_source == 0)
    self->table_source = g_idle_add_once (fill_table_cb, self);
  g_signal_emit (self, signals[PERIOD_CHANGED], 0);
}

static void
period_chosen_cb (SoleusTimelinePanel *self)
{
  const char *id = soleus_toggle_group_get_value (self->periods);
  SoleusTimelineChart *chart = soleus_timeline_view_get_chart (self->view);

  if (chart == NULL || self->following)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    if (g_strcmp0 (id, periods[i].id) == 0)
      {
        soleus_timeline_view_set_span (self->view, periods[i].days);
        show_period (self);
      }
}

static void
table_toggled_cb (SoleusTimelinePanel *self)
{
  gboolean table = gtk_toggle_button_get_active (self->table_button);

  if (table && soleus_timeline_view_get_chart (self->view) != NULL)
    {
      g_clear_handle_id (&self->table_source, g_source_remove);
      fill_table_cb (self);
    }
  gtk_stack_set_visible_child_name (self->stack, table ? "table" : "chart");
}

static void
activated_cb (SoleusTimelinePanel *self,
              int                  index)
{
  g_signal_emit (self, signals[EPISODE_ACTIVATED], 0, index);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  column)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              gpointer                  column)
{
  g_auto (GStrv) cells = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), SEPARATOR, 3);

  if (g_strv_length (cells) == 3)
    gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), cells[GPOINTER_TO_INT (column)]);
}

static GtkWidget *
create_table (SoleusTimelinePanel *self)
{
  const char *const titles[] = { _("When"), _("What"), _("Details") };
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i == 2);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The timeline as a table"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The timeline as a table"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), TABLE_HEIGHT);
  return scroller;
}

static GtkWidget *
create_header (SoleusTimelinePanel *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->periods = SOLEUS_TOGGLE_GROUP (soleus_toggle_group_new (FALSE, FALSE));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->periods), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Period"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    gtk_widget_add_css_class (soleus_toggle_group_add (self->periods, periods[i].id, g_dgettext (GETTEXT_PACKAGE, periods[i].label)), "caption");
  g_signal_connect_object (self->periods, "notify::value", G_CALLBACK (period_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (GTK_WIDGET (self->periods), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->periods), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->periods));

  self->table_button = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Table")));
  gtk_widget_add_css_class (GTK_WIDGET (self->table_button), "caption");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->table_button), _("Show the same as a table"));
  g_signal_connect_object (self->table_button, "toggled", G_CALLBACK (table_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (header), GTK_WIDGET (self->table_button));
  return header;
}

static void
soleus_timeline_panel_dispose (GObject *object)
{
  SoleusTimelinePanel *self = SOLEUS_TIMELINE_PANEL (object);

  g_clear_handle_id (&self->table_source, g_source_remove);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (soleus_timeline_panel_parent_class)->dispose (object);
}

static void
soleus_timeline_panel_class_init (SoleusTimelinePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_timeline_panel_dispose;

  signals[EPISODE_ACTIVATED] =
    g_signal_new ("episode-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PERIOD_CHANGED] =
    g_signal_new ("period-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
soleus_timeline_panel_init (SoleusTimelinePanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->rows = gtk_string_list_new (NULL);
  self->view = SOLEUS_TIMELINE_VIEW (soleus_timeline_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  g_signal_connect_object (self->view, "episode-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "period-changed", G_CALLBACK (show_period), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (self), create_header (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->view), "chart");
  gtk_stack_add_named (self->stack, create_table (self), "table");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/**
 * soleus_timeline_panel_new:
 *
 * Returns: (transfer floating): an empty panel
 */
GtkWidget *
soleus_timeline_panel_new (void)
{
  return g_object_new (SOLEUS_TYPE_TIMELINE_PANEL, NULL);
}

/**
 * soleus_timeline_panel_set_chart:
 * @chart: the chart; a period that was zoomed or panned to before is set in it
 * @n_episodes: how many episodes were given to it
 *
 * Shows @chart instead of the one before.
 */
void
soleus_timeline_panel_set_chart (SoleusTimelinePanel *self,
                                 SoleusTimelineChart *chart,
                                 guint                n_episodes)
{
  SoleusTimelineChart *old;
  SoleusInstant from, until;

  g_return_if_fail (SOLEUS_IS_TIMELINE_PANEL (self));
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (chart));

  old = soleus_timeline_view_get_chart (self->view);
  if (old != NULL && find_period (self) < 0)
    {
      soleus_timeline_chart_get_period (old, &from, &until);
      soleus_timeline_chart_set_period (chart, from, until);
    }
  else if (old != NULL)
    {
      guint days = periods[find_period (self)].days;

      soleus_timeline_chart_get_bounds (chart, &from, &until);
      soleus_timeline_chart_set_period (chart, days > 0 ? until - days * DAY : from, until);
    }
  soleus_timeline_view_set_chart (self->view, chart, n_episodes);
  show_period (self);
}

/**
 * soleus_timeline_panel_get_chart:
 *
 * Returns: (transfer none) (nullable): the chart, with the period that is shown
 */
SoleusTimelineChart *
soleus_timeline_panel_get_chart (SoleusTimelinePanel *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_PANEL (self), NULL);

  return soleus_timeline_view_get_chart (self->view);
}

/**
 * soleus_timeline_panel_dup_period:
 *
 * Returns: (transfer full) (nullable): the period in words, for a heading: “12 months”; %NULL for one of no button
 */
char *
soleus_timeline_panel_dup_period (SoleusTimelinePanel *self)
{
  int period;

  g_return_val_if_fail (SOLEUS_IS_TIMELINE_PANEL (self), NULL);

  period = find_period (self);
  return period >= 0 ? g_strdup (g_dgettext (GETTEXT_PACKAGE, periods[period].title)) : NULL;
}
