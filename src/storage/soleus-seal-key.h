/* soleus-seal-key.h: the key that a passphrase stands for (Argon2id); wiped from memory when it is freed */
#pragma once

#include "soleus-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define SOLEUS_SEAL_SALT_BYTES 16
#define SOLEUS_SEAL_KEY_BYTES  32

typedef struct {
  guint64 operations; /* Argon2id: passes */
  guint64 memory;     /* Argon2id: bytes */
  guint8  salt[SOLEUS_SEAL_SALT_BYTES];
  guint8  bytes[SOLEUS_SEAL_KEY_BYTES];
} SoleusSealKey;

SoleusSealKey *soleus_seal_key_new       (const char           *passphrase,
                                          GError              **error);
SoleusSealKey *soleus_seal_key_derive    (const char           *passphrase,
                                          guint64               operations,
                                          guint64               memory,
                                          const guint8         *salt,
                                          GError              **error);
SoleusSealKey *soleus_seal_key_copy      (const SoleusSealKey  *key);
void           soleus_seal_key_free      (SoleusSealKey        *key);
char          *soleus_seal_key_to_text   (const SoleusSealKey  *key);
SoleusSealKey *soleus_seal_key_from_text (const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusSealKey, soleus_seal_key_free)

G_END_DECLS
