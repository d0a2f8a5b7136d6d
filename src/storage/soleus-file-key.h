/* soleus-file-key.h: the passphrase that opens an encrypted clinic file; wiped from memory when it is freed
 *
 * What was given once is remembered for the file until the program ends, so that a backup or a check in another thread opens it too. */
#pragma once

#include "soleus-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoleusFileKey SoleusFileKey;

SoleusFileKey *soleus_file_key_new            (const char          *passphrase);
SoleusFileKey *soleus_file_key_ref            (SoleusFileKey       *key);
void           soleus_file_key_unref          (SoleusFileKey       *key);
const char    *soleus_file_key_get_passphrase (const SoleusFileKey *key);
gboolean       soleus_file_key_equal          (const SoleusFileKey *a,
                                               const SoleusFileKey *b);
void           soleus_file_key_remember       (const char          *path,
                                               SoleusFileKey       *key);
SoleusFileKey *soleus_file_key_find           (const char          *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusFileKey, soleus_file_key_unref)

G_END_DECLS
