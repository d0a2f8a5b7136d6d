#include "soleus-config.h"

#include "soleus-fhir-private.h"

#include "soleus-records.h"

/* What of a day is observed. A LOINC code where one is known for certain, else a code of this program's own; units in UCUM. */
typedef struct {
  const char *field;
  const char *loinc; /* (nullable) */
  const char *text;
  const char *unit;  /* (nullable) UCUM */
} Observed;

static const Observed check_in[] = {
  { "fluid-ml", NULL, "Fluid intake of the day", "mL" },
  { "urine-colour", NULL, "Urine colour, 1-8 chart", "{score}" },
  { "mass-before-kg", "29463-7", "Body weight before training", "kg" },
  { "mass-after-kg", "29463-7", "Body weight after training", "kg" },
  { "drunk-between-ml", NULL, "Fluid intake between the weighings", "mL" },
  { "urine-between-ml", NULL, "Urine between the weighings", "mL" },
  { "minutes-between", NULL, "Time between the weighings", "min" },
  { "caffeine-mg", NULL, "Caffeine", "mg" },
  { "alcohol-units", NULL, "Alcohol", "{units}" },
  { "sleep-hours", "93832-4", "Sleep duration", "h" },
  { "sleep-quality", NULL, "Sleep quality, 1-5", "{score}" },
  { "carbohydrate", NULL, "Carbohydrate, 1-5", "{score}" },
  { "recovery", NULL, "Recovery, 1-5", "{score}" },
  { "soreness", NULL, "Soreness, 0-10", "{score}" },
  { "tightness", NULL, "Tightness, 0-10", "{score}" },
  { "temperature-c", NULL, "Air temperature", "Cel" },
  { "humidity-percent", NULL, "Air humidity", "%" },
  { "travel-hours", NULL, "Travel", "h" },
};

static const Observed session[] = {
  { "minutes", "55411-3", "Exercise duration", "min" },
  { "rpe", NULL, "Session RPE, CR-10", "{score}" },
  { "distance-km", NULL, "Distance", "km" },
};

static double
get_value (SoleusRecord *record,
           const char   *field)
{
  if (!soleus_record_is_known (record, field))
    return SOLEUS_UNKNOWN_REAL;
  return soleus_record_find_field (record, field)->type == SOLEUS_FIELD_INT ? (double) soleus_record_get_int (record, field)
                                                                          : soleus_record_get_real (record, field);
}

static void
begin_observation (SoleusFhirWriter *self,
                   SoleusRecord     *record,
                   const char       *id)
{
  soleus_fhir_begin_resource (self, "Observation", id);
  soleus_fhir_text (self, "status", "final");
}

static void
write_observed (SoleusFhirWriter *self,
                SoleusRecord     *record,
                const Observed   *observed,
                gsize             n_observed)
{
  for (gsize i = 0; i < n_observed; i++)
    {
      double value = get_value (record, observed[i].field);
      g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (record), observed[i].field);

      if (!soleus_real_is_known (value))
        continue;
      begin_observation (self, record, id);
      soleus_fhir_concept (self, "code", observed[i].loinc != NULL ? SOLEUS_FHIR_LOINC : SOLEUS_FHIR_SYSTEM "observation",
                           observed[i].loinc != NULL ? observed[i].loinc : observed[i].field, observed[i].text);
      soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
      soleus_fhir_field (self, "effectiveDateTime", record, "date");
      soleus_fhir_quantity (self, "valueQuantity", value, observed[i].unit);
      soleus_fhir_end_resource (self);
    }
}

/* check-in → Observations of the day */
void
soleus_fhir_write_check_in (SoleusFhirWriter *self,
                            SoleusRecord     *record)
{
  write_observed (self, record, check_in, G_N_ELEMENTS (check_in));
}

/* training session → Observations of the day */
void
soleus_fhir_write_session (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  write_observed (self, record, session, G_N_ELEMENTS (session));
}

static void
write_component (SoleusFhirWriter *self,
                 SoleusRecord     *record,
                 const char       *field)
{
  soleus_printer_begin_map (self->printer);
  soleus_fhir_concept (self, "code", SOLEUS_FHIR_SYSTEM "side", field, field);
  soleus_fhir_quantity (self, "valueQuantity", get_value (record, field), NULL);
  soleus_printer_end (self->printer);
}

/* measure → Observation, with a component for each side; one without any value says so */
void
soleus_fhir_write_measure (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  gboolean has_left = soleus_record_is_known (record, "left");
  gboolean has_right = soleus_record_is_known (record, "right");
  gboolean has_value = soleus_record_is_known (record, "value");

  begin_observation (self, record, soleus_record_get_id (record));
  soleus_fhir_choice (self, "code", record, "test");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_text (record, "visit"));
  soleus_fhir_moment (self, "effectiveDateTime", record, "at");
  if (has_value)
    soleus_fhir_quantity (self, "valueQuantity", get_value (record, "value"), NULL);
  else if (!has_left && !has_right)
    soleus_fhir_concept (self, "dataAbsentReason", SOLEUS_FHIR_TERMINOLOGY "data-absent-reason", "unknown", NULL);
  soleus_fhir_note (self, record, "note");
  if (has_left || has_right)
    {
      soleus_fhir_begin_list (self, "component");
      if (has_left)
        write_component (self, record, "left");
      if (has_right)
        write_component (self, record, "right");
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
}

/* how long a factor is there, where that is known; else when it was last looked at */
static void
write_since (SoleusFhirWriter *self,
             SoleusRecord     *record)
{
  if (!soleus_record_is_known (record, "since") && !soleus_record_is_known (record, "resolved-on"))
    {
      soleus_fhir_moment (self, "effectiveDateTime", record, "updated-at");
      return;
    }
  soleus_printer_key (self->printer, "effectivePeriod", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_field (self, "start", record, "since");
  soleus_fhir_field (self, "end", record, "resolved-on");
  soleus_printer_end (self->printer);
}

/* risk factor → Observation: present or not, since when, seen from what, and what is done; no score and no RiskAssessment */
void
soleus_fhir_write_factor (SoleusFhirWriter *self,
                          SoleusRecord     *record)
{
  static const char *const texts[] = { "evidence", "action" };

  begin_observation (self, record, soleus_record_get_id (record));
  soleus_fhir_choice (self, "code", record, "factor");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  write_since (self, record);
  soleus_fhir_answer (self, soleus_record_get_enum (record, "answer"));
  if (soleus_record_is_known (record, "evidence") || soleus_record_is_known (record, "action"))
    {
      soleus_fhir_begin_list (self, "note");
      for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
        if (soleus_record_is_known (record, texts[i]))
          {
            soleus_printer_begin_map (self->printer);
            soleus_fhir_field (self, "text", record, texts[i]);
            soleus_printer_end (self->printer);
          }
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
}
