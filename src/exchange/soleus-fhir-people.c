#include "soleus-config.h"

#include "soleus-fhir-private.h"

#include "soleus-records.h"

/* name: [HumanName]: people are called as they are written; which part is the family's, nobody asked */
static void
write_name (SoleusFhirWriter *self,
            const char       *name)
{
  soleus_fhir_begin_list (self, "name");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "text", name);
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
}

static void
write_telecom (SoleusFhirWriter *self,
               const char       *phone,
               const char       *email)
{
  const char *const values[] = { phone, email };
  const char *const systems[] = { "phone", "email" };

  if (phone == NULL && email == NULL)
    return;
  soleus_fhir_begin_list (self, "telecom");
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      if (values[i] == NULL)
        continue;
      soleus_printer_begin_map (self->printer);
      soleus_fhir_text (self, "system", systems[i]);
      soleus_fhir_text (self, "value", values[i]);
      soleus_printer_end (self->printer);
    }
  soleus_printer_end (self->printer);
}

static void
write_guardian (SoleusFhirWriter *self,
                SoleusRecord     *athlete)
{
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (athlete), "guardian");

  soleus_fhir_begin_resource (self, "RelatedPerson", id);
  soleus_fhir_reference (self, "patient", "Patient", soleus_record_get_id (athlete));
  soleus_fhir_begin_list (self, "relationship");
  soleus_fhir_concept (self, NULL, SOLEUS_FHIR_TERMINOLOGY "v3-RoleCode", "GUARD", NULL);
  soleus_printer_end (self->printer);
  write_name (self, soleus_record_get_text (athlete, "guardian"));
  soleus_fhir_end_resource (self);
}

/* consent → Consent, of the day that is recorded; the paper itself is where the clinic keeps it */
static void
write_consent (SoleusFhirWriter *self,
               SoleusRecord     *athlete)
{
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (athlete), "consent");

  soleus_fhir_begin_resource (self, "Consent", id);
  soleus_fhir_text (self, "status", "active");
  soleus_fhir_concept (self, "scope", SOLEUS_FHIR_TERMINOLOGY "consentscope", "patient-privacy", NULL);
  soleus_fhir_begin_list (self, "category");
  soleus_fhir_concept (self, NULL, SOLEUS_FHIR_LOINC, "59284-0", NULL);
  soleus_printer_end (self->printer);
  soleus_fhir_reference (self, "patient", "Patient", soleus_record_get_id (athlete));
  soleus_fhir_field (self, "dateTime", athlete, "consent-on");
  soleus_fhir_concept (self, "policyRule", NULL, NULL, "Consent as the clinic asked for it on that day");
  soleus_fhir_end_resource (self);
}

/* athlete → Patient, RelatedPerson, Consent; its windows → Flag */
void
soleus_fhir_write_athlete (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  static const char *const genders[] = { "unknown", "female", "male", "other" };

  soleus_fhir_begin_resource (self, "Patient", soleus_record_get_id (record));
  if (soleus_record_is_known (record, "identifier"))
    {
      soleus_fhir_begin_list (self, "identifier");
      soleus_printer_begin_map (self->printer);
      soleus_fhir_field (self, "value", record, "identifier");
      soleus_printer_end (self->printer);
      soleus_printer_end (self->printer);
    }
  soleus_printer_key (self->printer, "active", NULL);
  soleus_printer_boolean (self->printer, !soleus_record_get_bool (record, "archived"));
  write_name (self, soleus_record_get_text (record, "name"));
  write_telecom (self, soleus_record_get_text (record, "phone"), soleus_record_get_text (record, "email"));
  soleus_fhir_text (self, "gender", genders[CLAMP (soleus_record_get_enum (record, "sex"), 0, 3)]);
  soleus_fhir_field (self, "birthDate", record, "born");
  if (soleus_record_is_known (record, "language"))
    {
      soleus_fhir_begin_list (self, "communication");
      soleus_printer_begin_map (self->printer);
      soleus_fhir_concept (self, "language", "urn:ietf:bcp:47", soleus_record_get_text (record, "language"), NULL);
      soleus_printer_end (self->printer);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
  if (soleus_record_is_known (record, "guardian"))
    write_guardian (self, record);
  if (soleus_record_is_known (record, "consent-on"))
    write_consent (self, record);
  soleus_fhir_write_windows (self, record);
}

/* therapist → Practitioner */
void
soleus_fhir_write_therapist (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "Practitioner", soleus_record_get_id (record));
  soleus_printer_key (self->printer, "active", NULL);
  soleus_printer_boolean (self->printer, !soleus_record_get_bool (record, "inactive"));
  write_name (self, soleus_record_get_text (record, "name"));
  write_telecom (self, soleus_record_get_text (record, "phone"), NULL);
  if (soleus_record_is_known (record, "credential"))
    {
      soleus_fhir_begin_list (self, "qualification");
      soleus_printer_begin_map (self->printer);
      soleus_fhir_concept (self, "code", NULL, NULL, soleus_record_get_text (record, "credential"));
      soleus_printer_end (self->printer);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
}

/* clinic profile → Organization */
void
soleus_fhir_write_profile (SoleusFhirWriter *self,
                           SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "Organization", soleus_record_get_id (record));
  soleus_fhir_field (self, "name", record, "name");
  write_telecom (self, soleus_record_get_text (record, "phone"), soleus_record_get_text (record, "email"));
  if (soleus_record_is_known (record, "address"))
    {
      soleus_fhir_begin_list (self, "address");
      soleus_printer_begin_map (self->printer);
      soleus_fhir_field (self, "text", record, "address");
      soleus_printer_end (self->printer);
      soleus_printer_end (self->printer);
    }
  soleus_fhir_end_resource (self);
}

/* shoe → Device, DeviceUseStatement */
void
soleus_fhir_write_shoe (SoleusFhirWriter *self,
                        SoleusRecord     *record)
{
  const char *athlete = soleus_record_get_text (record, "athlete");
  gboolean retired = soleus_record_is_known (record, "retired");
  g_autofree char *id = soleus_fhir_dup_id (soleus_record_get_id (record), "use");

  soleus_fhir_begin_resource (self, "Device", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", retired ? "inactive" : "active");
  soleus_fhir_begin_list (self, "deviceName");
  soleus_printer_begin_map (self->printer);
  soleus_fhir_field (self, "name", record, "name");
  soleus_fhir_text (self, "type", "user-friendly-name");
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
  soleus_fhir_concept (self, "type", SOLEUS_FHIR_SYSTEM "device", "shoes", "Shoes");
  soleus_fhir_reference (self, "patient", "Patient", athlete);
  soleus_fhir_end_resource (self);

  soleus_fhir_begin_resource (self, "DeviceUseStatement", id);
  soleus_fhir_text (self, "status", retired ? "completed" : "active");
  soleus_fhir_reference (self, "subject", "Patient", athlete);
  if (soleus_record_is_known (record, "since") || retired)
    {
      soleus_printer_key (self->printer, "timingPeriod", NULL);
      soleus_printer_begin_map (self->printer);
      soleus_fhir_field (self, "start", record, "since");
      soleus_fhir_field (self, "end", record, "retired");
      soleus_printer_end (self->printer);
    }
  soleus_fhir_reference (self, "device", "Device", soleus_record_get_id (record));
  soleus_fhir_end_resource (self);
}

/* issued document → DocumentReference with the document itself */
void
soleus_fhir_write_document (SoleusFhirWriter *self,
                            SoleusRecord     *record)
{
  g_autoptr (GBytes) blob = NULL;
  g_autofree char *base64 = NULL;

  if (self->source->find_blob != NULL)
    blob = self->source->find_blob (soleus_record_get_text (record, "content-hash"), self->source->user_data);
  if (blob != NULL)
    base64 = g_base64_encode (g_bytes_get_data (blob, NULL), g_bytes_get_size (blob));
  soleus_fhir_begin_resource (self, "DocumentReference", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", "current");
  soleus_fhir_reference (self, "subject", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_instant (self, "date", soleus_record_get_instant (record, "issued-at"));
  soleus_fhir_begin_list (self, "content");
  soleus_printer_begin_map (self->printer);
  soleus_printer_key (self->printer, "attachment", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_text (self, "contentType", "application/pdf");
  soleus_fhir_field (self, "language", record, "language");
  soleus_fhir_text (self, "data", base64);
  soleus_fhir_field (self, "title", record, "title");
  soleus_fhir_moment (self, "creation", record, "issued-at");
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
  soleus_fhir_end_resource (self);
}

/* follow-up → Task */
void
soleus_fhir_write_follow_up (SoleusFhirWriter *self,
                             SoleusRecord     *record)
{
  soleus_fhir_begin_resource (self, "Task", soleus_record_get_id (record));
  soleus_fhir_text (self, "status", soleus_record_is_known (record, "done-at") ? "completed" : "requested");
  soleus_fhir_text (self, "intent", "plan");
  soleus_fhir_field (self, "description", record, "text");
  soleus_fhir_reference (self, "for", "Patient", soleus_record_get_text (record, "athlete"));
  soleus_fhir_reference (self, "encounter", "Encounter", soleus_record_get_text (record, "visit"));
  soleus_printer_key (self->printer, "restriction", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_printer_key (self->printer, "period", NULL);
  soleus_printer_begin_map (self->printer);
  soleus_fhir_field (self, "end", record, "due");
  soleus_printer_end (self->printer);
  soleus_printer_end (self->printer);
  soleus_fhir_end_resource (self);
}
