#include "soleus-config.h"

#include "soleus-format-registry.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "soleus-calendar.h"
#include "soleus-csv-archive.h"
#include "soleus-error.h"
#include "soleus-fhir-bundle.h"
#include "soleus-json-archive.h"
#include "soleus-safe-file.h"
#include "soleus-training-fit.h"
#include "soleus-training-table.h"
#include "soleus-training-xml.h"

static const SoleusFormat formats[] = {
  { "json", N_("Soleus archive (JSON)"), "json", TRUE, NULL, soleus_json_archive_write, soleus_json_archive_read },
  { "csv", N_("Tables (CSV)"), "csv", FALSE, soleus_csv_archive_save, NULL, soleus_csv_archive_read },
  { "fhir", N_("FHIR R4 bundle (JSON), for other systems"), "json", FALSE, NULL, soleus_fhir_bundle_write, NULL },
  { "ics", N_("Calendar of follow-ups (iCalendar)"), "ics", FALSE, NULL, soleus_calendar_write, NULL },
  { "fit", N_("Watch recording (FIT)"), "fit", .read_training = soleus_training_fit_read, .magic = ".FIT", .magic_at = 8 },
  { "tcx", N_("Training Center file (TCX)"), "tcx", .read_training = soleus_training_tcx_read, .magic = "TrainingCenterDatabase", .magic_at = -1 },
  { "gpx", N_("Track (GPX)"), "gpx", .read_training = soleus_training_gpx_read, .magic = "<gpx", .magic_at = -1 },
  { "health", N_("Health export (XML)"), "xml", .read_training = soleus_training_health_read, .magic = "<HealthData", .magic_at = -1 },
  { "training", N_("Table of training sessions (CSV)"), "csv", .read_training = soleus_training_table_read },
};

/**
 * soleus_format_list:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the formats
 */
const SoleusFormat *
soleus_format_list (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * soleus_format_find:
 * @id: "json"
 *
 * Returns: (transfer none) (nullable): the format called @id
 */
const SoleusFormat *
soleus_format_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (formats[i].id, id) == 0)
      return &formats[i];
  return NULL;
}

/**
 * soleus_format_is_written:
 *
 * Returns: whether it can be exported; others are only read
 */
gboolean
soleus_format_is_written (const SoleusFormat *format)
{
  return format->write_folder != NULL || format->write_stream != NULL;
}

/**
 * soleus_format_note:
 * @source: of an export of which everything is written, and which has no name yet
 *
 * Returns: %FALSE with @error set where it could not be noted: then it gets none
 */
gboolean
soleus_format_note (const SoleusExportSource  *source,
                    GError                   **error)
{
  return source->note == NULL || source->note (source->user_data, error);
}

static gboolean
write_file (const SoleusFormat        *format,
            const SoleusExportSource  *source,
            const char                *path,
            GError                   **error)
{
  g_autoptr (SoleusSafeFile) file = soleus_safe_file_new (path, error);
  GError *local_error = NULL;

  if (file == NULL)
    return FALSE;
  if (!format->write_stream (source, soleus_safe_file_get_stream (file), &local_error))
    return soleus_safe_file_explain (file, local_error, error);
  return soleus_safe_file_finish (file, error) && soleus_format_note (source, error) && soleus_safe_file_commit (file, error);
}

/**
 * soleus_format_write:
 * @format: one that is written
 * @path: a file, which is replaced, or a folder that is not there or is empty
 *
 * Returns: %TRUE once it is there and noted, whole; %FALSE with a sentence in @error, and what stood there is as it was
 */
gboolean
soleus_format_write (const SoleusFormat        *format,
                     const SoleusExportSource  *source,
                     const char                *path,
                     GError                   **error)
{
  return format->write_folder != NULL ? format->write_folder (source, path, error) : write_file (format, source, path, error);
}

/* JSON begins with a brace or a bracket, which no table of ours does */
static gboolean
looks_like_json (const char *path)
{
  FILE *file = g_fopen (path, "rbe");
  int c = EOF;

  if (file == NULL)
    return FALSE;
  do
    c = fgetc (file);
  while (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xef || c == 0xbb || c == 0xbf);
  fclose (file);
  return c == '{' || c == '[';
}

/**
 * soleus_format_find_for:
 * @path: a file or a folder
 *
 * Looks at the content first: names lie more often.
 *
 * Returns: (transfer none): the format to read it as
 */
const SoleusFormat *
soleus_format_find_for (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return soleus_format_find ("csv");
  return soleus_format_find (looks_like_json (path) ? "json" : "csv");
}

/**
 * soleus_format_dup_ids:
 *
 * Returns: (transfer full): those that are written, "json, csv", for messages
 */
char *
soleus_format_dup_ids (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (soleus_format_is_written (&formats[i]))
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", formats[i].id);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * soleus_import_line_new:
 * @place: (transfer full): where it stands in the file
 * @record: (transfer full) (nullable): what was read
 * @error: (transfer full) (nullable): why nothing was
 *
 * Returns: (transfer full): a line
 */
SoleusImportLine *
soleus_import_line_new (char         *place,
                        SoleusRecord *record,
                        GError       *error)
{
  SoleusImportLine *self = g_new0 (SoleusImportLine, 1);

  self->place = place;
  self->record = record;
  self->error = error;
  return self;
}

void
soleus_archive_extra_free (SoleusArchiveExtra *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->kind);
  g_free (self->athlete);
  g_free (self->title);
  g_free (self->text);
  g_free (self);
}

void
soleus_import_line_free (SoleusImportLine *self)
{
  if (self == NULL)
    return;
  g_free (self->place);
  g_clear_object (&self->record);
  g_clear_pointer (&self->blob, g_bytes_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_clear_pointer (&self->extra, soleus_archive_extra_free);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * soleus_format_load_text:
 * @path: a file
 * @maximum_size: in bytes; a larger one is not read at all
 * @length: (out): bytes
 *
 * Returns: (transfer full): its content with a zero behind it, or %NULL with a sentence in @error
 */
char *
soleus_format_load_text (const char  *path,
                         gsize        maximum_size,
                         gsize       *length,
                         GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *content = NULL;
  g_autoptr (GError) local_error = NULL;
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
      return NULL;
    }
  if ((gsize) info.st_size > maximum_size)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is too large to be read (more than %u MB)."),
                   name, (guint) (maximum_size >> 20));
      return NULL;
    }
  if (!g_file_get_contents (path, &content, length, &local_error))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED, _("“%s” could not be read: %s"), name, local_error->message);
      return NULL;
    }
  return g_steal_pointer (&content);
}
