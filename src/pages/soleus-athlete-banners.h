/* soleus-athlete-banners.h: everything that must not be missed about an athlete, worst first */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

void     soleus_athlete_banners_fill  (GtkBox           *box,
                                       SoleusAssessment *assessment,
                                       const GError     *error,
                                       SoleusInstant     now);
gboolean soleus_athlete_banners_count (GtkBox           *box,
                                       SoleusInstant     now);

G_END_DECLS
