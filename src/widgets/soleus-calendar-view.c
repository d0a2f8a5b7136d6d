/* soleus-calendar-view.c: draws the calendar with the colours and the text size of the theme; in several bands where it is narrow.
 *
 * Signals: day-activated (string date "YYYY-MM-DD"): a day with an episode was clicked, or Return or the space bar was pressed on it.
 * Keys: Up and Down go by a day, Left and Right by a week as they are drawn, Page Up and Page Down by four weeks, Home and End to the first and the
 * last day; with Ctrl, Left and Right go to the next day with an episode. The day has a ring, and it and its episodes are said in the
 * line of the legend.
 * CSS: a node “calendar-chart”. Accessibility: an image that takes the focus. It is named “Calendar of episodes”, and its
 * description says the months with episodes and how many; while it has the focus, its name is the day with the ring and how many episodes that has:
 * a change of the name is what screen readers say of what is focused. Under the pointer a tooltip says the same. */
#define G_LOG_DOMAIN "soleus-calendar-view"

#include "soleus-config.h"

#include "soleus-calendar-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "soleus-chart-theme.h"

#define LEAST_WIDTH 200
#define MOST_WIDTH  4000 /* the squares grow no further */

struct _SoleusCalendarView {
  GtkWidget     parent_instance;

  GArray       *onsets; /* (element-type SoleusInstant) */
  SoleusInstant until;  /* 0: nothing is set */
  guint         day;    /* that the keys are on, 1 is the last; kept while the focus is elsewhere */
};

enum { DAY_ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusCalendarView, soleus_calendar_view, GTK_TYPE_WIDGET)

static SoleusCalendarChart
get_chart (SoleusCalendarView *self,
           SoleusChartPalette *palette,
           char              **family)
{
  double size = soleus_chart_theme_get_size (GTK_WIDGET (self), family) * .85;

  soleus_chart_theme_get_palette (GTK_WIDGET (self), palette);
  return (SoleusCalendarChart) { (const SoleusInstant *) (gpointer) self->onsets->data, self->onsets->len, self->until, palette, *family, size,
                                 gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, 0,
                                 gtk_widget_has_focus (GTK_WIDGET (self)) ? self->day : 0 };
}

/* in one line, as a sentence is read */
static char *
dup_day_text (const SoleusCalendarChart *chart,
              guint                      day)
{
  g_autofree char *text = soleus_calendar_chart_dup_text (chart, day);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  return lines != NULL ? g_strjoinv (", ", lines) : NULL;
}

static void
describe (SoleusCalendarView *self)
{
  g_autofree char *family = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *day = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart = get_chart (self, &palette, &family);

  summary = soleus_calendar_chart_dup_summary (&chart);
  day = chart.marked > 0 ? dup_day_text (&chart, chart.marked) : NULL;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, day != NULL ? day : _("Calendar of episodes"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
}

static void
mark (SoleusCalendarView *self,
      guint               day)
{
  if (self->day == day)
    return;
  self->day = day;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
activate (SoleusCalendarView        *self,
          const SoleusCalendarChart *chart,
          guint                      day)
{
  g_autofree char *date = soleus_calendar_chart_dup_date (chart, day);

  if (date != NULL && soleus_calendar_chart_count (chart, day) > 0)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, date);
}

/* how many days earlier @keyval goes; 0 where it is no arrow */
static int
get_step (SoleusCalendarView *self,
          guint               keyval)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return 1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return -1;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return mirrored ? -7 : 7;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return mirrored ? 7 : -7;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return 28;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return -28;
    default:
      return 0;
    }
}

static gboolean
is_sideways (guint keyval)
{
  return keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right;
}

static gboolean
move (SoleusCalendarView        *self,
      const SoleusCalendarChart *chart,
      guint                      keyval,
      GdkModifierType            state)
{
  int n_days = (int) soleus_calendar_chart_get_n_days (chart), step = get_step (self, keyval);
  guint next;

  if (step != 0 && (state & GDK_CONTROL_MASK) != 0 && is_sideways (keyval))
    {
      next = soleus_calendar_chart_find_next (chart, self->day, step < 0);
      mark (self, next > 0 ? next : self->day);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_KP_Home)
    step = n_days;
  else if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End)
    step = -n_days;
  if (step == 0)
    return GDK_EVENT_PROPAGATE;
  mark (self, (guint) CLAMP ((int) self->day + step, 1, n_days));
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (user_data);
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;

  if (self->until == 0)
    return GDK_EVENT_PROPAGATE;
  chart = get_chart (self, &palette, &family);
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter || keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    {
      activate (self, &chart, self->day);
      return GDK_EVENT_STOP;
    }
  return move (self, &chart, keyval, state);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (user_data);
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;
  guint day;

  if (self->until == 0)
    return;
  chart = get_chart (self, &palette, &family);
  day = soleus_calendar_chart_find_day (&chart, gtk_widget_get_width (GTK_WIDGET (self)), x, y);
  if (day == 0)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  mark (self, day);
  activate (self, &chart, day);
}

static void
moved_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          gpointer                  user_data)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (user_data);
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;
  guint day;

  if (self->until == 0)
    return;
  chart = get_chart (self, &palette, &family);
  day = soleus_calendar_chart_find_day (&chart, gtk_widget_get_width (GTK_WIDGET (self)), x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), day > 0 && soleus_calendar_chart_count (&chart, day) > 0 ? "pointer" : NULL);
}

/* the ring comes and goes with the focus, and the name with it */
static void
focus_changed_cb (SoleusCalendarView *self)
{
  if (self->until == 0)
    return;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
soleus_calendar_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;
  cairo_t *cr;

  if (self->until == 0 || width <= 0 || height <= 0)
    return;
  chart = get_chart (self, &palette, &family);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  soleus_calendar_chart_draw (&chart, cr, width);
  cairo_destroy (cr);
  if (gtk_widget_has_visible_focus (widget))
    gtk_snapshot_render_focus (snapshot, gtk_widget_get_style_context (widget), 0, 0, width, height);
}

static GtkSizeRequestMode
soleus_calendar_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_calendar_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (widget);
  g_autofree char *family = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = 480;
    }
  else if (self->until != 0)
    {
      chart = get_chart (self, &palette, &family);
      /* without a width: as tall as it gets, in bands where it is narrow, with the largest squares where it is wide */
      *minimum = *natural = (int) ceil (for_size >= 0 ? soleus_calendar_chart_get_height (&chart, MAX (for_size, LEAST_WIDTH))
                                                      : MAX (soleus_calendar_chart_get_height (&chart, LEAST_WIDTH),
                                                             soleus_calendar_chart_get_height (&chart, MOST_WIDTH)));
    }
}

static gboolean
soleus_calendar_view_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  SoleusCalendarView *self = SOLEUS_CALENDAR_VIEW (widget);
  g_autofree char *family = NULL;
  g_autofree char *text = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;

  if (self->until == 0 || keyboard) /* the line of the legend says what the keys are on */
    return FALSE;
  chart = get_chart (self, &palette, &family);
  text = soleus_calendar_chart_dup_text_at (&chart, gtk_widget_get_width (widget), x, y);
  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 2, y - 2, 4, 4 });
  return TRUE;
}

static void
soleus_calendar_view_finalize (GObject *object)
{
  g_array_unref (SOLEUS_CALENDAR_VIEW (object)->onsets);

  G_OBJECT_CLASS (soleus_calendar_view_parent_class)->finalize (object);
}

static void
soleus_calendar_view_class_init (SoleusCalendarViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_calendar_view_finalize;
  widget_class->snapshot = soleus_calendar_view_snapshot;
  widget_class->measure = soleus_calendar_view_measure;
  widget_class->get_request_mode = soleus_calendar_view_get_request_mode;
  widget_class->query_tooltip = soleus_calendar_view_query_tooltip;

  signals[DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "calendar-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (SoleusCalendarView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
}

static void
soleus_calendar_view_init (SoleusCalendarView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->onsets = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
  self->day = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  add_controllers (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_calendar_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
soleus_calendar_view_new (void)
{
  return g_object_new (SOLEUS_TYPE_CALENDAR_VIEW, NULL);
}

/**
 * soleus_calendar_view_set_onsets:
 * @onsets: (array length=n_onsets): copied
 * @until: the last day that is shown
 */
void
soleus_calendar_view_set_onsets (SoleusCalendarView  *self,
                                 const SoleusInstant *onsets,
                                 gsize                n_onsets,
                                 SoleusInstant        until)
{
  g_return_if_fail (SOLEUS_IS_CALENDAR_VIEW (self));

  g_array_set_size (self->onsets, 0);
  if (n_onsets > 0)
    g_array_append_vals (self->onsets, onsets, (guint) n_onsets);
  self->until = until;
  self->day = 1;
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
