/* soleus-calendar-view.h: the calendar of episodes in a window */
#pragma once

#include <gtk/gtk.h>

#include "soleus-calendar-chart.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CALENDAR_VIEW (soleus_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCalendarView, soleus_calendar_view, SOLEUS, CALENDAR_VIEW, GtkWidget)

GtkWidget *soleus_calendar_view_new        (void);
void       soleus_calendar_view_set_onsets (SoleusCalendarView  *self,
                                            const SoleusInstant *onsets,
                                            gsize                n_onsets,
                                            SoleusInstant        until);

G_END_DECLS
