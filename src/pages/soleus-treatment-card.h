/* soleus-treatment-card.h: the treatments of a visit, typed as words, each through the gate before it stands in the list
 *
 * What the rule refuses is not recorded: a card in the place holds the typed line with until when and why. Under a hard stop there
 * is no way to record a reason. Signal “changed”. */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_TREATMENT_CARD (soleus_treatment_card_get_type ())
G_DECLARE_FINAL_TYPE (SoleusTreatmentCard, soleus_treatment_card, SOLEUS, TREATMENT_CARD, AdwBin)

void      soleus_treatment_card_set_visit    (SoleusTreatmentCard  *self,
                                              SoleusClinic         *clinic,
                                              SoleusRecord         *visit);
void      soleus_treatment_card_set_place    (SoleusTreatmentCard  *self,
                                              SoleusSide            side,
                                              SoleusRegion          region);
void      soleus_treatment_card_load         (SoleusTreatmentCard  *self,
                                              GPtrArray            *treatments,
                                              GPtrArray            *overrides);
void      soleus_treatment_card_set_editable (SoleusTreatmentCard  *self,
                                              gboolean              editable);
gboolean  soleus_treatment_card_add_line     (SoleusTreatmentCard  *self,
                                              const char           *text);
guint     soleus_treatment_card_get_n        (SoleusTreatmentCard  *self);
GVariant *soleus_treatment_card_collect      (SoleusTreatmentCard  *self);
void      soleus_treatment_card_restore      (SoleusTreatmentCard  *self,
                                              GVariant             *content);
gboolean   soleus_treatment_card_finish_line  (SoleusTreatmentCard *self,
                                               GError             **error);
void       soleus_treatment_card_add_to_change (SoleusTreatmentCard *self,
                                               SoleusChange        *change,
                                               const char          *visit_id);
gboolean   soleus_treatment_card_ask_again    (SoleusTreatmentCard *self,
                                               GError             **error);
void      soleus_treatment_card_show_refusal (SoleusTreatmentCard  *self,
                                              const char           *sentence);

G_END_DECLS
