/* soleus-period-comparison.h: how often it cramped in one period and in another; a description, no score and no forecast */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* Clinic rules, no published number: below these it is too few to say. */
#define SOLEUS_PERIOD_LEAST_DAYS     28
#define SOLEUS_PERIOD_LEAST_EPISODES 8  /* in both together */

typedef struct {
  guint  days;        /* first and last included */
  guint  episodes;
  double per_28_days; /* unknown without days */
  double lower;       /* 95 % interval of a count, Byar */
  double upper;
} SoleusPeriodRate;

typedef enum {
  SOLEUS_PERIODS_TOO_FEW, /* to say anything */
  SOLEUS_PERIODS_ALIKE,   /* chance alone can be the difference */
  SOLEUS_PERIODS_FEWER,   /* fewer in the first */
  SOLEUS_PERIODS_MORE,    /* more in the first */
} SoleusPeriodsVerdict;

void                 soleus_period_rate_compute (guint                    days,
                                                 guint                    episodes,
                                                 SoleusPeriodRate        *rate);
SoleusPeriodsVerdict soleus_periods_compare     (const SoleusPeriodRate  *first,
                                                 const SoleusPeriodRate  *second);
const char          *soleus_periods_get_text    (SoleusPeriodsVerdict     verdict);

G_END_DECLS
