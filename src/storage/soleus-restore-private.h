/* soleus-restore-private.h: what preparing a restore and putting it into its place share */
#pragma once

#include "soleus-restore.h"

G_BEGIN_DECLS

/* what SQLite puts beside a file; ends with %NULL */
extern const char *const _soleus_restore_companions[];

gboolean _soleus_restore_is_gone (const char *clinic_path);

G_END_DECLS
