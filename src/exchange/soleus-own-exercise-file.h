/* soleus-own-exercise-file.h: the place of a clinic's own exercise in its content files and drawings. See data/content/README.md. */
#pragma once

#include "soleus-own-exercise.h"
#include "soleus-own-folder.h"

G_BEGIN_DECLS

SoleusOwnExercise *soleus_own_exercise_file_find     (SoleusOwnFolder    *folder,
                                                      const char         *id,
                                                      GError            **error);
gboolean           soleus_own_exercise_file_is_as_found (const SoleusOwnExercise *self,
                                                      SoleusOwnFolder    *folder,
                                                      GError            **error);
void               soleus_own_exercise_file_put      (SoleusOwnExercise  *self,
                                                      SoleusOwnFolder    *folder,
                                                      const char         *standing_in);
void               soleus_own_exercise_file_take_out (SoleusOwnExercise  *self,
                                                      SoleusOwnFolder    *folder);

G_END_DECLS
