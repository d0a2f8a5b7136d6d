/* soleus-handout-choice.h: what a therapist puts on a handout: language, paper, print, name, exercises in their order and dose,
 * advice in its order */
#pragma once

#include "soleus-clinic.h"
#include "soleus-content.h"
#include "soleus-document.h"
#include "soleus-prescription.h"

G_BEGIN_DECLS

/* signal: changed: after anything but the document changed */
#define SOLEUS_TYPE_HANDOUT_CHOICE (soleus_handout_choice_get_type ())
G_DECLARE_FINAL_TYPE (SoleusHandoutChoice, soleus_handout_choice, SOLEUS, HANDOUT_CHOICE, GObject)

SoleusHandoutChoice *soleus_handout_choice_new              (SoleusClinic         *clinic,
                                                             const char           *athlete_id,
                                                             GError              **error);
SoleusRecord        *soleus_handout_choice_get_athlete      (SoleusHandoutChoice  *self);
SoleusContent       *soleus_handout_choice_get_content      (SoleusHandoutChoice  *self);
GPtrArray           *soleus_handout_choice_get_windows      (SoleusHandoutChoice  *self);
const char          *soleus_handout_choice_get_language     (SoleusHandoutChoice  *self);
gboolean             soleus_handout_choice_set_language     (SoleusHandoutChoice  *self,
                                                             const char           *language,
                                                             GError              **error);
void                 soleus_handout_choice_reload           (SoleusHandoutChoice  *self);
SoleusPaper          soleus_handout_choice_get_paper        (SoleusHandoutChoice  *self);
void                 soleus_handout_choice_set_paper        (SoleusHandoutChoice  *self,
                                                             SoleusPaper           paper);
gboolean             soleus_handout_choice_get_large_print  (SoleusHandoutChoice  *self);
void                 soleus_handout_choice_set_large_print  (SoleusHandoutChoice  *self,
                                                             gboolean              large_print);
gboolean             soleus_handout_choice_get_with_name    (SoleusHandoutChoice  *self);
void                 soleus_handout_choice_set_with_name    (SoleusHandoutChoice  *self,
                                                             gboolean              with_name);

guint                soleus_handout_choice_get_n_exercises  (SoleusHandoutChoice  *self);
guint                soleus_handout_choice_get_n_gone       (SoleusHandoutChoice  *self);
const SoleusPrescribed *soleus_handout_choice_get_exercise  (SoleusHandoutChoice  *self,
                                                             guint                 position);
void                 soleus_handout_choice_set_dose         (SoleusHandoutChoice  *self,
                                                             guint                 position,
                                                             const SoleusPrescribed *prescribed);
gboolean             soleus_handout_choice_has_exercise     (SoleusHandoutChoice  *self,
                                                             const char           *id);
void                 soleus_handout_choice_add_exercise     (SoleusHandoutChoice  *self,
                                                             const char           *id);
void                 soleus_handout_choice_remove_exercise  (SoleusHandoutChoice  *self,
                                                             guint                 position);
void                 soleus_handout_choice_move_exercise    (SoleusHandoutChoice  *self,
                                                             guint                 position,
                                                             int                   by);
void                 soleus_handout_choice_set_exercises    (SoleusHandoutChoice  *self,
                                                             const char           *text);
char                *soleus_handout_choice_dup_exercises    (SoleusHandoutChoice  *self);

const char *const   *soleus_handout_choice_list_pieces      (SoleusHandoutChoice  *self);
const char *const   *soleus_handout_choice_get_pieces       (SoleusHandoutChoice  *self);
void                 soleus_handout_choice_set_pieces       (SoleusHandoutChoice  *self,
                                                             const char *const    *pieces);
void                 soleus_handout_choice_move_piece       (SoleusHandoutChoice  *self,
                                                             const char           *piece,
                                                             int                   by);
SoleusRecord        *soleus_handout_choice_get_last         (SoleusHandoutChoice  *self);
gboolean             soleus_handout_choice_get_with_changes (SoleusHandoutChoice  *self);
void                 soleus_handout_choice_set_with_changes (SoleusHandoutChoice  *self,
                                                             gboolean              with_changes);

SoleusDocument      *soleus_handout_choice_compose          (SoleusHandoutChoice  *self,
                                                             GError              **error);

G_END_DECLS
