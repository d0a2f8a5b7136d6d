#include "soleus-config.h"

#include "soleus-clinic-profile.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "name", SOLEUS_FIELD_TEXT, N_("Clinic name"), SOLEUS_FIELD_REQUIRED },
  { "address", SOLEUS_FIELD_TEXT, N_("Address"), SOLEUS_FIELD_LONG },
  { "phone", SOLEUS_FIELD_TEXT, N_("Phone") },
  { "hours", SOLEUS_FIELD_TEXT, N_("Opening hours") },
  { "out-of-hours", SOLEUS_FIELD_TEXT, N_("Out of hours") },
  { "email", SOLEUS_FIELD_TEXT, N_("Email") },
  { "emergency-number", SOLEUS_FIELD_TEXT, N_("Emergency number") },
  { "paper", SOLEUS_FIELD_ENUM, N_("Paper"), .enum_type = soleus_paper_get_type },
  { "language", SOLEUS_FIELD_TEXT, N_("Handout language") },
  { "is-demo", SOLEUS_FIELD_BOOL, N_("Demo clinic"), SOLEUS_FIELD_INTERNAL },
};

SOLEUS_DEFINE_RECORD (SoleusClinicProfile, soleus_clinic_profile, "clinic-profile", "clinic_profiles", N_("Clinic"), fields, NULL)
