#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"

static struct {
  char *output;
} options;

static const GOptionEntry backup_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to; without it, into the folder “backups” beside the clinic"), N_("FILE") },
  { NULL }
};

static gboolean
backup (SoleusCommandContext  *context,
        GError               **error)
{
  g_autofree char *head = soleus_clinic_dup_audit_head (context->clinic);
  g_autofree char *path = soleus_clinic_backup (context->clinic, options.output, error);

  if (path == NULL)
    return FALSE;
  soleus_printer_add_text (context->printer, "path", _("Backed up and checked"), path);
  soleus_printer_add_text (context->printer, "audit_head", _("Newest entry of the audit"), head);
  return TRUE;
}

static gboolean
restore (SoleusCommandContext  *context,
         GError               **error)
{
  g_autofree char *head = NULL;

  if (!soleus_clinic_restore (context->clinic, context->arguments[0], error))
    return FALSE;
  head = soleus_clinic_dup_audit_head (context->clinic);
  soleus_printer_add_text (context->printer, "restored", _("Restored from"), context->arguments[0]);
  soleus_printer_add_text (context->printer, "audit_head", _("Newest entry of the audit"), head);
  return TRUE;
}

static gboolean
verify (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (context->clinic, error);
  g_autofree char *head = NULL;

  if (findings == NULL)
    return FALSE;
  head = soleus_clinic_dup_audit_head (context->clinic);
  if (findings->len == 0)
    soleus_printer_sentence (context->printer, _("The file, the audit and every record are as they were written."));
  soleus_printer_key (context->printer, "ok", _("All is well"));
  soleus_printer_boolean (context->printer, findings->len == 0);
  soleus_printer_add_text (context->printer, "audit_head", _("Newest entry of the audit"), head);
  soleus_printer_key (context->printer, "findings", _("What is wrong"));
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < findings->len; i++)
    soleus_printer_text (context->printer, findings->pdata[i]);
  soleus_printer_end (context->printer);
  if (findings->len == 0)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED,
               ngettext ("The file is damaged or was changed from outside: %u finding. Restore the newest good backup; keep this file.",
                         "The file is damaged or was changed from outside: %u findings. Restore the newest good backup; keep this file.", findings->len),
               findings->len);
  return FALSE;
}

const SoleusCommand soleus_commands_file[] = {
  { "backup", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Write a checked copy of the clinic"), NULL, NULL, backup_options, backup },
  { "restore", NULL, SOLEUS_COMMAND_CREATE, 1, N_("FILE"), N_("Put a backup into the place of the clinic; the present state is backed up first"), NULL, NULL, NULL, restore },
  { "verify", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Check the file, the audit chain and the rules of the records"), NULL, NULL, NULL, verify },
  { NULL }
};
