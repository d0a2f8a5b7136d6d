/* soleus-own-line-file.h: the place of a clinic's own line in its content files, one for each language. See data/content/README.md. */
#pragma once

#include "soleus-own-line.h"

G_BEGIN_DECLS

SoleusOwnLine *soleus_own_line_file_find  (const char           *folder,
                                           const char *const    *languages,
                                           const char           *id,
                                           GError              **error);
gboolean       soleus_own_line_file_write (SoleusOwnLine        *self,
                                           const char           *folder,
                                           const char *const    *languages,
                                           const char           *date,
                                           GError              **error);

G_END_DECLS
