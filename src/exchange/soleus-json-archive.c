#include "soleus-config.h"

#include "soleus-json-archive.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-issued-document.h"
#include "soleus-json-extra.h"
#include "soleus-json-guard.h"
#include "soleus-json-printer.h"
#include "soleus-json-record.h"
#include "soleus-record-others.h"

#define LARGEST_ARCHIVE ((gsize) 1 << 30)

static void
print_blob (SoleusPrinter            *printer,
            SoleusRecord             *record,
            const SoleusExportSource *source)
{
  g_autoptr (GBytes) blob = NULL;
  g_autofree char *base64 = NULL;
  gsize size;
  gconstpointer content;

  if (source->find_blob == NULL || soleus_record_get_kind (record) != &soleus_issued_document_kind)
    return;
  blob = source->find_blob (soleus_record_get_text (record, "content-hash"), source->user_data);
  if (blob == NULL)
    return;
  content = g_bytes_get_data (blob, &size);
  base64 = g_base64_encode (content, size);
  soleus_printer_add_text (printer, "content", NULL, base64);
}

/* The earlier revisions as they were; the members that are no fields here stand with the revision that brought them. */
static gboolean
print_history (SoleusPrinter             *printer,
               SoleusRecord              *record,
               const SoleusExportSource  *source,
               GError                   **error)
{
  g_autoptr (GPtrArray) history = source->list_history (record, source->user_data, error);

  if (history == NULL)
    return FALSE;
  if (history->len > 0)
    soleus_json_extra_write_other_members (printer, history->pdata[history->len - 1]);
  if (history->len < 2)
    return TRUE;
  soleus_printer_key (printer, "history", NULL);
  soleus_printer_begin_list (printer);
  for (guint i = 0; i + 1 < history->len; i++)
    {
      soleus_printer_begin_map (printer);
      soleus_printer_record_fields (printer, history->pdata[i]);
      soleus_json_extra_write_other_members (printer, history->pdata[i]);
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  return TRUE;
}

static gboolean
print_kind (SoleusPrinter             *printer,
            const SoleusRecordKind    *kind,
            const SoleusExportSource  *source,
            GError                   **error)
{
  g_autoptr (GPtrArray) records = source->list_records (kind, source->user_data, error);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    return TRUE;
  soleus_printer_key (printer, kind->plural, NULL);
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < records->len; i++)
    {
      soleus_printer_begin_map (printer);
      soleus_printer_record_fields (printer, records->pdata[i]);
      print_blob (printer, records->pdata[i], source);
      if (!print_history (printer, records->pdata[i], source, error))
        return FALSE;
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  return TRUE;
}

/**
 * soleus_json_archive_write:
 * @source: where the records come from
 * @stream: where they go, one record a line
 *
 * The same content makes the same bytes, whenever it is written.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_json_archive_write (const SoleusExportSource  *source,
                           GOutputStream             *stream,
                           GError                   **error)
{
  g_autoptr (SoleusJsonPrinter) json = soleus_json_printer_new (stream, 2);
  SoleusPrinter *printer = SOLEUS_PRINTER (json);
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  soleus_printer_begin_map (printer);
  soleus_printer_add_integer (printer, "schema", NULL, SOLEUS_JSON_ARCHIVE_SCHEMA);
  soleus_printer_add_text (printer, "archive", NULL, "soleus");
  soleus_printer_add_instant (printer, "changed-at", NULL, source->changed_at);
  soleus_printer_add_text (printer, "audit-head", NULL, source->audit_head);
  for (gsize i = 0; kinds[i] != NULL; i++)
    if (!print_kind (printer, kinds[i], source, error))
      return FALSE;
  soleus_json_extra_write (printer, source);
  soleus_printer_end (printer);
  return soleus_json_printer_finish (json, error);
}

static GBytes *
read_blob (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "content");
  gsize size;
  guchar *content;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  content = g_base64_decode (json_node_get_string (node), &size);
  return g_bytes_new_take (content, size);
}

static SoleusRecord *
read_revision (const SoleusRecordKind  *kind,
               JsonObject              *object,
               GError                 **error)
{
  g_autofree char *others = soleus_json_extra_dup_other_members (kind, object);
  SoleusRecord *record = soleus_json_record_read (kind, object, error);

  if (record != NULL)
    soleus_record_set_other_members (record, others);
  return record;
}

/* a revision as another clinic wrote it: numbered, with its time and its author */
static gboolean
is_stamped (SoleusRecord *revision,
            guint         number)
{
  return soleus_record_get_revision (revision) == number && soleus_record_is_known (revision, "created-at") &&
         soleus_record_is_known (revision, "created-by") && soleus_record_is_known (revision, "updated-at") && soleus_record_is_known (revision, "updated-by");
}

/* (nullable): all revisions, where the archive has them without a gap. What was made by hand has none and begins anew here. */
static GPtrArray *
read_history (SoleusRecord  *record,
              JsonObject    *object,
              GError       **error)
{
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func (g_object_unref);
  JsonNode *node = json_object_get_member (object, "history");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      SoleusRecord *revision = JSON_NODE_HOLDS_OBJECT (item) ? read_revision (soleus_record_get_kind (record), json_node_get_object (item), error) : NULL;

      if (revision != NULL)
        g_ptr_array_add (history, revision);
      if (revision == NULL || !is_stamped (revision, i + 1) || g_strcmp0 (soleus_record_get_id (revision), soleus_record_get_id (record)) != 0)
        {
          g_clear_error (error);
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Its earlier revision %u cannot be read, or is not one of this record."), i + 1);
          return NULL;
        }
    }
  if (!is_stamped (record, n + 1))
    return NULL;
  g_ptr_array_add (history, soleus_record_copy (record));
  return g_steal_pointer (&history);
}

/* What was written by hand names no identifier: a second import of the same file must meet the record of the first. */
static void
set_derived_id (SoleusRecord *record)
{
  g_autofree char *hash = NULL;
  g_autofree char *id = NULL;

  soleus_record_set_text (record, "id", NULL);
  hash = soleus_record_dup_content_hash (record);
  id = soleus_id_new_from_hash (hash);
  soleus_record_set_text (record, "id", id);
}

static void
read_kind (const SoleusRecordKind *kind,
           JsonArray              *array,
           GPtrArray              *lines)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (SoleusRecord) record = NULL;
      g_autoptr (GPtrArray) history = NULL;
      SoleusImportLine *line;
      gboolean is_new_id = FALSE;
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object == NULL)
        g_set_error (&error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("This is not a record."));
      else
        record = read_revision (kind, object, &error);
      is_new_id = object != NULL && (!json_object_has_member (object, "id") || json_object_get_null_member (object, "id"));
      if (record != NULL && is_new_id)
        set_derived_id (record);
      if (record != NULL)
        history = read_history (record, object, &error);
      if (error != NULL)
        g_clear_object (&record);
      line = soleus_import_line_new (g_strdup_printf ("%s %u", kind->plural, i + 1),
                                     g_steal_pointer (&record), g_steal_pointer (&error));
      line->history = g_steal_pointer (&history);
      line->is_new_id = is_new_id;
      if (object != NULL && kind == &soleus_issued_document_kind)
        line->blob = read_blob (object);
      g_ptr_array_add (lines, line);
    }
}

static gboolean
is_known_list (const char *name)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i]->plural, name))
      return TRUE;
  return soleus_json_extra_is_member (name);
}

/* A list that only a newer version knows is not taken over in silence. */
static void
add_unknown_lists (JsonObject *root,
                   GPtrArray  *lines)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (JSON_NODE_HOLDS_ARRAY (node) && !is_known_list (name))
      g_ptr_array_add (lines, soleus_import_line_new (g_strdup (name), NULL,
                                                      g_error_new (SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                                                                   _("This version of Soleus knows no such records: they stay in the file alone."))));
}

static gboolean
check_schema (JsonNode  *root,
              GError   **error)
{
  JsonNode *node;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) ||
      !(node = json_object_get_member (json_node_get_object (root), "schema")) ||
      !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("This is not an archive of Soleus: its first member should be \"schema\": 1."));
      return FALSE;
    }
  if (json_node_get_int (node) != SOLEUS_JSON_ARCHIVE_SCHEMA)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_TOO_NEW,
                   _("This archive has schema %" PRId64 ", and this version of Soleus reads schema 1. Use a newer version."),
                   json_node_get_int (node));
      return FALSE;
    }
  return TRUE;
}

/**
 * soleus_json_archive_read:
 * @path: a file that soleus_json_archive_save() wrote, or a list of the command line
 * @resolve: not used: an archive names records by identifier
 *
 * Returns: (transfer full) (element-type SoleusImportLine): its records in an order in which references point backwards,
 *   or %NULL with a sentence in @error if it is no archive at all
 */
GPtrArray *
soleus_json_archive_read (const char         *path,
                          SoleusResolveFunc   resolve,
                          gpointer            user_data,
                          GError            **error)
{
  gsize length;
  g_autofree char *text = soleus_format_load_text (path, LARGEST_ARCHIVE, &length, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_import_line_free);
  g_autoptr (GError) local_error = NULL;
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();
  JsonObject *root;

  if (text == NULL || !soleus_json_guard_check (text, length, LARGEST_ARCHIVE, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, length, &local_error))
    {
      g_autofree char *said = g_utf8_make_valid (local_error->message, -1); /* it quotes the file, and may cut a character in two */

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("“%s” is not valid JSON: %s"), path, said);
      return NULL;
    }
  if (!check_schema (json_parser_get_root (parser), error))
    return NULL;

  root = json_node_get_object (json_parser_get_root (parser));
  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (root, kinds[i]->plural);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        read_kind (kinds[i], json_node_get_array (node), lines);
    }
  soleus_json_extra_read (root, lines);
  add_unknown_lists (root, lines);
  return g_steal_pointer (&lines);
}
