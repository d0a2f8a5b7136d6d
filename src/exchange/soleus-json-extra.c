#include "soleus-config.h"

#include "soleus-json-extra.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-issued-document.h"
#include "soleus-record-others.h"

/* the lists, by SoleusArchiveExtraType */
static const char *const lists[] = { "drafts", "restrictions", "own-content" };

/**
 * soleus_json_extra_is_member:
 *
 * Returns: whether an archive has a list of that name besides those of records
 */
gboolean
soleus_json_extra_is_member (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i], name))
      return TRUE;
  return FALSE;
}

static void
write_extra (SoleusPrinter            *printer,
             const SoleusArchiveExtra *extra)
{
  soleus_printer_begin_map (printer);
  switch (extra->type)
    {
    case SOLEUS_ARCHIVE_DRAFT:
      soleus_printer_add_text (printer, "key", NULL, extra->name);
      soleus_printer_add_text (printer, "kind", NULL, extra->kind);
      soleus_printer_add_text (printer, "athlete", NULL, extra->athlete);
      soleus_printer_add_text (printer, "title", NULL, extra->title);
      soleus_printer_add_instant (printer, "updated-at", NULL, extra->at);
      soleus_printer_add_text (printer, "content", NULL, extra->text);
      break;
    case SOLEUS_ARCHIVE_RESTRICTION:
      soleus_printer_add_text (printer, "athlete", NULL, extra->athlete);
      soleus_printer_add_instant (printer, "since", NULL, extra->at);
      soleus_printer_add_text (printer, "ground", NULL, extra->text);
      break;
    case SOLEUS_ARCHIVE_CONTENT:
    default:
      soleus_printer_add_text (printer, "file", NULL, extra->name);
      soleus_printer_add_text (printer, "text", NULL, extra->text);
      break;
    }
  soleus_printer_end (printer);
}

/**
 * soleus_json_extra_write:
 * @printer: in the map of the archive
 * @source: whose extras
 */
void
soleus_json_extra_write (SoleusPrinter            *printer,
                         const SoleusExportSource *source)
{
  g_autoptr (GPtrArray) extras = source->list_extras (source->user_data);

  for (guint type = 0; type < G_N_ELEMENTS (lists); type++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < extras->len; i++)
        {
          const SoleusArchiveExtra *extra = extras->pdata[i];

          if (extra->type != type)
            continue;
          if (!any)
            {
              soleus_printer_key (printer, lists[type], NULL);
              soleus_printer_begin_list (printer);
            }
          any = TRUE;
          write_extra (printer, extra);
        }
      if (any)
        soleus_printer_end (printer);
    }
}

static char *
dup_text (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_dup_string (node) : NULL;
}

static SoleusInstant
read_instant (JsonObject *object,
              const char *name)
{
  g_autofree char *text = dup_text (object, name);
  g_autoptr (SoleusMoment) moment = text != NULL ? soleus_moment_parse (text, NULL) : NULL;

  return moment != NULL ? moment->instant : SOLEUS_UNKNOWN_INSTANT;
}

static gboolean
is_whole (const SoleusArchiveExtra *extra)
{
  switch (extra->type)
    {
    case SOLEUS_ARCHIVE_DRAFT:
      return extra->name != NULL && extra->kind != NULL && extra->title != NULL && extra->text != NULL && extra->at != SOLEUS_UNKNOWN_INSTANT;
    case SOLEUS_ARCHIVE_RESTRICTION:
      return extra->athlete != NULL && extra->text != NULL && *extra->text != '\0';
    case SOLEUS_ARCHIVE_CONTENT:
    default:
      return extra->name != NULL && extra->text != NULL;
    }
}

static SoleusArchiveExtra *
read_extra (SoleusArchiveExtraType type,
            JsonObject            *object)
{
  static const char *const names[] = { "key", NULL, "file" };
  static const char *const texts[] = { "content", "ground", "text" };
  static const char *const times[] = { "updated-at", "since", NULL };
  SoleusArchiveExtra *extra = g_new0 (SoleusArchiveExtra, 1);

  extra->type = type;
  extra->name = names[type] != NULL ? dup_text (object, names[type]) : NULL;
  extra->kind = dup_text (object, "kind");
  extra->athlete = dup_text (object, "athlete");
  extra->title = dup_text (object, "title");
  extra->text = dup_text (object, texts[type]);
  extra->at = times[type] != NULL ? read_instant (object, times[type]) : SOLEUS_UNKNOWN_INSTANT;
  return extra;
}

static void
read_list (SoleusArchiveExtraType  type,
           JsonArray              *array,
           GPtrArray              *lines)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      SoleusArchiveExtra *extra = JSON_NODE_HOLDS_OBJECT (node) ? read_extra (type, json_node_get_object (node)) : NULL;
      SoleusImportLine *line = soleus_import_line_new (g_strdup_printf ("%s %u", lists[type], i + 1), NULL, NULL);

      if (extra != NULL && is_whole (extra))
        line->extra = g_steal_pointer (&extra);
      else
        g_set_error_literal (&line->error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("A part of it is missing or has a value of the wrong type."));
      soleus_archive_extra_free (extra);
      g_ptr_array_add (lines, line);
    }
}

/**
 * soleus_json_extra_read:
 * @root: an archive
 * @lines: (element-type SoleusImportLine): a line is appended for each of its extras
 */
void
soleus_json_extra_read (JsonObject *root,
                        GPtrArray  *lines)
{
  for (guint type = 0; type < G_N_ELEMENTS (lists); type++)
    {
      JsonNode *node = json_object_get_member (root, lists[type]);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        read_list ((SoleusArchiveExtraType) type, json_node_get_array (node), lines);
    }
}

/* --- members that are no fields --- */

static gboolean
is_precision_of (const SoleusField *field,
                 const char        *name)
{
  g_autofree char *precision = field->type == SOLEUS_FIELD_MOMENT ? g_strconcat (field->name, "-precision", NULL) : NULL;

  return g_strcmp0 (precision, name) == 0;
}

static gboolean
is_member (const SoleusRecordKind *kind,
           const char             *name)
{
  if (g_str_equal (name, "history") || (kind == &soleus_issued_document_kind && g_str_equal (name, "content")))
    return TRUE;
  for (guint i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    if (g_str_equal (soleus_record_common_fields[i].name, name) || is_precision_of (&soleus_record_common_fields[i], name))
      return TRUE;
  for (gsize i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].name, name) || is_precision_of (&kind->fields[i], name))
      return TRUE;
  return FALSE;
}

/**
 * soleus_json_extra_dup_other_members:
 * @kind: what @object is a record of
 *
 * Returns: (transfer full) (nullable): what is no field of @kind, as the text of a JSON object; %NULL where there is nothing
 */
char *
soleus_json_extra_dup_other_members (const SoleusRecordKind *kind,
                                     JsonObject             *object)
{
  g_autoptr (JsonObject) others = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!is_member (kind, name))
      json_object_set_member (others, name, json_node_copy (value));
  if (json_object_get_size (others) == 0)
    return NULL;
  node = json_node_init_object (json_node_alloc (), others);
  return json_to_string (node, FALSE);
}

static void
write_node (SoleusPrinter *printer,
            JsonNode      *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      soleus_printer_begin_map (printer);
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &value))
        {
          soleus_printer_key (printer, name, NULL);
          write_node (printer, value);
        }
      soleus_printer_end (printer);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      soleus_printer_begin_list (printer);
      for (guint i = 0; i < json_array_get_length (array); i++)
        write_node (printer, json_array_get_element (array, i));
      soleus_printer_end (printer);
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    soleus_printer_unknown (printer);
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    soleus_printer_boolean (printer, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    soleus_printer_integer (printer, json_node_get_int (node));
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    soleus_printer_real (printer, json_node_get_double (node));
  else
    soleus_printer_text (printer, json_node_get_string (node));
}

/**
 * soleus_json_extra_write_other_members:
 * @printer: in the map of @record
 * @record: a revision as it is kept
 */
void
soleus_json_extra_write_other_members (SoleusPrinter *printer,
                                       SoleusRecord  *record)
{
  const char *text = soleus_record_get_other_members (record);
  g_autoptr (JsonNode) root = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (root));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!is_member (soleus_record_get_kind (record), name))
      {
        soleus_printer_key (printer, name, NULL);
        write_node (printer, value);
      }
}
