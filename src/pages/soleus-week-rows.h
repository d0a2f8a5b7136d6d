/* soleus-week-rows.h: the rows of the week grid, and how a cell reads and writes what a day holds
 *
 * A day with several sessions has them in one cell, in the order of the day: “60 + 30” minutes at “5 + 8”. */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  const char *group;   /* (nullable) N_(): begins a group */
  gboolean    session; /* of the training sessions, else of the check-in */
  const char *field;
  const char *title;   /* N_() */
  const char *unit;    /* N_() or a range; "" for words */
  gboolean    carried; /* the last known value is offered */
} SoleusWeekRow;

/* what one day holds: copies that may be changed */
typedef struct {
  const char   *athlete_id; /* (not owned) */
  const char   *date;       /* (not owned) "YYYY-MM-DD" */
  SoleusRecord *check_in;   /* (owned) */
  GPtrArray    *sessions;   /* (owned) (element-type SoleusRecord) */
  GPtrArray    *shoes;      /* (not owned) (element-type SoleusRecord) */
} SoleusWeekDay;

const SoleusWeekRow *soleus_week_rows_get    (gsize               *n_rows);
gsize                soleus_week_rows_find   (const char          *field);
char                *soleus_week_row_dup_text (const SoleusWeekRow *row,
                                              const SoleusWeekDay *day);
gboolean             soleus_week_row_read    (const SoleusWeekRow *row,
                                              const char          *text,
                                              SoleusWeekDay       *day);
char                *soleus_week_row_dup_pasted (const SoleusWeekRow *row,
                                              const char          *text);
GPtrArray           *soleus_week_rows_split_block (const char       *block);
double               soleus_week_sum_loads   (const char          *minutes,
                                              const char          *rpe);

G_END_DECLS
