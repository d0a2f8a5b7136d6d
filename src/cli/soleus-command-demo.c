#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete.h"
#include "soleus-demo.h"
#include "soleus-error.h"

static struct {
  int athletes;
  int years;
  int seed;
} options = { SOLEUS_DEMO_ATHLETES, 0, 1 };

static const GOptionEntry demo_options[] = {
  { "athletes", 0, 0, G_OPTION_ARG_INT, &options.athletes, N_("How many athletes (24)"), N_("NUMBER") },
  { "years", 0, 0, G_OPTION_ARG_INT, &options.years, N_("How many years of history (18 months)"), N_("NUMBER") },
  { "seed", 0, 0, G_OPTION_ARG_INT, &options.seed, N_("The same seed makes the same clinic (1)"), N_("NUMBER") },
  { NULL }
};

static gboolean
demo (SoleusCommandContext  *context,
      GError               **error)
{
  if (options.athletes < 1 || options.athletes > 1000000 || options.years < 0 || options.years > 50)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("A demo clinic has 1 to 1,000,000 athletes and up to 50 years."));
      return FALSE;
    }
  if (!soleus_demo_make (context->path, context->clock, (guint) options.athletes, (guint) options.years, (guint32) options.seed, error))
    return FALSE;
  soleus_printer_add_text (context->printer, "path", _("Demo clinic"), context->path);
  soleus_printer_add_integer (context->printer, "athletes", _("Athletes"), options.athletes);
  soleus_printer_add_integer (context->printer, "seed", _("Seed"), options.seed);
  return TRUE;
}

const SoleusCommand soleus_commands_demo[] = {
  { "demo", NULL, SOLEUS_COMMAND_DEMO, 0, NULL, N_("Make a clinic of fictional athletes to look around in"), NULL, NULL, demo_options, demo },
  { NULL }
};
