/* soleus-handout-private.h: what the files of the handout share */
#pragma once

#include "soleus-handout.h"

G_BEGIN_DECLS

const char  *soleus_handout_get_text     (const SoleusHandoutSpec     *spec,
                                          const char                  *key);
SoleusBlock *soleus_handout_new_exercise (const SoleusHandoutSpec     *spec,
                                          const SoleusHandoutExercise *choice,
                                          int                          number,
                                          const char                  *common_stop_if,
                                          SoleusExerciseFit            fit);
int          soleus_handout_get_times_a_day (const SoleusHandoutExercise *choice);
char        *soleus_handout_format_tick_label (const SoleusHandoutSpec *spec,
                                             const SoleusHandoutExercise *choice,
                                             gboolean                     low);
GBytes      *soleus_handout_find_drawing (const SoleusHandoutSpec     *spec,
                                          const char                  *id);

const char  *soleus_handout_find_common_stop_if (const SoleusHandoutSpec *spec);
gboolean     soleus_handout_is_left_out  (const SoleusHandoutSpec     *spec,
                                          const SoleusHandoutExercise *choice);
void         soleus_handout_add_left_out (const SoleusHandoutSpec     *spec,
                                          SoleusDocument              *document);
void         soleus_handout_add_changes  (const SoleusHandoutSpec     *spec,
                                          SoleusDocument              *document);
void         soleus_handout_add_tick_chart (const SoleusHandoutSpec   *spec,
                                          SoleusDocument              *document,
                                          gboolean                     explained,
                                          gboolean                     low);
void         soleus_handout_add_summary  (const SoleusHandoutSpec     *spec,
                                          SoleusDocument              *document,
                                          gboolean                     wide);

void         soleus_handout_add_next_visit_line (const SoleusHandoutSpec *spec, /* instead of a frame */
                                          SoleusDocument              *document);
void         soleus_handout_add_next_visit (const SoleusHandoutSpec   *spec,
                                          SoleusDocument              *document,
                                          gboolean                     compact);
void         soleus_handout_add_sources  (const SoleusHandoutSpec     *spec,
                                          SoleusDocument              *document,
                                          gboolean                     compact);
const char  *soleus_handout_get_direction_mark (const SoleusHandoutSpec *spec);

/* what the appointment slip says too */
void         soleus_handout_add_text     (SoleusBlock                 *parent,
                                          SoleusTextRole               role,
                                          const char                  *text); /* (nullable): nothing, as "" */
char        *soleus_handout_isolate      (const SoleusHandoutSpec     *spec,
                                          const char                  *text,
                                          gboolean                     is_number);
SoleusBlock *soleus_handout_new_window_box (const SoleusHandoutSpec   *spec);
SoleusBlock *soleus_handout_new_help_box (const SoleusHandoutSpec     *spec);
char        *soleus_handout_format_next_visit (const SoleusHandoutSpec *spec);
char        *soleus_handout_dup_address  (const SoleusHandoutSpec     *spec);
void         soleus_handout_set_frame    (const SoleusHandoutSpec     *spec,
                                          SoleusDocument              *document);

G_END_DECLS
