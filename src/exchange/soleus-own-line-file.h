/* soleus-own-line-file.h: the place of a clinic's own line in its content files, one for each language. See data/content/README.md. */
#pragma once

#include "soleus-own-folder.h"
#include "soleus-own-line.h"

G_BEGIN_DECLS

SoleusOwnLine *soleus_own_line_file_find (SoleusOwnFolder  *folder,
                                          const char       *id,
                                          GError          **error);
gboolean       soleus_own_line_file_is_as_found (const SoleusOwnLine *self,
                                          SoleusOwnFolder  *folder,
                                          GError          **error);
void           soleus_own_line_file_put  (SoleusOwnLine    *self,
                                          SoleusOwnFolder  *folder);

G_END_DECLS
