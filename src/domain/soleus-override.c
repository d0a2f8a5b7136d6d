#include "soleus-config.h"

#include "soleus-override.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "treatment", SOLEUS_FIELD_ID, N_("Treatment"), SOLEUS_FIELD_REQUIRED, .reference = "treatment" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "rule", SOLEUS_FIELD_TEXT, N_("Rule"), SOLEUS_FIELD_REQUIRED },
  { "policy-version", SOLEUS_FIELD_INT, N_("Policy version"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 100000 },
  { "state", SOLEUS_FIELD_ENUM, N_("Window then"), .enum_type = soleus_window_state_get_type },
  { "opens-at", SOLEUS_FIELD_MOMENT, N_("Would have opened") },
  { "reason", SOLEUS_FIELD_ENUM, N_("Reason"), .enum_type = soleus_override_reason_get_type },
  { "text", SOLEUS_FIELD_TEXT, N_("In words"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_LONG },
  { "consent", SOLEUS_FIELD_ENUM, N_("Athlete informed and agreed"), .enum_type = soleus_answer_get_type },
  { "basis", SOLEUS_FIELD_TEXT, N_("Basis shown"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  if (soleus_record_get_enum (self, "state") == SOLEUS_WINDOW_STATE_HARD_STOP)
    soleus_record_add_issue (issues, "state", g_strdup (_("A hard stop has no override.")));
}

SOLEUS_DEFINE_RECORD (SoleusOverride, soleus_override, "override", "overrides", N_("Decision against a rule"), fields, validate)
