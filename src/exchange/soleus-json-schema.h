/* soleus-json-schema.h: the JSON Schema of the archive, from the same tables of fields that write and read it */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean soleus_json_schema_write (GOutputStream  *stream,
                                   GError        **error);

G_END_DECLS
