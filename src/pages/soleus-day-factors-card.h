/* soleus-day-factors-card.h: which risk factors the day of the last cramp shows, each with its value, caveat, evidence and sources */
#pragma once

#include "soleus-clinic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *soleus_day_factors_card_new         (void);
void       soleus_day_factors_card_show        (GtkWidget    *card,
                                                SoleusClinic *clinic,
                                                const char   *athlete_id);
char      *soleus_day_factors_dup_summary      (SoleusClinic *clinic,
                                                const char   *athlete_id,
                                                char        **target);

G_END_DECLS
