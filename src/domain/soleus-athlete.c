#include "soleus-config.h"

#include "soleus-athlete.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "name", SOLEUS_FIELD_TEXT, N_("Name"), SOLEUS_FIELD_REQUIRED },
  { "identifier", SOLEUS_FIELD_TEXT, N_("Identifier") },
  { "born", SOLEUS_FIELD_DATE, N_("Born") },
  { "sex", SOLEUS_FIELD_ENUM, N_("Sex"), .enum_type = soleus_sex_get_type },
  { "sport", SOLEUS_FIELD_TEXT, N_("Sport") },
  { "team", SOLEUS_FIELD_TEXT, N_("Team") },
  { "language", SOLEUS_FIELD_TEXT, N_("Language") },
  { "mass-kg", SOLEUS_FIELD_REAL, N_("Body mass"), .minimum = 10, .maximum = 300, .unit = N_("kg") },
  { "height-cm", SOLEUS_FIELD_REAL, N_("Height"), .minimum = 50, .maximum = 250, .unit = N_("cm") },
  { "phone", SOLEUS_FIELD_TEXT, N_("Phone") },
  { "email", SOLEUS_FIELD_TEXT, N_("Email") },
  { "guardian", SOLEUS_FIELD_TEXT, N_("Guardian") },
  { "consent-on", SOLEUS_FIELD_DATE, N_("Consent") },
  { "blood-thinner", SOLEUS_FIELD_ENUM, N_("Blood-thinning medicine"), .enum_type = soleus_answer_get_type },
  { "bleeding-disorder", SOLEUS_FIELD_ENUM, N_("Bleeding disorder"), .enum_type = soleus_answer_get_type },
  { "pregnant", SOLEUS_FIELD_ENUM, N_("Pregnant"), .enum_type = soleus_answer_get_type },
  { "medication", SOLEUS_FIELD_TEXT, N_("Medication"), SOLEUS_FIELD_LONG },
  { "conditions", SOLEUS_FIELD_TEXT, N_("Conditions"), SOLEUS_FIELD_LONG },
  { "sleep-need-hours", SOLEUS_FIELD_REAL, N_("Own sleep need"), .minimum = 3, .maximum = 14, .unit = N_("h") },
  { "cycle-consent-on", SOLEUS_FIELD_DATE, N_("Agreed to record the menstrual phase") },
  { "archived", SOLEUS_FIELD_BOOL, N_("Archived") },
  { "note", SOLEUS_FIELD_TEXT, N_("Note"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const char *born = soleus_record_get_text (self, "born");
  g_autofree char *today = soleus_instant_dup_local_date (now);

  if (!soleus_date_is_valid (born))
    return;
  if (g_strcmp0 (born, today) > 0)
    soleus_record_add_issue (issues, "born", g_strdup (_("The date of birth is in the future. Check the year.")));
  else if (soleus_date_get_years_between (born, today) > 120)
    soleus_record_add_issue (issues, "born", g_strdup (_("The date of birth is more than 120 years ago. Check the year.")));
}

SOLEUS_DEFINE_RECORD (SoleusAthlete, soleus_athlete, "athlete", "athletes", N_("Athlete"), fields, validate)
