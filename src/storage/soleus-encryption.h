/* soleus-encryption.h: the clinic file under a passphrase (SQLCipher: AES-256, each page authenticated, PBKDF2-HMAC-SHA512)
 *
 * Only where the program was built with SQLCipher 4, which is then the one SQLite in it. The file is that of SQLCipher 4 with its own
 * settings: whoever has the passphrase can open it without Soleus. Log and journal are encrypted like the file. */
#pragma once

#include "soleus-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean soleus_encryption_is_available (void);
gboolean soleus_encryption_copy         (SoleusConnection  *source,
                                         const char        *target,
                                         SoleusFileKey     *key,
                                         GError           **error);

/* The file under another key, at once and by the thread that has it open… */
gboolean soleus_encryption_change       (SoleusConnection  *connection,
                                         SoleusFileKey     *key,
                                         GError           **error);
/* …or first copied by another thread, then put into its place by this one, then what was replaced overwritten by any */
typedef struct _SoleusReencryption SoleusReencryption;

SoleusReencryption *soleus_reencryption_prepare (const char          *path,
                                                 SoleusFileKey       *present,
                                                 SoleusFileKey       *key,
                                                 GCancellable        *cancellable,
                                                 GError             **error);
gboolean            soleus_reencryption_put     (SoleusReencryption  *self,
                                                 SoleusConnection    *connection,
                                                 GError             **error);
void                soleus_reencryption_wipe    (SoleusReencryption  *self);
void                soleus_reencryption_free    (SoleusReencryption  *self);

void     soleus_encryption_wipe         (const char        *path);
void     soleus_encryption_tidy         (SoleusConnection  *connection);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusReencryption, soleus_reencryption_free)

G_END_DECLS
