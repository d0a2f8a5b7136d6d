/* soleus-body-map-view.c: draws the body map with the colours and the text size of the theme.
 *
 * Signals: muscle-activated (SoleusSide side, const char *muscle): a muscle was clicked. The map is a picture beside other controls that
 * offer the same by keyboard. CSS: a node “bodymap”. Accessibility: an image whose description says the counts, row by row. */
#define G_LOG_DOMAIN "soleus-body-map-view"

#include "soleus-config.h"

#include "soleus-body-map-view.h"

#include "soleus-chart-theme.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _SoleusBodyMapView {
  GtkWidget      parent_instance;

  SoleusBodyMap *map; /* (nullable) until it is set */
};

G_DEFINE_FINAL_TYPE (SoleusBodyMapView, soleus_body_map_view, GTK_TYPE_WIDGET)

enum {
  MUSCLE_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
find_muscle (SoleusBodyMapView *self,
             double             x,
             double             y,
             SoleusSide        *side)
{
  *side = SOLEUS_SIDE_UNKNOWN;

  if (self->map == NULL)
    return NULL;

  return soleus_body_map_find_muscle (self->map,
                                      gtk_widget_get_width (GTK_WIDGET (self)),
                                      gtk_widget_get_height (GTK_WIDGET (self)), x, y, side);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  SoleusBodyMapView *self = SOLEUS_BODY_MAP_VIEW (user_data);
  SoleusSide side;
  const char *muscle = find_muscle (self, x, y, &side);

  if (muscle != NULL)
    g_signal_emit (self, signals[MUSCLE_ACTIVATED], 0, side, muscle);
}

static void
moved_cb (GtkEventControllerMotion *motion,
          double                    x,
          double                    y,
          gpointer                  user_data)
{
  SoleusBodyMapView *self = SOLEUS_BODY_MAP_VIEW (user_data);
  SoleusSide side;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_muscle (self, x, y, &side) != NULL ? "pointer" : NULL);
}

static void
soleus_body_map_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SoleusBodyMapView *self = SOLEUS_BODY_MAP_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  SoleusChartPalette palette;
  g_autofree char *family = NULL;
  double size;
  cairo_t *cr;

  if (self->map == NULL || width <= 0 || height <= 0)
    return;

  soleus_chart_theme_get_palette (widget, &palette);
  size = soleus_chart_theme_get_size (widget, &family);
  soleus_body_map_set_palette (self->map, &palette);
  soleus_body_map_set_font (self->map, family, size * .85);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  soleus_body_map_render (self->map, cr, width, height);
  cairo_destroy (cr);
}

static void
soleus_body_map_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 240;
    }
  else
    {
      *minimum = 140;
      *natural = 320;
    }
}

static void
soleus_body_map_view_dispose (GObject *object)
{
  SoleusBodyMapView *self = SOLEUS_BODY_MAP_VIEW (object);

  g_clear_object (&self->map);

  G_OBJECT_CLASS (soleus_body_map_view_parent_class)->dispose (object);
}

static void
soleus_body_map_view_class_init (SoleusBodyMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_body_map_view_dispose;
  widget_class->snapshot = soleus_body_map_view_snapshot;
  widget_class->measure = soleus_body_map_view_measure;

  signals[MUSCLE_ACTIVATED] =
    g_signal_new ("muscle-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, SOLEUS_TYPE_SIDE, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_body_map_view_init (SoleusBodyMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * soleus_body_map_view_new:
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
soleus_body_map_view_new (void)
{
  return g_object_new (SOLEUS_TYPE_BODY_MAP_VIEW, NULL);
}

/**
 * soleus_body_map_view_set_map:
 * @self: a view
 * @map: the map; the view sets its palette and font
 *
 * Shows @map. Call it again after its counts, its view or its selection changed.
 */
void
soleus_body_map_view_set_map (SoleusBodyMapView *self,
                              SoleusBodyMap     *map)
{
  g_autofree char *rows = NULL;
  g_auto (GStrv) texts = NULL;

  g_return_if_fail (SOLEUS_IS_BODY_MAP_VIEW (self));
  g_return_if_fail (SOLEUS_IS_BODY_MAP (map));

  g_set_object (&self->map, map);

  texts = soleus_body_map_dup_text_rows (map);
  rows = g_strjoinv ("\n", texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rows,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
