/* soleus-pattern-cards.h: the calendar of a year, intervals, pain and minutes over time, and how often cramps came back */
#pragma once

#include "soleus-clinic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void soleus_pattern_cards_show (GtkWidget     *calendar_card,
                                GtkWidget     *trend_card,
                                SoleusClinic  *clinic,
                                const char    *athlete_id,
                                GPtrArray     *episodes,
                                SoleusInstant  until);

G_END_DECLS
