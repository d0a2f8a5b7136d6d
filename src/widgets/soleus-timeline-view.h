/* soleus-timeline-view.h: the timeline chart in a window */
#pragma once

#include <gtk/gtk.h>

#include "soleus-timeline-chart.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TIMELINE_VIEW (soleus_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTimelineView, soleus_timeline_view, SOLEUS, TIMELINE_VIEW, GtkWidget)

GtkWidget *soleus_timeline_view_new       (void);
void       soleus_timeline_view_set_chart (SoleusTimelineView  *self,
                                           SoleusTimelineChart *chart,
                                           guint                n_episodes);
void       soleus_timeline_view_set_span  (SoleusTimelineView  *self,
                                           guint                days);
SoleusTimelineChart *soleus_timeline_view_get_chart (SoleusTimelineView *self);

G_END_DECLS
