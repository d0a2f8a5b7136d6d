/* soleus-cell.h: what the cells of other programs' tables mean: numbers, durations and times in the spellings of many countries */
#pragma once

#include "soleus-training-sink.h"

G_BEGIN_DECLS

/* how a file writes: found by looking at all of it before any cell is read */
typedef struct {
  char            decimal;      /* '.' or ',' */
  SoleusDateOrder order;        /* of 3/4/2026 */
  gboolean        hours_first;  /* 1:30 is an hour and a half, not ninety seconds */
} SoleusCellStyle;

typedef enum {
  SOLEUS_CELL_TIME_OK,
  SOLEUS_CELL_TIME_NONE,      /* no date that can be read */
  SOLEUS_CELL_TIME_AMBIGUOUS, /* 3/4/2026: day or month first? */
  SOLEUS_CELL_TIME_GAP,       /* a clock time that the zone leaves out */
} SoleusCellTimeResult;

typedef struct {
  SoleusInstant instant;     /* SOLEUS_UNKNOWN_INSTANT: there is a date alone */
  gboolean      has_offset;
  int           utc_offset;  /* seconds, where the cell names it */
  char          date[11];    /* "YYYY-MM-DD" as written */
} SoleusCellTime;

char                *soleus_cell_dup_plain      (const char              *text);
gboolean             soleus_cell_is_missing     (const char              *text);
double               soleus_cell_parse_number   (const char              *text,
                                                 char                     decimal,
                                                 const char             **rest);
int                  soleus_cell_vote_decimal   (const char              *text);
double               soleus_cell_parse_duration (const char              *text,
                                                 const SoleusCellStyle   *style,
                                                 double                   unit);
SoleusCellTimeResult soleus_cell_parse_time     (const char              *text,
                                                 const SoleusCellStyle   *style,
                                                 GTimeZone               *zone,
                                                 SoleusCellTime          *time);
int                  soleus_cell_vote_date_order (const char             *text);
gboolean             soleus_cell_find_unit      (const char              *text,
                                                 gboolean                *is_distance,
                                                 double                  *factor);

G_END_DECLS
