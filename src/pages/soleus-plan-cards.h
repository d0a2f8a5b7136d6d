/* soleus-plan-cards.h: the cards of the plan about what was given: the exercises and their doses, how often they were done, how
 * it went until now */
#pragma once

#include <gtk/gtk.h>

#include "soleus-planning.h"

G_BEGIN_DECLS

GtkWidget *soleus_plan_cards_new_given     (SoleusContent  *content,
                                            SoleusRecord   *handout,
                                            GPtrArray      *before,
                                            SoleusSide      affected);
GtkWidget *soleus_plan_cards_new_adherence (SoleusContent  *content,
                                            SoleusRecord   *handout,
                                            SoleusInstant   now);
gboolean   soleus_plan_cards_read_adherence (GtkWidget     *card,
                                            double         *percent,
                                            char          **note);
GtkWidget *soleus_plan_cards_new_history   (SoleusContent  *content,
                                            GPtrArray      *measures,
                                            GPtrArray      *handouts);

G_END_DECLS
