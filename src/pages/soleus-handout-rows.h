/* soleus-handout-rows.h: the rows of the composer: what is always printed, the exercises, what the window holds back */
#pragma once

#include <adwaita.h>

#include "soleus-handout-choice.h"

G_BEGIN_DECLS

GtkWidget  *soleus_handout_rows_new_fixed         (const char            *title,
                                                   const char            *subtitle);
GtkWidget  *soleus_handout_rows_new_window        (const SoleusWindow    *window);
GtkWidget  *soleus_handout_rows_new_help          (SoleusRecord          *profile);
GtkWidget  *soleus_handout_rows_new_exercise      (SoleusContentExercise *exercise,
                                                   const SoleusPrescribed *prescribed,
                                                   guint                  position,
                                                   guint                  n_exercises);
GtkWidget  *soleus_handout_rows_new_left_out      (SoleusContentExercise *exercise,
                                                   guint                  position,
                                                   SoleusWindow          *window);
gboolean    soleus_handout_rows_is_binding        (const SoleusWindow    *window);
SoleusWindow *soleus_handout_rows_find_hold       (SoleusContentExercise *exercise,
                                                   GPtrArray             *windows);
GtkWidget  *soleus_handout_rows_new_piece         (SoleusHandoutChoice   *choice,
                                                   const char            *piece);
GtkWidget  *soleus_handout_rows_new_popover       (SoleusHandoutChoice   *choice,
                                                   gboolean               can_write);

G_END_DECLS
