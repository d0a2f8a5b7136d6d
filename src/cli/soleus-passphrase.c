#include "soleus-config.h"

#include "soleus-passphrase.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "soleus-error.h"

#define MOST_BYTES 1024

/**
 * soleus_passphrase_read:
 * @path: a file, or "-" for standard input
 *
 * Returns: (transfer full): its first line, or %NULL with @error set
 */
char *
soleus_passphrase_read (const char  *path,
                        GError     **error)
{
  g_autofree char *text = NULL;

  if (!g_file_get_contents (g_str_equal (path, "-") ? "/dev/stdin" : path, &text, NULL, error))
    return NULL;
  text[strcspn (text, "\r\n")] = '\0';
  if (text[0] != '\0')
    return g_steal_pointer (&text);
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” begins with an empty line: there is no passphrase in it."), path);
  return NULL;
}

/**
 * soleus_passphrase_ask:
 * @clinic_path: what it is for
 *
 * Asks the person at the terminal, where there is one, without showing what is typed.
 *
 * Returns: (transfer full) (nullable): what was typed, or %NULL if nobody is asked or nothing was typed
 */
char *
soleus_passphrase_ask (const char *clinic_path)
{
  struct termios shown, hidden;
  char line[MOST_BYTES];
  gboolean typed;

  if (!isatty (STDIN_FILENO) || !isatty (STDERR_FILENO) || tcgetattr (STDIN_FILENO, &shown) != 0)
    return NULL;
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (stderr, _("Passphrase of “%s”: "), clinic_path);
  if (tcsetattr (STDIN_FILENO, TCSAFLUSH, &hidden) != 0)
    return NULL;
  typed = fgets (line, sizeof line, stdin) != NULL;
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &shown);
  fputc ('\n', stderr);
  if (!typed)
    return NULL;
  line[strcspn (line, "\r\n")] = '\0';
  return line[0] != '\0' ? g_strdup (line) : NULL;
}
