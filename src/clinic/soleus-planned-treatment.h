/* soleus-planned-treatment.h: massage and heat that is planned for a time at which a window, arisen since, is not open
 *
 * It is a warning, no breach: a breach it becomes when somebody says that it was given, by signing the visit. */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct {
  SoleusRecord *treatment; /* (owned) */
  SoleusWindow *window;    /* (owned) what it stands in, at its own time */
  gboolean      is_over;   /* its time is over, and nobody signed the visit */
} SoleusPlannedTreatment;

GPtrArray *soleus_clinic_list_planned_inside     (SoleusClinic                  *self,
                                                  const char                    *athlete_id,
                                                  GError                       **error);
char      *soleus_planned_treatment_dup_sentence (const SoleusPlannedTreatment  *self);
void       soleus_planned_treatment_free         (SoleusPlannedTreatment        *self);

G_END_DECLS
