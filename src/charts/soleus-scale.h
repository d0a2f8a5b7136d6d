/* soleus-scale.h: from values and instants to positions, and where the ticks stand */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* A linear scale: value `from` stands at `start`, value `until` at `end`; start > end is a scale that runs upwards or right to left. */
typedef struct {
  double from, until;
  double start, end;
} SoleusScale;

/* A time scale is the same on instants. */
typedef struct {
  SoleusInstant from, until;
  double        start, end;
} SoleusTimeScale;

typedef enum {
  SOLEUS_TIME_STEP_DAY,
  SOLEUS_TIME_STEP_WEEK,
  SOLEUS_TIME_STEP_MONTH,
  SOLEUS_TIME_STEP_QUARTER,
  SOLEUS_TIME_STEP_YEAR,
} SoleusTimeStep;

typedef struct {
  SoleusInstant instant;    /* 00:00 local on the first day of the step */
  double        position;
  gboolean      starts_year; /* the first tick, and the first of each year: the year is printed below */
} SoleusTimeTick;

double         soleus_scale_get_position      (const SoleusScale     *self,
                                               double                 value);
double         soleus_scale_get_value         (const SoleusScale     *self,
                                               double                 position);
double         soleus_scale_get_nice_step     (double                 span,
                                               int                    max_ticks);
double         soleus_scale_get_nice_limit    (double                 largest,
                                               int                    max_ticks);
double        *soleus_scale_dup_ticks         (const SoleusScale     *self,
                                               int                    max_ticks,
                                               gsize                 *n_ticks);

double         soleus_time_scale_get_position (const SoleusTimeScale *self,
                                               SoleusInstant          instant);
SoleusInstant  soleus_time_scale_get_instant  (const SoleusTimeScale *self,
                                               double                 position);
SoleusTimeStep soleus_time_scale_get_step     (const SoleusTimeScale *self,
                                               double                 least_distance);
GArray        *soleus_time_scale_dup_ticks    (const SoleusTimeScale *self,
                                               SoleusTimeStep         step);
char          *soleus_time_step_format        (SoleusTimeStep         step,
                                               SoleusInstant          instant);

G_END_DECLS
