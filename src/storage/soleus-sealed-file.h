/* soleus-sealed-file.h: a file encrypted with a passphrase (libsodium: Argon2id and secretstream)
 *
 * What is on the disk: "SOLEUSB1"; passes and bytes of Argon2id, 8 bytes each, little-endian; salt, 16 bytes; the header of the stream,
 * 24 bytes; HMAC of all that, 32 bytes; BLAKE2b of all that, 16 bytes, which tells a damaged beginning from a wrong passphrase; then
 * pieces of 65,536 bytes, each with 17 bytes of its own, the last one marked as the last: a piece that is changed, missing, moved or
 * added does not open. */
#pragma once

#include "soleus-seal-key.h"

G_BEGIN_DECLS

#define SOLEUS_SEALED_SUFFIX ".sealed"

gboolean soleus_sealed_file_is_sealed (const char           *path);
gboolean soleus_sealed_file_write     (const char           *source,
                                       const char           *target,
                                       const SoleusSealKey  *key,
                                       char                **hash,
                                       GError              **error);
gboolean soleus_sealed_file_read      (const char           *source,
                                       const char           *target,
                                       const SoleusSealKey  *key,
                                       const char           *passphrase,
                                       char                **hash,
                                       GError              **error);

G_END_DECLS
