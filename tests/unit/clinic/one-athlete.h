/* one-athlete.h: a clinic in memory with one therapist and one fictional athlete, on a clock that stands still at 12:00 of 11 May 2025 */
#pragma once

#include "soleus-clinic.h"
#include "soleus-clock.h"

typedef struct {
  SoleusClock  *clock;
  SoleusClinic *clinic;
  char         *athlete;
  char         *visit;   /* (nullable): for the test to remember one */
} OneAthlete;

void          one_athlete_set_up           (OneAthlete    *self,
                                            gconstpointer  data);
void          one_athlete_tear_down        (OneAthlete    *self,
                                            gconstpointer  data);
void          one_athlete_save             (OneAthlete    *self,
                                            SoleusRecord  *record);
void          one_athlete_set_moment       (SoleusRecord  *record,
                                            const char    *field,
                                            const char    *text);
/* kneading of the left calf. Returns: (transfer full), not saved */
SoleusRecord *one_athlete_create_treatment (OneAthlete    *self,
                                            const char    *at);
/* of the left calf, over at 11:02 of that day, so that it is closed until 13 May at 11:02. Returns: (transfer full), not saved */
SoleusRecord *one_athlete_create_cramp     (OneAthlete    *self);
guint         one_athlete_count_breaches   (OneAthlete    *self);
