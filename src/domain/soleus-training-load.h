/* soleus-training-load.h: session-RPE training load as a description of change; no injury claim (clinical.md 3.5).
 * Every function returns SOLEUS_UNKNOWN_REAL where the figure is undefined or a day that it needs is unknown. */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

#define SOLEUS_ACUTE_DAYS   7
#define SOLEUS_CHRONIC_DAYS 28

/* what 28 days say of a training load; each figure unknown where it is undefined or a day that it needs is unknown */
typedef struct {
  double   weekly;
  double   week_change;  /* 0.1 is 10 % more than the week before */
  double   monotony;
  double   strain;
  double   coupled;      /* acute to chronic ratios, by three methods that disagree: descriptions, not predictions */
  double   uncoupled;
  double   ewma;
  gboolean enough;       /* all 28 days are known */
} SoleusTrainingLoad;

void   soleus_training_load_describe      (const double       *days,
                                           SoleusTrainingLoad *load);
double soleus_training_load_session       (double        minutes,
                                           double        rpe);
double soleus_training_load_total         (const double *days,
                                           gsize         n_days);
double soleus_training_load_mean          (const double *days,
                                           gsize         n_days);
double soleus_training_load_deviation     (const double *days,
                                           gsize         n_days);
double soleus_training_load_monotony      (const double *days,
                                           gsize         n_days);
double soleus_training_load_strain        (const double *days,
                                           gsize         n_days);
double soleus_training_load_week_change   (const double *days,
                                           gsize         n_days);
double soleus_training_load_acwr          (const double *days,
                                           gsize         n_days);
double soleus_training_load_acwr_uncoupled (const double *days,
                                           gsize         n_days);
double soleus_training_load_ewma          (const double *days,
                                           gsize         n_days,
                                           int           span);
/* Clinic rule, no published number: a day is unaccustomed at twice the mean of the training days of the 28 days before it,
 * of which at least six must be known; with fewer, nobody knows what the athlete is used to. */
#define SOLEUS_UNACCUSTOMED_FACTOR    2.0
#define SOLEUS_UNACCUSTOMED_LEAST_DAYS 6

gboolean soleus_training_load_find_unaccustomed (const double *days,
                                                 gsize         n_days,
                                                 double        load,
                                                 gboolean     *unaccustomed);
double soleus_training_load_acwr_ewma     (const double *days,
                                           gsize         n_days);

G_END_DECLS
