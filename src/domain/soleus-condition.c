#include "soleus-config.h"

#include "soleus-condition.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "condition", SOLEUS_FIELD_CHOICE, N_("Condition"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_conditions },
  { "side", SOLEUS_FIELD_ENUM, N_("Side"), .enum_type = soleus_side_get_type },
  { "since", SOLEUS_FIELD_DATE, N_("Since") },
  { "until", SOLEUS_FIELD_DATE, N_("Until") },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const char *since = soleus_record_get_text (self, "since");
  const char *until = soleus_record_get_text (self, "until");

  if (soleus_date_is_valid (since) && soleus_date_is_valid (until) && g_strcmp0 (until, since) < 0)
    soleus_record_add_issue (issues, "until", g_strdup (_("The condition ends before it begins. Check both dates.")));
}

SOLEUS_DEFINE_RECORD (SoleusCondition, soleus_condition, "condition", "conditions", N_("Condition"), fields, validate)
