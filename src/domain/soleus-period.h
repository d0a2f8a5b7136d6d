/* soleus-period.h: two dates as somebody types them, and what is wrong with them as the period of a report */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* longer than anybody’s records: a typed year that lost a digit is no period */
#define SOLEUS_PERIOD_MOST_YEARS 100

typedef enum {
  SOLEUS_PERIOD_FINE,
  SOLEUS_PERIOD_FUTURE,    /* one of the dates is still to come */
  SOLEUS_PERIOD_BACKWARDS, /* the first day is after the last */
  SOLEUS_PERIOD_TOO_LONG,
} SoleusPeriodFault;

SoleusPeriodFault soleus_period_find_fault (const char *from,
                                            const char *to,
                                            const char *today);

G_END_DECLS
