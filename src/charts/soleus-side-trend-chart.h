/* soleus-side-trend-chart.h: results of a test over time, the left leg above the right one on the same scale, with the band in which a change is none
 *
 * Around the first result of a leg lies what measuring twice can be by itself. A result in this band is an open dot, one beyond it a full one; where no
 * measurement error is published there is no band, and all dots are full. */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"

G_BEGIN_DECLS

typedef struct {
  SoleusInstant at;
  double        left, right; /* SOLEUS_UNKNOWN_REAL */
} SoleusSideTrendPoint;

typedef struct {
  const SoleusSideTrendPoint *points; /* (array length=n_points) oldest first */
  gsize                       n_points;
  double                      error;  /* minimal detectable change of a leg; SOLEUS_UNKNOWN_REAL: none is published */
  const SoleusChartPalette   *palette;
  const char                 *family;
  double                      size;   /* of the text, in the units of the drawing */
  gboolean                    right_to_left;
} SoleusSideTrendChart;

gboolean soleus_side_trend_chart_has_trend  (const SoleusSideTrendChart *self);
void     soleus_side_trend_chart_get_range  (const SoleusSideTrendChart *self,
                                             double                     *low,
                                             double                     *high);
double   soleus_side_trend_chart_get_height (const SoleusSideTrendChart *self);
char    *soleus_side_trend_chart_dup_note   (double                      error);
void     soleus_side_trend_chart_draw       (const SoleusSideTrendChart *self,
                                             cairo_t                    *cr,
                                             double                      width);

G_END_DECLS
