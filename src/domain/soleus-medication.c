#include "soleus-config.h"

#include "soleus-medication.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "name", SOLEUS_FIELD_TEXT, N_("Medicine"), SOLEUS_FIELD_REQUIRED },
  { "class", SOLEUS_FIELD_CHOICE, N_("Class"), .catalogue = soleus_catalogue_get_medicine_classes },
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
    soleus_record_add_issue (issues, "until", g_strdup (_("The medicine ends before it begins. Check both dates.")));
}

SOLEUS_DEFINE_RECORD (SoleusMedication, soleus_medication, "medication", "medications", N_("Medicine"), fields, validate)
