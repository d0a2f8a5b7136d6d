/* soleus-history-report.h: an athlete's cramps over a period, with the chart of the screen, and what is not known */
#pragma once

#include "soleus-document.h"
#include "soleus-timeline-chart.h"

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
} SoleusHistoryFlag;

typedef struct {
  SoleusPaper                 paper;
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
  const char *const          *unknowns;          /* (nullable): sentences, "Sleep was recorded on 40 of 365 days." */
} SoleusHistorySpec;

SoleusDocument *soleus_history_report_new_document (const SoleusHistorySpec *spec);

G_END_DECLS
