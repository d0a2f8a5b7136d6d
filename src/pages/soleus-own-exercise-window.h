/* soleus-own-exercise-window.h: an exercise that the clinic adds to the shipped ones: its words in each language, what it is, its dose, its drawings */
#pragma once

#include "soleus-own-exercise.h"
#include "soleus-own-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_OWN_EXERCISE_WINDOW (soleus_own_exercise_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnExerciseWindow, soleus_own_exercise_window, SOLEUS, OWN_EXERCISE_WINDOW, SoleusOwnWindow)

GtkWidget *soleus_own_exercise_window_new          (GtkWindow               *parent,
                                                    SoleusClinic            *clinic,
                                                    SoleusOwnExercise       *exercise);
void       soleus_own_exercise_window_take_drawing (SoleusOwnExerciseWindow *self,
                                                    gboolean                 end,
                                                    GFile                   *file);

G_END_DECLS
