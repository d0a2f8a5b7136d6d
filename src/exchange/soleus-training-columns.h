/* soleus-training-columns.h: which column of an exported table says what: headers of the common services and of people, as data */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SOLEUS_COLUMN_DATE,      /* the day, with or without the time of day */
  SOLEUS_COLUMN_CLOCK,     /* the time of day alone */
  SOLEUS_COLUMN_DURATION,  /* how long the watch ran */
  SOLEUS_COLUMN_ELAPSED,   /* from beginning to end, pauses included */
  SOLEUS_COLUMN_MOVING,    /* without standing still */
  SOLEUS_COLUMN_DISTANCE,
  SOLEUS_COLUMN_SPORT,
  SOLEUS_COLUMN_TIME,      /* "Time": a duration in one file, a time of day in the next */
  SOLEUS_COLUMN_N_ROLES,
} SoleusColumnRole;

/* what is known about the exports of one service beyond its headers */
typedef struct {
  const char *id;
  const char *needs[3];        /* headers that give it away, folded; NULL-terminated where fewer */
  gboolean    is_utc;          /* times without a zone are UTC */
  double      duration_unit;   /* seconds that a bare number counts; 0: minutes */
  double      distance_unit;   /* metres that a bare number counts; 0: kilometres */
  gboolean    swims_in_metres;
  gboolean    is_single;       /* one session a file, the rows after it are measurements */
  gboolean    is_day_first;    /* 12-03-2026 is in March */
} SoleusTrainingService;

typedef struct {
  int    column;               /* -1: none */
  double unit;                 /* as the header names it; 0: it does not */
  gboolean is_hours_first;     /* "Duration (h:mm)" */
} SoleusTrainingColumn;

typedef struct {
  const SoleusTrainingService *service; /* never NULL */
  SoleusTrainingColumn         roles[SOLEUS_COLUMN_N_ROLES];
} SoleusTrainingColumns;

char    *soleus_training_columns_fold (const char            *header);
gboolean soleus_training_columns_find (char                 **headers,
                                       SoleusTrainingColumns *columns);

G_END_DECLS
