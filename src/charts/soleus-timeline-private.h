/* soleus-timeline-private.h: what the files of the timeline chart share */
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
  SoleusInstant         least, most;  /* the bounds: nothing outside is ever shown */
  SoleusInstant         from, until;  /* the period that is shown, inside the bounds */
  GArray               *episodes; /* of SoleusTimelineEpisode, labels owned by @labels */
  GPtrArray            *labels;
  GArray               *order;    /* of guint: indices of @episodes, oldest first */
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

/* One episode, or several that would cover each other: they are drawn as one square at the highest pain. */
typedef struct {
  guint      first, n; /* positions in the order of time */
  guint      worst;    /* index of the episode with the highest pain */
  SoleusSide side;
  double     x, y;
} SoleusTimelineMark;

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
  gboolean           is_dense;       /* more episodes than there is room for: those of a column share a mark */
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
GArray     *soleus_timeline_chart_dup_marks   (SoleusTimelineChart          *self,
                                               const SoleusTimelineGeometry *geometry);
GArray     *soleus_timeline_chart_dup_buckets (SoleusTimelineChart          *self,
                                               const SoleusTimelineGeometry *geometry,
                                               SoleusTimelineLane            lane);
void        soleus_timeline_chart_draw_spans  (SoleusTimelineChart          *self,
                                               cairo_t                      *cr,
                                               const SoleusTimelineGeometry *geometry);
void        soleus_timeline_chart_draw_marks  (SoleusTimelineChart          *self,
                                               cairo_t                      *cr,
                                               const SoleusTimelineGeometry *geometry,
                                               GArray                       *marks);
void        soleus_timeline_chart_draw_callout (SoleusTimelineChart          *self,
                                                cairo_t                      *cr,
                                                const SoleusTimelineGeometry *geometry);
void        soleus_timeline_chart_draw_head   (SoleusTimelineChart          *self,
                                               cairo_t                      *cr,
                                               SoleusSide                    side,
                                               gboolean                      several,
                                               double                        x,
                                               double                        y,
                                               double                        radius);
void        soleus_timeline_chart_draw_hatch  (cairo_t                      *cr,
                                               const SoleusColour           *colour,
                                               double                        x1,
                                               double                        x2,
                                               double                        top,
                                               double                        bottom);
void        soleus_timeline_chart_draw_title  (SoleusTimelineChart          *self,
                                               cairo_t                      *cr,
                                               const SoleusTimelineGeometry *geometry,
                                               const SoleusTimelineBand     *band,
                                               const char                   *title,
                                               const char                   *unit);
void        soleus_timeline_chart_draw_legend (SoleusTimelineChart          *self,
                                               cairo_t                      *cr,
                                               const SoleusTimelineGeometry *geometry,
                                               double                        width);
char       *soleus_timeline_chart_dup_value_text (SoleusTimelineLane           lane,
                                                  const SoleusTimelineSample  *value);
char       *soleus_timeline_chart_dup_gap_text   (SoleusTimelineLane           lane,
                                                  SoleusInstant                at);
char       *soleus_timeline_chart_dup_visit_text (SoleusInstant                visit);
char       *soleus_timeline_chart_dup_span_text  (const SoleusTimelineSpan    *span);
char       *soleus_timeline_chart_dup_mark_text (SoleusTimelineChart          *self,
                                                 const SoleusTimelineMark     *mark);
const char *soleus_timeline_lane_get_title (SoleusTimelineLane lane);
const char *soleus_timeline_lane_get_unit  (SoleusTimelineLane lane);

G_END_DECLS
