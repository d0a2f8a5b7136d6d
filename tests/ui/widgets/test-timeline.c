/* test-timeline.c: the timeline answers to keys and buttons, says the same as a table, and goes with its window */
#include <adwaita.h>

#include "soleus-calendar-view.h"
#include "soleus-moment.h"
#include "soleus-timeline-panel.h"

#define DAY (24 * SOLEUS_USEC_PER_HOUR)
#define DAYS 1200

static SoleusInstant
get_start (void)
{
  return soleus_instant_from_local (2023, 1, 1, 0, 0, 0, NULL);
}

static SoleusTimelineChart *
create_chart (void)
{
  SoleusTimelineChart *chart = soleus_timeline_chart_new (get_start (), get_start () + DAYS * DAY);
  SoleusTimelineEpisode episodes[] = {
    { get_start () + 30 * DAY, SOLEUS_SIDE_LEFT, 7, "Left calf" },
    { get_start () + 1100 * DAY, SOLEUS_SIDE_RIGHT, 4, "Right calf" },
    { get_start () + 1190 * DAY, SOLEUS_SIDE_BOTH, 5, "Both calves" },
  };

  soleus_timeline_chart_set_episodes (chart, episodes, G_N_ELEMENTS (episodes));
  return chart;
}

static void
settle (void)
{
  for (int i = 0; i < 30 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
press (GtkWidget       *widget,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &handled);
    }
  settle ();
  return handled;
}

static SoleusInstant
get_length (SoleusTimelineChart *chart)
{
  SoleusInstant from, until;

  soleus_timeline_chart_get_period (chart, &from, &until);
  return until - from;
}

static void
activated_cb (SoleusTimelinePanel *panel,
              int                  index,
              int                 *activated)
{
  *activated = index;
}

static void
close_window (GtkWidget *window,
              GtkWidget *child)
{
  gpointer weak = child;

  g_object_add_weak_pointer (G_OBJECT (child), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (weak);
}

static void
test_keys (void)
{
  GtkWidget *window = gtk_window_new (), *panel = soleus_timeline_panel_new (), *view;
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  SoleusInstant from, until, whole, length;
  int activated = -1;

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 420);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  soleus_timeline_panel_set_chart (SOLEUS_TIMELINE_PANEL (panel), chart, 3);
  g_signal_connect (panel, "episode-activated", G_CALLBACK (activated_cb), &activated);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  view = find (panel, SOLEUS_TYPE_TIMELINE_VIEW);
  whole = get_length (chart);

  g_assert_true (press (view, GDK_KEY_plus, 0));
  length = get_length (chart);
  g_assert_cmpint (length, <, whole);
  soleus_timeline_chart_get_period (chart, &from, &until);
  g_assert_true (press (view, GDK_KEY_Left, GDK_CONTROL_MASK));
  g_assert_cmpint (get_length (chart), ==, length); /* panning does not zoom */
  {
    SoleusInstant earlier;

    soleus_timeline_chart_get_period (chart, &earlier, &until);
    g_assert_cmpint (earlier, <, from);
  }
  g_assert_true (press (view, GDK_KEY_minus, 0));
  g_assert_cmpint (get_length (chart), >, length);
  g_assert_true (press (view, GDK_KEY_End, 0));
  g_assert_true (press (view, GDK_KEY_Return, 0));
  g_assert_cmpint (activated, ==, 2); /* the last cramp */
  g_assert_true (press (view, GDK_KEY_Home, 0));
  g_assert_true (press (view, GDK_KEY_Return, 0));
  g_assert_cmpint (activated, ==, 0); /* the first, though it was out of sight */
  g_assert_false (press (view, GDK_KEY_x, 0));
  close_window (window, panel);
}

static void
test_table (void)
{
  GtkWidget *window = gtk_window_new (), *panel = soleus_timeline_panel_new (), *stack;
  g_autoptr (SoleusTimelineChart) chart = create_chart ();
  GtkWidget *toggle = NULL;

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 420);
  gtk_window_set_child (GTK_WINDOW (window), panel);
  soleus_timeline_panel_set_chart (SOLEUS_TIMELINE_PANEL (panel), chart, 3);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (gtk_widget_get_width (window), ==, 360);
  stack = find (panel, GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "chart");
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (panel)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      toggle = child;
  g_assert_nonnull (toggle);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "table");
  g_assert_nonnull (find (stack, GTK_TYPE_COLUMN_VIEW));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "chart");
  close_window (window, panel);
}

static void
test_calendar (void)
{
  GtkWidget *window = gtk_window_new (), *view = soleus_calendar_view_new ();
  const SoleusInstant onsets[] = { get_start () + 20 * DAY, get_start () + 20 * DAY, get_start () + 90 * DAY };

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 420);
  gtk_window_set_child (GTK_WINDOW (window), view);
  soleus_calendar_view_set_onsets (SOLEUS_CALENDAR_VIEW (view), onsets, G_N_ELEMENTS (onsets), get_start () + 365 * DAY);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (gtk_widget_get_width (view), ==, 360);
  g_assert_cmpint (gtk_widget_get_height (view), >, 50);
  close_window (window, view);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/timeline/keys", test_keys);
  g_test_add_func ("/timeline/table", test_table);
  g_test_add_func ("/timeline/calendar", test_calendar);
  return g_test_run ();
}
