/* soleus-training-sink.h: where the readers of training files put what they find: a session, or why a line is none */
#pragma once

#include "soleus-format-registry.h"

G_BEGIN_DECLS

/* the order of numeric dates that do not show it themselves */
typedef enum {
  SOLEUS_DATE_ORDER_AS_FILE, /* what the other dates of the file show; what stays open is refused */
  SOLEUS_DATE_ORDER_DAY_FIRST,
  SOLEUS_DATE_ORDER_MONTH_FIRST,
} SoleusDateOrder;

/* more sessions than a life has days are no training diary */
#define SOLEUS_TRAINING_MOST_SESSIONS 50000

struct _SoleusTrainingSink {
  GTimeZone       *zone;      /* (not owned) of times that name none, and in which dates are counted */
  SoleusDateOrder  order;
  const char      *file;      /* (not owned) its name, for the places */
  GPtrArray       *lines;     /* (not owned) (element-type SoleusImportLine) */
};

/* what a file says about one session; unknown stays unknown */
typedef struct {
  SoleusInstant start;        /* SOLEUS_UNKNOWN_INSTANT: only the date is known */
  const char   *date;         /* (nullable) "YYYY-MM-DD", where the start is unknown */
  gboolean      has_offset;   /* the file tells the offset of the place itself */
  int           utc_offset;   /* seconds east of Greenwich */
  double        seconds;      /* SOLEUS_UNKNOWN_REAL */
  double        metres;       /* SOLEUS_UNKNOWN_REAL */
  const char   *sport;        /* (nullable) as the record is to say it */
} SoleusTrainingFacts;

#define SOLEUS_TRAINING_FACTS_INIT { SOLEUS_UNKNOWN_INSTANT, NULL, FALSE, 0, SOLEUS_UNKNOWN_REAL, SOLEUS_UNKNOWN_REAL, NULL }

gboolean soleus_training_sink_add     (SoleusTrainingSink        *self,
                                       const char                *place,
                                       const SoleusTrainingFacts *facts,
                                       GError                   **error);
void     soleus_training_sink_refuse  (SoleusTrainingSink        *self,
                                       const char                *place,
                                       const char                *format,
                                       ...) G_GNUC_PRINTF (3, 4);
GBytes  *soleus_training_load         (GInputStream              *stream,
                                       gsize                      maximum_size,
                                       GCancellable              *cancellable,
                                       GError                   **error);

/* what people and devices call a sport, in the words of this program */
const char *soleus_sport_get_label    (guint                      fit_sport);
char       *soleus_sport_dup_label    (const char                *name);

G_END_DECLS
