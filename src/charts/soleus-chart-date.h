/* soleus-chart-date.h: dates on charts, in the language of all other labels */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *soleus_chart_date_format (GDateTime  *time,
                                const char *format);

G_END_DECLS
