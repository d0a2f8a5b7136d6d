#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-backup.h"
#include "soleus-error.h"
#include "soleus-passphrase.h"
#include "soleus-transfer.h"

static struct {
  char     *output;
  char     *passphrase_file;
  gboolean  preview;
  gboolean  if_due;
} options;

#define PASSPHRASE_OPTION \
  { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &options.passphrase_file, N_("Its first line is the passphrase of an encrypted backup; “-”: standard input"), N_("FILE") }

static const GOptionEntry backup_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to; without it, into the backup folder of the clinic"), N_("FILE") },
  { "if-due", 0, 0, G_OPTION_ARG_NONE, &options.if_due, N_("Only if the newest one is older than the clinic’s settings want"), NULL },
  PASSPHRASE_OPTION,
  { NULL }
};

static const GOptionEntry restore_options[] = {
  { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_("Only say what would change"), NULL },
  PASSPHRASE_OPTION,
  { NULL }
};

/* Returns: FALSE with an error; *passphrase stays NULL where none was named */
static gboolean
read_passphrase (char   **passphrase,
                 GError **error)
{
  if (options.passphrase_file == NULL)
    return TRUE;
  *passphrase = soleus_passphrase_read (options.passphrase_file, error);
  return *passphrase != NULL;
}

static void
print_backup (SoleusPrinter            *printer,
              const SoleusBackupReport *report)
{
  soleus_printer_add_text (printer, "path", report->sealed ? _("Backed up, encrypted and checked") : _("Backed up and checked"), report->path);
  soleus_printer_key (printer, "encrypted", _("Encrypted"));
  soleus_printer_boolean (printer, report->sealed);
  soleus_printer_add_text (printer, "audit_head", _("Newest entry of the audit"), report->head);
  soleus_printer_add_integer (printer, "thinned", _("Older backups that were no longer needed"), report->n_thinned);
  if (report->finding != NULL)
    soleus_printer_add_text (printer, "finding", _("Something is wrong with the clinic itself, run “verify”"), report->finding);
}

static gboolean
backup (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusSealKey) key = NULL;
  g_autoptr (SoleusBackupReport) report = NULL;
  g_autofree char *passphrase = NULL;

  if (options.if_due && !soleus_clinic_is_backup_due (context->clinic))
    {
      soleus_printer_sentence (context->printer, _("No backup is due."));
      return TRUE;
    }
  if (!read_passphrase (&passphrase, error))
    return FALSE;
  if (passphrase != NULL && (key = soleus_seal_key_new (passphrase, error)) == NULL)
    return FALSE;
  report = soleus_clinic_back_up (context->clinic, options.if_due ? "automatic" : "backup", options.output, key, error);
  if (report == NULL)
    return FALSE;
  print_backup (context->printer, report);
  return TRUE;
}

static void
print_count (SoleusPrinter *printer,
             const char    *key,
             const char    *label,
             gint64         number)
{
  if (number >= 0)
    soleus_printer_add_integer (printer, key, label, number);
  else
    soleus_printer_add_text (printer, key, label, NULL);
}

static void
print_preview (SoleusPrinter              *printer,
               const SoleusRestorePreview *preview)
{
  g_autofree char *content = soleus_restore_preview_dup_content_sentence (preview);

  soleus_printer_add_text (printer, "backup", _("Backup"), preview->source);
  soleus_printer_add_text (printer, "clinic", _("Clinic"), preview->clinic_name);
  soleus_printer_add_instant (printer, "present_newest_visit", _("Newest visit now"), preview->present_newest_visit);
  soleus_printer_add_instant (printer, "backup_newest_visit", _("Newest visit in the backup"), preview->backup_newest_visit);
  soleus_printer_add_instant (printer, "backup_newest_entry", _("Newest entry in the backup"), preview->backup_newest_entry);
  soleus_printer_key (printer, "same_history", _("This clinic goes on from that backup"));
  soleus_printer_boolean (printer, preview->same_history);
  soleus_printer_add_integer (printer, "entries_after", _("Entries made since"), preview->n_entries_after);
  soleus_printer_add_text (printer, "own_content", _("The clinic’s own protocol"), content);
  soleus_printer_key (printer, "records", _("Records, now and in the backup"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < preview->counts->len; i++)
    {
      const SoleusRestoreCount *row = &g_array_index (preview->counts, SoleusRestoreCount, i);

      soleus_printer_begin_map (printer);
      soleus_printer_add_text (printer, "kind", NULL, row->kind->name);
      print_count (printer, "present", _("Now"), row->present);
      print_count (printer, "backup", _("In the backup"), row->backup);
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
}

/* The clinic, or NULL without an error where its file is damaged or gone. */
static SoleusClinic *
open_if_readable (SoleusCommandContext  *context,
                  gboolean              *is_damaged,
                  GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  SoleusClinic *clinic = soleus_clinic_open (context->path, SOLEUS_CLINIC_OPEN_CREATE, context->clock, &local_error);

  *is_damaged = g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED) || g_error_matches (local_error, SOLEUS_ERROR, SOLEUS_ERROR_GONE);
  if (clinic == NULL && !*is_damaged)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return clinic;
}

static gboolean
restore (SoleusCommandContext  *context,
         GError               **error)
{
  g_autofree char *passphrase = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (SoleusRestorePreview) preview = NULL;
  g_autoptr (SoleusClinic) clinic = NULL;
  gboolean is_damaged = FALSE;

  if (!read_passphrase (&passphrase, error))
    return FALSE;
  preview = soleus_backup_prepare (context->path, context->arguments[0], passphrase, error);
  if (preview == NULL)
    return FALSE;
  if (options.preview)
    {
      print_preview (context->printer, preview);
      return TRUE;
    }
  clinic = open_if_readable (context, &is_damaged, error);
  if (is_damaged)
    {
      if (!soleus_backup_replace_damaged (context->path, preview, context->clock, &kept, error))
        return FALSE;
      if (kept != NULL)
        soleus_printer_add_text (context->printer, "kept", _("The damaged file is kept as"), kept);
    }
  else if (clinic == NULL || !soleus_clinic_restore (clinic, preview, error))
    {
      return FALSE;
    }
  soleus_printer_add_text (context->printer, "restored", _("Restored from"), preview->source);
  soleus_printer_add_text (context->printer, "audit_head", _("Newest entry of the audit in it"), preview->head);
  return TRUE;
}

static gboolean
verify (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (GPtrArray) findings = soleus_clinic_verify (context->clinic, error);
  g_autofree char *head = NULL;
  g_autofree char *hash = findings != NULL ? soleus_transfer_dup_content_hash (context->clinic, error) : NULL;

  if (hash == NULL)
    return FALSE;
  head = soleus_clinic_dup_audit_head (context->clinic);
  if (findings->len == 0)
    soleus_printer_sentence (context->printer, _("The file, the audit and every record are as they were written."));
  soleus_printer_key (context->printer, "ok", _("All is well"));
  soleus_printer_boolean (context->printer, findings->len == 0);
  soleus_printer_add_text (context->printer, "audit_head", _("Newest entry of the audit"), head);
  soleus_printer_add_text (context->printer, "content_hash", _("Hash of all that it holds"), hash);
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
  { "restore", NULL, SOLEUS_COMMAND_FILE, 1, N_("FILE"), N_("Put a backup into the place of the clinic; the present state is kept"), NULL, NULL, restore_options, restore },
  { "verify", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Check the file, the audit chain and the rules of the records"), NULL, NULL, NULL, verify },
  { NULL }
};
