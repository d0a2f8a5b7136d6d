#include "soleus-config.h"

#include "soleus-session.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "date", SOLEUS_FIELD_DATE, N_("Date"), SOLEUS_FIELD_REQUIRED },
  { "start", SOLEUS_FIELD_MOMENT, N_("Start") },
  { "minutes", SOLEUS_FIELD_REAL, N_("Minutes"), .minimum = 0, .maximum = 1440, .unit = N_("min") },
  { "rpe", SOLEUS_FIELD_REAL, N_("Session RPE"), .minimum = 0, .maximum = 10 },
  { "activity", SOLEUS_FIELD_TEXT, N_("Activity") },
  { "surface", SOLEUS_FIELD_CHOICE, N_("Surface"), .catalogue = soleus_catalogue_get_surfaces },
  { "shoe", SOLEUS_FIELD_ID, N_("Shoes"), .reference = "shoe" },
  { "distance-km", SOLEUS_FIELD_REAL, N_("Distance"), .minimum = 0, .maximum = 1000, .unit = N_("km") },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const char *date = soleus_record_get_text (self, "date");
  g_autofree char *today = soleus_instant_dup_local_date (now);

  if (soleus_date_is_valid (date) && g_strcmp0 (date, today) > 0)
    soleus_record_add_issue (issues, "date", g_strdup (_("A session cannot be on a day in the future. Check the date.")));
}

SOLEUS_DEFINE_RECORD (SoleusSession, soleus_session, "session", "sessions", N_("Training session"), fields, validate)
