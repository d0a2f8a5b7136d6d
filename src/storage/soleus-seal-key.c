#include "soleus-config.h"

#include "soleus-seal-key.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "soleus-error.h"

G_STATIC_ASSERT (SOLEUS_SEAL_SALT_BYTES == crypto_pwhash_argon2id_SALTBYTES);
G_STATIC_ASSERT (SOLEUS_SEAL_KEY_BYTES == crypto_kdf_KEYBYTES);

/* What a file may ask for: a forged header must not make this machine work for hours or fill its memory. */
#define MOST_OPERATIONS 16
#define MOST_MEMORY     (G_GUINT64_CONSTANT (1024) * 1024 * 1024)

/**
 * soleus_seal_key_derive:
 * @passphrase: what the person typed
 * @operations: passes of Argon2id
 * @memory: bytes that Argon2id fills
 * @salt: (array fixed-size=16): the salt
 *
 * Returns: (transfer full): the key, or %NULL with @error set: the figures are out of bounds, or there is too little memory
 */
SoleusSealKey *
soleus_seal_key_derive (const char    *passphrase,
                        guint64        operations,
                        guint64        memory,
                        const guint8  *salt,
                        GError       **error)
{
  g_autoptr (SoleusSealKey) key = NULL;

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (sodium_init () < 0 || operations < crypto_pwhash_argon2id_OPSLIMIT_MIN || operations > MOST_OPERATIONS ||
      memory < crypto_pwhash_argon2id_MEMLIMIT_MIN || memory > MOST_MEMORY)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The beginning of this backup cannot be read: it is damaged or from another program."));
      return NULL;
    }
  key = g_new0 (SoleusSealKey, 1);
  key->operations = operations;
  key->memory = memory;
  memcpy (key->salt, salt, sizeof key->salt);
  if (crypto_pwhash (key->bytes, sizeof key->bytes, passphrase, strlen (passphrase), salt,
                     operations, (size_t) memory, crypto_pwhash_ALG_ARGON2ID13) == 0)
    return g_steal_pointer (&key);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                       _("There is too little free memory to work with the passphrase. Close other programs, then try again."));
  return NULL;
}

/**
 * soleus_seal_key_new:
 * @passphrase: what the person chose
 *
 * Returns: (transfer full): a key with a salt of its own, or %NULL with @error set
 */
SoleusSealKey *
soleus_seal_key_new (const char  *passphrase,
                     GError     **error)
{
  guint8 salt[SOLEUS_SEAL_SALT_BYTES];

  if (sodium_init () < 0)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("This machine gives no random numbers, so nothing can be encrypted."));
      return NULL;
    }
  randombytes_buf (salt, sizeof salt);
  return soleus_seal_key_derive (passphrase, crypto_pwhash_argon2id_OPSLIMIT_MODERATE, crypto_pwhash_argon2id_MEMLIMIT_MODERATE, salt, error);
}

/**
 * soleus_seal_key_copy:
 * @key: (nullable): a key
 *
 * Returns: (transfer full) (nullable): the same
 */
SoleusSealKey *
soleus_seal_key_copy (const SoleusSealKey *key)
{
  return key != NULL ? g_memdup2 (key, sizeof *key) : NULL;
}

void
soleus_seal_key_free (SoleusSealKey *key)
{
  if (key == NULL)
    return;
  sodium_memzero (key, sizeof *key);
  g_free (key);
}

/**
 * soleus_seal_key_to_text:
 *
 * Returns: (transfer full): "operations:memory:salt:key", the latter two in hexadecimal
 */
char *
soleus_seal_key_to_text (const SoleusSealKey *key)
{
  char salt[2 * SOLEUS_SEAL_SALT_BYTES + 1];
  char bytes[2 * SOLEUS_SEAL_KEY_BYTES + 1];

  sodium_bin2hex (salt, sizeof salt, key->salt, sizeof key->salt);
  sodium_bin2hex (bytes, sizeof bytes, key->bytes, sizeof key->bytes);
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ":%s:%s", key->operations, key->memory, salt, bytes);
}

static gboolean
take_hex (const char *text,
          guint8     *bytes,
          gsize       size)
{
  size_t length = 0;

  return strlen (text) == 2 * size && sodium_hex2bin (bytes, size, text, strlen (text), NULL, &length, NULL) == 0 && length == size;
}

/**
 * soleus_seal_key_from_text:
 * @text: (nullable): what soleus_seal_key_to_text() gave
 *
 * Returns: (transfer full) (nullable): the key, or %NULL if @text is none
 */
SoleusSealKey *
soleus_seal_key_from_text (const char *text)
{
  g_autoptr (SoleusSealKey) key = g_new0 (SoleusSealKey, 1);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, ":", 4) : NULL;

  if (parts == NULL || g_strv_length (parts) != 4 ||
      !g_ascii_string_to_unsigned (parts[0], 10, crypto_pwhash_argon2id_OPSLIMIT_MIN, MOST_OPERATIONS, &key->operations, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, crypto_pwhash_argon2id_MEMLIMIT_MIN, MOST_MEMORY, &key->memory, NULL) ||
      !take_hex (parts[2], key->salt, sizeof key->salt) || !take_hex (parts[3], key->bytes, sizeof key->bytes))
    return NULL;
  return g_steal_pointer (&key);
}
