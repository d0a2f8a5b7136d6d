/* soleus-trend-chart.h: values of episodes over time as dots, one lane each, with the medians of the earlier and the later half */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"

G_BEGIN_DECLS

/* Clinic rule, no published number: fewer in a half are too few to say. */
#define SOLEUS_TREND_LEAST 5

typedef struct {
  SoleusInstant at;
  double        value;
} SoleusTrendPoint;

typedef struct {
  const char             *title;  /* translated: “Pain” */
  const SoleusTrendPoint *points; /* (array length=n_points) oldest first, known values alone */
  gsize                   n_points;
} SoleusTrendLane;

typedef struct {
  const SoleusTrendLane    *lanes;
  gsize                     n_lanes;
  const SoleusChartPalette *palette;
  const char               *family;
  double                    size;
  gboolean                  right_to_left;
} SoleusTrendChart;

gboolean soleus_trend_lane_get_medians (const SoleusTrendLane  *self,
                                        double                 *earlier,
                                        double                 *later);
char    *soleus_trend_lane_format      (const SoleusTrendLane  *self);
void     soleus_trend_chart_draw       (const SoleusTrendChart *self,
                                        cairo_t                *cr,
                                        double                  width,
                                        double                  height);

G_END_DECLS
