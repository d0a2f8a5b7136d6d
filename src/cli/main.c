#include "soleus-config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/stat.h>

#include "soleus-cli-run.h"

int
main (int    argc,
      char **argv)
{
  /* what is written here is nobody else's to read */
  umask (077);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SOLEUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* GLib decides at its first sentence, once, whether the program is translated, by the language of the start. Asked before there is
   * a text domain it says yes: a report may be wanted in another language. */
  (void) g_dgettext (GETTEXT_PACKAGE, "");
  textdomain (GETTEXT_PACKAGE);

  return soleus_cli_run (argc, argv);
}
