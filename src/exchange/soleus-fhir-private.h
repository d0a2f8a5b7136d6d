/* soleus-fhir-private.h: a FHIR R4 bundle being written: what its resources have in common. An element that is not known is left
 * out: FHIR knows no null. */
#pragma once

#include "soleus-format-registry.h"
#include "soleus-printer.h"

G_BEGIN_DECLS

/* codes that no public system has; a name, not a page */
#define SOLEUS_FHIR_SYSTEM     "https://io.github.soleusapp/fhir/"
#define SOLEUS_FHIR_LOINC      "http://loinc.org"
#define SOLEUS_FHIR_ICD10      "http://hl7.org/fhir/sid/icd-10"
#define SOLEUS_FHIR_UCUM       "http://unitsofmeasure.org"
#define SOLEUS_FHIR_TERMINOLOGY "http://terminology.hl7.org/CodeSystem/"

typedef struct {
  SoleusPrinter            *printer;
  const SoleusExportSource *source;
  GHashTable               *known;   /* (element-type utf8 utf8) "Encounter/<id>": what the bundle holds, so that no reference dangles */
} SoleusFhirWriter;

char *soleus_fhir_dup_id           (const char *record_id, const char *part);

void  soleus_fhir_begin_resource   (SoleusFhirWriter *self, const char *type, const char *id);
void  soleus_fhir_end_resource     (SoleusFhirWriter *self);
void  soleus_fhir_text             (SoleusFhirWriter *self, const char *name, const char *value);
void  soleus_fhir_field            (SoleusFhirWriter *self, const char *name, SoleusRecord *record, const char *field);
void  soleus_fhir_moment           (SoleusFhirWriter *self, const char *name, SoleusRecord *record, const char *field);
void  soleus_fhir_instant          (SoleusFhirWriter *self, const char *name, SoleusInstant instant);
void  soleus_fhir_coding           (SoleusFhirWriter *self, const char *system, const char *code, const char *display);
void  soleus_fhir_concept          (SoleusFhirWriter *self, const char *name, const char *system, const char *code, const char *text);
void  soleus_fhir_choice           (SoleusFhirWriter *self, const char *name, SoleusRecord *record, const char *field);
void  soleus_fhir_quantity         (SoleusFhirWriter *self, const char *name, double value, const char *unit);
void  soleus_fhir_answer           (SoleusFhirWriter *self, SoleusAnswer answer);
void  soleus_fhir_reference        (SoleusFhirWriter *self, const char *name, const char *type, const char *id);
void  soleus_fhir_begin_list       (SoleusFhirWriter *self, const char *name);
void  soleus_fhir_note             (SoleusFhirWriter *self, SoleusRecord *record, const char *field);

/* one a kind of record */
void  soleus_fhir_write_athlete    (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_therapist  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_profile    (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_shoe       (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_document   (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_follow_up  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_visit      (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_amendment  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_contact    (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_factor     (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_breach     (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_episode    (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_condition  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_medication (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_screening  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_treatment  (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_override   (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_flag       (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_windows    (SoleusFhirWriter *self, SoleusRecord *athlete);
void  soleus_fhir_write_check_in   (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_session    (SoleusFhirWriter *self, SoleusRecord *record);
void  soleus_fhir_write_measure    (SoleusFhirWriter *self, SoleusRecord *record);

G_END_DECLS
