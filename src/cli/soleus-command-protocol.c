#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-content.h"
#include "soleus-error.h"

static struct {
  char *language;
} options;

static const GOptionEntry protocol_options[] = {
  { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("In which language; without it, that of this program"), N_("LANGUAGE") },
  { NULL }
};

/* What handouts are made from, and what is wrong in the part that the clinic added. */
static gboolean
protocol (SoleusCommandContext  *context,
          GError               **error)
{
  g_autoptr (SoleusContent) content = soleus_clinic_load_content (context->clinic, options.language, error);
  g_autofree char *folder = soleus_clinic_dup_content_folder (context->clinic);
  const char *problem = soleus_clinic_get_content_problem (context->clinic);

  if (content == NULL)
    return FALSE;
  if (problem != NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("What the clinic added is not used. %s"), problem);
      return FALSE;
    }
  soleus_printer_add_text (context->printer, "language", _("Language"), soleus_content_get_language (content));
  soleus_printer_add_text (context->printer, "version", _("Version"), soleus_content_get_version (content));
  soleus_printer_add_text (context->printer, "own-version", _("Version of the clinic’s own part"), soleus_content_get_own_version (content));
  soleus_printer_add_text (context->printer, "own-folder", _("Folder of the clinic’s own part"), folder);
  soleus_printer_add_integer (context->printer, "sections", _("Sections"), g_list_model_get_n_items (soleus_content_list_sections (content)));
  soleus_printer_add_integer (context->printer, "exercises", _("Exercises"), g_list_model_get_n_items (soleus_content_list_exercises (content)));
  return TRUE;
}

const SoleusCommand soleus_commands_protocol[] = {
  { "protocol", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Say which protocol handouts are made from, and check what the clinic added"), NULL, NULL, protocol_options, protocol },
  { NULL }
};
