/* soleus-hydration.h: body mass, sweat rate, urine colour, caffeine (clinical.md 3.6, C9); the link to cramp is weak.
 * Unknown in, unknown out. */
#pragma once

#include "soleus-enums.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_HYDRATION_BAND_UNKNOWN,
  SOLEUS_HYDRATION_BAND_GAIN,        /* heavier afterwards by more than 1 %: overdrinking warning */
  SOLEUS_HYDRATION_BAND_WELL,        /* within 1 % */
  SOLEUS_HYDRATION_BAND_MINIMAL,     /* 1 to 3 % lost */
  SOLEUS_HYDRATION_BAND_SIGNIFICANT, /* 3 to 5 % lost */
  SOLEUS_HYDRATION_BAND_SERIOUS,     /* more than 5 % lost */
} SoleusHydrationBand;
#define SOLEUS_TYPE_HYDRATION_BAND (soleus_hydration_band_get_type ())
GType soleus_hydration_band_get_type (void);

typedef enum {
  SOLEUS_URINE_BAND_UNKNOWN,
  SOLEUS_URINE_BAND_HYDRATED,   /* 1–3 on the 8-colour chart */
  SOLEUS_URINE_BAND_MILD,       /* 4–6 */
  SOLEUS_URINE_BAND_DEHYDRATED, /* 7–8 */
} SoleusUrineBand;
#define SOLEUS_TYPE_URINE_BAND (soleus_urine_band_get_type ())
GType soleus_urine_band_get_type (void);

typedef enum {
  SOLEUS_CAFFEINE_BAND_UNKNOWN,
  SOLEUS_CAFFEINE_BAND_NO_EFFECT,      /* up to 3 mg/kg */
  SOLEUS_CAFFEINE_BAND_POSSIBLE,       /* above 3 mg/kg */
  SOLEUS_CAFFEINE_BAND_DIURETIC_SHOWN, /* 6 mg/kg and more */
} SoleusCaffeineBand;
#define SOLEUS_TYPE_CAFFEINE_BAND (soleus_caffeine_band_get_type ())
GType soleus_caffeine_band_get_type (void);

double              soleus_hydration_mass_change  (double before_kg,
                                                   double after_kg);
SoleusHydrationBand soleus_hydration_get_band     (double mass_change);
gboolean            soleus_hydration_is_gain      (double before_kg,
                                                   double after_kg);
double              soleus_hydration_sweat_rate   (double before_kg,
                                                   double after_kg,
                                                   double drunk_l,
                                                   double urine_l,
                                                   double hours);
gboolean            soleus_hydration_replacement  (double  before_kg,
                                                   double  after_kg,
                                                   double *least_l,
                                                   double *most_l);
SoleusUrineBand     soleus_hydration_get_urine_band (gint64 colour);
double              soleus_hydration_caffeine_per_kg (double caffeine_mg,
                                                   double mass_kg);
SoleusCaffeineBand  soleus_hydration_get_caffeine_band (double mg_per_kg);

G_END_DECLS
