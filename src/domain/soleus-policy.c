#include "soleus-config.h"

#include "soleus-policy.h"

#include <glib/gi18n-lib.h>

static const SoleusField fields[] = {
  { "version", SOLEUS_FIELD_INT, N_("Version"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 100000 },
  { "window-hours", SOLEUS_FIELD_INT, N_("No-massage window"), SOLEUS_FIELD_REQUIRED, .minimum = 48, .maximum = 336, .unit = N_("h") },
  { "caution-days", SOLEUS_FIELD_INT, N_("Caution without a re-check"), SOLEUS_FIELD_REQUIRED, .minimum = 14, .maximum = 90, .unit = N_("days") },
  { "persistent-hours", SOLEUS_FIELD_INT, N_("Pain is persistent after"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 24, .unit = N_("h") },
  { "frequent-in-7-days", SOLEUS_FIELD_INT, N_("Frequent: cramps in 7 days"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 3 },
  { "frequent-in-28-days", SOLEUS_FIELD_INT, N_("Frequent: cramps in 28 days"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 4 },
  { "sleep-in-14-days", SOLEUS_FIELD_INT, N_("Sleep disrupted in 14 days"), SOLEUS_FIELD_REQUIRED, .minimum = 1, .maximum = 2 },
  { "effective-from", SOLEUS_FIELD_MOMENT, N_("In force from"), SOLEUS_FIELD_REQUIRED },
};

SOLEUS_DEFINE_RECORD (SoleusPolicy, soleus_policy, "policy", "policies", N_("Policy"), fields, NULL)
