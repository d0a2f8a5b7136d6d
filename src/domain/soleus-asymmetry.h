/* soleus-asymmetry.h: difference between the sides of a test, and whether it exceeds what measuring alone explains */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* weight-bearing lunge (knee to wall): minimal detectable change, cm (Bennell 1998, Powden 2015) */
#define SOLEUS_KNEE_TO_WALL_MDC_BETWEEN_CM 1.6
#define SOLEUS_KNEE_TO_WALL_MDC_WITHIN_CM  1.9
#define SOLEUS_KNEE_TO_WALL_DEGREES_PER_CM 3.6

/* return-to-play criterion, % (Green 2022) */
#define SOLEUS_ASYMMETRY_LIMIT 10.0

typedef struct {
  double   difference; /* in the unit of the test, ≥ 0 */
  double   percent;    /* of the better side, 0–100 */
  gboolean within_limit; /* percent ≤ limit */
  gboolean within_error; /* difference < minimal detectable change */
} SoleusAsymmetry;

gboolean soleus_asymmetry_compute (double           left,
                                   double           right,
                                   double           limit,
                                   double           mdc,
                                   SoleusAsymmetry *asymmetry);

G_END_DECLS
