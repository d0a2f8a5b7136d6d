/* soleus-history-report.h: an athlete's cramps over a period, with the chart of the screen, and what is not known */
#pragma once

#include "soleus-document.h"
#include "soleus-side-trend-chart.h"
#include "soleus-timeline-chart.h"
#include "soleus-trend-chart.h"
#include "soleus-training-load.h"

G_BEGIN_DECLS

/* Everything here is borrowed and must live until soleus_history_report_new_document () returns. Texts are in the report's language. */
typedef struct {
  SoleusInstant onset;
  SoleusSide    side;
  const char   *muscle;      /* catalogue id */
  const char   *muscle_label;
  gint64        pain;        /* 0–10, SOLEUS_UNKNOWN_INT */
  double        minutes;     /* SOLEUS_UNKNOWN_REAL */
  const char   *relieved_by; /* (nullable) */
  const char   *note;        /* (nullable) */
} SoleusHistoryEpisode;

typedef struct {
  SoleusInstant time;
  const char   *summary;     /* "Cold pack, compression" */
  const char   *therapist;
  gboolean      is_signed;
  gboolean      is_amended;
} SoleusHistoryVisit;

typedef struct {
  SoleusInstant time;
  const char   *label;       /* "Calf swelling", "Damage screen" */
  const char   *outcome;     /* "open", "referred, no clot found 3 Nov", "negative" */
  gboolean      is_open;     /* never left out */
} SoleusHistoryFlag;

typedef struct {
  const char *label;         /* "Lack of sleep", or "" as in the row above */
  const char *window;        /* "24 hours" */
  const char *cramps;        /* "7 of 12 (58 %, 32–81 %)" */
  const char *ordinary_days;
} SoleusHistoryLookBack;

typedef struct {
  SoleusInstant time;
  const char   *label;
  double        left, right; /* SOLEUS_UNKNOWN_REAL */
  const char   *remark;      /* "sides 1.5 apart, 13.0 % (within measurement error)" */
  const SoleusSideTrendPoint *points; /* all results of the period, oldest first */
  gsize         n_points;
  double        error;       /* minimal detectable change of a leg; SOLEUS_UNKNOWN_REAL */
} SoleusHistoryTest;

typedef enum {
  SOLEUS_HISTORY_SECTION_SUMMARY   = 1 << 0,
  SOLEUS_HISTORY_SECTION_TIMELINE  = 1 << 1,
  SOLEUS_HISTORY_SECTION_UNKNOWN   = 1 << 2,
  SOLEUS_HISTORY_SECTION_PLACES    = 1 << 3,
  SOLEUS_HISTORY_SECTION_LOOK_BACK = 1 << 4,
  SOLEUS_HISTORY_SECTION_LOAD      = 1 << 5,
  SOLEUS_HISTORY_SECTION_TESTS     = 1 << 6,
  SOLEUS_HISTORY_SECTION_FLAGS     = 1 << 7,
  SOLEUS_HISTORY_SECTION_EPISODES  = 1 << 8,
  SOLEUS_HISTORY_SECTION_VISITS    = 1 << 9,
} SoleusHistorySection;

typedef struct {
  const char *id;       /* "summary"; "athlete" */
  guint       sections;
  const char *label;    /* N_() */
} SoleusHistoryChoice;

const SoleusHistoryChoice *soleus_history_report_list_sections (gsize *n_sections);
const SoleusHistoryChoice *soleus_history_report_list_readers  (gsize *n_readers);

typedef struct {
  SoleusPaper                 paper;
  guint                       sections;          /* SoleusHistorySection; 0: all */
  const char                 *language;
  gboolean                    large_print;
  SoleusInstant               issued_at;
  const char                 *clinic_name;
  const char                 *clinic_phone;      /* (nullable) */
  const char                 *therapist_name;
  const char                 *athlete_name;
  const char                 *athlete_details;   /* (nullable): "born 3 May 2001 · middle distance · Harbour Harriers" */
  const char                 *copy_id;           /* (nullable) */
  SoleusInstant               from, until;
  const SoleusHistoryEpisode *episodes;          /* oldest first */
  gsize                       n_episodes;
  const SoleusTimelineSample *lanes[SOLEUS_TIMELINE_N_LANES];
  gsize                       n_lanes[SOLEUS_TIMELINE_N_LANES];
  double                      own_need[SOLEUS_TIMELINE_N_LANES]; /* SOLEUS_UNKNOWN_REAL */
  const SoleusTimelineSpan   *spans;
  gsize                       n_spans;
  const SoleusHistoryVisit   *visits;
  gsize                       n_visits;
  const SoleusHistoryFlag    *flags;
  gsize                       n_flags;
  const SoleusHistoryLookBack *look_backs;
  gsize                       n_look_backs;
  const char                 *too_few;           /* (nullable): a sentence: of which factors too little is known */
  const SoleusHistoryTest    *tests;             /* the newest result of each */
  gsize                       n_tests;
  const SoleusTrainingLoad   *load;              /* (nullable): no training is recorded */
  const SoleusTrendLane      *trends;            /* days between episodes, pain, minutes */
  gsize                       n_trends;
  const char *const          *recurrences;       /* (nullable): "3 at a new place" */
  guint                       economy;           /* 0; the report itself raises it until it has few enough pages */
  const char *const          *unknowns;          /* (nullable): sentences, "Sleep was recorded on 40 of 365 days." */
} SoleusHistorySpec;

SoleusDocument *soleus_history_report_new_document (const SoleusHistorySpec *spec);

G_END_DECLS
