#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-contact.h"
#include "soleus-episode.h"
#include "soleus-error.h"

static struct {
  char *episode;
  char *athlete;
} options;

static const GOptionEntry add_options[] = {
  { "episode", 0, 0, G_OPTION_ARG_FILENAME, &options.episode, N_("The cramp that is looked at again"), N_("NAME") },
  { NULL }
};

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose re-checks; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static const char *const left_out[] = { "athlete", "episode", NULL };

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) contact = soleus_record_new (&soleus_contact_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));
  g_autoptr (SoleusRecord) episode = NULL;

  if (options.episode == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Say which cramp is looked at again with --episode."));
      return FALSE;
    }
  episode = soleus_clinic_resolve (context->clinic, &soleus_episode_kind, options.episode, error);
  if (episode == NULL)
    return FALSE;
  soleus_record_set_text (contact, "episode", soleus_record_get_id (episode));
  soleus_record_set_text (contact, "athlete", soleus_record_get_text (episode, "athlete"));
  soleus_record_set_moment (contact, "at", now);
  if (!soleus_record_options_apply (context->record, contact, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, contact, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (contact));
  return TRUE;
}

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "at", "episode", "pain", "bleeding", NULL };
  g_autoptr (GPtrArray) contacts = soleus_command_list (context, &soleus_contact_kind, options.athlete, error);

  if (contacts == NULL)
    return FALSE;
  soleus_command_print_list (context, contacts, &soleus_contact_kind, columns);
  return TRUE;
}

const SoleusCommand soleus_commands_contact[] = {
  { "contact", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a re-check of a cramp"), &soleus_contact_kind, left_out, add_options, add },
  { "contact", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List re-checks, the newest first"), NULL, NULL, list_options, list },
  { NULL }
};
