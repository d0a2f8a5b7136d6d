/* An encrypted backup that was changed: it opens as what it was, or not at all; nothing is left of a half. Its key is that of 32
 * letters k, so that a changed beginning can be signed anew and what follows is looked at, too. */
#include "fuzz-scratch.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>

#include "soleus-error.h"
#include "soleus-sealed-file.h"

#define HEADER 104
#define SIGNED 64
#define MAC    32

#define CONTENT "The content of a backup: one word and another.\n"

static SoleusSealKey
create_key (void)
{
  SoleusSealKey key = { .operations = 1, .memory = 8192 };

  memset (key.salt, 's', sizeof key.salt);
  memset (key.bytes, 'k', sizeof key.bytes);
  return key;
}

static void
sign (uint8_t             *bytes,
      const SoleusSealKey *key)
{
  uint8_t subkey[32];

  crypto_kdf_derive_from_key (subkey, sizeof subkey, 2, "soleusbk", key->bytes);
  crypto_auth (bytes + SIGNED, bytes, SIGNED, subkey);
  crypto_generichash (bytes + SIGNED + MAC, HEADER - SIGNED - MAC, bytes, SIGNED + MAC, NULL, 0);
}

static void
open_it (const char *path,
         const char *passphrase)
{
  const SoleusSealKey key = create_key ();
  g_autofree char *target = g_strconcat (path, ".opened", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  if (soleus_sealed_file_read (path, target, &key, passphrase, &hash, &error))
    {
      if (!g_file_get_contents (target, &content, NULL, NULL) || !g_str_equal (content, CONTENT))
        g_error ("A changed backup opens as something else.");
      g_unlink (target);
      return;
    }
  fuzz_scratch_check_error (error);
  if (error->domain != SOLEUS_ERROR)
    g_error ("A backup is refused by somebody else.");
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    g_error ("Something is left of a backup that did not open.");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  const SoleusSealKey key = create_key ();
  g_autofree uint8_t *bytes = size >= HEADER ? g_memdup2 (data, size) : NULL;
  const char *path;

  if (sodium_init () < 0)
    g_error ("no random numbers");
  path = fuzz_scratch_write ("input.sealed", data, size);
  soleus_sealed_file_is_sealed (path);
  open_it (path, NULL);
  if (bytes == NULL)
    return 0;
  sign (bytes, &key);
  path = fuzz_scratch_write ("input.sealed", bytes, size);
  open_it (path, NULL);
  /* somebody else's file, which may ask for work and memory: a wrong passphrase, as fast as a test can be */
  if (bytes[0] % 16 == 0 && bytes[8] % 4 == 1)
    {
      memset (bytes + 8, 0, 16);
      bytes[8] = 1;
      bytes[17] = 0x20; /* 8192 */
      crypto_generichash (bytes + SIGNED + MAC, HEADER - SIGNED - MAC, bytes, SIGNED + MAC, NULL, 0);
      open_it (fuzz_scratch_write ("input.sealed", bytes, size), "wrong");
    }
  return 0;
}
