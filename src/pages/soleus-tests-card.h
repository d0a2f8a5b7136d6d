/* soleus-tests-card.h: the history of each calf test: both sides, how far apart, and whether a change is more than measuring */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

GtkWidget *soleus_tests_card_new  (void);
void       soleus_tests_card_show (GtkWidget    *card,
                                   SoleusClinic *clinic,
                                   const char   *athlete_id);

G_END_DECLS
