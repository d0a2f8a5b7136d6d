/* soleus-json-guard.h: looks at JSON text before a parser does: UTF-8, size, depth, one root, no comments */
#pragma once

#include "soleus-types.h"

G_BEGIN_DECLS

/* deeper than any file of ours, shallow enough for every recursive parser */
#define SOLEUS_JSON_MAXIMUM_DEPTH 64

gboolean soleus_json_guard_check (const char  *text,
                                  gsize        length,
                                  gsize        maximum_size,
                                  GError     **error);

G_END_DECLS
