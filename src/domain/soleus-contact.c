#include "soleus-config.h"

#include "soleus-contact.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "episode", SOLEUS_FIELD_ID, N_("Episode"), SOLEUS_FIELD_REQUIRED, .reference = "episode" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "screen", SOLEUS_FIELD_ANSWERS, N_("Damage screen"), .catalogue = soleus_catalogue_get_screen_items },
  { "signs", SOLEUS_FIELD_ANSWERS, N_("Signs"), .catalogue = soleus_catalogue_get_signs },
  { "bleeding", SOLEUS_FIELD_ENUM, N_("Signs of continuing bleeding"), .enum_type = soleus_answer_get_type },
  { "pain", SOLEUS_FIELD_INT, N_("Pain now"), .minimum = 0, .maximum = 10 },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const SoleusMoment *at = soleus_record_get_moment (self, "at");

  if (at != NULL && soleus_moment_get_earliest (at) > now)
    soleus_record_add_issue (issues, "at", g_strdup (_("A re-check cannot be in the future. Check the date and the time.")));
}

SOLEUS_DEFINE_RECORD (SoleusContact, soleus_contact, "contact", "contacts", N_("Re-check"), fields, validate)
