#include "soleus-config.h"

#include "soleus-command.h"

#include <glib/gi18n-lib.h>

#include "soleus-athlete-copy.h"
#include "soleus-athlete-import.h"
#include "soleus-error.h"
#include "soleus-import-undo.h"
#include "soleus-json-schema.h"
#include "soleus-training-import.h"
#include "soleus-transfer.h"

static struct {
  char *output;
  char *as;
  char *athlete;
  char *zone;
  char *date_order;
  char *copy;
  char **maps;
  gboolean preview;
  gboolean with_duplicates;
} options;

static const GOptionEntry import_options[] = {
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Whose training it is: files of watches and services do not say"), N_("NAME") },
  { "preview", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_("Only say what would be imported"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.preview, N_("The same"), NULL },
  { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps, N_("Which column of a table of athletes is which field; may be repeated"), N_("COLUMN=FIELD") },
  { "zone", 0, 0, G_OPTION_ARG_STRING, &options.zone, N_("The time zone of times that name none (Europe/Berlin); without it, that of this machine"), N_("ZONE") },
  { "date-order", 0, 0, G_OPTION_ARG_STRING, &options.date_order, N_("What 3/4/2026 begins with, where the file does not show it"), "day|month" },
  { "with-duplicates", 0, 0, G_OPTION_ARG_NONE, &options.with_duplicates, N_("Import what may be a duplicate as well"), NULL },
  { NULL }
};

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Where to; JSON without it goes to the terminal"), N_("FILE") },
  { "as", 0, 0, G_OPTION_ARG_STRING, &options.as, N_("In which format; csv is a folder of tables"), "json|csv|fhir|ics" },
  { "athlete", 0, 0, G_OPTION_ARG_FILENAME, &options.athlete, N_("Only the records of one athlete"), N_("NAME") },
  { "copy", 0, 0, G_OPTION_ARG_FILENAME, &options.copy, N_("With --athlete: the copy for that person, history (PDF), sheets and records (JSON) in a new folder"), N_("FOLDER") },
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

static gboolean
read_zone (SoleusTrainingReading  *reading,
           GError                **error)
{
  const char *order = options.date_order;

  if (options.zone != NULL && (reading->zone = g_time_zone_new_identifier (options.zone)) == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--zone: there is no time zone “%s”. Write it like Europe/Berlin or +02:00."), options.zone);
      return FALSE;
    }
  if (order != NULL && !g_str_equal (order, "day") && !g_str_equal (order, "month"))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--date-order is day or month, not “%s”."), order);
      return FALSE;
    }
  if (order != NULL)
    reading->order = g_str_equal (order, "day") ? SOLEUS_DATE_ORDER_DAY_FIRST : SOLEUS_DATE_ORDER_MONTH_FIRST;
  return TRUE;
}

static void
print_item (SoleusPrinter      *printer,
            SoleusTrainingItem *item)
{
  static const char *const fields[] = { "date", "start", "minutes", "distance-km", "activity" };
  SoleusRecord *session = soleus_training_item_get_session (item);

  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "line", _("Where"), soleus_training_item_get_place (item));
  soleus_printer_add_text (printer, "state", _("State"), soleus_training_state_get_id (soleus_training_item_get_state (item)));
  if (soleus_training_item_get_message (item) != NULL)
    soleus_printer_add_text (printer, "reason", _("Why"), soleus_training_item_get_message (item));
  if (session != NULL && soleus_training_item_is_taken (item) && !options.preview)
    soleus_printer_add_text (printer, "id", _("Identifier"), soleus_record_get_id (session));
  for (gsize i = 0; session != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      const SoleusField *field = soleus_record_find_field (session, fields[i]);

      if (field->type == SOLEUS_FIELD_REAL && soleus_record_is_known (session, fields[i]))
        {
          soleus_printer_key (printer, fields[i], soleus_field_get_label (field));
          soleus_printer_real (printer, soleus_record_get_real (session, fields[i]));
        }
      else
        {
          g_autofree char *text = soleus_record_dup_as_text (session, fields[i]);

          soleus_printer_add_text (printer, fields[i], soleus_field_get_label (field), text);
        }
    }
  soleus_printer_end (printer);
}

static void
print_items (SoleusPrinter *printer,
             GPtrArray     *items)
{
  guint n_taken = soleus_training_import_count_taken (items);
  guint n_refused = soleus_training_import_count (items, SOLEUS_TRAINING_REFUSED);

  soleus_printer_add_integer (printer, "read", _("Read"), items->len);
  soleus_printer_add_integer (printer, "new", _("New"), soleus_training_import_count (items, SOLEUS_TRAINING_NEW));
  soleus_printer_add_integer (printer, "known", _("Known"), soleus_training_import_count (items, SOLEUS_TRAINING_KNOWN));
  soleus_printer_add_integer (printer, "duplicates", _("Possible duplicates"), soleus_training_import_count (items, SOLEUS_TRAINING_DUPLICATE));
  soleus_printer_add_integer (printer, "imported", _("Imported"), options.preview ? 0 : n_taken);
  soleus_printer_add_integer (printer, "skipped", _("Skipped"), items->len - n_taken - n_refused);
  soleus_printer_add_integer (printer, "refused", _("Refused"), n_refused);
  soleus_printer_key (printer, "lines", _("Line by line"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < items->len; i++)
    print_item (printer, items->pdata[i]);
  soleus_printer_end (printer);
}

/* How hard a session was, no file knows: it is asked for afterwards. */
static gboolean
import_training (SoleusCommandContext  *context,
                 GError               **error)
{
  SoleusTrainingReading reading = { NULL, SOLEUS_DATE_ORDER_AS_FILE };
  g_autofree char *athlete = soleus_command_dup_athlete (context, options.athlete, error);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_refused;

  if (athlete == NULL || !read_zone (&reading, error))
    return FALSE;
  lines = soleus_training_files_read ((const char *const *) context->arguments, &reading, NULL, error);
  g_clear_pointer (&reading.zone, g_time_zone_unref);
  items = lines != NULL ? soleus_training_import_sort (context->clinic, athlete, lines, error) : NULL;
  if (items == NULL)
    return FALSE;
  for (guint i = 0; options.with_duplicates && i < items->len; i++)
    soleus_training_item_set_taken (items->pdata[i], TRUE);
  if (!options.preview && !soleus_training_import_save (context->clinic, items, error))
    return FALSE;
  print_items (context->printer, items);
  n_refused = soleus_training_import_count (items, SOLEUS_TRAINING_REFUSED);
  if (n_refused == 0 || options.preview)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
               ngettext ("%u line was not imported. The list says why.", "%u lines were not imported. The list says why.", n_refused), n_refused);
  return FALSE;
}

static gboolean
check_arguments (SoleusCommandContext  *context,
                 GError               **error)
{
  if (soleus_training_file_is_one (context->arguments[0]))
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                 _("“%s” is a training file, and such files do not say whose training it is. Name the athlete with --athlete."), context->arguments[0]);
  else if (context->arguments[1] != NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is one word too many. Put text with spaces into quotation marks."), context->arguments[1]);
  else if (options.maps != NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--map is for a table of athletes (CSV)."));
  else if (options.preview || options.zone != NULL || options.date_order != NULL || options.with_duplicates)
    g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--preview, --zone, --date-order and --with-duplicates are for training files. Name the athlete with --athlete."));
  else
    return TRUE;
  return FALSE;
}

/* A whole clinic brings its people along; what brings nobody needs somebody to be its author. */
static SoleusImportReport *
read_into_clinic (SoleusCommandContext  *context,
                  GError               **error)
{
  g_autoptr (GError) local_error = NULL;
  SoleusImportReport *report = soleus_transfer_import (context->clinic, context->arguments[0], &local_error);

  if (report != NULL)
    return report;
  if (soleus_clinic_get_therapist (context->clinic) != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return soleus_command_add_first_therapist (context->clinic, error) ? soleus_transfer_import (context->clinic, context->arguments[0], error) : NULL;
}

static void
print_athlete_line (SoleusPrinter           *printer,
                    const SoleusAthleteLine *line)
{
  static const char *const fields[] = { "name", "born", "team" };

  soleus_printer_begin_map (printer);
  soleus_printer_add_text (printer, "line", _("Where"), line->place);
  soleus_printer_add_text (printer, "state", _("State"), soleus_athlete_line_state_get_id (line->state));
  if (line->message != NULL)
    soleus_printer_add_text (printer, "reason", _("Why"), line->message);
  for (gsize i = 0; line->athlete != NULL && i < G_N_ELEMENTS (fields); i++)
    soleus_printer_add_text (printer, fields[i], soleus_field_get_label (soleus_record_find_field (line->athlete, fields[i])),
                             soleus_record_get_text (line->athlete, fields[i]));
  soleus_printer_end (printer);
}

static void
print_athletes (SoleusPrinter      *printer,
                SoleusAthleteTable *table,
                GPtrArray          *lines)
{
  guint n_new = soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_NEW);
  guint n_duplicates = soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_DUPLICATE);
  guint n_refused = soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_REFUSED);
  guint n_taken = n_new + (options.with_duplicates ? n_duplicates : 0);

  soleus_printer_add_integer (printer, "read", _("Read"), lines->len);
  soleus_printer_add_integer (printer, "new", _("New"), n_new);
  soleus_printer_add_integer (printer, "known", _("Known"), soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_KNOWN));
  soleus_printer_add_integer (printer, "duplicates", _("Possible duplicates"), n_duplicates);
  soleus_printer_add_integer (printer, "imported", _("Imported"), options.preview ? 0 : n_taken);
  soleus_printer_add_integer (printer, "refused", _("Refused"), n_refused);
  soleus_printer_key (printer, "columns", _("Columns"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < soleus_athlete_table_get_n_columns (table); i++)
    {
      soleus_printer_begin_map (printer);
      soleus_printer_add_text (printer, "column", _("Column"), soleus_athlete_table_get_column (table, i));
      soleus_printer_add_text (printer, "field", _("Field"), soleus_athlete_table_get_target (table, i));
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  soleus_printer_key (printer, "lines", _("Line by line"));
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < lines->len; i++)
    print_athlete_line (printer, lines->pdata[i]);
  soleus_printer_end (printer);
}

/* A table of people whose columns are called otherwise than the fields, or that is to be looked at before. */
static gboolean
import_athletes (SoleusCommandContext  *context,
                 SoleusAthleteTable    *table,
                 GError               **error)
{
  SoleusTrainingReading reading = { NULL, SOLEUS_DATE_ORDER_AS_FILE };
  g_autoptr (GPtrArray) lines = NULL;
  guint n_refused;

  for (gsize i = 0; options.maps != NULL && options.maps[i] != NULL; i++)
    if (!soleus_athlete_table_map (table, options.maps[i], error))
      return FALSE;
  if (!read_zone (&reading, error))
    return FALSE;
  g_clear_pointer (&reading.zone, g_time_zone_unref);
  soleus_athlete_table_set_order (table, reading.order);
  lines = soleus_athlete_import_sort (context->clinic, table, error);
  if (lines == NULL || (!options.preview && !(soleus_command_add_first_therapist (context->clinic, error) &&
                                              soleus_athlete_import_save (context->clinic, lines, options.with_duplicates, error))))
    return FALSE;
  print_athletes (context->printer, table, lines);
  n_refused = soleus_athlete_import_count (lines, SOLEUS_ATHLETE_LINE_REFUSED);
  if (n_refused == 0 || options.preview)
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
               ngettext ("%u line was not imported. The list says why.", "%u lines were not imported. The list says why.", n_refused), n_refused);
  return FALSE;
}

/* (nullable): the table that the file is; %NULL without @error: it is something else */
static SoleusAthleteTable *
find_athlete_table (SoleusCommandContext  *context,
                    GError               **error)
{
  const char *path = context->arguments[0];
  g_autoptr (SoleusAthleteTable) table = NULL;

  if (!g_str_equal (soleus_format_find_for (path)->id, "csv") || g_file_test (path, G_FILE_TEST_IS_DIR) || context->arguments[1] != NULL)
    return NULL;
  if (options.maps != NULL || options.preview)
    return soleus_athlete_table_read (path, error);
  table = soleus_athlete_table_read (path, NULL);
  return table != NULL && soleus_athlete_table_is_foreign (table) ? g_steal_pointer (&table) : NULL;
}

/* What was refused is part of the answer, and the exit code says so. */
static gboolean
import (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (SoleusImportReport) report = NULL;
  g_autoptr (SoleusAthleteTable) table = NULL;
  g_autoptr (GError) local_error = NULL;

  if (options.athlete != NULL && options.maps != NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--map is for a table of athletes (CSV)."));
      return FALSE;
    }
  if (options.athlete == NULL)
    table = find_athlete_table (context, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (table != NULL)
    return import_athletes (context, table, error);
  if (options.athlete != NULL)
    return soleus_command_add_first_therapist (context->clinic, error) && import_training (context, error);
  if (!check_arguments (context, error))
    return FALSE;
  report = read_into_clinic (context, error);
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

  if (format == NULL || !soleus_format_is_written (format))
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
  if (options.copy != NULL && athlete == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("--copy is of one person: name the athlete with --athlete."));
      return FALSE;
    }
  if (options.copy != NULL)
    {
      if (!soleus_athlete_copy_write (context->clinic, athlete, options.copy, error))
        return FALSE;
      soleus_printer_add_text (context->printer, "path", _("Written to"), options.copy);
      return TRUE;
    }
  if (options.output == NULL)
    return export_to_terminal (context, format, athlete, error);
  if (!soleus_transfer_export (context->clinic, format, options.output, athlete, error))
    return FALSE;
  soleus_printer_add_text (context->printer, "path", _("Written to"), options.output);
  return TRUE;
}

/* What was imported in the last session that did is void afterwards, not deleted. */
static gboolean
undo_import (SoleusCommandContext  *context,
             GError               **error)
{
  guint n_records;

  if (!soleus_import_undo (context->clinic, &n_records, error))
    return FALSE;
  soleus_printer_add_integer (context->printer, "void", _("Made void"), n_records);
  return TRUE;
}

static gboolean
schema (SoleusCommandContext  *context,
        GError               **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (!soleus_json_schema_write (stream, error))
    return FALSE;
  context->raw = g_string_new_len (g_memory_output_stream_get_data (memory), g_memory_output_stream_get_data_size (memory));
  return TRUE;
}

const SoleusCommand soleus_commands_exchange[] = {
  { "import", NULL, SOLEUS_COMMAND_IMPORT, 1, N_("FILE…"), N_("Import an archive (JSON), a table (CSV), or with --athlete training files (FIT, TCX, GPX, CSV); what a rule forbids is refused"), NULL, NULL, import_options, import, TRUE },
  { "undo-import", NULL, SOLEUS_COMMAND_WRITE, 0, NULL, N_("Take back the last import of athletes or training; nothing is deleted"), NULL, NULL, NULL, undo_import },
  { "export", NULL, SOLEUS_COMMAND_READ, 0, NULL, N_("Write everything, or one athlete’s records: JSON, CSV, FHIR R4, or the follow-ups as a calendar"), NULL, NULL, export_options, export },
  { "schema", NULL, SOLEUS_COMMAND_FILE, 0, NULL, N_("Print the JSON Schema of the archive"), NULL, NULL, NULL, schema },
  { NULL }
};
