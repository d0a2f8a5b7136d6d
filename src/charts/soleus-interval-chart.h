/* soleus-interval-chart.h: a share with its interval, and a second one to hold it against, on a scale from 0 to 100 % */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"
#include "soleus-look-back.h"

G_BEGIN_DECLS

void soleus_interval_chart_draw (const SoleusLookBackComparison *comparison,
                                 const SoleusChartPalette       *palette,
                                 gboolean                        right_to_left,
                                 cairo_t                        *cr,
                                 double                          width,
                                 double                          height);

G_END_DECLS
