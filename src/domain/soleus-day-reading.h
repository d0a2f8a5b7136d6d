/* soleus-day-reading.h: what follows from the figures of a day, as a sentence beside the field: derived, so nobody types it */
#pragma once

#include "soleus-day.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_DAY_READING_MASS,     /* change of body mass, what to replace; a gain is the overdrinking warning */
  SOLEUS_DAY_READING_SWEAT,    /* litres an hour between the weighings */
  SOLEUS_DAY_READING_URINE,    /* colour on the chart of Armstrong 1994 */
  SOLEUS_DAY_READING_CAFFEINE, /* mg per kg body mass */
  SOLEUS_DAY_READING_SLEEP,    /* against age and own need */
  SOLEUS_DAY_READING_HEAT,     /* heat index, and the estimate of the wet bulb globe temperature */
} SoleusDayReading;

char *soleus_day_dup_reading (const SoleusDay  *day,
                              SoleusDayReading  reading);

G_END_DECLS
