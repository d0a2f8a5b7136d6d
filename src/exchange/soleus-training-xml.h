/* soleus-training-xml.h: reads training files in XML as a stream, however long: TCX, GPX, health exports */
#pragma once

#include "soleus-training-sink.h"

G_BEGIN_DECLS

gboolean soleus_training_tcx_read    (GInputStream        *stream,
                                      SoleusTrainingSink  *sink,
                                      GCancellable        *cancellable,
                                      GError             **error);
gboolean soleus_training_gpx_read    (GInputStream        *stream,
                                      SoleusTrainingSink  *sink,
                                      GCancellable        *cancellable,
                                      GError             **error);
gboolean soleus_training_health_read (GInputStream        *stream,
                                      SoleusTrainingSink  *sink,
                                      GCancellable        *cancellable,
                                      GError             **error);

G_END_DECLS
