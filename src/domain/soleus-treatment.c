#include "soleus-config.h"

#include "soleus-treatment.h"

#include <glib/gi18n-lib.h>

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
