/* soleus-encryption-page.h: the passphrase of the clinic file itself; where this build cannot encrypt, that is said */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ENCRYPTION_PAGE (soleus_encryption_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEncryptionPage, soleus_encryption_page, SOLEUS, ENCRYPTION_PAGE, SoleusPage)

G_END_DECLS
