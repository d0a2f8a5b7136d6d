#include "soleus-config.h"

#include "soleus-shoe.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "name", SOLEUS_FIELD_TEXT, N_("Name"), SOLEUS_FIELD_REQUIRED },
  { "since", SOLEUS_FIELD_DATE, N_("In use since") },
  { "surface", SOLEUS_FIELD_CHOICE, N_("Surface"), .catalogue = soleus_catalogue_get_surfaces },
  { "start-km", SOLEUS_FIELD_REAL, N_("Distance before"), .minimum = 0, .maximum = 10000, .unit = N_("km") },
  { "retired", SOLEUS_FIELD_DATE, N_("Retired") },
};

SOLEUS_DEFINE_RECORD (SoleusShoe, soleus_shoe, "shoe", "shoes", N_("Shoes"), fields, NULL)
