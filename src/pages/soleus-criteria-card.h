/* soleus-criteria-card.h: the entry criteria of a phase, each with what is on record, its source and whether it is met */
#pragma once

#include <gtk/gtk.h>

#include "soleus-rehabilitation.h"

G_BEGIN_DECLS

GtkWidget *soleus_criteria_card_new (SoleusContentSection            *phase,
                                     const SoleusRehabilitationInput *input);

G_END_DECLS
