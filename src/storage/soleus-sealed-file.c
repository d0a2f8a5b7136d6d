#include "soleus-config.h"

#include "soleus-sealed-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "soleus-error.h"

#define MAGIC "SOLEUSB1"
#define PIECE (64 * 1024)
#define SEALED_PIECE (PIECE + crypto_secretstream_xchacha20poly1305_ABYTES)

typedef struct {
  char   magic[8];
  guint8 operations[8];
  guint8 memory[8];
  guint8 salt[SOLEUS_SEAL_SALT_BYTES];
  guint8 stream[crypto_secretstream_xchacha20poly1305_HEADERBYTES];
  guint8 mac[crypto_auth_BYTES];
  guint8 checksum[16];
} Header;

G_STATIC_ASSERT (sizeof (Header) == 8 + 8 + 8 + 16 + 24 + 32 + 16);

#define CHECKSUMMED (G_STRUCT_OFFSET (Header, checksum))
#define SIGNED      (G_STRUCT_OFFSET (Header, mac))

enum { SUBKEY_STREAM = 1, SUBKEY_MAC = 2 };

static void
derive (const SoleusSealKey *key,
        guint64              id,
        guint8               subkey[SOLEUS_SEAL_KEY_BYTES])
{
  crypto_kdf_derive_from_key (subkey, SOLEUS_SEAL_KEY_BYTES, id, "soleusbk", key->bytes);
}

static void
put_number (guint8  bytes[8],
            guint64 number)
{
  guint64 little = GUINT64_TO_LE (number);

  memcpy (bytes, &little, 8);
}

static guint64
get_number (const guint8 bytes[8])
{
  guint64 little;

  memcpy (&little, bytes, 8);
  return GUINT64_FROM_LE (little);
}

static gboolean
fail_writing (GError     **error,
              const char  *path)
{
  int reason = errno;

  if (reason == ENOSPC)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FULL, _("The disk is full, so “%s” was not written. Free some space, then try again."), path);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” cannot be written: %s."), path, g_strerror (reason));
  return FALSE;
}

static gboolean
fail_reading (GError     **error,
              const char  *path)
{
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” cannot be read: %s."), path, g_strerror (errno));
  return FALSE;
}

static gboolean
fail_damaged (GError     **error,
              const char  *path)
{
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED,
               _("The encrypted backup “%s” is damaged or was cut off: not all of it is as it was written. Nothing of it is used; choose another backup."), path);
  return FALSE;
}

static FILE *
open_new (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  FILE *file = fd >= 0 ? fdopen (fd, "wb") : NULL;

  if (file == NULL && fd >= 0)
    {
      int reason = errno;

      close (fd);
      g_unlink (path); /* it is new and empty */
      errno = reason;
    }
  return file;
}

/* Everything is on the disk before the file counts as written. */
static gboolean
close_written (FILE        *file,
               const char  *path,
               GError     **error)
{
  gboolean done = fflush (file) == 0 && fsync (fileno (file)) == 0;
  int reason = errno;

  done = (fclose (file) == 0) && done;
  errno = reason;
  return done || fail_writing (error, path);
}

static void
fill_header (Header              *header,
             const SoleusSealKey *key)
{
  guint8 subkey[SOLEUS_SEAL_KEY_BYTES];

  memcpy (header->magic, MAGIC, sizeof header->magic);
  put_number (header->operations, key->operations);
  put_number (header->memory, key->memory);
  memcpy (header->salt, key->salt, sizeof header->salt);
  derive (key, SUBKEY_MAC, subkey);
  crypto_auth (header->mac, (const guint8 *) header, SIGNED, subkey);
  sodium_memzero (subkey, sizeof subkey);
  crypto_generichash (header->checksum, sizeof header->checksum, (const guint8 *) header, CHECKSUMMED, NULL, 0);
}

static gboolean
seal_pieces (FILE                                     *from,
             FILE                                     *to,
             crypto_secretstream_xchacha20poly1305_state *state,
             GChecksum                                *checksum)
{
  g_autofree guint8 *plain = g_malloc (PIECE);
  g_autofree guint8 *sealed = g_malloc (SEALED_PIECE);
  gboolean last = FALSE;

  while (!last)
    {
      gsize n_read = fread (plain, 1, PIECE, from);
      int next = n_read == PIECE ? fgetc (from) : EOF;

      if (ferror (from))
        return FALSE;
      last = next == EOF;
      if (!last)
        ungetc (next, from);
      g_checksum_update (checksum, plain, (gssize) n_read);
      crypto_secretstream_xchacha20poly1305_push (state, sealed, NULL, plain, n_read, NULL, 0,
                                                  last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
      if (fwrite (sealed, 1, n_read + crypto_secretstream_xchacha20poly1305_ABYTES, to) != n_read + crypto_secretstream_xchacha20poly1305_ABYTES)
        return FALSE;
    }
  return TRUE;
}

/**
 * soleus_sealed_file_is_sealed:
 *
 * Returns: whether the file begins as an encrypted backup does
 */
gboolean
soleus_sealed_file_is_sealed (const char *path)
{
  FILE *file = g_fopen (path, "rbe");
  char magic[8] = { 0 };
  gboolean is_sealed = file != NULL && fread (magic, 1, sizeof magic, file) == sizeof magic && memcmp (magic, MAGIC, sizeof magic) == 0;

  if (file != NULL)
    fclose (file);
  return is_sealed;
}

/**
 * soleus_sealed_file_write:
 * @source: the file to be encrypted
 * @target: where to; it must not exist, and is made for its owner alone
 * @key: the key
 * @hash: (out): SHA-256 of what was encrypted
 *
 * Encrypts in pieces: neither file is ever in memory as a whole.
 *
 * Returns: %TRUE once it is on the disk; %FALSE with @error set, nothing then left at @target
 */
gboolean
soleus_sealed_file_write (const char           *source,
                          const char           *target,
                          const SoleusSealKey  *key,
                          char                **hash,
                          GError              **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  crypto_secretstream_xchacha20poly1305_state state;
  guint8 subkey[SOLEUS_SEAL_KEY_BYTES];
  Header header;
  FILE *from = g_fopen (source, "rbe");
  FILE *to;
  gboolean done;

  if (from == NULL)
    return fail_reading (error, source);
  to = open_new (target);
  if (to == NULL)
    {
      fclose (from);
      return fail_writing (error, target);
    }
  derive (key, SUBKEY_STREAM, subkey);
  crypto_secretstream_xchacha20poly1305_init_push (&state, header.stream, subkey);
  sodium_memzero (subkey, sizeof subkey);
  fill_header (&header, key);
  done = fwrite (&header, 1, sizeof header, to) == sizeof header && seal_pieces (from, to, &state, checksum);
  if (!done && ferror (from))
    fail_reading (error, source);
  else if (!done)
    fail_writing (error, target);
  sodium_memzero (&state, sizeof state);
  fclose (from);
  done = close_written (to, target, done ? error : NULL) && done;
  if (!done)
    g_unlink (target);
  else
    *hash = g_strdup (g_checksum_get_string (checksum));
  return done;
}

/* Returns: (transfer full): the key of this file: @known where it was made from the same passphrase, else from what the person typed */
static SoleusSealKey *
find_key (const Header         *header,
          const char           *path,
          const SoleusSealKey  *known,
          const char           *passphrase,
          GError              **error)
{
  if (known != NULL && memcmp (known->salt, header->salt, sizeof known->salt) == 0)
    return soleus_seal_key_copy (known);
  if (passphrase != NULL)
    return soleus_seal_key_derive (passphrase, get_number (header->operations), get_number (header->memory), header->salt, error);
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("“%s” is encrypted. Give the passphrase it was made with."), path);
  return NULL;
}

static gboolean
open_header (FILE                  *from,
             const char            *path,
             const SoleusSealKey   *known,
             const char            *passphrase,
             crypto_secretstream_xchacha20poly1305_state *state,
             GError               **error)
{
  g_autoptr (SoleusSealKey) key = NULL;
  guint8 checksum[16];
  guint8 subkey[SOLEUS_SEAL_KEY_BYTES];
  Header header;
  gboolean fits;

  if (sodium_init () < 0 || fread (&header, 1, sizeof header, from) != sizeof header || memcmp (header.magic, MAGIC, sizeof header.magic) != 0)
    return fail_damaged (error, path);
  crypto_generichash (checksum, sizeof checksum, (const guint8 *) &header, CHECKSUMMED, NULL, 0);
  if (memcmp (checksum, header.checksum, sizeof checksum) != 0)
    return fail_damaged (error, path);
  key = find_key (&header, path, known, passphrase, error);
  if (key == NULL)
    return FALSE;
  derive (key, SUBKEY_MAC, subkey);
  fits = crypto_auth_verify (header.mac, (const guint8 *) &header, SIGNED, subkey) == 0;
  derive (key, SUBKEY_STREAM, subkey);
  crypto_secretstream_xchacha20poly1305_init_pull (state, header.stream, subkey);
  sodium_memzero (subkey, sizeof subkey);
  if (!fits)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED, _("This is not the passphrase of “%s”. Upper and lower case count."), path);
  return fits;
}

/* @to is NULL where nothing is kept and only the reading counts */
static gboolean
open_pieces (FILE        *from,
             FILE        *to,
             const char  *source,
             const char  *target,
             crypto_secretstream_xchacha20poly1305_state *state,
             GChecksum   *checksum,
             GError     **error)
{
  g_autofree guint8 *plain = g_malloc (PIECE);
  g_autofree guint8 *sealed = g_malloc (SEALED_PIECE);
  guint8 tag = 0;

  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
    {
      gsize n_read = fread (sealed, 1, SEALED_PIECE, from);
      unsigned long long n_plain = 0;

      if (ferror (from))
        return fail_reading (error, source);
      if (n_read < crypto_secretstream_xchacha20poly1305_ABYTES ||
          crypto_secretstream_xchacha20poly1305_pull (state, plain, &n_plain, &tag, sealed, n_read, NULL, 0) != 0)
        return fail_damaged (error, source);
      g_checksum_update (checksum, plain, (gssize) n_plain);
      if (to != NULL && fwrite (plain, 1, n_plain, to) != n_plain)
        return fail_writing (error, target);
    }
  return fgetc (from) == EOF || fail_damaged (error, source);
}

/**
 * soleus_sealed_file_read:
 * @source: an encrypted file
 * @target: (nullable): where the content goes; it must not exist. %NULL: it is only read through
 * @key: (nullable): a key that may be the right one
 * @passphrase: (nullable): what the person typed, used where @key is not the one of this file
 * @hash: (out): SHA-256 of the content
 * @error: %SOLEUS_ERROR_REFUSED where the passphrase is wrong or missing, %SOLEUS_ERROR_DAMAGED where the file is not as it was written
 *
 * Returns: %TRUE when every piece up to the last was as it was written; %FALSE with @error set, nothing then left at @target
 */
gboolean
soleus_sealed_file_read (const char           *source,
                         const char           *target,
                         const SoleusSealKey  *key,
                         const char           *passphrase,
                         char                **hash,
                         GError              **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  crypto_secretstream_xchacha20poly1305_state state;
  FILE *from = g_fopen (source, "rbe");
  FILE *to = NULL;
  gboolean done;

  if (from == NULL)
    return fail_reading (error, source);
  done = open_header (from, source, key, passphrase, &state, error);
  if (done && target != NULL)
    {
      to = open_new (target);
      done = to != NULL || fail_writing (error, target);
    }
  done = done && open_pieces (from, to, source, target, &state, checksum, error);
  sodium_memzero (&state, sizeof state);
  fclose (from);
  if (to != NULL)
    {
      done = close_written (to, target, done ? error : NULL) && done;
      if (!done)
        g_unlink (target);
    }
  if (done)
    *hash = g_strdup (g_checksum_get_string (checksum));
  return done;
}
