/* soleus-own-exercise-window.h: an exercise that the clinic adds to the shipped ones: its words in each language, what it is, its dose, its drawings
 *
 * Modal. Nothing is written here: whoever opened it saves or removes the exercise when it says so. What was typed is not thrown away unasked: who is done leaves it by
 * soleus_leave_guard_leave(). */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"
#include "soleus-own-exercise.h"

G_BEGIN_DECLS

/* signals: saved: the exercise is wanted as it stands, and nothing is wrong in it; removed: it is to go. Either may find that it cannot be done: then the
 * window stays open and soleus_own_exercise_window_show_problem() says why. */
#define SOLEUS_TYPE_OWN_EXERCISE_WINDOW (soleus_own_exercise_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnExerciseWindow, soleus_own_exercise_window, SOLEUS, OWN_EXERCISE_WINDOW, AdwWindow)

GtkWidget         *soleus_own_exercise_window_new           (GtkWindow               *parent,
                                                             SoleusClinic            *clinic,
                                                             SoleusOwnExercise       *exercise);
SoleusOwnExercise *soleus_own_exercise_window_get_exercise  (SoleusOwnExerciseWindow *self);
void               soleus_own_exercise_window_take_drawing  (SoleusOwnExerciseWindow *self,
                                                             gboolean                 end,
                                                             GFile                   *file);
void               soleus_own_exercise_window_show_problem  (SoleusOwnExerciseWindow *self,
                                                             const char              *problem);

G_END_DECLS
