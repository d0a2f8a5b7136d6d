#include "soleus-config.h"

#include "soleus-audit-list.h"

#include <glib/gi18n-lib.h>

#include "soleus-audit-reader.h"
#include "soleus-clinic-private.h"
#include "soleus-clinic-versions.h"
#include "soleus-csv.h"

/* Rows that were shown stay known up to this many. */
#define MOST_ROWS 512

struct _SoleusAuditRow {
  GObject       parent_instance;
  SoleusClinic *clinic;   /* (owned) */
  gint64        seq;
  gboolean      is_read;
  char         *title;
  char         *subtitle;
  char         *page;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusAuditRow, soleus_audit_row, G_TYPE_OBJECT)

static void
soleus_audit_row_finalize (GObject *object)
{
  SoleusAuditRow *self = SOLEUS_AUDIT_ROW (object);

  g_clear_object (&self->clinic);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->page);

  G_OBJECT_CLASS (soleus_audit_row_parent_class)->finalize (object);
}

static void
soleus_audit_row_class_init (SoleusAuditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_audit_row_finalize;
}

static void
soleus_audit_row_init (SoleusAuditRow *self)
{
}

/* --- words --- */

static const char *
get_action_label (const char *action)
{
  static const struct {
    const char *action;
    const char *label;
  } labels[] = {
    { "add", N_("Added") }, { "change", N_("Changed") }, { "void", N_("Made void") }, { "view", N_("Looked at") }, { "print", N_("Printed") },
    { "export", N_("Exported") }, { "import", N_("Imported") }, { "backup", N_("Backed up") }, { "restore", N_("Restored a backup") },
    { "erase", N_("Erased") }, { "restrict", N_("Restricted") }, { "unrestrict", N_("Restriction lifted") }, { "lock", N_("Locked") },
    { "unlock", N_("Unlocked") }, { "encrypt", N_("Encrypted the clinic file") }, { "decrypt", N_("Removed the encryption") },
    { "damaged-journal", N_("Found changes that could not be read") },
    { "protocol", N_("Wrote a line of the clinic in the protocol") }, { "protocol-remove", N_("Removed a line of the clinic from the protocol") },
    { "protocol-exercise", N_("Wrote an exercise of the clinic in the protocol") },
    { "protocol-exercise-remove", N_("Removed an exercise of the clinic from the protocol") },
    { "protocol-part", N_("Wrote a part of the clinic in the protocol") },
    { "protocol-part-remove", N_("Removed a part of the clinic from the protocol") },
    { "protocol-undo", N_("Took back a change of the clinic’s part of the protocol") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].action, action))
      return _(labels[i].label);
  return action;
}

/* "Visit, Sat 22 Nov 2025, 18:40 (Mara Swiftwater)" */
static char *
dup_about (SoleusClinic          *clinic,
           const SoleusReadEntry *entry)
{
  const SoleusRecordKind *kind = entry->kind != NULL ? soleus_record_find_kind (entry->kind) : NULL;
  g_autoptr (SoleusRecord) record = kind != NULL && entry->record != NULL ? soleus_clinic_find (clinic, kind, entry->record, NULL) : NULL;
  g_autoptr (SoleusRecord) athlete = NULL;
  g_autofree char *name = NULL;

  if (record == NULL)
    return kind != NULL ? g_strdup_printf (_("%s, no longer here"), g_dgettext (GETTEXT_PACKAGE, kind->label)) : g_strdup (entry->kind);
  name = soleus_clinic_dup_record_name (clinic, record);
  if (soleus_record_find_field (record, "athlete") != NULL && soleus_record_get_text (record, "athlete") != NULL)
    athlete = soleus_clinic_find (clinic, &soleus_athlete_kind, soleus_record_get_text (record, "athlete"), NULL);
  /* TRANSLATORS: a record and whose it is: “Visit, Sat 22 Nov 2025, 18:40 (Mara Swiftwater)” */
  return athlete != NULL ? g_strdup_printf (_("%s (%s)"), name, soleus_record_get_text (athlete, "name")) : g_steal_pointer (&name);
}

static char *
dup_author (SoleusClinic *clinic,
            const char   *id)
{
  g_autoptr (SoleusRecord) therapist = id != NULL ? soleus_clinic_find (clinic, &soleus_therapist_kind, id, NULL) : NULL;

  return g_strdup (therapist != NULL ? soleus_record_get_text (therapist, "name") : _("Soleus"));
}

static char *
dup_subtitle (SoleusClinic          *clinic,
              const SoleusReadEntry *entry)
{
  g_autofree char *when = soleus_instant_format (entry->at, _("%a %-d %b %Y, %H:%M"));
  g_autofree char *author = dup_author (clinic, entry->therapist);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, _("%s · %s"), when, author);
  if (entry->revision > 1)
    {
      g_autofree char *version = g_strdup_printf (_("Version %d"), (int) entry->revision);

      g_string_append_printf (text, " · %s", version);
    }
  if (entry->detail != NULL)
    g_string_append_printf (text, " · %s", entry->detail);
  return g_strdup (text->str);
}

static void
read_row (SoleusAuditRow *self)
{
  g_autoptr (SoleusReadEntry) entry = NULL;
  g_autofree char *about = NULL;
  const char *action;

  if (self->is_read)
    return;
  self->is_read = TRUE;
  entry = soleus_audit_reader_read (soleus_store_get_connection (self->clinic->store), self->seq, NULL);
  if (entry == NULL)
    {
      self->title = g_strdup (_("This entry is missing"));
      self->subtitle = g_strdup_printf (_("Entry %d"), (int) self->seq);
      return;
    }
  action = get_action_label (entry->action);
  about = dup_about (self->clinic, entry);
  /* TRANSLATORS: what was done, and to what: “Changed: Mara Swiftwater” */
  self->title = about != NULL ? g_strdup_printf (_("%s: %s"), action, about) : g_strdup (action);
  self->subtitle = dup_subtitle (self->clinic, entry);
  if (entry->record != NULL && entry->kind != NULL && soleus_record_find_kind (entry->kind) != NULL)
    self->page = g_strdup_printf ("versions:%s:%s", entry->kind, entry->record);
}

const char *
soleus_audit_row_get_title (SoleusAuditRow *self)
{
  read_row (self);
  return self->title;
}

const char *
soleus_audit_row_get_subtitle (SoleusAuditRow *self)
{
  read_row (self);
  return self->subtitle;
}

const char *
soleus_audit_row_get_page (SoleusAuditRow *self)
{
  read_row (self);
  return self->page;
}

/* --- the list --- */

struct _SoleusAuditList {
  GObject       parent_instance;
  SoleusClinic *clinic;  /* (owned) */
  GArray       *numbers; /* (owned) (element-type gint64) newest first */
  GHashTable   *rows;    /* (owned) (element-type gint64 SoleusAuditRow) what was asked for */
};

static GType
soleus_audit_list_get_item_type (GListModel *model)
{
  return SOLEUS_TYPE_AUDIT_ROW;
}

static guint
soleus_audit_list_get_n_items (GListModel *model)
{
  return SOLEUS_AUDIT_LIST (model)->numbers->len;
}

static gpointer
soleus_audit_list_get_item (GListModel *model,
                            guint       position)
{
  SoleusAuditList *self = SOLEUS_AUDIT_LIST (model);
  SoleusAuditRow *row;
  gint64 seq;

  if (position >= self->numbers->len)
    return NULL;
  seq = g_array_index (self->numbers, gint64, position);
  row = g_hash_table_lookup (self->rows, &seq);
  if (row != NULL)
    return g_object_ref (row);
  if (g_hash_table_size (self->rows) >= MOST_ROWS)
    g_hash_table_remove_all (self->rows);
  row = g_object_new (SOLEUS_TYPE_AUDIT_ROW, NULL);
  row->clinic = g_object_ref (self->clinic);
  row->seq = seq;
  g_hash_table_insert (self->rows, g_memdup2 (&seq, sizeof seq), g_object_ref (row));
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = soleus_audit_list_get_item_type;
  iface->get_n_items = soleus_audit_list_get_n_items;
  iface->get_item = soleus_audit_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusAuditList, soleus_audit_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
soleus_audit_list_finalize (GObject *object)
{
  SoleusAuditList *self = SOLEUS_AUDIT_LIST (object);

  g_clear_object (&self->clinic);
  g_array_unref (self->numbers);
  g_hash_table_unref (self->rows);

  G_OBJECT_CLASS (soleus_audit_list_parent_class)->finalize (object);
}

static void
soleus_audit_list_class_init (SoleusAuditListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_audit_list_finalize;
}

static void
soleus_audit_list_init (SoleusAuditList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

/**
 * soleus_audit_list_new:
 *
 * Returns: (transfer full): the whole audit of the clinic, newest first
 */
SoleusAuditList *
soleus_audit_list_new (SoleusClinic *clinic)
{
  SoleusAuditList *self = g_object_new (SOLEUS_TYPE_AUDIT_LIST, NULL);

  self->clinic = g_object_ref (clinic);
  soleus_audit_list_set_filter (self, SOLEUS_AUDIT_SUBJECT_ALL, NULL, NULL, SOLEUS_UNKNOWN_INSTANT);
  return self;
}

/**
 * soleus_audit_list_set_filter:
 * @subject: what it is about
 * @therapist: (nullable): by whom
 * @athletes: (nullable): about whom; an empty list fits nobody
 * @since: from when on, or %SOLEUS_UNKNOWN_INSTANT
 *
 * Lists the entries that fit, with what was entered since.
 */
void
soleus_audit_list_set_filter (SoleusAuditList    *self,
                              SoleusAuditSubject  subject,
                              const char         *therapist,
                              const char *const  *athletes,
                              SoleusInstant       since)
{
  static const char *const changes[] = {
    "add", "change", "void", "import", "protocol", "protocol-remove", "protocol-exercise", "protocol-exercise-remove", "protocol-part",
    "protocol-part-remove", "protocol-undo", NULL,
  };
  static const char *const views[] = { "view", NULL };
  static const char *const papers[] = { "print", "export", NULL };
  static const char *const file[] = { "backup", "restore", "erase", "restrict", "unrestrict", "encrypt", "decrypt", "damaged-journal", NULL };
  const char *const *const actions[] = {
    [SOLEUS_AUDIT_SUBJECT_CHANGES] = changes, [SOLEUS_AUDIT_SUBJECT_VIEWS] = views, [SOLEUS_AUDIT_SUBJECT_PAPERS] = papers,
    [SOLEUS_AUDIT_SUBJECT_DECISIONS] = NULL, [SOLEUS_AUDIT_SUBJECT_FILE] = file,
  };
  SoleusAuditFilter filter = { therapist, actions[subject], subject == SOLEUS_AUDIT_SUBJECT_DECISIONS ? "override" : NULL, athletes, since };
  GArray *numbers = soleus_audit_reader_list (soleus_store_get_connection (self->clinic->store), &filter, NULL);
  guint n_before = self->numbers->len;

  if (numbers == NULL)
    numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_unref (self->numbers);
  self->numbers = numbers;
  g_hash_table_remove_all (self->rows);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, numbers->len);
}

/**
 * soleus_audit_list_dup_csv:
 *
 * Returns: (transfer full): the listed entries as comma-separated text, newest first
 */
char *
soleus_audit_list_dup_csv (SoleusAuditList *self)
{
  static const char *const columns[] = { "number", "time", "therapist", "action", "kind", "record", "version", "remark", "hash" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    soleus_csv_append_field (text, columns[i], i == 0);
  g_string_append (text, "\r\n");
  for (guint i = 0; i < self->numbers->len; i++)
    {
      gint64 seq = g_array_index (self->numbers, gint64, i);
      g_autoptr (SoleusReadEntry) entry = soleus_audit_reader_read (soleus_store_get_connection (self->clinic->store), seq, NULL);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
      g_autofree char *revision = entry != NULL && entry->revision > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->revision) : NULL;
      g_autofree char *time = entry != NULL ? soleus_instant_to_iso8601 (entry->at) : NULL;
      g_autofree char *author = entry != NULL ? dup_author (self->clinic, entry->therapist) : NULL;
      const char *const fields[] = {
        number, time, author, entry != NULL ? entry->action : NULL, entry != NULL ? entry->kind : NULL, entry != NULL ? entry->record : NULL,
        revision, entry != NULL ? entry->detail : NULL, entry != NULL ? entry->hash : NULL,
      };

      for (gsize k = 0; k < G_N_ELEMENTS (fields); k++)
        soleus_csv_append_field (text, fields[k], k == 0);
      g_string_append (text, "\r\n");
    }
  return g_strdup (text->str);
}
