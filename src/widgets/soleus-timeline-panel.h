/* soleus-timeline-panel.h: the timeline with the buttons for its period, and the same as a table */
#pragma once

#include "soleus-timeline-view.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TIMELINE_PANEL (soleus_timeline_panel_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTimelinePanel, soleus_timeline_panel, SOLEUS, TIMELINE_PANEL, GtkBox)

GtkWidget           *soleus_timeline_panel_new       (void);
void                 soleus_timeline_panel_set_chart (SoleusTimelinePanel *self,
                                                      SoleusTimelineChart *chart,
                                                      guint                n_episodes);
SoleusTimelineChart *soleus_timeline_panel_get_chart (SoleusTimelinePanel *self);
char                *soleus_timeline_panel_dup_period (SoleusTimelinePanel *self);

G_END_DECLS
