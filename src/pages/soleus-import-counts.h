/* soleus-import-counts.h: what an import makes of the lines of a file, in a sentence; of every kind of import the same */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *soleus_import_counts_format (guint n_new,
                                   guint n_known,
                                   guint n_duplicates,
                                   guint n_refused);

G_END_DECLS
