#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-transfer.h"

static struct {
  char *output;
  char *as;
  char *athlete;
} options;

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to; JSON without it goes to the terminal"), N_("FILE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, &options.as, N_("In which format; csv is a folder of tables"), "json|csv" },
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Only the records of one athlete"), N_("NAME") },
  { NULL }
};

static void
print_remarks (SoleusCommandContext *context,
               SoleusImportReport   *report,
               gboolean              skipped,
               const char           *key,
               const char           *label)
{
  soleus_printer_key (context->printer, key, label);
  soleus_printer_begin_list (context->printer);
  for (guint i = 0; i < report->remarks->len; i++)
    {
      SoleusImportRemark *remark = report->remarks->pdata[i];

      if (remark->skipped != skipped)
        continue;
      soleus_printer_begin_map (context->printer);
      soleus_printer_add_text (context->printer, "line", _("Where"), remark->place);
      soleus_printer_add_text (context->printer, "reason", _("Why"), remark->message);
      if (!skipped)
        {
          soleus_printer_key (context->printer, "by_rule", _("By a safety rule"));
          soleus_printer_boolean (context->printer, remark->by_rule);
        }
      soleus_printer_end (context->printer);
    }
  soleus_printer_end (context->printer);
}

static guint
count_by_rule (SoleusImportReport *report)
{
  guint count = 0;

  for (guint i = 0; i < report->remarks->len; i++)
    count += ((SoleusImportRemark *) report->remarks->pdata[i])->by_rule;
  return count;
}

/* What was refused is part of the answer, and the exit code says so. */
static gboolean
import (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusImportReport) report = soleus_transfer_import (context->clinic, context->arguments[0], error);

  if (report == NULL)
    return FALSE;
  soleus_printer_add_integer (context->printer, "read", _("Read"), report->n_read);
  soleus_printer_add_integer (context->printer, "imported", _("Imported"), report->n_imported);
  soleus_printer_add_integer (context->printer, "skipped", _("Skipped"), report->n_skipped);
  soleus_printer_add_integer (context->printer, "refused", _("Refused"), report->n_refused);
  print_remarks (context, report, TRUE, "skipped_lines", _("What was skipped"));
  print_remarks (context, report, FALSE, "refused_lines", _("What was refused"));
  if (report->n_refused == 0)
    return TRUE;
  if (count_by_rule (report) > 0)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED,
                 ngettext ("%u record was refused by a safety rule or could not be read. The list says why.",
                           "%u records were refused by a safety rule or could not be read. The list says why.", report->n_refused),
                 report->n_refused);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                 ngettext ("%u record was not imported. The list says why.", "%u records were not imported. The list says why.", report->n_refused),
                 report->n_refused);
  return FALSE;
}

static gboolean
export_to_terminal (SoleusCommandContext  *context,
                    const SoleusFormat    *format,
                    const char            *athlete,
                    GError               **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (format->write_stream == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This format writes a folder of files. Name it with -o."));
      return FALSE;
    }
  if (!soleus_transfer_export_stream (context->clinic, format, stream, athlete, error))
    return FALSE;
  context->raw = g_string_new_len (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
  return TRUE;
}

static gboolean
export (SoleusCommandContext  *context,
        GError               **error)
{
  const SoleusFormat *format = soleus_format_find (options.as != NULL ? options.as : "json");
  g_autofree char *athlete = NULL;
  g_autofree char *sentence = NULL;

  if (format == NULL)
    {
      g_autofree char *ids = soleus_format_dup_ids ();

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--as cannot be “%s”. Choose from: %s."), options.as, ids);
      return FALSE;
    }
  if (options.athlete != NULL)
    {
      athlete = soleus_command_dup_athlete (context, options.athlete, error);
      if (athlete == NULL)
        return FALSE;
    }
  if (options.output == NULL)
    return export_to_terminal (context, format, athlete, error);
  if (!soleus_transfer_export (context->clinic, format, options.output, athlete, error))
    return FALSE;
  soleus_printer_add_text (context->printer, "path", _("Written to"), options.output);
  return TRUE;
}

const SoleusCommand soleus_commands_exchange[] = {
  { "import", NULL, SOLEUS_COMMAND_CREATE, 1, N_("FILE"), N_("Import an archive (JSON) or a table (CSV); what a rule forbids is refused"), NULL, NULL, NULL, import },
  { "export", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Write everything, or one athlete’s records, as JSON or CSV"), NULL, NULL, export_options, export },
  { NULL }
};
