/* soleus-clinic-own.h: what the clinic adds to the protocol, written and taken out
 *
 * Everything is written whole or not at all, with the audit; the date of the change becomes the version, handouts that were issued keep their words, and
 * soleus_clinic_undo() takes the last change back. What somebody else changed since it was found is not overwritten and not removed. */
#pragma once

#include "soleus-clinic.h"
#include "soleus-own-exercise.h"
#include "soleus-own-line.h"
#include "soleus-own-section.h"

G_BEGIN_DECLS

/* what “changed” names in place of a kind of record */
#define SOLEUS_CLINIC_OWN_CONTENT "protocol"

SoleusOwnLine *soleus_clinic_find_own_line   (SoleusClinic         *self,
                                              const char           *id,
                                              GError              **error);
gboolean       soleus_clinic_save_own_line   (SoleusClinic         *self,
                                              SoleusOwnLine        *line,
                                              GError              **error);
gboolean       soleus_clinic_remove_own_line (SoleusClinic         *self,
                                              const SoleusOwnLine  *line,
                                              GError              **error);

SoleusOwnExercise *soleus_clinic_find_own_exercise   (SoleusClinic             *self,
                                                      const char               *id,
                                                      GError                  **error);
gboolean           soleus_clinic_save_own_exercise   (SoleusClinic             *self,
                                                      SoleusOwnExercise        *exercise,
                                                      GError                  **error);
gboolean           soleus_clinic_remove_own_exercise (SoleusClinic             *self,
                                                      const SoleusOwnExercise  *exercise,
                                                      GError                  **error);

SoleusOwnSection *soleus_clinic_find_own_section    (SoleusClinic            *self,
                                                     const char              *id,
                                                     GError                 **error);
gboolean          soleus_clinic_save_own_section    (SoleusClinic            *self,
                                                     SoleusOwnSection        *section,
                                                     GError                 **error);
gboolean          soleus_clinic_remove_own_section  (SoleusClinic            *self,
                                                     const SoleusOwnSection  *section,
                                                     GError                 **error);

G_END_DECLS
