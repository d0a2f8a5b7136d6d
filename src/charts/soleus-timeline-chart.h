/* soleus-timeline-chart.h: episodes, load, sleep and fluids above one time axis; the same drawing on screen and on paper */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"
#include "soleus-enums.h"

G_BEGIN_DECLS

typedef struct {
  SoleusInstant onset;
  SoleusSide    side;    /* left is filled, right is hollow, both is half filled, unknown carries a question mark */
  gint64        pain;    /* 0–10; SOLEUS_UNKNOWN_INT */
  const char   *label;   /* (nullable): "Left calf, gastrocnemius", for the text rows */
} SoleusTimelineEpisode;

/* One value for a stretch of time (a day, a week). A value of SOLEUS_UNKNOWN_REAL means that nothing was recorded: it is hatched, never zero. */
typedef struct {
  SoleusInstant from, until;
  double        value;
} SoleusTimelineSample;

/* A stretch in which massage and heat were closed (or stopped). */
typedef struct {
  SoleusInstant     from, until; /* until may be SOLEUS_UNKNOWN_INSTANT: still so at the end of the period */
  SoleusWindowState state;
} SoleusTimelineSpan;

typedef enum {
  SOLEUS_TIMELINE_LANE_LOAD,   /* arbitrary units a week (session RPE × minutes), bars */
  SOLEUS_TIMELINE_LANE_SLEEP,  /* hours a night, line */
  SOLEUS_TIMELINE_LANE_FLUIDS, /* litres a day, line */
  SOLEUS_TIMELINE_N_LANES,
} SoleusTimelineLane;

#define SOLEUS_TYPE_TIMELINE_CHART (soleus_timeline_chart_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTimelineChart, soleus_timeline_chart, SOLEUS, TIMELINE_CHART, GObject)

SoleusTimelineChart *soleus_timeline_chart_new          (SoleusInstant                from,
                                                         SoleusInstant                until);
void                 soleus_timeline_chart_set_episodes (SoleusTimelineChart         *self,
                                                         const SoleusTimelineEpisode *episodes,
                                                         gsize                        n_episodes);
void                 soleus_timeline_chart_set_lane     (SoleusTimelineChart         *self,
                                                         SoleusTimelineLane           lane,
                                                         const SoleusTimelineSample  *samples,
                                                         gsize                        n_samples,
                                                         double                       own_need);
void                 soleus_timeline_chart_set_spans    (SoleusTimelineChart         *self,
                                                         const SoleusTimelineSpan    *spans,
                                                         gsize                        n_spans);
void                 soleus_timeline_chart_set_visits   (SoleusTimelineChart         *self,
                                                         const SoleusInstant         *visits,
                                                         gsize                        n_visits);
void                 soleus_timeline_chart_set_palette  (SoleusTimelineChart         *self,
                                                         const SoleusChartPalette    *palette);
void                 soleus_timeline_chart_set_font     (SoleusTimelineChart         *self,
                                                         const char                  *family,
                                                         double                       size);
void                 soleus_timeline_chart_set_selected (SoleusTimelineChart         *self,
                                                         int                          episode);
void                 soleus_timeline_chart_set_mirrored (SoleusTimelineChart         *self,
                                                         gboolean                     mirrored);
void                 soleus_timeline_chart_set_period   (SoleusTimelineChart         *self,
                                                         SoleusInstant                from,
                                                         SoleusInstant                until);
void                 soleus_timeline_chart_get_period   (SoleusTimelineChart         *self,
                                                         SoleusInstant               *from,
                                                         SoleusInstant               *until);
void                 soleus_timeline_chart_get_bounds   (SoleusTimelineChart         *self,
                                                         SoleusInstant               *from,
                                                         SoleusInstant               *until);
SoleusInstant        soleus_timeline_chart_find_instant (SoleusTimelineChart         *self,
                                                         double                       width,
                                                         double                       height,
                                                         double                       x);
gboolean             soleus_timeline_chart_is_empty     (SoleusTimelineChart         *self);
double               soleus_timeline_chart_get_least_height (SoleusTimelineChart     *self);
void                 soleus_timeline_chart_render       (SoleusTimelineChart         *self,
                                                         cairo_t                     *cr,
                                                         double                       width,
                                                         double                       height);
int                  soleus_timeline_chart_find_episode (SoleusTimelineChart         *self,
                                                         double                       width,
                                                         double                       height,
                                                         double                       x,
                                                         double                       y);
void                 soleus_timeline_chart_get_episode_position (SoleusTimelineChart *self,
                                                         double                       width,
                                                         double                       height,
                                                         int                          episode,
                                                         double                      *x,
                                                         double                      *y);
gboolean             soleus_timeline_chart_find_group   (SoleusTimelineChart         *self,
                                                         double                       width,
                                                         double                       height,
                                                         double                       x,
                                                         double                       y,
                                                         SoleusInstant               *from,
                                                         SoleusInstant               *until);
SoleusInstant        soleus_timeline_chart_get_onset    (SoleusTimelineChart         *self,
                                                         int                          episode);
int                  soleus_timeline_chart_find_first   (SoleusTimelineChart         *self);
double               soleus_timeline_chart_get_plot_width (SoleusTimelineChart       *self,
                                                         double                       width);
char                *soleus_timeline_chart_dup_text_at  (SoleusTimelineChart         *self,
                                                         double                       width,
                                                         double                       height,
                                                         double                       x,
                                                         double                       y);
char                *soleus_timeline_chart_dup_episode_text (SoleusTimelineChart     *self,
                                                         int                          episode);
char                *soleus_timeline_chart_dup_summary  (SoleusTimelineChart         *self);
char               **soleus_timeline_chart_dup_text_rows (SoleusTimelineChart        *self);
GPtrArray           *soleus_timeline_chart_dup_table    (SoleusTimelineChart         *self);

G_END_DECLS
