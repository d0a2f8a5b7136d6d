/* soleus-csv-archive.h: records as tables: a folder with one file a kind, columns named after the properties; reads one file or a folder */
#pragma once

#include "soleus-format-registry.h"

G_BEGIN_DECLS

gboolean   soleus_csv_archive_save (const SoleusExportSource  *source,
                                    const char                *path,
                                    GError                   **error);
GPtrArray *soleus_csv_archive_read (const char                *path,
                                    SoleusResolveFunc          resolve,
                                    gpointer                   user_data,
                                    GError                   **error);

G_END_DECLS
