/* soleus-encryption.h: the clinic file under a passphrase (SQLCipher: AES-256, each page authenticated, PBKDF2-HMAC-SHA512)
 *
 * Only where the program was built with SQLCipher 4, which is then the one SQLite in it. The file is that of SQLCipher 4 with its own
 * settings: whoever has the passphrase can open it without Soleus. Log and journal are encrypted like the file. */
#pragma once

#include "soleus-connection.h"

G_BEGIN_DECLS

gboolean soleus_encryption_is_available (void);
gboolean soleus_encryption_copy         (SoleusConnection  *source,
                                         const char        *target,
                                         SoleusFileKey     *key,
                                         GError           **error);
gboolean soleus_encryption_change       (SoleusConnection  *connection,
                                         SoleusFileKey     *key,
                                         GError           **error);
void     soleus_encryption_wipe         (const char        *path);

G_END_DECLS
