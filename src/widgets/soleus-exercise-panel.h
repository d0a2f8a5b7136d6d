/* soleus-exercise-panel.h: an exercise as it is taught: name, usual dose, picture from start to end, steps, when to stop,
 * where it comes from, and, where the window forbids it, until when it waits
 *
 * Accessibility: a group labelled by the name of the exercise. CSS: a box with the class "exercise". */
#pragma once

#include <adwaita.h>

#include "soleus-content.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EXERCISE_PANEL (soleus_exercise_panel_get_type ())
G_DECLARE_FINAL_TYPE (SoleusExercisePanel, soleus_exercise_panel, SOLEUS, EXERCISE_PANEL, AdwBin)

GtkWidget *soleus_exercise_panel_new         (SoleusContentExercise   *exercise,
                                              SoleusSide               affected,
                                             const char              *side,
                                             const char              *waits);
void       soleus_exercise_panel_set_own     (SoleusExercisePanel     *self,
                                              SoleusContentExercise   *exercise,
                                              gboolean                 can_edit);
char      *soleus_exercise_panel_format_own  (SoleusContentExercise   *exercise);
char      *soleus_exercise_panel_format_dose (const SoleusContentDose *dose);

G_END_DECLS
