/* main.c: the window */
#define G_LOG_DOMAIN "soleus"

#include "soleus-config.h"

#include "soleus-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr (SoleusApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, SOLEUS_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* GLib decides at its first sentence, once, whether the program is translated, by the language of the start. Asked before there is
   * a text domain it says yes: a report may be wanted in another language. */
  (void) g_dgettext (GETTEXT_PACKAGE, "");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Soleus"));
  gtk_window_set_default_icon_name (SOLEUS_APPLICATION_ID);

  application = soleus_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
