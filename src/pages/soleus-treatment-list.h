/* soleus-treatment-list.h: the treatments of a visit that is being edited, with the decisions against the rule */
#pragma once

#include "soleus-clinic.h"
#include "soleus-reason-window.h"

G_BEGIN_DECLS

/* one treatment of the list */
typedef struct {
  SoleusRecord   *record;   /* (owned) */
  SoleusDecision *decision; /* (nullable) (owned) against the rule */
} SoleusGiven;

typedef struct {
  GPtrArray *given;      /* (element-type SoleusGiven) */
  GPtrArray *taken_back; /* (element-type SoleusRecord) stored ones that were taken out */
} SoleusTreatmentList;

void       soleus_treatment_list_init        (SoleusTreatmentList *self);
void       soleus_treatment_list_clear       (SoleusTreatmentList *self);
void       soleus_treatment_list_load        (SoleusTreatmentList *self,
                                              GPtrArray           *treatments,
                                              GPtrArray           *overrides);
void       soleus_treatment_list_add         (SoleusTreatmentList *self,
                                              SoleusRecord        *treatment,
                                              SoleusDecision      *decision);
void       soleus_treatment_list_remove      (SoleusTreatmentList *self,
                                              SoleusGiven         *given);
GVariant  *soleus_treatment_list_to_variant  (SoleusTreatmentList *self);
void       soleus_treatment_list_restore     (SoleusTreatmentList *self,
                                              GVariant            *content);
GPtrArray *soleus_treatment_list_dup_changes (SoleusTreatmentList *self,
                                              const char          *visit_id);

G_END_DECLS
