/* soleus-chart-theme.h: the palette of a chart from the colours of the widget it is drawn in */
#pragma once

#include <gtk/gtk.h>

#include "soleus-chart-palette.h"

G_BEGIN_DECLS

void   soleus_chart_theme_get_palette (GtkWidget          *widget,
                                       SoleusChartPalette *palette);
double soleus_chart_theme_get_size    (GtkWidget          *widget,
                                       char              **family);

G_END_DECLS
