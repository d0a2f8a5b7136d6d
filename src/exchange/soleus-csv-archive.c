#include "soleus-config.h"

#include "soleus-csv-archive.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "soleus-csv.h"
#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-records.h"
#include "soleus-safe-file.h"

#define LARGEST_TABLE ((gsize) 256 << 20)

static gboolean
write_table (GPtrArray   *records,
             const char  *path,
             GError     **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  guint n_fields = soleus_record_get_n_fields (records->pdata[0]);

  for (guint i = 0; i < n_fields; i++)
    soleus_csv_append_field (text, soleus_record_get_field (records->pdata[0], i)->name, i == 0);
  g_string_append (text, "\r\n");
  for (guint row = 0; row < records->len; row++)
    {
      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *value = soleus_record_dup_as_text (records->pdata[row], soleus_record_get_field (records->pdata[row], i)->name);

          soleus_csv_append_field (text, value, i == 0);
        }
      g_string_append (text, "\r\n");
    }
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  return soleus_safe_file_write (path, bytes, error);
}

static gboolean
write_tables (const SoleusExportSource  *source,
              const char                *folder,
              GError                   **error)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) records = source->list_records (kinds[i], source->user_data, error);
      g_autofree char *name = g_strconcat (kinds[i]->plural, ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (records == NULL || (records->len > 0 && !write_table (records, path, error)))
        return FALSE;
    }
  return TRUE;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * soleus_csv_archive_save:
 * @path: a folder that does not exist yet or is empty; it is there with every table or not at all
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_csv_archive_save (const SoleusExportSource  *source,
                         const char                *path,
                         GError                   **error)
{
  g_autofree char *temporary = g_strconcat (path, ".part-XXXXXX", NULL);

  if (!soleus_safe_folder_is_free (path, error))
    return FALSE;
  if (g_mkdtemp_full (temporary, 0700) == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY,
                   _("The folder “%s” could not be made: %s. Choose another place."), path, g_strerror (errno));
      return FALSE;
    }
  if (!write_tables (source, temporary, error) || !soleus_format_note (source, error))
    {
      remove_folder (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      remove_folder (temporary);
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_FAILED,
                   _("“%s” is already there. Choose a new folder for the tables."), path);
      return FALSE;
    }
  return TRUE;
}

/* "Sleep hours", "sleep_hours" and "sleep-hours" are one column. */
static char *
normalise_name (const char *name)
{
  g_autofree char *unguarded = soleus_csv_unguard (name);
  char *normal = g_ascii_strdown (g_strstrip (unguarded), -1);

  return g_strdelimit (normal, "_ ", '-');
}

static const SoleusField *
find_field (const SoleusRecordKind *kind,
            const char             *name)
{
  for (guint i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    if (g_str_equal (soleus_record_common_fields[i].name, name))
      return &soleus_record_common_fields[i];
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, name))
      return &kind->fields[i];
  return NULL;
}

static gboolean
has_column (char       **columns,
            const char  *name)
{
  return g_strv_contains ((const char *const *) columns, name);
}

/* -1: a needed column is missing; else how many columns are fields of this kind */
static int
rate_kind (const SoleusRecordKind  *kind,
           char                   **columns)
{
  int known = 0;

  for (gsize i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SOLEUS_FIELD_REQUIRED) && !has_column (columns, kind->fields[i].name))
      return -1;
  for (gsize i = 0; columns[i] != NULL; i++)
    known += find_field (kind, columns[i]) != NULL;
  return known;
}

static const SoleusRecordKind *
find_kind_by_name (const char *path)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  g_autofree char *base = g_path_get_basename (path);

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (kinds[i]->plural, ".csv", NULL);

      if (g_ascii_strcasecmp (base, name) == 0)
        return kinds[i];
    }
  return NULL;
}

/* The name of the file decides where it is one of ours, else the columns do. */
static const SoleusRecordKind *
guess_kind (const char  *path,
            char       **columns,
            GError     **error)
{
  static const SoleusRecordKind *const usual[] = { &soleus_episode_kind, &soleus_check_in_kind, &soleus_athlete_kind };
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  const SoleusRecordKind *best = find_kind_by_name (path);
  int best_rate;

  if (best != NULL)
    return best;
  best_rate = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    if (rate_kind (usual[i], columns) > best_rate)
      {
        best = usual[i];
        best_rate = rate_kind (best, columns);
      }
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (rate_kind (kinds[i], columns) > best_rate)
      {
        best = kinds[i];
        best_rate = rate_kind (best, columns);
      }
  if (best == NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                 _("“%s” is no table that Soleus knows. The first line names the columns: name for athletes; athlete, onset, side "
                   "and muscle for episodes; athlete and date for check-ins."), path);
  return best;
}

/* Two imports of one file must meet in the same record: the identifier follows from what makes the record this one. */
static void
set_derived_id (SoleusRecord *record)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (record);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *id = NULL;

  g_checksum_update (checksum, (const guchar *) kind->name, -1);
  for (gsize i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SOLEUS_FIELD_REQUIRED) || g_str_equal (kind->fields[i].name, "born"))
      {
        g_autofree char *value = soleus_record_dup_as_text (record, kind->fields[i].name);

        g_checksum_update (checksum, (const guchar *) "\n", 1);
        g_checksum_update (checksum, (const guchar *) (value != NULL ? value : ""), -1);
      }
  id = soleus_id_new_from_hash (g_checksum_get_string (checksum));
  soleus_record_set_text (record, "id", id);
}

/* athletes and the like may be named instead of identified */
static char *
resolve_reference (const SoleusField  *field,
                   const char         *value,
                   SoleusResolveFunc   resolve,
                   gpointer            user_data,
                   GError            **error)
{
  const SoleusRecordKind *kind = field->reference != NULL ? soleus_record_find_kind (field->reference) : NULL;

  if (kind == NULL || resolve == NULL || value[0] == '\0' || g_uuid_string_is_valid (value))
    return g_strdup (value);
  return resolve (kind, value, user_data, error);
}

static gboolean
read_field (SoleusRecord       *record,
            const SoleusField  *field,
            const char         *text,
            char                delimiter,
            SoleusResolveFunc   resolve,
            gpointer            user_data,
            GError            **error)
{
  g_autofree char *value = soleus_csv_unguard (text);
  g_autofree char *final = NULL;

  if (field->type != SOLEUS_FIELD_TEXT)
    g_strstrip (value);
  /* where the semicolon separates, the comma is in the numbers */
  if (delimiter == ';' && field->type == SOLEUS_FIELD_REAL)
    g_strdelimit (value, ",", '.');
  if (field->type == SOLEUS_FIELD_ID)
    final = resolve_reference (field, value, resolve, user_data, error);
  else
    final = g_steal_pointer (&value);
  return final != NULL && soleus_record_set_from_text (record, field->name, final, error);
}

static SoleusRecord *
read_record (const SoleusRecordKind  *kind,
             char                   **columns,
             SoleusCsvRow            *row,
             char                     delimiter,
             SoleusResolveFunc        resolve,
             gpointer                 user_data,
             GError                 **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (kind);

  if (g_strv_length (row->fields) > g_strv_length (columns))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The line has more fields than the first line has columns."));
      return NULL;
    }
  for (gsize i = 0; columns[i] != NULL && row->fields[i] != NULL; i++)
    {
      const SoleusField *field = find_field (kind, columns[i]);

      /* an empty field is unknown, an empty identifier one that is not given */
      if (field == NULL || row->fields[i][0] == '\0')
        continue;
      if (!read_field (record, field, row->fields[i], delimiter, resolve, user_data, error))
        return NULL;
    }
  return g_steal_pointer (&record);
}

static gboolean
row_names_id (char         **columns,
              SoleusCsvRow  *row)
{
  for (gsize i = 0; columns[i] != NULL && row->fields[i] != NULL; i++)
    if (g_str_equal (columns[i], "id"))
      return row->fields[i][0] != '\0';
  return FALSE;
}

static void
add_unknown_columns (const SoleusRecordKind  *kind,
                     const char              *prefix,
                     char                   **columns,
                     GPtrArray               *lines)
{
  for (gsize i = 0; columns[i] != NULL; i++)
    if (find_field (kind, columns[i]) == NULL && columns[i][0] != '\0')
      g_ptr_array_add (lines,
                       soleus_import_line_new (g_strdup_printf ("%scolumn %s", prefix, columns[i]), NULL,
                                               g_error_new (SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND,
                                                            _("The column “%s” is no field of this kind of record and was left out."), columns[i])));
}

/* A table as its rows, the first one naming the columns; UTF-16, which some spreadsheets write, too. */
static GPtrArray *
load_rows (const char  *path,
           char        *delimiter,
           GError     **error)
{
  gsize length;
  g_autofree char *text = soleus_format_load_text (path, LARGEST_TABLE, &length, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GPtrArray) rows = NULL;

  if (text == NULL)
    return NULL;
  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    {
      char *utf8 = g_convert (text, length, "UTF-8", "UTF-16", NULL, &length, NULL);

      g_free (text);
      text = utf8;
    }
  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not UTF-8 text. Save the table again as “CSV UTF-8”."), base);
      return NULL;
    }
  rows = soleus_csv_parse (text, length, delimiter, error);
  if (rows != NULL && rows->len == 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is empty."), base);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

static char **
dup_normal_names (SoleusCsvRow *row)
{
  char **columns = g_strdupv (row->fields);

  for (gsize i = 0; columns[i] != NULL; i++)
    {
      char *normal = normalise_name (columns[i]);

      g_free (columns[i]);
      columns[i] = normal;
    }
  return columns;
}

static gboolean
read_table (const char         *path,
            gboolean            in_folder,
            GPtrArray          *lines,
            SoleusResolveFunc   resolve,
            gpointer            user_data,
            GError            **error)
{
  char delimiter;
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = in_folder ? g_strconcat (base, " ", NULL) : g_strdup ("");
  g_autoptr (GPtrArray) rows = load_rows (path, &delimiter, error);
  g_auto (GStrv) columns = rows != NULL ? dup_normal_names (rows->pdata[0]) : NULL;
  const SoleusRecordKind *kind = columns != NULL ? guess_kind (path, columns, error) : NULL;

  if (kind == NULL)
    return FALSE;
  add_unknown_columns (kind, prefix, columns, lines);

  for (guint i = 1; i < rows->len; i++)
    {
      SoleusCsvRow *row = rows->pdata[i];
      GError *row_error = NULL;
      SoleusRecord *record = read_record (kind, columns, row, delimiter, resolve, user_data, &row_error);
      SoleusImportLine *line = soleus_import_line_new (g_strdup_printf ("%sline %u", prefix, row->line), record, row_error);

      line->is_new_id = !row_names_id (columns, row);
      if (record != NULL && line->is_new_id)
        set_derived_id (record);
      g_ptr_array_add (lines, line);
    }
  return TRUE;
}

/**
 * soleus_csv_archive_read:
 * @path: a table, or a folder of tables as soleus_csv_archive_save() made it
 * @resolve: (nullable): finds a record that a column names
 *
 * Returns: (transfer full) (element-type SoleusImportLine): its records in an order in which references point backwards,
 *   or %NULL with a sentence in @error if there is no table to read
 */
GPtrArray *
soleus_csv_archive_read (const char         *path,
                         SoleusResolveFunc   resolve,
                         gpointer            user_data,
                         GError            **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  gboolean found = FALSE;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return read_table (path, FALSE, lines, resolve, user_data, error) ? g_steal_pointer (&lines) : NULL;

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (kinds[i]->plural, ".csv", NULL);
      g_autofree char *table = g_build_filename (path, name, NULL);

      if (!g_file_test (table, G_FILE_TEST_EXISTS))
        continue;
      found = TRUE;
      if (!read_table (table, TRUE, lines, resolve, user_data, error))
        return NULL;
    }
  if (!found)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("There are no tables in “%s”."), path);
      return NULL;
    }
  return g_steal_pointer (&lines);
}
