/* soleus-timeline-private.h: what the three files of the timeline chart share */
#pragma once

#include "soleus-chart-text.h"
#include "soleus-scale.h"
#include "soleus-timeline-chart.h"

G_BEGIN_DECLS

typedef struct {
  SoleusTimelineSample *samples; /* (owned) (nullable), by time */
  gsize                 n_samples;
  double                own_need; /* SOLEUS_UNKNOWN_REAL: none stated */
} SoleusTimelineSeries;

struct _SoleusTimelineChart {
  GObject               parent_instance;
  SoleusInstant         from, until;
  GArray               *episodes; /* of SoleusTimelineEpisode, labels owned by @labels */
  GPtrArray            *labels;
  SoleusTimelineSeries  lanes[SOLEUS_TIMELINE_N_LANES];
  GArray               *spans;    /* of SoleusTimelineSpan */
  GArray               *visits;   /* of SoleusInstant */
  SoleusChartPalette    palette;
  char                 *family;
  double                size;
  int                   selected; /* −1: none */
  gboolean              mirrored;
};

typedef struct {
  double top, bottom;
} SoleusTimelineBand;

/* Where everything stands for one width and height. */
typedef struct {
  SoleusChartFont    font, small;
  double             left, right;    /* of the plot */
  double             edge;           /* where lane titles end when mirrored */
  SoleusTimelineBand episodes;
  SoleusTimelineBand lanes[SOLEUS_TIMELINE_N_LANES];
  gboolean           is_shown[SOLEUS_TIMELINE_N_LANES];
  double             axis;           /* the time axis */
  double             legend;         /* middle of the first legend line */
  SoleusTimeScale    time;
  SoleusScale        pain;
  double             head;           /* radius of an episode's head */
} SoleusTimelineGeometry;

void soleus_timeline_chart_measure (SoleusTimelineChart    *self,
                                    double                  width,
                                    double                  height,
                                    SoleusTimelineGeometry *geometry);
void soleus_timeline_chart_locate  (SoleusTimelineChart    *self,
                                    const SoleusTimelineGeometry *geometry,
                                    guint                   episode,
                                    double                 *x,
                                    double                 *y);
const char *soleus_timeline_lane_get_title (SoleusTimelineLane lane);
const char *soleus_timeline_lane_get_unit  (SoleusTimelineLane lane);

G_END_DECLS
