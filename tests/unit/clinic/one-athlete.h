/* one-athlete.h: a clinic in memory with one therapist and one fictional athlete, on a clock that stands still */
#pragma once

#include "soleus-clinic.h"
#include "soleus-clock.h"

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete;
  char         *visit;   /* (nullable): for the test to remember one */
} OneAthlete;

void one_athlete_set_up     (OneAthlete    *self,
                             gconstpointer  data);
void one_athlete_tear_down  (OneAthlete    *self,
                             gconstpointer  data);
void one_athlete_save       (OneAthlete    *self,
                             SoleusRecord  *record);
void one_athlete_set_moment (SoleusRecord  *record,
                             const char    *field,
                             const char    *text);
