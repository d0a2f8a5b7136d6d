/* soleus-json-load.h: JSON text past its guard and into a parser */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean soleus_json_load (JsonParser  *parser,
                           const char  *text,
                           gsize        length,
                           gsize        maximum_size,
                           GError     **error);

G_END_DECLS
