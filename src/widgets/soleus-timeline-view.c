/* soleus-timeline-view.c: draws the chart with the colours and the text size of the theme.
 *
 * Signals: episode-activated (int index): an episode was clicked, or Return was pressed on it. Keys: Left and Right go from episode to
 * episode in the order of time, Home and End to the first and the last. CSS: a node “timeline”. Accessibility: an image whose label is
 * the summary in one sentence and whose description says the rows; a page sets a text table beside it for reading row by row. */
#define G_LOG_DOMAIN "soleus-timeline-view"

#include "soleus-config.h"

#include "soleus-timeline-view.h"

#include "soleus-chart-theme.h"

#include <adwaita.h>

#define NATURAL_HEIGHT 300

struct _SoleusTimelineView {
  GtkWidget            parent_instance;

  SoleusTimelineChart *chart;    /* (nullable) until it is set */
  guint                n_episodes;
  int                  selected; /* -1: none */
};

G_DEFINE_FINAL_TYPE (SoleusTimelineView, soleus_timeline_view, GTK_TYPE_WIDGET)

enum {
  EPISODE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
select_episode (SoleusTimelineView *self,
                int                 index)
{
  self->selected = index;
  soleus_timeline_chart_set_selected (self->chart, index);
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
  int index;

  if (self->chart == NULL)
    return;

  index = soleus_timeline_chart_find_episode (self->chart,
                                              gtk_widget_get_width (GTK_WIDGET (self)),
                                              gtk_widget_get_height (GTK_WIDGET (self)), x, y);

  if (index < 0)
    return;

  select_episode (self, index);
  g_signal_emit (self, signals[EPISODE_ACTIVATED], 0, index);
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

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), index >= 0 ? "pointer" : NULL);
}

static gboolean
is_episode (SoleusTimelineView *self,
            int                 index)
{
  return index >= 0 && (guint) index < self->n_episodes;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  SoleusTimelineView *self = SOLEUS_TIMELINE_VIEW (user_data);
  gboolean right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = 0;

  if (self->chart == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left)
    step = right_to_left ? 1 : -1;
  else if (keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right)
    step = right_to_left ? -1 : 1;

  if (step != 0)
    {
      if (is_episode (self, self->selected < 0 ? 0 : self->selected + step))
        select_episode (self, self->selected < 0 ? 0 : self->selected + step);

      return GDK_EVENT_STOP;
    }

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space) && is_episode (self, self->selected))
    {
      g_signal_emit (self, signals[EPISODE_ACTIVATED], 0, self->selected);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
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

  signals[EPISODE_ACTIVATED] =
    g_signal_new ("episode-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_timeline_view_init (SoleusTimelineView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

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
  g_autofree char *summary = NULL;
  g_autofree char *rows = NULL;
  g_auto (GStrv) texts = NULL;

  g_return_if_fail (SOLEUS_IS_TIMELINE_VIEW (self));
  g_return_if_fail (SOLEUS_IS_TIMELINE_CHART (chart));

  g_set_object (&self->chart, chart);
  self->n_episodes = n_episodes;
  self->selected = -1;

  summary = soleus_timeline_chart_dup_summary (chart);
  texts = soleus_timeline_chart_dup_text_rows (chart);
  rows = g_strjoinv ("\n", texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
