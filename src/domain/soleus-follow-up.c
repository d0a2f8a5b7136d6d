#include "soleus-config.h"

#include "soleus-follow-up.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "due", SOLEUS_FIELD_DATE, N_("Due"), SOLEUS_FIELD_REQUIRED },
  { "text", SOLEUS_FIELD_TEXT, N_("What"), SOLEUS_FIELD_REQUIRED },
  { "done-at", SOLEUS_FIELD_MOMENT, N_("Done") },
};

SOLEUS_DEFINE_RECORD (SoleusFollowUp, soleus_follow_up, "follow-up", "follow_ups", N_("Follow-up"), fields, NULL)
