/* soleus-record-options.h: command-line options that follow from the table of fields of a record */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef struct _SoleusRecordOptions SoleusRecordOptions;

SoleusRecordOptions *soleus_record_options_new    (const SoleusRecordKind  *kind,
                                                   const char *const       *left_out);
void                 soleus_record_options_free   (SoleusRecordOptions     *self);
GOptionGroup        *soleus_record_options_create_group (SoleusRecordOptions *self,
                                                   const GOptionEntry      *more);
const char          *soleus_record_options_get    (SoleusRecordOptions     *self,
                                                   const char              *field);
gboolean             soleus_record_options_apply  (SoleusRecordOptions     *self,
                                                   SoleusRecord            *record,
                                                   SoleusClinic            *clinic,
                                                   GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusRecordOptions, soleus_record_options_free)

G_END_DECLS
