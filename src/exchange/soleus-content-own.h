/* soleus-content-own.h: the lines and exercises that a clinic adds beside the shipped ones
 *
 * A folder with <language>.json and, if it has drawings of its own, drawings/<name>.svg. See data/content/README.md. */
#pragma once

#include "soleus-content.h"

G_BEGIN_DECLS

gboolean soleus_content_read_own (SoleusContent  *content,
                                  const char     *folder,
                                  GError        **error);

gboolean soleus_content_read_own_bytes (SoleusContent  *content,
                                        const char     *folder,
                                        GBytes         *bytes,
                                        GError        **error);

G_END_DECLS
