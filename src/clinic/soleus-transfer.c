#include "soleus-config.h"

#include "soleus-transfer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-clinic-backup.h"
#include "soleus-change-private.h"
#include "soleus-clinic-private.h"
#include "soleus-content-hash.h"
#include "soleus-error.h"
#include "soleus-transfer-extras.h"
#include "soleus-treatment.h"

/* An import on its way: one change, committed at once. */
typedef struct {
  SoleusClinic       *clinic;
  SoleusChange       *change;
  SoleusImportReport *report;
  GHashTable         *accepted; /* (element-type utf8 utf8) ids of records of this import */
  GHashTable         *authors;  /* (element-type utf8 utf8) ids of therapists that are known to be here or to come along */
  GPtrArray          *added;    /* (element-type SoleusImportLine) lines that are part of the change */
  GPtrArray          *extras;   /* (element-type SoleusImportLine) lines that are no records */
} Import;

static void
remark_free (SoleusImportRemark *remark)
{
  g_free (remark->place);
  g_free (remark->message);
  g_free (remark);
}

void
soleus_import_report_free (SoleusImportReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

static void
add_remark (Import       *import,
            const char   *place,
            const char   *message,
            gboolean      skipped,
            gboolean      by_rule)
{
  SoleusImportRemark *remark = g_new0 (SoleusImportRemark, 1);

  remark->place = g_strdup (place);
  remark->message = g_strdup (message);
  remark->skipped = skipped;
  remark->by_rule = by_rule;
  if (skipped)
    import->report->n_skipped++;
  else
    import->report->n_refused++;
  g_ptr_array_add (import->report->remarks, remark);
}

/* Stamps of when and by whom a record was written here say nothing about what it holds. */
static gboolean
is_stamp (const char *field)
{
  static const char *const stamps[] = { "revision", "created-at", "created-by", "updated-at", "updated-by", NULL };

  return g_strv_contains (stamps, field);
}

static gboolean
has_same_content (SoleusRecord *a,
                  SoleusRecord *b)
{
  guint n_fields = soleus_record_get_n_fields (a);

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = soleus_record_get_field (a, i)->name;
      g_autofree char *text_a = NULL;
      g_autofree char *text_b = NULL;

      if (is_stamp (name))
        continue;
      text_a = soleus_record_dup_as_text (a, name);
      text_b = soleus_record_dup_as_text (b, name);
      if (g_strcmp0 (text_a, text_b) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Files without identifiers meet what is there by what makes a record this one. */
static SoleusRecord *
find_by_nature (Import       *import,
                SoleusRecord *record)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (record);
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);
  g_autoptr (GPtrArray) found = NULL;

  if (SOLEUS_IS_ATHLETE (record))
    {
      if (!soleus_record_is_known (record, "name"))
        return NULL;
      soleus_query_where_text (query, "name", SOLEUS_QUERY_EQUAL, soleus_record_get_text (record, "name"));
      if (soleus_record_is_known (record, "born"))
        soleus_query_where_text (query, "born", SOLEUS_QUERY_EQUAL, soleus_record_get_text (record, "born"));
    }
  else if (SOLEUS_IS_CHECK_IN (record) && soleus_record_is_known (record, "athlete") && soleus_record_is_known (record, "date"))
    {
      soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, soleus_record_get_text (record, "athlete"));
      soleus_query_where_text (query, "date", SOLEUS_QUERY_EQUAL, soleus_record_get_text (record, "date"));
    }
  else
    {
      return NULL;
    }
  found = soleus_clinic_list (import->clinic, query, NULL);
  return found != NULL && found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

static SoleusRecord *
find_stored (Import            *import,
             SoleusImportLine  *line,
             GError           **error)
{
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (GError) local_error = NULL;

  stored = soleus_clinic_find (import->clinic, soleus_record_get_kind (line->record), soleus_record_get_id (line->record), &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (stored == NULL && line->is_new_id)
    return find_by_nature (import, line->record);
  return g_steal_pointer (&stored);
}

static gboolean
reference_exists (Import                  *import,
                  const SoleusRecordKind  *kind,
                  const char              *id)
{
  g_autoptr (SoleusRecord) stored = NULL;

  if (g_hash_table_contains (import->accepted, id))
    return TRUE;
  stored = soleus_clinic_find (import->clinic, kind, id, NULL);
  return stored != NULL;
}

static gboolean
check_reference (Import             *import,
                 const SoleusField  *field,
                 const char         *id,
                 GError            **error)
{
  const SoleusRecordKind *kind = soleus_record_find_kind (field->reference);

  if (id == NULL || reference_exists (import, kind, id))
    return TRUE;
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: there is no such record, neither here nor in the file (%s)."),
               soleus_field_get_label (field), id);
  return FALSE;
}

static gboolean
check_references (Import        *import,
                  SoleusRecord  *record,
                  GError       **error)
{
  guint n_fields = soleus_record_get_n_fields (record);

  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);
      const char *const *ids;

      if (field->reference == NULL || is_stamp (field->name))
        continue;
      if (field->type == SOLEUS_FIELD_ID && !check_reference (import, field, soleus_record_get_text (record, field->name), error))
        return FALSE;
      ids = field->type == SOLEUS_FIELD_IDS ? soleus_record_get_ids (record, field->name) : NULL;
      for (gsize j = 0; ids != NULL && ids[j] != NULL; j++)
        if (!check_reference (import, field, ids[j], error))
          return FALSE;
    }
  return TRUE;
}

/* The letterhead and the rules of this clinic stay its own once they are set, also where the rules begin later only. */
static gboolean
is_settled_here (Import       *import,
                 SoleusRecord *record)
{
  g_autoptr (SoleusQuery) query = NULL;

  if (SOLEUS_IS_CLINIC_PROFILE (record))
    return soleus_record_get_revision (soleus_clinic_get_profile (import->clinic)) > 0;
  if (!SOLEUS_IS_POLICY (record))
    return FALSE;
  query = soleus_query_new (&soleus_policy_kind);
  return soleus_clinic_count (import->clinic, query, NULL) != 0;
}

/* (nullable): what is planned was not given, and is planned anew by whoever has the visit before them: an import cannot be given a reason. */
static char *
dup_plan (Import       *import,
          SoleusRecord *record)
{
  const SoleusMoment *at = SOLEUS_IS_TREATMENT (record) ? soleus_record_get_moment (record, "at") : NULL;
  g_autofree char *when = NULL;

  if (at == NULL || soleus_moment_get_earliest (at) <= soleus_clinic_get_now (import->clinic))
    return NULL;
  when = soleus_instant_format (at->instant, at->precision == SOLEUS_PRECISION_DAY ? _("%a %-d %b %Y") : _("%a %-d %b %Y, %H:%M"));
  return g_strdup_printf (_("It was planned for %s and not given yet. Plan it anew in the visit, for later or with a reason."), when);
}

static void
refuse_line (Import           *import,
             SoleusImportLine *line,
             const GError     *error)
{
  gboolean by_rule = g_error_matches (error, SOLEUS_ERROR, SOLEUS_ERROR_REFUSED);
  g_autofree char *plan = by_rule && line->record != NULL ? dup_plan (import, line->record) : NULL;
  g_autofree char *message = g_strjoin (" ", error->message, plan, NULL);

  add_remark (import, line->place, message, FALSE, by_rule);
}

/* A kept copy that is another one, or none, would be damage from the first day on. */
static gboolean
check_kept_copy (Import            *import,
                 SoleusImportLine  *line,
                 GError           **error)
{
  const char *hash = soleus_record_get_text (line->record, "content-hash");
  g_autofree char *found = line->blob != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, line->blob) : NULL;
  g_autoptr (GBytes) present = NULL;

  if (found != NULL && g_strcmp0 (found, hash) == 0)
    return TRUE;
  if (found != NULL)
    {
      g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The document in the file is not the one that was issued: it was changed."));
      return FALSE;
    }
  present = soleus_clinic_get_blob (import->clinic, hash, NULL);
  if (present != NULL)
    return TRUE;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                       _("The file says that there was a document, and does not hold it. Export the other clinic as an archive (JSON), which does."));
  return FALSE;
}

/* whether everyone who wrote a revision is here or comes along */
static gboolean
has_authors (Import    *import,
             GPtrArray *history)
{
  static const char *const stamps[] = { "created-by", "updated-by" };

  for (guint i = 0; i < history->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (stamps); j++)
      {
        const char *id = soleus_record_get_text (history->pdata[i], stamps[j]);

        if (!g_hash_table_contains (import->authors, id) && !reference_exists (import, &soleus_therapist_kind, id))
          return FALSE;
        g_hash_table_add (import->authors, g_strdup (id));
      }
  return TRUE;
}

static void
add_line (Import           *import,
          SoleusImportLine *line)
{
  /* a record begins anew here, with the stamps of this clinic, unless it brings its whole history along */
  soleus_record_set_int (line->record, "revision", 0);
  soleus_record_set_moment (line->record, "created-at", NULL);
  soleus_record_set_text (line->record, "created-by", NULL);
  soleus_record_set_moment (line->record, "updated-at", NULL);
  soleus_record_set_text (line->record, "updated-by", NULL);
  soleus_change_add (import->change, line->record);
  if (line->history != NULL && has_authors (import, line->history))
    _soleus_change_add_history (import->change, soleus_record_get_id (line->record), line->history);
  if (line->blob != NULL)
    soleus_change_add_blob (import->change, line->blob);
  g_hash_table_add (import->accepted, g_strdup (soleus_record_get_id (line->record)));
  g_ptr_array_add (import->added, line);
}

static gboolean
take_line (Import            *import,
           SoleusImportLine  *line,
           GError           **error)
{
  g_autoptr (SoleusRecord) stored = NULL;
  g_autoptr (GError) reason = NULL;

  if (line->extra != NULL)
    {
      import->report->n_read++;
      g_ptr_array_add (import->extras, line);
      return TRUE;
    }
  if (line->record == NULL)
    {
      /* a column that is no field is left out; it is no record */
      gboolean skipped = g_error_matches (line->error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND) && g_strrstr (line->place, "column ") != NULL;

      import->report->n_read += !skipped;
      add_remark (import, line->place, line->error->message, skipped, FALSE);
      return TRUE;
    }
  import->report->n_read++;
  stored = find_stored (import, line, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (g_hash_table_contains (import->accepted, soleus_record_get_id (line->record)))
    add_remark (import, line->place, _("The same record stands further up in the file."), TRUE, FALSE);
  else if (stored != NULL && (line->is_new_id || has_same_content (stored, line->record)))
    add_remark (import, line->place, _("This record is already here."), TRUE, FALSE);
  else if (stored != NULL)
    add_remark (import, line->place, _("This record is already here with other content. It was left as it is here."), FALSE, FALSE);
  else if (is_settled_here (import, line->record))
    add_remark (import, line->place, _("This clinic has its own letterhead and rules. They were left as they are."), TRUE, FALSE);
  else if (!soleus_record_check (line->record, soleus_clinic_get_now (import->clinic), &reason) ||
           !check_references (import, line->record, &reason) ||
           (SOLEUS_IS_ISSUED_DOCUMENT (line->record) && !check_kept_copy (import, line, &reason)))
    refuse_line (import, line, reason);
  else
    add_line (import, line);
  return TRUE;
}

static char *
resolve (const SoleusRecordKind  *kind,
         const char              *text,
         gpointer                 user_data,
         GError                 **error)
{
  g_autoptr (SoleusRecord) record = soleus_clinic_resolve (user_data, kind, text, error);

  return record != NULL ? g_strdup (soleus_record_get_id (record)) : NULL;
}

typedef enum { STEP_DRAWINGS, STEP_CONTENT, STEP_DRAFTS, STEP_RESTRICTIONS, N_STEPS } Step;

/* The clinic's drawings come before the files that name them, restrictions last: nothing is added to restricted records. */
static Step
find_step (const SoleusArchiveExtra *extra)
{
  switch (extra->type)
    {
    case SOLEUS_ARCHIVE_DRAFT:
      return STEP_DRAFTS;
    case SOLEUS_ARCHIVE_RESTRICTION:
      return STEP_RESTRICTIONS;
    case SOLEUS_ARCHIVE_CONTENT:
    default:
      return strchr (extra->name, '/') != NULL ? STEP_DRAWINGS : STEP_CONTENT;
    }
}

static void
take_extras (Import *import)
{
  for (Step step = 0; step < N_STEPS; step++)
    for (guint i = 0; i < import->extras->len; i++)
      {
        SoleusImportLine *line = import->extras->pdata[i];
        g_autoptr (GError) reason = NULL;
        gboolean is_here;

        if (find_step (line->extra) != step)
          continue;
        if (!soleus_transfer_take_extra (import->clinic, line->extra, &is_here, &reason))
          refuse_line (import, line, reason);
        else if (is_here)
          add_remark (import, line->place, _("This is already here."), TRUE, FALSE);
        else
          import->report->n_imported++;
      }
}

static gboolean
commit_added (Import  *import,
              GError **error)
{
  /* there is nothing to go back to in a clinic that was just made */
  if (!soleus_clinic_is_new (import->clinic) && !soleus_clinic_back_up_before (import->clinic, "before-import", error))
    return FALSE;
  if (!soleus_clinic_commit (import->clinic, import->change, error))
    return FALSE;
  for (guint i = 0; i < import->added->len; i++)
    {
      SoleusImportLine *line = import->added->pdata[i];
      const GError *refusal = soleus_change_get_refusal (import->change, soleus_record_get_id (line->record));

      if (refusal != NULL)
        refuse_line (import, line, refusal);
      else
        import->report->n_imported++;
    }
  return TRUE;
}

static gboolean
run_import (Import     *import,
            GPtrArray  *lines,
            GError    **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      SoleusImportLine *line = lines->pdata[i];

      if (line->record != NULL && SOLEUS_IS_THERAPIST (line->record) && soleus_record_check (line->record, soleus_clinic_get_now (import->clinic), NULL))
        g_hash_table_add (import->authors, g_strdup (soleus_record_get_id (line->record)));
    }
  for (guint i = 0; i < lines->len; i++)
    if (!take_line (import, lines->pdata[i], error))
      return FALSE;
  if (import->added->len > 0 && !commit_added (import, error))
    return FALSE;
  take_extras (import);
  return TRUE;
}

/**
 * soleus_transfer_import:
 * @path: a file or folder in any format that can be read
 *
 * Imports every record that the rules allow in one transaction. A record that is here already is skipped, so that a
 * second import of the same file changes nothing; one that cannot be, or that a safety rule forbids, is refused with the
 * reason and the rest goes on without it.
 *
 * Returns: (transfer full): what became of every line, or %NULL with @error set and nothing imported
 */
SoleusImportReport *
soleus_transfer_import (SoleusClinic  *clinic,
                        const char    *path,
                        GError       **error)
{
  const SoleusFormat *format = soleus_format_find_for (path);
  g_autoptr (GPtrArray) lines = format->read (path, resolve, clinic, error);
  g_autoptr (SoleusImportReport) report = NULL;
  Import import = { clinic };
  gboolean done;

  if (lines == NULL)
    return NULL;
  report = g_new0 (SoleusImportReport, 1);
  report->remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  import.report = report;
  import.change = soleus_change_new ();
  import.accepted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import.authors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  import.added = g_ptr_array_new ();
  import.extras = g_ptr_array_new ();
  soleus_change_set_import (import.change);
  done = run_import (&import, lines, error);
  g_object_unref (import.change);
  g_hash_table_unref (import.accepted);
  g_hash_table_unref (import.authors);
  g_ptr_array_unref (import.added);
  g_ptr_array_unref (import.extras);
  return done ? g_steal_pointer (&report) : NULL;
}

/* An export on its way. */
typedef struct {
  SoleusClinic *clinic;
  const char   *athlete; /* (nullable): everyone */
  gboolean      is_complete;
  const SoleusFormat *format;
} Export;

static gboolean
has_athlete (const SoleusRecordKind *kind)
{
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, "athlete"))
      return TRUE;
  return FALSE;
}

static GPtrArray *
list_records (const SoleusRecordKind  *kind,
              gpointer                 user_data,
              GError                 **error)
{
  Export *export = user_data;
  g_autoptr (SoleusQuery) query = soleus_query_new (kind);

  if (export->athlete != NULL && has_athlete (kind))
    soleus_query_where_text (query, "athlete", SOLEUS_QUERY_EQUAL, export->athlete);
  else if (export->athlete != NULL && kind == &soleus_athlete_kind)
    soleus_query_where_text (query, "id", SOLEUS_QUERY_EQUAL, export->athlete);
  if (export->is_complete)
    soleus_query_include_void (query);
  soleus_query_order_by (query, "created-at", FALSE);
  soleus_query_order_by (query, "id", FALSE);
  return soleus_clinic_list (export->clinic, query, error);
}

static GBytes *
find_blob (const char *hash,
           gpointer    user_data)
{
  Export *export = user_data;

  return soleus_clinic_get_blob (export->clinic, hash, NULL);
}

static GPtrArray *
list_windows (const char *athlete_id,
              gpointer    user_data)
{
  Export *export = user_data;
  g_autoptr (SoleusAssessment) assessment = soleus_clinic_assess (export->clinic, athlete_id, soleus_clinic_get_now (export->clinic), NULL);

  return assessment != NULL ? g_ptr_array_ref (soleus_assessment_get_windows (assessment)) : NULL;
}

static GPtrArray *
list_history (SoleusRecord  *record,
              gpointer       user_data,
              GError       **error)
{
  Export *export = user_data;

  return soleus_clinic_list_versions (export->clinic, soleus_record_get_kind (record), soleus_record_get_id (record), error);
}

static GPtrArray *
list_extras (gpointer user_data)
{
  Export *export = user_data;

  return soleus_transfer_list_extras (export->clinic, export->athlete);
}

static gboolean
note_export (SoleusClinic  *clinic,
             const char    *athlete_id,
             const char    *detail,
             GError       **error)
{
  if (soleus_clinic_is_read_only (clinic))
    return TRUE;
  return soleus_clinic_note (clinic, "export", athlete_id != NULL ? "athlete" : NULL, athlete_id, detail, error);
}

static gboolean
note_written (gpointer   user_data,
              GError   **error)
{
  Export *export = user_data;

  return note_export (export->clinic, export->athlete, export->format->id, error);
}

static SoleusExportSource
create_source (Export  *export,
               char   **head)
{
  SoleusExportSource source = { list_records, find_blob, list_windows, list_history, list_extras, export, soleus_clinic_get_now (export->clinic) };

  *head = soleus_content_hash_dup_head (soleus_store_get_connection (export->clinic->store), &source.changed_at);
  source.audit_head = *head;
  return source;
}

/**
 * soleus_transfer_export:
 * @format: how
 * @path: where to
 * @athlete_id: (nullable): whose records; %NULL is the whole clinic
 *
 * Returns: %FALSE with a sentence in @error, and nothing left half-written
 */
gboolean
soleus_transfer_export (SoleusClinic        *clinic,
                        const SoleusFormat  *format,
                        const char          *path,
                        const char          *athlete_id,
                        GError             **error)
{
  Export export = { clinic, athlete_id, format->is_complete, format };
  g_autofree char *head = NULL;
  SoleusExportSource source = create_source (&export, &head);

  source.note = note_written;
  return soleus_format_write (format, &source, path, error);
}

/**
 * soleus_transfer_export_stream:
 * @format: one that is a single file
 *
 * Returns: as soleus_transfer_export()
 */
gboolean
soleus_transfer_export_stream (SoleusClinic        *clinic,
                               const SoleusFormat  *format,
                               GOutputStream       *stream,
                               const char          *athlete_id,
                               GError             **error)
{
  Export export = { clinic, athlete_id, format->is_complete, format };
  g_autofree char *head = NULL;
  SoleusExportSource source = create_source (&export, &head);

  g_return_val_if_fail (format->write_stream != NULL, FALSE);

  return format->write_stream (&source, stream, error) && note_export (clinic, athlete_id, format->id, error);
}

/**
 * soleus_transfer_dup_content_hash:
 *
 * Returns: (transfer full): SHA-256 over all that the clinic holds, as soleus_content_hash_compute() says, or %NULL with @error set
 */
char *
soleus_transfer_dup_content_hash (SoleusClinic  *clinic,
                                  GError       **error)
{
  return soleus_content_hash_compute (soleus_store_get_connection (clinic->store), error);
}
