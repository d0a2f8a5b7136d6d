#include "soleus-config.h"

#include "soleus-therapist.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "name", SOLEUS_FIELD_TEXT, N_("Name"), SOLEUS_FIELD_REQUIRED },
  { "credential", SOLEUS_FIELD_TEXT, N_("Credential") },
  { "phone", SOLEUS_FIELD_TEXT, N_("Phone") },
  { "inactive", SOLEUS_FIELD_BOOL, N_("No longer here") },
};

SOLEUS_DEFINE_RECORD (SoleusTherapist, soleus_therapist, "therapist", "therapists", N_("Therapist"), fields, NULL)
