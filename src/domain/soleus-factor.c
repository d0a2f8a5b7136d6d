#include "soleus-config.h"

#include "soleus-factor.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "factor", SOLEUS_FIELD_CHOICE, N_("Factor"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_risk_factors },
  { "answer", SOLEUS_FIELD_ENUM, N_("Present"), .enum_type = soleus_answer_get_type },
  { "since", SOLEUS_FIELD_DATE, N_("Since") },
  { "evidence", SOLEUS_FIELD_TEXT, N_("Seen from"), SOLEUS_FIELD_LONG },
  { "owner", SOLEUS_FIELD_ENUM, N_("Looked after by"), .enum_type = soleus_owner_get_type },
  { "action", SOLEUS_FIELD_TEXT, N_("What is done"), SOLEUS_FIELD_LONG },
  { "review-on", SOLEUS_FIELD_DATE, N_("Review on") },
  { "resolved-on", SOLEUS_FIELD_DATE, N_("Resolved") },
};

SOLEUS_DEFINE_RECORD (SoleusFactor, soleus_factor, "factor", "factors", N_("Risk factor"), fields, NULL)
