/* soleus-athlete-cell.h: one athlete in the sidebar: initials, name, team, pill */
#pragma once

#include <gtk/gtk.h>

#include "soleus-massage-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE_CELL (soleus_athlete_cell_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthleteCell, soleus_athlete_cell, SOLEUS, ATHLETE_CELL, GtkWidget)

GtkWidget *soleus_athlete_cell_new        (void);
gboolean   soleus_athlete_cell_is_placed  (SoleusAthleteCell *self);
void       soleus_athlete_cell_set        (SoleusAthleteCell *self,
                                           const char        *name,
                                           const char        *second_line);
void       soleus_athlete_cell_set_window (SoleusAthleteCell *self,
                                           SoleusWindowState  state,
                                           SoleusInstant      opens_at,
                                           guint              n_open_flags,
                                           SoleusInstant      now);
char      *soleus_athlete_cell_dup_name   (SoleusAthleteCell *self);

G_END_DECLS
