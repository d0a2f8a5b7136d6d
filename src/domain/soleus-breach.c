#include "soleus-config.h"

#include "soleus-breach.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "treatment", SOLEUS_FIELD_ID, N_("Treatment"), SOLEUS_FIELD_REQUIRED, .reference = "treatment" },
  { "episode", SOLEUS_FIELD_ID, N_("Episode"), .reference = "episode" },
  { "at", SOLEUS_FIELD_MOMENT, N_("Found"), SOLEUS_FIELD_REQUIRED },
  { "state", SOLEUS_FIELD_ENUM, N_("Window"), .enum_type = soleus_window_state_get_type },
  { "reason", SOLEUS_FIELD_TEXT, N_("Why"), SOLEUS_FIELD_LONG },
};

SOLEUS_DEFINE_RECORD (SoleusBreach, soleus_breach, "breach", "breaches", N_("Breach found afterwards"), fields, NULL)
