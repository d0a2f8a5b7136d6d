/* soleus-chart-palette.h: the colours a chart is drawn with; the caller passes light, dark, print or its own */
#pragma once

#include <cairo.h>

#include "soleus-types.h"

G_BEGIN_DECLS

typedef struct {
  double red, green, blue, alpha; /* 0 … 1 */
} SoleusColour;

typedef struct {
  SoleusColour background; /* behind the drawing; alpha 0 leaves what is there */
  SoleusColour ink;        /* text and outlines */
  SoleusColour dim;        /* second-line text, series lines; at least 4.5:1 on background */
  SoleusColour grid;       /* lane and month lines */
  SoleusColour bar;        /* bars of the load lane */
  SoleusColour accent;     /* episodes, counts */
  SoleusColour on_accent;  /* text on accent */
  SoleusColour hatch;      /* days without check-ins */
  SoleusColour window;     /* shaded spans in which massage and heat were closed */
  SoleusColour stop;       /* shaded spans of a hard stop */
  SoleusColour skin;       /* the body map's leg */
  SoleusColour muscle;     /* a muscle without episodes */
} SoleusChartPalette;

const SoleusChartPalette *soleus_chart_palette_get_light (void);
const SoleusChartPalette *soleus_chart_palette_get_dark  (void);
const SoleusChartPalette *soleus_chart_palette_get_print (void);

void         soleus_colour_set_source (const SoleusColour *self,
                                       cairo_t            *cr);
SoleusColour soleus_colour_mix        (const SoleusColour *from,
                                       const SoleusColour *to,
                                       double              share);

G_END_DECLS
