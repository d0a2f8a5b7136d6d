/* soleus-json-archive.h: every record of a clinic as one JSON text: {"schema": 1, "athletes": […], "episodes": […], …} */
#pragma once

#include "soleus-format-registry.h"

G_BEGIN_DECLS

#define SOLEUS_JSON_ARCHIVE_SCHEMA 1

gboolean   soleus_json_archive_write (const SoleusExportSource  *source,
                                      GOutputStream             *stream,
                                      GError                   **error);
GPtrArray *soleus_json_archive_read  (const char                *path,
                                      SoleusResolveFunc          resolve,
                                      gpointer                   user_data,
                                      GError                   **error);

G_END_DECLS
