#include "soleus-config.h"

#include "soleus-records.h"

#include <string.h>

/* References point backwards: an import in this order finds what it needs. */
static const SoleusRecordKind *const kinds[] = {
  &soleus_clinic_profile_kind,
  &soleus_therapist_kind,
  &soleus_policy_kind,
  &soleus_athlete_kind,
  &soleus_episode_kind,
  &soleus_visit_kind,
  &soleus_contact_kind,
  &soleus_medication_kind,
  &soleus_condition_kind,
  &soleus_clot_screening_kind,
  &soleus_red_flag_kind,
  &soleus_treatment_kind,
  &soleus_override_kind,
  &soleus_breach_kind,
  &soleus_measure_kind,
  &soleus_amendment_kind,
  &soleus_shoe_kind,
  &soleus_check_in_kind,
  &soleus_session_kind,
  &soleus_factor_kind,
  &soleus_follow_up_kind,
  &soleus_issued_document_kind,
  NULL
};

/**
 * soleus_record_list_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): every kind of record
 */
const SoleusRecordKind *const *
soleus_record_list_kinds (void)
{
  return kinds;
}

/**
 * soleus_record_find_kind:
 * @name: "episode"
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const SoleusRecordKind *
soleus_record_find_kind (const char *name)
{
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (strcmp (kinds[i]->name, name) == 0)
      return kinds[i];
  return NULL;
}
