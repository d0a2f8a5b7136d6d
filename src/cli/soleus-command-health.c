#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-condition.h"
#include "soleus-medication.h"

/* Medicines and conditions: history that feeds the rules, never advice. */

static struct {
  char *athlete;
} options;

static const GOptionEntry list_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose; without it, everyone’s"), N_("NAME") },
  { NULL }
};

static gboolean
add (SoleusCommandContext  *context,
     GError               **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (context->command->kind);

  if (!soleus_record_options_apply (context->record, record, context->clinic, error) ||
      !soleus_clinic_save (context->clinic, record, error))
    return FALSE;
  soleus_command_print_id (context, soleus_record_get_id (record));
  return TRUE;
}

static gboolean
list_medications (SoleusCommandContext  *context,
                  GError               **error)
{
  static const char *const columns[] = { "id", "name", "class", "since", "until", NULL };
  g_autoptr (GPtrArray) records = soleus_command_list (context, &soleus_medication_kind, options.athlete, error);

  if (records == NULL)
    return FALSE;
  soleus_command_print_list (context, records, &soleus_medication_kind, columns);
  return TRUE;
}

static gboolean
list_conditions (SoleusCommandContext  *context,
                 GError               **error)
{
  static const char *const columns[] = { "id", "condition", "side", "since", "until", NULL };
  g_autoptr (GPtrArray) records = soleus_command_list (context, &soleus_condition_kind, options.athlete, error);

  if (records == NULL)
    return FALSE;
  soleus_command_print_list (context, records, &soleus_condition_kind, columns);
  return TRUE;
}

const SoleusCommand soleus_commands_health[] = {
  { "medication", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a medicine that an athlete takes"), &soleus_medication_kind, NULL, NULL, add },
  { "medication", "edit", SOLEUS_COMMAND_WRITE, 1, N_("MEDICINE"), N_("Change a medicine, such as its last day"), &soleus_medication_kind, NULL, NULL, soleus_command_edit },
  { "medication", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List medicines"), NULL, NULL, list_options, list_medications },
  { "condition", "add", SOLEUS_COMMAND_WRITE, 0, NULL, N_("Record a condition that an athlete has"), &soleus_condition_kind, NULL, NULL, add },
  { "condition", "edit", SOLEUS_COMMAND_WRITE, 1, N_("CONDITION"), N_("Change a condition, such as its last day"), &soleus_condition_kind, NULL, NULL, soleus_command_edit },
  { "condition", "list", SOLEUS_COMMAND_READ, 0, NULL, N_("List conditions"), NULL, NULL, list_options, list_conditions },
  { NULL }
};
