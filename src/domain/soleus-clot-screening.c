#include "soleus-config.h"

#include "soleus-clot-screening.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "side", SOLEUS_FIELD_ENUM, N_("Side"), SOLEUS_FIELD_REQUIRED, .enum_type = soleus_side_get_type },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "episode", SOLEUS_FIELD_ID, N_("Episode"), .reference = "episode" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "items", SOLEUS_FIELD_ANSWERS, N_("Clot screen"), .catalogue = soleus_catalogue_get_clot_items },
  { "girth-left-cm", SOLEUS_FIELD_REAL, N_("Left calf, 10 cm below the tibial tuberosity"), .minimum = 10, .maximum = 100, .unit = N_("cm") },
  { "girth-right-cm", SOLEUS_FIELD_REAL, N_("Right calf, 10 cm below the tibial tuberosity"), .minimum = 10, .maximum = 100, .unit = N_("cm") },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

static void
validate (SoleusRecord  *self,
          SoleusInstant  now,
          GPtrArray     *issues)
{
  const SoleusMoment *at = soleus_record_get_moment (self, "at");

  if (at != NULL && soleus_moment_get_earliest (at) > now)
    soleus_record_add_issue (issues, "at", g_strdup (_("A clot screen cannot be in the future. Check the date and the time.")));
  if (soleus_record_get_enum (self, "side") == SOLEUS_SIDE_BOTH)
    soleus_record_add_issue (issues, "side", g_strdup (_("A clot screen compares one leg with the other. Make one for each leg.")));
}

SOLEUS_DEFINE_RECORD (SoleusClotScreening, soleus_clot_screening, "clot-screen", "clot_screens", N_("Clot screen"), fields, validate)
