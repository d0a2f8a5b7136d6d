/* saved-records.h: records that a test saves on its way, where nothing is to go wrong */
#pragma once

#include "soleus-clinic.h"

static inline void
save_record (SoleusClinic *clinic,
             SoleusRecord *record)
{
  g_autoptr (GError) error = NULL;

  soleus_clinic_save (clinic, record, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): the id of the record, which is saved */
static inline char *
save_dup_id (SoleusClinic *clinic,
             SoleusRecord *record)
{
  save_record (clinic, record);
  return g_strdup (soleus_record_get_id (record));
}

/* Returns: (transfer full): the id of somebody of whom the name alone is known */
static inline char *
save_named (SoleusClinic           *clinic,
            const SoleusRecordKind *kind,
            const char             *name)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (kind);

  soleus_record_set_text (record, "name", name);
  return save_dup_id (clinic, record);
}
