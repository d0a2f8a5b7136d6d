/* soleus-training-fit.h: reads the sessions of a FIT file, the binary format of sports watches and bike computers */
#pragma once

#include "soleus-training-sink.h"

G_BEGIN_DECLS

gboolean soleus_training_fit_read (GInputStream        *stream,
                                   SoleusTrainingSink  *sink,
                                   GCancellable        *cancellable,
                                   GError             **error);

G_END_DECLS
