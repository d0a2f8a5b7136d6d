/* soleus-import-undo.h: takes back the last import of athletes or training, also in another session than the one that made it */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

gboolean soleus_import_commit (SoleusClinic  *clinic,
                               SoleusChange  *change,
                               const char    *athlete_id,
                               GError       **error);
gboolean soleus_import_undo   (SoleusClinic  *clinic,
                               guint         *n_records,
                               GError       **error);

G_END_DECLS
