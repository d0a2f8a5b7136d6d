/* soleus-treatment-list.h: the treatments of a visit that is being edited, with the decisions against the rule */
#pragma once

#include "soleus-clinic.h"
#include "soleus-reason-window.h"
#include "soleus-treatment-line.h"

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
SoleusRecord *soleus_treatment_list_create   (SoleusClinic        *clinic,
                                              SoleusRecord        *visit,
                                              const SoleusTreatmentLine *line,
                                              GError             **error);
void       soleus_treatment_list_remove      (SoleusTreatmentList *self,
                                              SoleusGiven         *given);
GVariant  *soleus_treatment_list_to_variant  (SoleusTreatmentList *self);
void       soleus_treatment_list_restore     (SoleusTreatmentList *self,
                                              GVariant            *content);
SoleusGiven *soleus_treatment_list_find_refused (SoleusTreatmentList *self,
                                                 SoleusClinic        *clinic,
                                                 SoleusGateVerdict   *verdict,
                                                 SoleusWindow       **window);
char      *soleus_given_dup_details          (SoleusGiven         *self);
char      *soleus_given_dup_line             (SoleusGiven         *self);
void       soleus_treatment_list_add_to_change (SoleusTreatmentList *self,
                                                SoleusChange        *change,
                                                const char          *visit_id);

G_END_DECLS
