/* soleus-training-file.h: the training sessions of a file of any known kind, packed or not, or of a folder of such files */
#pragma once

#include "soleus-training-sink.h"

G_BEGIN_DECLS

typedef struct {
  GTimeZone       *zone;  /* (nullable): that of this machine */
  SoleusDateOrder  order;
} SoleusTrainingReading;

GPtrArray          *soleus_training_files_read     (const char *const            *paths,
                                                    const SoleusTrainingReading  *reading,
                                                    GCancellable                 *cancellable,
                                                    GError                      **error);
gboolean            soleus_training_file_is_one    (const char                   *path);
void                soleus_training_read_stream    (GInputStream                 *stream,
                                                    const char                   *name,
                                                    const SoleusTrainingReading  *reading,
                                                    GPtrArray                    *lines,
                                                    GCancellable                 *cancellable);

G_END_DECLS
