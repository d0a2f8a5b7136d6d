/* soleus-timeline-view.c: draws the chart with the colours and the text size of the theme.
 *
 * Signals: episode-activated (int index): an episode was clicked, or Return was pressed on it; period-changed: it was zoomed or panned.
 * Pointer: dragging pans, so does a sideways wheel; Ctrl and the wheel zoom about the pointer (the wheel alone scrolls the page); what lies
 * under it is said in a tooltip. Touch: one finger pans sideways, two zoom. Keys: Left and Right go from episode to episode in the order of
 * time and say what and when beside it, Home and End to the first and the last; with Ctrl, Left and Right pan by a quarter; plus and
 * minus zoom. A mark that several episodes share zooms in when it is clicked. CSS: a node “timeline”. Accessibility: an image whose
 * label is the summary in one sentence and whose description says the rows, or the chosen episode; a page sets a table beside it. */
#define G_LOG_DOMAIN "soleus-timeline-view"

#include "soleus-config.h"

#include "soleus-timeline-view.h"

#include "soleus-chart-theme.h"

#include <adwaita.h>

#define NATURAL_HEIGHT 300
#define DAY            (24 * SOLEUS_USEC_PER_HOUR)
#define LEAST_SPAN     (7 * DAY)
#define ZOOM_STEP      1.3
#define DRAG_THRESHOLD 6

struct _SoleusTimelineView {
  GtkWidget            parent_instance;

  SoleusTimelineChart *chart;    /* (nullable) until it is set */
  guint                n_episodes;
  int                  selected; /* -1: none */
  gboolean             dragging; /* the pointer went too far for a click */
  SoleusInstant        grasped_from, grasped_until; /* the period when a gesture began */
  double               pointer_x;
};

G_DEFINE_FINAL_TYPE (SoleusTimelineView, soleus_timeline_view, GTK_TYPE_WIDGET)

enum {
  EPISODE_ACTIVATED,
  PERIOD_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
describe (SoleusTimelineView *self)
{
  g_autofree char *summary = soleus_timeline_chart_dup_summary (self->chart);
  g_autofree char *text = NULL;

  if (self->selected >= 0)
    text = soleus_timeline_chart_dup_episode_text (self->chart, self->selected);
  else
    {
      g_auto (GStrv) rows = soleus_timeline_chart_dup_text_rows (self->chart);

      text = g_strjoinv ("\n", rows);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
show_period (SoleusTimelineView *self,
             SoleusInstant       from,
             SoleusInstant       until)
{
  SoleusInstant old_from, old_until;

  soleus_timeline_chart_get_period (self->chart, &old_from, &old_until);
  soleus_timeline_chart_set_period (self->chart, from, until);
  soleus_timeline_chart_get_period (self->chart, &from, &until);
  if (from == old_from && until == old_until)
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[PERIOD_CHANGED], 0);
}

/* @factor above 1 shows less time; what stands at @anchor stays where it is */
static void
zoom (SoleusTimelineView *self,
      SoleusInstant       from,
      SoleusInstant       until,
      SoleusInstant       anchor,
      double              factor)
{
  double span = MAX ((double) LEAST_SPAN, (double) (until - from) / factor);
  double share = (double) (anchor - from) / (double) (until - from);
  SoleusInstant first = anchor - (SoleusInstant) (span * share);

  show_period (self, first, first + (SoleusInstant) span);
}

static void
pan (SoleusTimelineView *self,
     double              share)
{
  SoleusInstant from, until, by;

  soleus_timeline_chart_get_period (self->chart, &from, &until);
  by = (SoleusInstant) (share * (double) (until - from));
  show_period (self, from + by, until + by);
}

static gboolean
is_mirrored (SoleusTimelineView *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static SoleusInstant
find_instant (SoleusTimelineView *self,
              double              x)
{
  return soleus_timeline_chart_find_instant (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                             gtk_widget_get_height (GTK_WIDGET (self)), x);
}

/* Brings it into the period. */
static void
select_episode (SoleusTimelineView *self,
                int                 index)
{
  SoleusInstant from, until, onset;

  self->selected = index;
  soleus_timeline_chart_set_selected (self->chart, index);
  soleus_timeline_chart_get_period (self->chart, &from, &until);
  onset = soleus_timeline_chart_get_onset (self->chart, index);
  if (onset < from || onset > until)
    show_period (self, onset - (until - from) / 2, onset + (until - from) / 2);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  SoleusInstant first, last, from, until;
  int index;

  if (self->chart == NULL || self->dragging)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  soleus_timeline_chart_get_period (self->chart, &from, &until);
  if (soleus_timeline_chart_find_group (self->chart, width, height, x, y, &first, &last) && until - from > LEAST_SPAN)
    {
      zoom (self, from, until, first + (last - first) / 2, 4);
      return;
    }

  index = soleus_timeline_chart_find_episode (self->chart, width, height, x, y);
  if (index < 0)
    return;

  select_episode (self, index);
  g_signal_emit (self, signals[EPISODE_ACTIVATED], 0, index);
}

static void
grasp (SoleusTimelineView *self)
{
  soleus_timeline_chart_get_period (self->chart, &self->grasped_from, &self->grasped_until);
}

static void
drag_begun_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);

  self->dragging = FALSE;
  if (self->chart != NULL)
    grasp (self);
}

static void
dragged_cb (GtkGestureDrag *gesture,
            double          dx,
            double          dy,
            gpointer        user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  SoleusInstant span = self->grasped_until - self->grasped_from, by;

  if (self->chart == NULL)
    return;
  if (!self->dragging)
    {
      if (fabs (dx) < DRAG_THRESHOLD || fabs (dx) < fabs (dy))
        return; /* an upright movement scrolls the page */
      self->dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }
  by = (SoleusInstant) ((is_mirrored (self) ? dx : -dx) / MAX (1, soleus_timeline_chart_get_plot_width (self->chart, gtk_widget_get_width (GTK_WIDGET (self)))) * (double) span);
  show_period (self, self->grasped_from + by, self->grasped_until + by);
}

static void
drag_ended_cb (GtkGestureDrag *gesture,
               double          dx,
               double          dy,
               gpointer        user_data)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (user_data), NULL);
}

static void
zoom_begun_cb (GtkGesture       *gesture,
               GdkEventSequence *sequence,
               gpointer          user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);

  if (self->chart != NULL)
    grasp (self);
}

static void
zoomed_cb (GtkGestureZoom *gesture,
           double          scale,
           gpointer        user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  double x, y;

  if (self->chart == NULL || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  self->dragging = TRUE;
  zoom (self, self->grasped_from, self->grasped_until, find_instant (self, x), scale);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll,
             double                    dx,
             double                    dy,
             gpointer                  user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  SoleusInstant from, until;

  if (self->chart == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    dx = dy;
  else if ((state & GDK_CONTROL_MASK) != 0)
    {
      soleus_timeline_chart_get_period (self->chart, &from, &until);
      zoom (self, from, until, find_instant (self, self->pointer_x), pow (ZOOM_STEP, -dy));
      return GDK_EVENT_STOP;
    }
  if (dx == 0)
    return GDK_EVENT_PROPAGATE;
  pan (self, (is_mirrored (self) ? -dx : dx) * .1);
  return GDK_EVENT_STOP;
}

static void
moved_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          gpointer                  user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  int index = self->chart == NULL ? -1
              : soleus_timeline_chart_find_episode (self->chart,
                                                    gtk_widget_get_width (GTK_WIDGET (self)),
                                                    gtk_widget_get_height (GTK_WIDGET (self)), x, y);

  self->pointer_x = x;
  if (!self->dragging)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), index >= 0 ? "pointer" : NULL);
}

static gboolean
soleus_timeline_view_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (widget);
  g_autofree char *text = NULL;

  if (self->chart == NULL || keyboard) /* the chart itself says what the keys have chosen */
    return FALSE;
  text = soleus_timeline_chart_dup_text_at (self->chart, gtk_widget_get_width (widget), gtk_widget_get_height (widget), x, y);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 2, y - 2, 4, 4 });
  return TRUE;
}

static gboolean
is_episode (SoleusTimelineView *self,
            int                 index)
{
  return index >= 0 && (guint) index < self->n_episodes;
}

/* Returns: where a key leads; -1: it is not one that moves */
static int
find_target (SoleusTimelineView *self,
             guint               keyval)
{
  int step = 0, last = (int) self->n_episodes - 1;

  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    return 0;
  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    return last;
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = is_mirrored (self) ? 1 : -1;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step = is_mirrored (self) ? -1 : 1;
  if (step == 0)
    return -1;
  if (self->selected < 0)
    return soleus_timeline_chart_find_first (self->chart);
  return CLAMP (self->selected + step, 0, last);
}

static double
get_zoom (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return ZOOM_STEP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return 1 / ZOOM_STEP;
    default:
      return 0;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  double factor = get_zoom (keyval);
  gboolean left = keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left, right = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
  SoleusInstant from, until;
  int target;

  if (self->chart == NULL)
    return GDK_EVENT_PROPAGATE;

  if (factor > 0)
    {
      SoleusInstant anchor;

      soleus_timeline_chart_get_period (self->chart, &from, &until);
      anchor = is_episode (self, self->selected) ? soleus_timeline_chart_get_onset (self->chart, self->selected) : until;
      zoom (self, from, until, CLAMP (anchor, from, until), factor);
      return GDK_EVENT_STOP;
    }
  if ((state & GDK_CONTROL_MASK) != 0 && (left || right))
    {
      pan (self, left == is_mirrored (self) ? .25 : -.25);
      return GDK_EVENT_STOP;
    }

  target = find_target (self, keyval);
  if (is_episode (self, target))
    {
      select_episode (self, target);
      return GDK_EVENT_STOP;
    }
  if (left || right)
    return GDK_EVENT_STOP;

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space) && is_episode (self, self->selected))
    {
      g_signal_emit (self, signals[EPISODE_ACTIVATED], 0, self->selected);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
focus_left_cb (GtkEventControllerFocus *focus,
               gpointer                 user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);

  if (self->chart == NULL || self->selected < 0)
    return;
  self->selected = -1;
  soleus_timeline_chart_set_selected (self->chart, -1);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
soleus_timeline_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  SoleusChartPalette palette;
  g_autofree char *family = NULL;
  double size;
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  soleus_chart_theme_get_palette (widget, &palette);
  size = soleus_chart_theme_get_size (widget, &family);
  soleus_timeline_chart_set_palette (self->chart, &palette);
  soleus_timeline_chart_set_font (self->chart, family, size * .85);
  soleus_timeline_chart_set_mirrored (self->chart, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  soleus_timeline_chart_render (self->chart, cr, width, height);
  cairo_destroy (cr);

  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, width, height);
}

static void
soleus_timeline_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (widget);
  double least = self->chart != NULL ? soleus_timeline_chart_get_least_height (self->chart) : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 560;
    }
  else
    {
      *minimum = (int) ceil (least);
      *natural = MAX (*minimum, NATURAL_HEIGHT);
    }
}

static void
soleus_timeline_view_dispose (GObject *object)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (object);

  g_clear_object (&self->chart);

  G_OBJECT_CLASS (soleus_timeline_view_parent_class)->dispose (object);
}

static void
soleus_timeline_view_class_init (SoleusTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_timeline_view_dispose;
  widget_class->snapshot = soleus_timeline_view_snapshot;
  widget_class->measure = soleus_timeline_view_measure;
  widget_class->query_tooltip = soleus_timeline_view_query_tooltip;

  signals[EPISODE_ACTIVATED] =
    g_signal_new ("episode-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PERIOD_CHANGED] =
    g_signal_new ("period-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_gestures (SoleusTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (zoom_begun_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (zoomed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
soleus_timeline_view_init (SoleusTimelineView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_gestures (self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_timeline_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
soleus_timeline_view_new (void)
{
  return g_object_new (SOLEUS_TYPE_TIMELINE_VIEW, NULL);
}

/**
 * soleus_timeline_view_set_chart:
 * @self: a view
 * @chart: the chart; the view sets its palette, font and direction
 * @n_episodes: how many episodes were given to it
 *
 * Shows @chart. Call it again after the chart's content changed.
 */
void
soleus_timeline_view_set_chart (SoleusTimelineView  *self,
                                SoleusTimelineChart *chart,
                               guint                n_episodes)
{
  g_return_if_fail (SOLEUS_IS_TIMELINE_VIEW (self));
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (chart));

  g_set_object (&self->chart, chart);
  self->n_episodes = n_episodes;
  self->selected = -1;

  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * soleus_timeline_view_set_span:
 * @self: a view with a chart
 * @days: how many days; 0 for all there is
 *
 * Shows the last @days up to the end of the period that is shown, or of what there is.
 */
void
soleus_timeline_view_set_span (SoleusTimelineView *self,
                               guint               days)
{
  SoleusInstant from, until, least, most;

  g_return_if_fail (SOLEUS_IS_TIMELINE_VIEW (self));

  if (self->chart == NULL)
    return;
  soleus_timeline_chart_get_bounds (self->chart, &least, &most);
  soleus_timeline_chart_get_period (self->chart, &from, &until);
  if (days == 0)
    show_period (self, least, most);
  else
    show_period (self, until - (SoleusInstant) days * DAY, until);
}

/**
 * soleus_timeline_view_get_chart:
 *
 * Returns: (transfer none) (nullable): the chart, with the period that is shown
 */
SoleusTimelineChart *
soleus_timeline_view_get_chart (SoleusTimelineView *self)
{
  g_return_val_if_fail (SOLEUS_IS_TIMELINE_VIEW (self), NULL);

  return self->chart;
}
