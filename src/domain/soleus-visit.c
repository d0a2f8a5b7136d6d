#include "soleus-config.h"

#include "soleus-visit.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "time", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "state", SOLEUS_FIELD_ENUM, N_("State"), .enum_type = soleus_visit_state_get_type },
  { "episodes", SOLEUS_FIELD_IDS, N_("About"), .reference = "episode" },
  { "subjective", SOLEUS_FIELD_TEXT, N_("Subjective"), SOLEUS_FIELD_LONG },
  { "objective", SOLEUS_FIELD_TEXT, N_("Objective"), SOLEUS_FIELD_LONG },
  { "assessment", SOLEUS_FIELD_TEXT, N_("Assessment"), SOLEUS_FIELD_LONG },
  { "plan", SOLEUS_FIELD_TEXT, N_("Plan"), SOLEUS_FIELD_LONG },
  { "follow-up", SOLEUS_FIELD_DATE, N_("Follow-up") },
  { "signed-at", SOLEUS_FIELD_MOMENT, N_("Signed"), SOLEUS_FIELD_INTERNAL },
  { "signed-by", SOLEUS_FIELD_ID, N_("Signed by"), SOLEUS_FIELD_INTERNAL, .reference = "therapist" },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const SoleusMoment *time = soleus_record_get_moment (self, "time");
  const char *follow_up = soleus_record_get_text (self, "follow-up");

  if (soleus_record_get_enum (self, "state") == SOLEUS_VISIT_STATE_SIGNED && time != NULL && soleus_moment_get_earliest (time) > now)
    soleus_record_add_issue (issues, "time", g_strdup (_("A visit that has not taken place cannot be signed. Check its date and time.")));
  if (time != NULL && soleus_date_is_valid (follow_up))
    {
      g_autofree char *date = soleus_moment_dup_date (time);

      if (g_strcmp0 (follow_up, date) < 0)
        soleus_record_add_issue (issues, "follow-up", g_strdup (_("The follow-up is before the visit. Choose a later date.")));
    }
}

SOLEUS_DEFINE_RECORD (SoleusVisit, soleus_visit, "visit", "visits", N_("Visit"), fields, validate)
