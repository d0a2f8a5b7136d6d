/* soleus-connection-cipher.c: is a file encrypted, and does the key open it */
#include "soleus-config.h"

#include "soleus-connection-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "soleus-error.h"

/* SQLCipher’s page, of which all but the salt at its beginning is encrypted; no byte of it is likelier than another */
#define PAGE_BYTES 4096

/* What SQLCipher 4 writes: a salt at the beginning of the first page; at the end of each page 80 bytes that are kept free: a vector of 16, and
 * HMAC-SHA512 over the page before it, the vector and the number of the page */
#define SALT_BYTES     16
#define RESERVED_BYTES 80
#define VECTOR_BYTES   16
#define ITERATIONS     256000
#define MOST_PAGES     8 /* that are looked at after the first */

typedef enum { PLAIN, EMPTY, ENCRYPTED } Kind;

/* Each of the 256 values is expected 16 times among 4096 bytes that say nothing. The sum of squares is then 255 × 16 on average, with a
 * standard deviation of 361: what lies seven of them above it is text, zeros, another format: anything but encrypted. */
static gboolean
looks_random (const guint8 *page)
{
  guint count[256] = { 0 };
  guint sum = 0;

  for (gsize i = 0; i < PAGE_BYTES; i++)
    count[page[i]]++;
  for (gsize i = 0; i < G_N_ELEMENTS (count); i++)
    sum += (count[i] > 16 ? count[i] - 16 : 16 - count[i]) * (count[i] > 16 ? count[i] - 16 : 16 - count[i]);
  return sum < 255 * 16 + 7 * 361;
}

/* Read through SQLite’s own descriptor: opening and closing another one would let go of the locks that this program has on the file. */
static int
look (sqlite3 *handle,
      Kind    *kind)
{
  static const char magic[16] = "SQLite format 3";
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  guint8 page[PAGE_BYTES];
  int code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  *kind = PLAIN;
  if (code != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return code;
  code = file->pMethods->xFileSize (file, &size);
  if (code != SQLITE_OK || size < PAGE_BYTES)
    {
      *kind = code == SQLITE_OK && size == 0 ? EMPTY : PLAIN;
      return code;
    }
  code = file->pMethods->xRead (file, page, PAGE_BYTES, 0);
  if (code == SQLITE_OK && memcmp (page, magic, sizeof magic) != 0 && looks_random (page))
    *kind = ENCRYPTED;
  return code;
}

#ifdef SQLITE_HAS_CODEC
/* PBKDF2-HMAC-SHA512 of RFC 8018, as many bytes as one block has at most */
static void
derive (const guint8 *password,
        gsize         length,
        const guint8  salt[SALT_BYTES],
        guint         iterations,
        guint8        key[32])
{
  static const guint8 first_block[4] = { 0, 0, 0, 1 };
  crypto_auth_hmacsha512_state fresh, state;
  guint8 sum[crypto_auth_hmacsha512_BYTES], last[crypto_auth_hmacsha512_BYTES];

  crypto_auth_hmacsha512_init (&fresh, password, length);
  state = fresh;
  crypto_auth_hmacsha512_update (&state, salt, SALT_BYTES);
  crypto_auth_hmacsha512_update (&state, first_block, sizeof first_block);
  crypto_auth_hmacsha512_final (&state, last);
  memcpy (sum, last, sizeof sum);
  for (guint i = 1; i < iterations; i++)
    {
      state = fresh;
      crypto_auth_hmacsha512_update (&state, last, sizeof last);
      crypto_auth_hmacsha512_final (&state, last);
      for (gsize j = 0; j < sizeof sum; j++)
        sum[j] ^= last[j];
    }
  memcpy (key, sum, 32);
  sodium_memzero (&fresh, sizeof fresh);
  sodium_memzero (&state, sizeof state);
  sodium_memzero (sum, sizeof sum);
  sodium_memzero (last, sizeof last);
}

static gboolean
is_page_of (const guint8 *page,
            guint32       number,
            const guint8  key[32])
{
  const gsize signed_bytes = PAGE_BYTES - RESERVED_BYTES + VECTOR_BYTES;
  guint32 little = GUINT32_TO_LE (number);
  crypto_auth_hmacsha512_state state;
  guint8 found[crypto_auth_hmacsha512_BYTES];

  crypto_auth_hmacsha512_init (&state, key, 32);
  crypto_auth_hmacsha512_update (&state, page, signed_bytes);
  crypto_auth_hmacsha512_update (&state, (const guint8 *) &little, sizeof little);
  crypto_auth_hmacsha512_final (&state, found);
  return sodium_memcmp (found, page + signed_bytes, sizeof found) == 0;
}

/* SQLCipher reads the first page with a key or not at all, whatever of it is damaged. As long as the salt in it is whole, a later page that fits
 * the passphrase shows that it is the right one. */
static gboolean
fits_later_page (sqlite3    *handle,
                 const char *passphrase)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  guint8 salt[SALT_BYTES], page[PAGE_BYTES], key[32], page_key[32];
  gboolean fits = FALSE;

  if (sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || file == NULL || file->pMethods == NULL ||
      file->pMethods->xFileSize (file, &size) != SQLITE_OK || size < 2 * PAGE_BYTES || file->pMethods->xRead (file, salt, SALT_BYTES, 0) != SQLITE_OK)
    return FALSE;
  derive ((const guint8 *) passphrase, strlen (passphrase), salt, ITERATIONS, key);
  for (gsize i = 0; i < SALT_BYTES; i++)
    salt[i] ^= 0x3a;
  derive (key, sizeof key, salt, 2, page_key);
  for (guint32 number = 2; !fits && number <= 1 + MOST_PAGES && number * (sqlite3_int64) PAGE_BYTES <= size; number++)
    fits = file->pMethods->xRead (file, page, PAGE_BYTES, (number - 1) * (sqlite3_int64) PAGE_BYTES) == SQLITE_OK && is_page_of (page, number, page_key);
  sodium_memzero (key, sizeof key);
  sodium_memzero (page_key, sizeof page_key);
  return fits;
}

static int
use_key (sqlite3        *handle,
         SoleusFileKey  *key,
         SoleusCipher   *cipher)
{
  const char *passphrase = soleus_file_key_get_passphrase (key);
  int code;

  code = sqlite3_key (handle, passphrase, (int) strlen (passphrase));
  /* it writes to standard error otherwise, each time that a passphrase is wrong */
  sqlite3_exec (handle, "PRAGMA cipher_log_level = NONE", NULL, NULL, NULL);
  if (code == SQLITE_OK && (sqlite3_exec (handle, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) & 0xff) == SQLITE_NOTADB)
    *cipher = fits_later_page (handle, passphrase) ? SOLEUS_CIPHER_DAMAGED : SOLEUS_CIPHER_WRONG_KEY;
  return code;
}
#else
static int
use_key (sqlite3        *handle,
         SoleusFileKey  *key,
         SoleusCipher   *cipher)
{
  *cipher = SOLEUS_CIPHER_NO_CODEC;
  return SQLITE_OK;
}
#endif

/*
 * _soleus_cipher_open:
 * @handle: a file that was just opened
 * @key: (inout): what may open it; cleared where it is not encrypted
 * @cipher: (out): what became of it
 *
 * A file that is empty yet is encrypted with the key from its first page on.
 *
 * Returns: a code of SQLite
 */
int
_soleus_cipher_open (sqlite3        *handle,
                     SoleusFileKey **key,
                     SoleusCipher   *cipher)
{
  Kind kind;
  int code = look (handle, &kind);

  *cipher = SOLEUS_CIPHER_FITS;
  if (code != SQLITE_OK)
    return code;
  if (kind == PLAIN)
    g_clear_pointer (key, soleus_file_key_unref);
  else if (*key != NULL)
    code = use_key (handle, *key, cipher);
  else if (kind == ENCRYPTED)
    *cipher = sqlite3_compileoption_used ("HAS_CODEC") == 1 ? SOLEUS_CIPHER_NO_KEY : SOLEUS_CIPHER_NO_CODEC;
  return code;
}

/* Returns: FALSE, with the sentence in @error */
gboolean
_soleus_cipher_set_error (SoleusCipher   cipher,
                          const char    *path,
                          GError       **error)
{
  switch (cipher)
    {
    case SOLEUS_CIPHER_NO_CODEC:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED,
                   _("“%s” is encrypted or is not a clinic file. This build of Soleus opens no encrypted files: it was built without SQLCipher."), path);
      break;
    case SOLEUS_CIPHER_NO_KEY:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED, _("“%s” is encrypted. Give its passphrase."), path);
      break;
    case SOLEUS_CIPHER_WRONG_KEY:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_ENCRYPTED,
                   _("This is not the passphrase of “%s”, or the beginning of the file is damaged. Upper and lower case count."), path);
      break;
    case SOLEUS_CIPHER_DAMAGED:
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED,
                   _("The passphrase is right, but the beginning of “%s” is damaged. Nothing was changed. Restore the newest good backup."), path);
      break;
    case SOLEUS_CIPHER_FITS:
    default:
      break;
    }
  return FALSE;
}
