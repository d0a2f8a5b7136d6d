/* soleus-handout-private.h: what the two files of the handout share */
#pragma once

#include "soleus-handout.h"

G_BEGIN_DECLS

const char  *soleus_handout_get_text     (const SoleusHandoutSpec     *spec,
                                          const char                  *key);
SoleusBlock *soleus_handout_new_exercise (const SoleusHandoutSpec     *spec,
                                          const SoleusHandoutExercise *choice,
                                          int                          number,
                                          const char                  *common_stop_if,
                                          gboolean                     compact);
int          soleus_handout_get_times_a_day (const SoleusHandoutExercise *choice);
GBytes      *soleus_handout_find_drawing (const SoleusHandoutSpec     *spec,
                                          const char                  *id);

G_END_DECLS
