#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-flag-kind.h"
#include "soleus-red-flag.h"

static struct {
  char *athlete;
  char *to;
  char *outcome;
  char *at;
  char *how;
  char *because;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose red flags; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static const GOptionEntry refer_options[] = {
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &options.to, N_("Whom the athlete was referred to"), N_("NAME") },
  { "how", 0, 0, G_OPTION_ARG_FILENAME, &options.how, N_("By letter, by phone, …"), N_("TEXT") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("When; without it, now"), N_("TIME") },
  { NULL }
};

static const GOptionEntry reopen_options[] = {
  { "because", 0, 0, G_OPTION_ARG_FILENAME, &options.because, N_("What speaks against the outcome"), N_("TEXT") },
  { NULL }
};

static const GOptionEntry clear_options[] = {
  { "outcome", 0, 0, G_OPTION_ARG_FILENAME, &options.outcome, N_("What the doctor found"), N_("TEXT") },
  { "at", 0, 0, G_OPTION_ARG_STRING, &options.at, N_("When; without it, now"), N_("TIME") },
  { NULL }
};

static const char *const add_left_out[] = { "state", "basis-changed", "referred-to", "referred-at", "referred-how", "outcome", "outcome-at", "not-clot-because", NULL };
static const char *const edit_left_out[] = { "athlete", "kind", "state", "raised-at", "reason", "basis-changed", "referred-to",
                                             "referred-at", "outcome", "outcome-at", "referred-how", "urgency", "target", NULL };

static gboolean
list (SoleusCommandContext  *context,
      GError               **error)
{
  static const char *const columns[] = { "id", "raised-at", "kind", "side", "urgency", "state", "reason", NULL };
  g_autoptr (GPtrArray) flags = soleus_command_list (context, &soleus_red_flag_kind, options.athlete, error);

  if (flags == NULL)
    return FALSE;
  soleus_command_print_list (context, flags, &soleus_red_flag_kind, columns);
  return TRUE;
}

/* by hand: urgency and target are those of the kind unless they are given */
static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) flag = soleus_record_new (&soleus_red_flag_kind);
  g_autoptr (SoleusMoment) now = soleus_moment_new_local (soleus_clinic_get_now (context->clinic));
  const char *kind_id = soleus_record_options_get (context->record, "kind");
  const SoleusFlagKind *kind = kind_id != NULL ? soleus_flag_kind_find (kind_id) : NULL;

  soleus_record_set_moment (flag, "raised-at", now);
  if (kind != NULL)
    {
      soleus_record_set_enum (flag, "urgency", kind->row.value);
      soleus_record_set_enum (flag, "target", kind->target);
    }
  if (!soleus_record_options_apply (context->record, flag, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, flag, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (flag));
  return TRUE;
}

static SoleusMoment *
parse_at (SoleusCommandContext  *context,
          GError               **error)
{
  if (options.at != NULL)
    return soleus_moment_parse (options.at, error);
  return soleus_moment_new_local (soleus_clinic_get_now (context->clinic));
}

static gboolean
change_state (SoleusCommandContext  *context,
              SoleusFlagState        state,
              const char            *text_field,
              const char            *text,
              const char            *time_field,
              GError               **error)
{
  g_autoptr (SoleusRecord) stored = soleus_command_resolve (context, &soleus_red_flag_kind, 0, error);
  g_autoptr (SoleusMoment) at = NULL;
  g_autoptr (SoleusRecord) flag = NULL;

  if (stored == NULL)
    return FALSE;
  at = parse_at (context, error);
  if (at == NULL)
    return FALSE;
  flag = soleus_record_copy (stored);
  soleus_record_set_enum (flag, "state", state);
  soleus_record_set_moment (flag, time_field, at);
  if (!soleus_record_set_from_text (flag, text_field, text, error) ||
      (options.how != NULL && !soleus_record_set_from_text (flag, "referred-how", options.how, error)) ||
      !soleus_clinic_save (context->clinic, flag, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (flag));
  return TRUE;
}

static gboolean
refer (SoleusCommandContext  *context,
       GError               **error)
{
  return change_state (context, SOLEUS_FLAG_STATE_REFERRED, "referred-to", options.to, "referred-at", error);
}

static gboolean
clear (SoleusCommandContext  *context,
       GError               **error)
{
  return change_state (context, SOLEUS_FLAG_STATE_CLEARED, "outcome", options.outcome, "outcome-at", error);
}

/* the flag stays with its outcome; a new one that names it takes its place */
static gboolean
reopen (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusRecord) flag = soleus_command_resolve (context, &soleus_red_flag_kind, 0, error);
  g_autoptr (SoleusRecord) again = NULL;

  if (flag == NULL)
    return FALSE;
  again = soleus_clinic_reopen_flag (context->clinic, flag, options.because, error);
  if (again == NULL)
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (again));
  return TRUE;
}

const SoleusCommand soleus_commands_flag[] = {
  { "flag", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Raise a red flag by hand"), &soleus_red_flag_kind, add_left_out, NULL, add },
  { "flag", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List red flags, the newest first"), NULL, NULL, list_options, list },
  { "flag", "refer", SOLEUS_COMMAND_WRITE, 1, N_("FLAG"), N_("Record to whom the athlete was sent"), NULL, NULL, refer_options, refer },
  { "flag", "clear", SOLEUS_COMMAND_WRITE, 1, N_("FLAG"), N_("Record the outcome; only this closes a red flag"), NULL, NULL, clear_options, clear },
  { "flag", "reopen", SOLEUS_COMMAND_WRITE, 1, N_("FLAG"), N_("Open a red flag again that has its outcome"), NULL, NULL, reopen_options, reopen },
  { "flag", "edit", SOLEUS_COMMAND_WRITE, 1, N_("FLAG"), N_("Add to a red flag, such as why a clot is not suspected"), &soleus_red_flag_kind, edit_left_out, NULL, soleus_command_edit },
  { NULL }
};
