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

/* as on the page: a window that fits around it would ask how wide it must be for a height, and it grows with its width */
static void
set_scrolled (GtkWidget *window,
              GtkWidget *child)
{
  gtk_window_set_child (GTK_WINDOW (window), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", child, NULL));
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

/* what a screen reader says of the view: GTK keeps it to be asked for by tests */
#define assert_name(view, name) gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, name)

static void
day_activated_cb (SoleusCalendarView *view,
                  const char         *date,
                  char              **activated)
{
  g_free (*activated);
  *activated = g_strdup (date);
}

static void
test_calendar_keys (void)
{
  static const struct { guint key; GdkModifierType state; const char *name; } steps[] = {
    { GDK_KEY_Up, 0, "Sat 30 Dec 2023, 0 episodes" },
    { GDK_KEY_Left, 0, "Sat 23 Dec 2023, 0 episodes" },
    { GDK_KEY_Down, 0, "Sun 24 Dec 2023, 0 episodes" },
    { GDK_KEY_Down, 0, "Mon 25 Dec 2023, 0 episodes" }, /* at the head of the next week */
    { GDK_KEY_Right, 0, "Sun 31 Dec 2023, 0 episodes" }, /* there is no day after it */
    { GDK_KEY_Page_Up, 0, "Sun 3 Dec 2023, 0 episodes" },
    { GDK_KEY_Page_Down, 0, "Sun 31 Dec 2023, 0 episodes" },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "Sat 1 Apr 2023, 1 episode" },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "Sat 21 Jan 2023, 2 episodes" },
    { GDK_KEY_Left, GDK_CONTROL_MASK, "Sat 21 Jan 2023, 2 episodes" }, /* there is none before it */
    { GDK_KEY_Right, GDK_CONTROL_MASK, "Sat 1 Apr 2023, 1 episode" },
    { GDK_KEY_Home, 0, "Mon 26 Dec 2022, 0 episodes" },
    { GDK_KEY_Up, 0, "Mon 26 Dec 2022, 0 episodes" },
    { GDK_KEY_End, 0, "Sun 31 Dec 2023, 0 episodes" },
  };
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *view = soleus_calendar_view_new ();
  GtkWidget *other = gtk_button_new_with_label ("Other");
  const SoleusInstant onsets[] = { get_start () + 20 * DAY, get_start () + 20 * DAY, get_start () + 90 * DAY };
  g_autofree char *activated = NULL;

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), other);
  set_scrolled (window, box);
  soleus_calendar_view_set_onsets (SOLEUS_CALENDAR_VIEW (view), onsets, G_N_ELEMENTS (onsets), get_start () + 364 * DAY);
  g_signal_connect (view, "day-activated", G_CALLBACK (day_activated_cb), &activated);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  gtk_widget_grab_focus (other);
  settle ();
  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "January 2023: 2, April 2023: 1");
  assert_name (view, "Calendar of episodes");
  g_assert_true (gtk_widget_grab_focus (view));
  settle ();
  assert_name (view, "Sun 31 Dec 2023, 0 episodes");
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_assert_true (press (view, steps[i].key, steps[i].state));
      assert_name (view, steps[i].name);
    }
  g_assert_true (press (view, GDK_KEY_Return, 0));
  g_assert_null (activated); /* a day without an episode */
  press (view, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_true (press (view, GDK_KEY_space, 0));
  g_assert_cmpstr (activated, ==, "2023-04-01");
  press (view, GDK_KEY_Left, GDK_CONTROL_MASK);
  g_assert_true (press (view, GDK_KEY_Return, 0));
  g_assert_cmpstr (activated, ==, "2023-01-21");
  g_assert_false (press (view, GDK_KEY_x, 0));
  g_assert_false (press (view, GDK_KEY_Tab, 0)); /* leads on */

  gtk_widget_set_direction (view, GTK_TEXT_DIR_RTL); /* later is on the left then */
  g_assert_true (press (view, GDK_KEY_Left, 0));
  assert_name (view, "Sat 28 Jan 2023, 0 episodes");
  g_assert_true (press (view, GDK_KEY_Left, GDK_CONTROL_MASK));
  assert_name (view, "Sat 1 Apr 2023, 1 episode");
  gtk_widget_grab_focus (other);
  settle ();
  assert_name (view, "Calendar of episodes");
  close_window (window, box);
}

static void
count_frame_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* until it was painted as it is now */
static void
wait_for_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_frame_cb), &n_frames);

  gtk_widget_queue_draw (widget);
  for (gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; n_frames < 2 && g_get_monotonic_time () < deadline;)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (n_frames, >=, 2);
  g_signal_handler_disconnect (clock, handler);
}

/* The ring is drawn while the view has the focus, and it is gone without it. */
static guint32
sum_pixels (GtkWidget *view)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gtk_widget_get_width (view), height = gtk_widget_get_height (view);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  guint32 sum = 0;

  wait_for_frame (view);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width * 4; x++)
      sum = sum * 31 + cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
  cairo_surface_destroy (surface);
  return sum;
}

/* The windows of other tests on this screen take the focus, too. */
static void
focus (GtkWidget *widget)
{
  for (int i = 0; i < 100 && !gtk_widget_has_focus (widget); i++)
    {
      gtk_window_present (GTK_WINDOW (gtk_widget_get_root (widget)));
      gtk_widget_grab_focus (widget);
      settle ();
    }
  g_assert_true (gtk_widget_has_focus (widget));
}

static void
test_calendar_ring (void)
{
  GtkWidget *window = gtk_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *view = soleus_calendar_view_new ();
  GtkWidget *other = gtk_button_new_with_label ("Other");
  const SoleusInstant onsets[] = { get_start () + 20 * DAY };
  guint32 without, with, moved;

  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (GTK_BOX (box), other);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
  set_scrolled (window, box);
  soleus_calendar_view_set_onsets (SOLEUS_CALENDAR_VIEW (view), onsets, G_N_ELEMENTS (onsets), get_start () + 364 * DAY);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_grab_focus (other);
  settle ();
  without = sum_pixels (view);
  focus (view);
  with = sum_pixels (view);
  press (view, GDK_KEY_Home, 0);
  moved = sum_pixels (view);
  gtk_widget_grab_focus (other);
  settle ();
  g_assert_cmpuint (with, !=, without);
  g_assert_cmpuint (moved, !=, with);
  g_assert_cmpuint (sum_pixels (view), ==, without);
  close_window (window, box);
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
  g_test_add_func ("/timeline/calendar_keys", test_calendar_keys);
  g_test_add_func ("/timeline/calendar_ring", test_calendar_ring);
  return g_test_run ();
}
