/* soleus-import-page.h: training files of watches and services into an athlete's sessions: choose, look, import, undo */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_IMPORT_PAGE (soleus_import_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusImportPage, soleus_import_page, SOLEUS, IMPORT_PAGE, SoleusPage)

/* what dropping files on the page does */
void soleus_import_page_read (SoleusImportPage   *self,
                              const char *const  *paths);

G_END_DECLS
