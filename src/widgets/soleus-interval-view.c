#include "soleus-config.h"

#include "soleus-interval-view.h"

#include "soleus-chart-theme.h"
#include "soleus-interval-chart.h"

#define HEIGHT 20

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  SoleusChartPalette palette;

  soleus_chart_theme_get_palette (GTK_WIDGET (area), &palette);
  soleus_interval_chart_draw (user_data, &palette, gtk_widget_get_direction (GTK_WIDGET (area)) == GTK_TEXT_DIR_RTL, cr, width, height);
}

/**
 * soleus_interval_view_new:
 *
 * Returns: (transfer floating): a picture of @comparison, which it copies
 */
GtkWidget *
soleus_interval_view_new (const SoleusLookBackComparison *comparison)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-height", HEIGHT, "hexpand", TRUE, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, g_memdup2 (comparison, sizeof *comparison), g_free);
  return area;
}
