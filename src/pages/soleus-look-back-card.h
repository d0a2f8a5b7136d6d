/* soleus-look-back-card.h: what was there before the cramps, held against the athlete's ordinary days */
#pragma once

#include "soleus-clinic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *soleus_look_back_card_new  (void);
void       soleus_look_back_card_show (GtkWidget    *card,
                                       SoleusClinic *clinic,
                                       const char   *athlete_id);

G_END_DECLS
