/* soleus-lock-page.h: the passphrase that uncovers a locked window, and after how long it is covered */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_LOCK_PAGE (soleus_lock_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLockPage, soleus_lock_page, SOLEUS, LOCK_PAGE, SoleusPage)

G_END_DECLS
