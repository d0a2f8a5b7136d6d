/* soleus-load-card.h: the training load of the last 28 days as a description of change */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

GtkWidget *soleus_load_card_new  (void);
void       soleus_load_card_show (GtkWidget    *card,
                                  SoleusClinic *clinic,
                                  const char   *athlete_id);

G_END_DECLS
