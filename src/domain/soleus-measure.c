#include "soleus-config.h"

#include "soleus-measure.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "athlete", SOLEUS_FIELD_ID, N_("Athlete"), SOLEUS_FIELD_REQUIRED, .reference = "athlete" },
  { "visit", SOLEUS_FIELD_ID, N_("Visit"), .reference = "visit" },
  { "at", SOLEUS_FIELD_MOMENT, N_("Time"), SOLEUS_FIELD_REQUIRED },
  { "test", SOLEUS_FIELD_CHOICE, N_("Test"), SOLEUS_FIELD_REQUIRED, .catalogue = soleus_catalogue_get_tests },
  { "left", SOLEUS_FIELD_REAL, N_("Left"), .minimum = 0, .maximum = 1000 },
  { "right", SOLEUS_FIELD_REAL, N_("Right"), .minimum = 0, .maximum = 1000 },
  { "value", SOLEUS_FIELD_REAL, N_("Value"), .minimum = 0, .maximum = 10000 },
  { "note", SOLEUS_FIELD_TEXT, N_("Notes"), SOLEUS_FIELD_LONG },
};

SOLEUS_DEFINE_RECORD (SoleusMeasure, soleus_measure, "measure", "measures", N_("Measure"), fields, NULL)
