/* soleus-calendar-chart.h: weeks × weekdays, a square for each day, fuller and darker with more episodes: told apart without colour */
#pragma once

#include <cairo.h>

#include "soleus-chart-palette.h"

G_BEGIN_DECLS

#define SOLEUS_CALENDAR_WEEKS 53

typedef struct {
  const SoleusInstant      *onsets; /* (array length=n_onsets) in any order */
  gsize                     n_onsets;
  SoleusInstant             until;  /* the last day that is shown; at most 53 weeks end with it */
  const SoleusChartPalette *palette;
  const char               *family;
  double                    size;   /* of the text, in the units of the drawing */
  gboolean                  right_to_left;
  SoleusInstant             from;   /* what is before it is left out: nothing is known of it here; 0: 53 weeks */
  guint                     marked; /* a day that has a ring, and whose episodes are said: 1 is the last, 2 the one before it; 0: none */
} SoleusCalendarChart;

double soleus_calendar_chart_get_height  (const SoleusCalendarChart *self,
                                          double                     width);
void   soleus_calendar_chart_draw        (const SoleusCalendarChart *self,
                                          cairo_t                   *cr,
                                          double                     width);
char  *soleus_calendar_chart_dup_text_at (const SoleusCalendarChart *self,
                                          double                     width,
                                          double                     x,
                                          double                     y);
guint  soleus_calendar_chart_get_n_days  (const SoleusCalendarChart *self);
guint  soleus_calendar_chart_find_day    (const SoleusCalendarChart *self,
                                          double                     width,
                                          double                     x,
                                          double                     y);
guint  soleus_calendar_chart_find_next   (const SoleusCalendarChart *self,
                                          guint                      day,
                                          gboolean                   later);
char  *soleus_calendar_chart_dup_date    (const SoleusCalendarChart *self,
                                          guint                      day);
guint  soleus_calendar_chart_count       (const SoleusCalendarChart *self,
                                          guint                      day);
char  *soleus_calendar_chart_dup_text    (const SoleusCalendarChart *self,
                                          guint                      day);
char  *soleus_calendar_chart_dup_summary (const SoleusCalendarChart *self);

G_END_DECLS
