/* soleus-athlete-import-page.h: a table of athletes: say which column is what, look at every line, import, undo */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE_IMPORT_PAGE (soleus_athlete_import_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthleteImportPage, soleus_athlete_import_page, SOLEUS, ATHLETE_IMPORT_PAGE, SoleusPage)

/* what choosing a file does */
void soleus_athlete_import_page_read (SoleusAthleteImportPage *self,
                                      const char              *path);

G_END_DECLS
