/* soleus-own-section-file.h: the place of a clinic's own part in its content files. See data/content/README.md. */
#pragma once

#include "soleus-own-folder.h"
#include "soleus-own-section.h"

G_BEGIN_DECLS

SoleusOwnSection *soleus_own_section_file_find     (SoleusOwnFolder        *folder,
                                                    const char             *id,
                                                    GError                **error);
gboolean          soleus_own_section_file_is_as_found (const SoleusOwnSection *self,
                                                    SoleusOwnFolder        *folder,
                                                    GError                **error);
void              soleus_own_section_file_put      (SoleusOwnSection       *self,
                                                    SoleusOwnFolder        *folder,
                                                    const char             *standing_in);
void              soleus_own_section_file_take_out (const SoleusOwnSection *self,
                                                    SoleusOwnFolder        *folder);

G_END_DECLS
