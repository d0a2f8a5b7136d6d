/* record-values.h: records from the names of fields, each followed by the text of its value */
#pragma once

#include "soleus-record.h"

#define VALUES(...) ((const char *[]) { __VA_ARGS__, NULL })

static inline void
set_values (SoleusRecord      *record,
            const char *const *values)
{
  for (gsize i = 0; values[i] != NULL; i += 2)
    {
      g_autoptr (GError) error = NULL;

      soleus_record_set_from_text (record, values[i], values[i + 1], &error);
      g_assert_no_error (error);
    }
}

/* @athlete: (nullable): the id of whom it is, where the kind is of somebody. Returns: (transfer full): a new record that is not saved */
static inline SoleusRecord *
create_record (const SoleusRecordKind *kind,
               const char             *athlete,
               const char *const      *values)
{
  SoleusRecord *record = soleus_record_new (kind);

  if (soleus_record_find_field (record, "athlete") != NULL)
    soleus_record_set_text (record, "athlete", athlete);
  set_values (record, values);
  return record;
}
