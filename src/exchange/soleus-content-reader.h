/* soleus-content-reader.h: reads the protocol content of one language from resources or a folder */
#pragma once

#include "soleus-content.h"

G_BEGIN_DECLS

/* where the built-in content lies: <base>/<language>/<name>.json; drawings: <drawings>/<name>.svg */
#define SOLEUS_CONTENT_RESOURCES  "/io/github/soleusapp/Soleus/content"
#define SOLEUS_DRAWINGS_RESOURCES "/io/github/soleusapp/Soleus/drawings"

SoleusContent *soleus_content_load             (const char  *base,
                                                const char  *language,
                                                GError     **error);
SoleusContent *soleus_content_load_built_in    (const char  *language,
                                                GError     **error);
char         **soleus_content_list_languages   (const char  *base);

G_END_DECLS
