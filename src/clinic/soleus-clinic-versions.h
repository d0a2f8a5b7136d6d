/* soleus-clinic-versions.h: every version of a record for a person to read: who, when, and what was different; and going back to one */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

/* one field, in words; NULL is unknown */
typedef struct {
  const char *label;  /* translated */
  char       *before;
  char       *after;
} SoleusDifference;

typedef struct {
  SoleusRecord *record;      /* as it was; sealed */
  gint64        revision;
  SoleusInstant at;
  char         *author;      /* (nullable) name */
  GPtrArray    *differences; /* (element-type SoleusDifference) from the version before; of the first one: everything in it */
} SoleusVersion;

void       soleus_version_free            (SoleusVersion           *version);
/* newest first */
GPtrArray *soleus_clinic_read_versions    (SoleusClinic            *self,
                                           const SoleusRecordKind  *kind,
                                           const char              *id,
                                           GError                 **error);
gboolean   soleus_clinic_restore_version  (SoleusClinic            *self,
                                           SoleusVersion           *version,
                                           GError                 **error);
/* one value in words, as a person reads it; NULL where it is unknown */
char      *soleus_clinic_dup_value        (SoleusClinic            *self,
                                           SoleusRecord            *record,
                                           const SoleusField       *field);
/* what a record is called in one line: its name, its title, or when and what */
char      *soleus_clinic_dup_record_name  (SoleusClinic            *self,
                                           SoleusRecord            *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusVersion, soleus_version_free)

G_END_DECLS
