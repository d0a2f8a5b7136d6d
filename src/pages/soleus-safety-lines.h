/* soleus-safety-lines.h: the lines of the Safety page: windows, flags, decisions, what was found afterwards, months */
#pragma once

#include "soleus-card.h"
#include "soleus-clinic-safety.h"

G_BEGIN_DECLS

void soleus_safety_lines_show_windows   (SoleusCard               *card,
                                         GPtrArray                *status,
                                         SoleusInstant             now);
void soleus_safety_lines_show_flags     (SoleusCard               *card,
                                         SoleusClinic             *clinic,
                                         GPtrArray                *status,
                                         SoleusInstant             now);
void soleus_safety_lines_show_decisions (SoleusCard               *card,
                                         SoleusClinic             *clinic,
                                         const SoleusSafetyPeriod *period);
void soleus_safety_lines_show_breaches  (SoleusCard               *card,
                                         SoleusClinic             *clinic,
                                         const SoleusSafetyPeriod *period);
void soleus_safety_lines_show_reasons   (GtkGrid                  *grid,
                                         const SoleusSafetyPeriod *period);
void soleus_safety_lines_show_months    (GtkGrid                  *grid,
                                         const SoleusSafetyPeriod *period);
void  soleus_safety_lines_show_begun     (GtkGrid                  *grid,
                                          const SoleusSafetyPeriod *period);
char *soleus_safety_lines_dup_rate       (const SoleusSafetyPeriod *period);

G_END_DECLS
