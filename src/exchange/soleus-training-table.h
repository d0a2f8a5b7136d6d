/* soleus-training-table.h: reads training sessions out of the tables that services and spreadsheets write */
#pragma once

#include "soleus-training-sink.h"

G_BEGIN_DECLS

gboolean soleus_training_table_read       (GInputStream        *stream,
                                           SoleusTrainingSink  *sink,
                                           GCancellable        *cancellable,
                                           GError             **error);
gboolean soleus_training_table_recognises (const char          *head,
                                           gsize                length);
char    *soleus_training_table_decode     (const char          *bytes,
                                           gsize                length,
                                           GError             **error);

G_END_DECLS
