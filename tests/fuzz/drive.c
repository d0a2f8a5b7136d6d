/* Runs a fuzz target without a fuzzer: over every file of a folder, and over copies of it with bytes changed, cut, doubled or mixed
 * in, always the same for the same seed. drive FOLDER [ROUNDS [SEED]]; a crash ends it, a slow input is named. */
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *const words[] = {
  ",", ";", "\"", "\n", "\t", "--", "<", "</", ">", "<trk>", "<Lap>", "=\"", "1,024", "25:61", "\xff", "\xff\xff\xff\xff", "]]>", "<!--",
  "2026-13-01", "null", "{}", "[]", "[[[[", "-1", "1e400", "1e-9", "99999999999999999999", "\\u0000", "\\ud800", "\\377", "\\u00z", "2025-05-20T24:00:60+99:59",
  "0001-01-01", "9999-12-31T23:59:59Z", "\xef\xbb\xbf", "=1+1", "'=", "about", "void", "revision", "nan", "+ ",
};

static void
mutate (GByteArray *bytes,
        GRand      *random)
{
  guint n = (guint) g_rand_int_range (random, 1, 6);

  while (n-- > 0 && bytes->len > 1)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
      guint length = (guint) MIN (strlen (word), bytes->len - at);

      switch (g_rand_int_range (random, 0, 5))
        {
        case 0:
          bytes->data[at] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
          break;
        case 1:
          bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
          break;
        case 2:
          g_byte_array_set_size (bytes, at + 1);
          break;
        case 3:
          memcpy (bytes->data + at, word, length);
          break;
        default:
          {
            guint count = MIN (bytes->len - at, 64);
            g_autofree guint8 *piece = g_memdup2 (bytes->data + at, count);

            g_byte_array_append (bytes, piece, count);
          }
        }
    }
}

/* so that changed FIT files are looked into and not only refused at the door: the sums of the header and of the file made right */
static guint16
compute_crc (const guint8 *data,
             gsize         length)
{
  guint16 crc = 0;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = (guint16) (crc & 1 ? crc >> 1 ^ 0xA001 : crc >> 1);
    }
  return crc;
}

static void
mend_sums (GByteArray *bytes)
{
  guint32 size;
  guint16 crc;

  if (bytes->len < 20 || memcmp (bytes->data + 8, ".FIT", 4) != 0 || (bytes->data[0] != 12 && bytes->data[0] != 14))
    return;
  size = GUINT32_TO_LE (bytes->len - bytes->data[0] - 2);
  memcpy (bytes->data + 4, &size, 4);
  if (bytes->data[0] == 14)
    {
      crc = GUINT16_TO_LE (compute_crc (bytes->data, 12));
      memcpy (bytes->data + 12, &crc, 2);
    }
  crc = GUINT16_TO_LE (compute_crc (bytes->data, bytes->len - 2));
  memcpy (bytes->data + bytes->len - 2, &crc, 2);
}

static void
run (const GByteArray *bytes,
     const char       *name)
{
  clock_t before = clock (); /* of this process: others may have the machine */

  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
  if (clock () - before > CLOCKS_PER_SEC)
    g_printerr ("%s: more than a second for %u bytes\n", name, bytes->len);
}

int
main (int    argc,
      char **argv)
{
  guint rounds = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 1000;
  guint32 seed = argc > 3 ? (guint32) strtoul (argv[3], NULL, 10) : 1;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GDir) folder = argc > 1 ? g_dir_open (argv[1], 0, NULL) : NULL;
  guint n_files = 0;
  const char *name;

  if (folder == NULL)
    {
      g_printerr ("Usage: %s FOLDER [ROUNDS [SEED]]\n", argv[0]);
      return 2;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_file_get_contents (path, &content, &length, NULL))
        continue;
      n_files++;
      for (guint i = 0; i <= rounds; i++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, (const guint8 *) content, (guint) length);
          if (i > 0)
            mutate (bytes, random);
          if (i % 4 != 1)
            mend_sums (bytes);
          run (bytes, name);
        }
    }
  g_print ("%u files, %u changed copies of each, seed %u\n", n_files, rounds, seed);
  return n_files > 0 ? 0 : 1;
}
