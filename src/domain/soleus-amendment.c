#include "soleus-config.h"

#include "soleus-amendment.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), SOLEUS_FIELD_REQUIRED, .reference = "visit" },
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "kind", SOLEUS_FIELD_ENUM, N_("Kind"), .enum_type = soleus_amendment_kind_get_type },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "section", SOLEUS_FIELD_TEXT, N_("About") },
  { "text", SOLEUS_FIELD_TEXT, N_("Text"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_LONG },
  { "reason", SOLEUS_FIELD_TEXT, N_("Reason"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const SoleusMoment *at = soleus_record_get_moment (self, "at");

  if (at != NULL && soleus_moment_get_earliest (at) > now)
    soleus_record_add_issue (issues, "at", g_strdup (_("What an amendment tells of cannot be in the future. Check the date and the time.")));
}

SOLEUS_DEFINE_RECORD (SoleusAmendment, soleus_amendment, "amendment", "amendments", N_("Amendment"), fields, validate)
