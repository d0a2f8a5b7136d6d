#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-episode.h"
#include "soleus-error.h"

static struct {
  char *minutes;
} options;

static const GOptionEntry length_options[] = {
  { "minutes", 0, 0, G_OPTION_ARG_STRING, &options.minutes, N_("How long it lasted, instead of its end"), N_("min") },
  { NULL }
};

static const char *const fixed[] = { "athlete", NULL };

/* the end is as exactly known as the start */
static gboolean
apply_minutes (SoleusRecord  *episode,
               GError       **error)
{
  const SoleusMoment *onset = soleus_record_get_moment (episode, "onset");
  g_autoptr (SoleusMoment) end = NULL;
  char *rest = NULL;
  double minutes;

  if (options.minutes == NULL)
    return TRUE;
  minutes = g_ascii_strtod (options.minutes, &rest);
  if (rest == options.minutes || *rest != '\0' || !(minutes >= 0 && minutes <= 1440))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--minutes: “%s” is not a number of minutes between 0 and 1440."), options.minutes);
      return FALSE;
    }
  if (onset == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--minutes needs to know when the cramp started. Give --onset, too."));
      return FALSE;
    }
  end = soleus_moment_copy (onset);
  if (end->precision != SOLEUS_PRECISION_DAY)
    end->instant += (gint64) (minutes * SOLEUS_USEC_PER_MINUTE);
  soleus_record_set_moment (episode, "end", end);
  return TRUE;
}

static gboolean
save (SoleusCommandContext  *context,
      SoleusRecord          *episode,
      GError               **error)
{
  if (!soleus_record_options_apply (context->record, episode, context->clinic, error) ||
      !apply_minutes (episode, error) ||
      !soleus_clinic_save (context->clinic, episode, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (episode));
  return TRUE;
}

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) episode = soleus_record_new (&soleus_episode_kind);

  return save (context, episode, error);
}

static gboolean
edit (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, &soleus_episode_kind, 0, error);
  g_autoptr (SoleusRecord) episode = stored != NULL ? soleus_record_copy (stored) : NULL;

  return episode != NULL && save (context, episode, error);
}

static gboolean
show (SoleusCommandContext  *context,
      GError               **error)
{
  g_autoptr (SoleusRecord) episode = soleus_command_resolve (context, &soleus_episode_kind, 0, error);

  if (episode == NULL)
    return FALSE;
  soleus_command_print_one (context, "episode", episode);
  return TRUE;
}

const SoleusCommand soleus_commands_episode[] = {
  { "episode", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a cramp; prints the identifier"), &soleus_episode_kind, NULL, length_options, add },
  { "episode", "show", SOLEUS_COMMAND_READ, 1, N_("EPISODE"), N_("Show one cramp with its damage screen and signs"), NULL, NULL, NULL, show },
  { "episode", "edit", SOLEUS_COMMAND_WRITE, 1, N_("EPISODE"), N_("Change a cramp, or answer its damage screen"), &soleus_episode_kind, fixed, length_options, edit },
  { NULL }
};
