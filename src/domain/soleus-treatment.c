#include "soleus-config.h"

#include "soleus-treatment.h"

#include <glib/gi18n-lib.h>

#include "soleus-visit.h"

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "modality", SOLEUS_FIELD_CHOICE, N_("Treatment"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_modalities },
  { "side", SOLEUS_FIELD_ENUM, N_("Side"), .enum_type = soleus_side_get_type },
  { "region", SOLEUS_FIELD_ENUM, N_("Body part"), .enum_type = soleus_region_get_type },
  { "minutes", SOLEUS_FIELD_REAL, N_("Duration"), .minimum = 0, .maximum = 600, .unit = N_("min") },
  { "state-then", SOLEUS_FIELD_ENUM, N_("Window then"), SOLEUS_FIELD_INTERNAL, .enum_type = soleus_window_state_get_type },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

SOLEUS_DEFINE_RECORD (SoleusTreatment, soleus_treatment, "treatment", "treatments", N_("Treatment"), fields, NULL)

/**
 * soleus_treatment_is_planned:
 * @self: a treatment
 * @visit: (nullable): the visit to which it belongs
 * @now: microseconds UTC; while the clock is behind, the newest time that was seen
 *
 * A treatment is planned while its time lies ahead. One that was written down before its time stays planned afterwards, until
 * somebody signs its visit or writes it down again: nobody has said yet that it was given. Clinic rule, no published source.
 *
 * Returns: whether it is planned, and so cannot have been given against a rule yet
 */
gboolean
soleus_treatment_is_planned (SoleusRecord  *self,
                             SoleusRecord  *visit,
                             SoleusInstant  now)
{
  const SoleusMoment *at = soleus_record_get_moment (self, "at");
  const SoleusMoment *written = soleus_record_get_moment (self, "updated-at");
  SoleusInstant earliest;

  if (at == NULL)
    return FALSE;
  earliest = soleus_moment_get_earliest (at);
  if (earliest > now)
    return TRUE;
  return visit != NULL && soleus_record_get_enum (visit, "state") != SOLEUS_VISIT_STATE_SIGNED && written != NULL &&
         soleus_moment_get_latest (written) < earliest;
}
