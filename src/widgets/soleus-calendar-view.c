/* soleus-calendar-view.c: draws the calendar with the colours and the text size of the theme; in several bands where it is narrow.
 *
 * CSS: a node “calendar-chart”. Accessibility: an image; its description says the months with episodes and how many. Under the pointer a
 * tooltip says the day and its episodes. */
#define G_LOG_DOMAIN "soleus-calendar-view"

#include "soleus-config.h"

#include "soleus-calendar-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "soleus-chart-theme.h"

struct _SoleusCalendarView {
  GtkWidget     parent_instance;

  GArray       *onsets; /* (element-type SoleusInstant) */
  SoleusInstant until;  /* 0: nothing is set */
};

G_DEFINE_FINAL_TYPE (SoleusCalendarView, soleus_calendar_view, GTK_TYPE_WIDGET)

static SoleusCalendarChart
get_chart (SoleusCalendarView *self,
           SoleusChartPalette *palette,
           char              **family)
{
  double size = soleus_chart_theme_get_size (GTK_WIDGET (self), family) * .85;

  soleus_chart_theme_get_palette (GTK_WIDGET (self), palette);
  return (SoleusCalendarChart) { (const SoleusInstant *) (gpointer) self->onsets->data, self->onsets->len, self->until, palette, *family, size,
                                 gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL };
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
      *minimum = 200;
      *natural = 480;
    }
  else if (self->until != 0)
    {
      chart = get_chart (self, &palette, &family);
      *minimum = *natural = (int) ceil (soleus_calendar_chart_get_height (&chart, for_size > 0 ? for_size : 480));
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

  if (self->until == 0 || keyboard)
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

  gtk_widget_class_set_css_name (widget_class, "calendar-chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_calendar_view_init (SoleusCalendarView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->onsets = g_array_new (FALSE, FALSE, sizeof (SoleusInstant));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
  g_autofree char *family = NULL;
  g_autofree char *summary = NULL;
  SoleusChartPalette palette;
  SoleusCalendarChart chart;

  g_return_if_fail (SOLEUS_IS_CALENDAR_VIEW (self));

  g_array_set_size (self->onsets, 0);
  if (n_onsets > 0)
    g_array_append_vals (self->onsets, onsets, (guint) n_onsets);
  self->until = until;

  chart = get_chart (self, &palette, &family);
  summary = soleus_calendar_chart_dup_summary (&chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar of episodes"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
