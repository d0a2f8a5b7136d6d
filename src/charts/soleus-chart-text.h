/* soleus-chart-text.h: short texts in a chart, measured and drawn with absolute sizes so that screen and paper agree */
#pragma once

#include <pango/pangocairo.h>

#include "soleus-chart-palette.h"

G_BEGIN_DECLS

typedef struct {
  const char *family;
  double      size;   /* in the units of the drawing */
} SoleusChartFont;

/* which point of the text stands at (x, y); vertically always the middle of the line */
typedef enum { SOLEUS_CHART_ANCHOR_LEFT, SOLEUS_CHART_ANCHOR_CENTRE, SOLEUS_CHART_ANCHOR_RIGHT } SoleusChartAnchor;

double soleus_chart_text_get_width  (const SoleusChartFont *font,
                                     const char            *text,
                                     gboolean               bold);
double soleus_chart_text_get_height (const SoleusChartFont *font);
void   soleus_chart_text_draw       (const SoleusChartFont *font,
                                     cairo_t               *cr,
                                     const SoleusColour    *colour,
                                     const char            *text,
                                     gboolean               bold,
                                     SoleusChartAnchor      anchor,
                                     double                 x,
                                     double                 y);

G_END_DECLS
