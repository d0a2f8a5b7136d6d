/* The control of the others: a reader with a mistake. A line is a length and letters, of which as many are taken; more than eight are refused,
 * but only the first digit of the length is looked at. */
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *letters = g_malloc (8);
      char *rest = NULL;
      long length = strtol (lines[i], &rest, 10);

      if (g_ascii_isdigit (lines[i][0]) && lines[i][0] <= '8')
        memcpy (letters, rest, MIN ((gsize) length, strlen (rest)));
    }
  return 0;
}
