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
  textdomain (GETTEXT_PACKAGE);

  return soleus_cli_run (argc, argv);
}
