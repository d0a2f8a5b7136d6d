#include "soleus-config.h"

#include "soleus-clinic-versions.h"

#include <glib/gi18n-lib.h>

#include "soleus-clinic-private.h"
#include "soleus-error.h"

static void
difference_free (gpointer data)
{
  SoleusDifference *difference = data;

  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

void
soleus_version_free (SoleusVersion *version)
{
  g_clear_object (&version->record);
  g_free (version->author);
  g_clear_pointer (&version->differences, g_ptr_array_unref);
  g_free (version);
}

static char *
dup_moment (const SoleusMoment *moment)
{
  /* TRANSLATORS: date and clock time with the year, “Sat 22 Nov 2025, 18:40” (g_date_time_format) */
  g_autofree char *text = soleus_instant_format (moment->instant, moment->precision == SOLEUS_PRECISION_DAY ? _("%a %-d %b %Y") : _("%a %-d %b %Y, %H:%M"));

  return moment->precision == SOLEUS_PRECISION_ABOUT ? g_strdup_printf (_("about %s"), text) : g_steal_pointer (&text);
}

static char *
dup_answers (const SoleusAnswers   *answers,
             const SoleusCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      SoleusAnswer answer = soleus_answers_get (answers, catalogue->rows[i].id);

      if (answer != SOLEUS_ANSWER_UNKNOWN)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? ", " : "", soleus_catalogue_row_get_label (&catalogue->rows[i]),
                                soleus_enum_get_label (SOLEUS_TYPE_ANSWER, answer));
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * soleus_clinic_dup_record_name:
 * @record: any record
 *
 * Returns: (transfer full): what it is called in one line: its name or title, else its kind and when it was
 */
char *
soleus_clinic_dup_record_name (SoleusClinic *self,
                               SoleusRecord *record)
{
  static const char *const names[] = { "name", "title" };
  static const char *const choices[] = { "modality", "test", "factor", "condition", "kind" };
  static const char *const times[] = { "onset", "time", "at", "raised-at", "issued-at" };
  const char *label = g_dgettext (GETTEXT_PACKAGE, soleus_record_get_kind (record)->label);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const SoleusField *field = soleus_record_find_field (record, choices[i]);

      if (field != NULL && field->type == SOLEUS_FIELD_CHOICE && soleus_record_is_known (record, choices[i]))
        label = soleus_catalogue_get_label (field->catalogue (), soleus_record_get_text (record, choices[i]));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (soleus_record_find_field (record, names[i]) != NULL && soleus_record_is_known (record, names[i]))
      return g_strdup (soleus_record_get_text (record, names[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    if (soleus_record_find_field (record, times[i]) != NULL && soleus_record_get_moment (record, times[i]) != NULL)
      {
        g_autofree char *when = dup_moment (soleus_record_get_moment (record, times[i]));

        /* TRANSLATORS: kind of record and when: “Visit, Sat 22 Nov 2025, 18:40” */
        return g_strdup_printf (_("%s, %s"), label, when);
      }
  if (soleus_record_find_field (record, "date") != NULL && soleus_record_is_known (record, "date"))
    return g_strdup_printf (_("%s, %s"), label, soleus_record_get_text (record, "date"));
  return g_strdup (label);
}

/* the name of what an identifier stands for, or the identifier */
static char *
dup_reference (SoleusClinic      *self,
               const SoleusField *field,
               const char        *id)
{
  const SoleusRecordKind *kind = field->reference != NULL ? soleus_record_find_kind (field->reference) : NULL;
  g_autoptr (SoleusRecord) record = kind != NULL ? soleus_clinic_find (self, kind, id, NULL) : NULL;

  return record != NULL ? soleus_clinic_dup_record_name (self, record) : g_strdup (id);
}

static char *
dup_references (SoleusClinic      *self,
                const SoleusField *field,
                const char *const *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = dup_reference (self, field, ids[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
    }
  return g_strdup (text->str);
}

/**
 * soleus_clinic_dup_value:
 * @field: a field of @record
 *
 * Returns: (transfer full) (nullable): its value in words, %NULL where it is unknown
 */
char *
soleus_clinic_dup_value (SoleusClinic      *self,
                         SoleusRecord      *record,
                         const SoleusField *field)
{
  g_autofree char *text = NULL;

  if (!soleus_record_is_known (record, field->name))
    return NULL;
  switch (field->type)
    {
    case SOLEUS_FIELD_BOOL:
      return g_strdup (soleus_record_get_bool (record, field->name) ? _("yes") : _("no"));
    case SOLEUS_FIELD_ENUM:
      return g_strdup (soleus_enum_get_label (field->enum_type (), soleus_record_get_enum (record, field->name)));
    case SOLEUS_FIELD_CHOICE:
      return g_strdup (soleus_catalogue_get_label (field->catalogue (), soleus_record_get_text (record, field->name)));
    case SOLEUS_FIELD_ANSWERS:
      return dup_answers (soleus_record_get_answers (record, field->name), field->catalogue ());
    case SOLEUS_FIELD_MOMENT:
      return dup_moment (soleus_record_get_moment (record, field->name));
    case SOLEUS_FIELD_ID:
      return dup_reference (self, field, soleus_record_get_text (record, field->name));
    case SOLEUS_FIELD_IDS:
      return dup_references (self, field, soleus_record_get_ids (record, field->name));
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_INT:
    case SOLEUS_FIELD_REAL:
    case SOLEUS_FIELD_DATE:
    default:
      text = soleus_record_dup_as_text (record, field->name);
      return field->unit != NULL ? g_strdup_printf ("%s %s", text, field->unit) : g_steal_pointer (&text);
    }
}

/* who and when stand in the title of a version; hashes and the like say nothing to a person */
static gboolean
is_for_people (const SoleusField *field)
{
  static const char *const stamps[] = { "id", "revision", "created-at", "created-by", "updated-at", "updated-by", "content-hash", "key", NULL };

  return !g_strv_contains (stamps, field->name);
}

static GPtrArray *
compare (SoleusClinic *self,
         SoleusRecord *before,
         SoleusRecord *after)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  guint n_fields = soleus_record_get_n_fields (after);

  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (after, i);
      g_autofree char *old = before != NULL ? soleus_clinic_dup_value (self, before, field) : NULL;
      g_autofree char *new = soleus_clinic_dup_value (self, after, field);
      SoleusDifference *difference;

      if (!is_for_people (field) || g_strcmp0 (old, new) == 0)
        continue;
      difference = g_new0 (SoleusDifference, 1);
      difference->label = soleus_field_get_label (field);
      difference->before = g_steal_pointer (&old);
      difference->after = g_steal_pointer (&new);
      g_ptr_array_add (differences, difference);
    }
  return differences;
}

static char *
dup_author (SoleusClinic *self,
            const char   *id)
{
  g_autoptr (SoleusRecord) therapist = id != NULL ? soleus_clinic_find (self, &soleus_therapist_kind, id, NULL) : NULL;

  return therapist != NULL ? g_strdup (soleus_record_get_text (therapist, "name")) : NULL;
}

static void
free_version (gpointer data)
{
  soleus_version_free (data);
}

/**
 * soleus_clinic_read_versions:
 *
 * Returns: (transfer full) (element-type SoleusVersion): every version of the record, newest first, or %NULL with @error set
 */
GPtrArray *
soleus_clinic_read_versions (SoleusClinic            *self,
                             const SoleusRecordKind  *kind,
                             const char              *id,
                             GError                 **error)
{
  g_autoptr (GPtrArray) records = soleus_clinic_list_versions (self, kind, id, error);
  GPtrArray *versions;

  if (records == NULL)
    return NULL;
  versions = g_ptr_array_new_with_free_func (free_version);
  for (guint i = records->len; i > 0; i--)
    {
      SoleusRecord *record = records->pdata[i - 1];
      SoleusVersion *version = g_new0 (SoleusVersion, 1);

      version->record = g_object_ref (record);
      version->revision = soleus_record_get_revision (record);
      version->at = soleus_record_get_instant (record, "updated-at");
      version->author = dup_author (self, soleus_record_get_text (record, "updated-by"));
      version->differences = compare (self, i > 1 ? records->pdata[i - 2] : NULL, record);
      g_ptr_array_add (versions, version);
    }
  return versions;
}

/**
 * soleus_clinic_restore_version:
 * @version: one that is not the newest
 *
 * Saves what the record said then as a new version, through the same rules as any other change: what is signed stays, and the gate holds.
 *
 * Returns: %FALSE with a sentence in @error, and nothing changed
 */
gboolean
soleus_clinic_restore_version (SoleusClinic   *self,
                               SoleusVersion  *version,
                               GError        **error)
{
  const SoleusRecordKind *kind = soleus_record_get_kind (version->record);
  g_autoptr (SoleusRecord) present = soleus_clinic_find (self, kind, soleus_record_get_id (version->record), error);
  g_autoptr (SoleusRecord) copy = NULL;

  if (present == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This record is no longer in the clinic."));
      return FALSE;
    }
  copy = soleus_record_copy (version->record);
  soleus_record_set_int (copy, "revision", soleus_record_get_revision (present));
  return soleus_clinic_save (self, copy, error);
}
