/* soleus-heat-index.h: how hot it felt (clinical.md 3.12); shade values */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_HEAT_BAND_UNKNOWN,
  SOLEUS_HEAT_BAND_COMFORTABLE,     /* below 80 °F */
  SOLEUS_HEAT_BAND_CAUTION,         /* from 80 °F */
  SOLEUS_HEAT_BAND_EXTREME_CAUTION, /* from 90 °F */
  SOLEUS_HEAT_BAND_DANGER,          /* from 103 °F */
  SOLEUS_HEAT_BAND_EXTREME_DANGER,  /* from 125 °F */
} SoleusHeatBand;
#define SOLEUS_TYPE_HEAT_BAND (soleus_heat_band_get_type ())
GType soleus_heat_band_get_type (void);

double         soleus_heat_index_fahrenheit (double fahrenheit,
                                             double humidity);
double         soleus_heat_index_celsius    (double celsius,
                                             double humidity);
SoleusHeatBand soleus_heat_index_get_band   (double fahrenheit_index);
double         soleus_vapour_pressure       (double celsius,
                                             double humidity);
double         soleus_wbgt_estimate         (double celsius,
                                             double humidity);
double         soleus_wbgt_measured         (double wet_bulb,
                                             double globe,
                                             double air);
double         soleus_celsius_to_fahrenheit (double celsius);
double         soleus_fahrenheit_to_celsius (double fahrenheit);

G_END_DECLS
