/* soleus-backup-page.h: backing up, restoring and checking the clinic file; where, how often, and whether encrypted */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BACKUP_PAGE (soleus_backup_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBackupPage, soleus_backup_page, SOLEUS, BACKUP_PAGE, SoleusPage)

G_END_DECLS
