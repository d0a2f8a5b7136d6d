#include "soleus-config.h"

#include "soleus-json-record.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-id.h"

static gboolean
wrong_type (const SoleusField  *field,
            GError            **error)
{
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The member “%s” has a value of the wrong type."), field->name);
  return FALSE;
}

static gboolean
read_answers (SoleusRecord       *record,
              const SoleusField  *field,
              JsonObject         *object,
              GError            **error)
{
  const SoleusCatalogue *catalogue = field->catalogue ();
  JsonObjectIter iter;
  const char *item;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &item, &node))
    {
      int answer = SOLEUS_ANSWER_UNKNOWN;

      if (soleus_catalogue_find (catalogue, item) == NULL)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not one of its items."),
                       soleus_field_get_label (field), item);
          return FALSE;
        }
      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        answer = json_node_get_boolean (node) ? SOLEUS_ANSWER_YES : SOLEUS_ANSWER_NO;
      else if (json_node_get_value_type (node) != G_TYPE_STRING ||
               !soleus_enum_from_nick (SOLEUS_TYPE_ANSWER, json_node_get_string (node), &answer))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” needs yes, no or null."),
                       soleus_field_get_label (field), item);
          return FALSE;
        }
      soleus_record_set_answer (record, field->name, item, (SoleusAnswer) answer);
    }
  return TRUE;
}

static gboolean
read_ids (SoleusRecord       *record,
          const SoleusField  *field,
          JsonArray          *array,
          GError            **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING || !soleus_id_is_valid (json_node_get_string (node)))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: item %u is not an identifier."),
                       soleus_field_get_label (field), i + 1);
          return FALSE;
        }
      g_strv_builder_add (builder, json_node_get_string (node));
    }
  ids = g_strv_builder_end (builder);
  soleus_record_set_ids (record, field->name, (const char *const *) ids);
  return TRUE;
}

static gboolean
read_number (SoleusRecord       *record,
             const SoleusField  *field,
             JsonNode           *node,
             GError            **error)
{
  double value = json_node_get_double (node);

  if (!isfinite (value) || fabs (value) > 9e15)
    return wrong_type (field, error);
  if (field->type == SOLEUS_FIELD_REAL)
    {
      soleus_record_set_real (record, field->name, value);
      return TRUE;
    }
  if (field->type != SOLEUS_FIELD_INT || value != floor (value))
    return wrong_type (field, error);
  soleus_record_set_int (record, field->name, (gint64) value);
  return TRUE;
}

static gboolean
read_moment (SoleusRecord       *record,
             const SoleusField  *field,
             JsonObject         *object,
             const char         *text,
             GError            **error)
{
  g_autofree char *precision_name = g_strconcat (field->name, "-precision", NULL);
  JsonNode *node = json_object_get_member (object, precision_name);
  g_autoptr (SoleusMoment) moment = soleus_moment_parse (text, error);
  int precision = SOLEUS_PRECISION_EXACT;

  if (moment == NULL)
    return FALSE;
  if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
    {
      if (json_node_get_value_type (node) != G_TYPE_STRING ||
          !soleus_enum_from_nick (SOLEUS_TYPE_PRECISION, json_node_get_string (node), &precision))
        return wrong_type (field, error);
      moment->precision = (SoleusPrecision) precision;
    }
  soleus_record_set_moment (record, field->name, moment);
  return TRUE;
}

static gboolean
read_member (SoleusRecord       *record,
             const SoleusField  *field,
             JsonObject         *object,
             JsonNode           *node,
             GError            **error)
{
  GType type;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return field->type == SOLEUS_FIELD_ANSWERS ? read_answers (record, field, json_node_get_object (node), error)
                                               : wrong_type (field, error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return field->type == SOLEUS_FIELD_IDS ? read_ids (record, field, json_node_get_array (node), error)
                                           : wrong_type (field, error);

  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    return read_number (record, field, node, error);
  if (type == G_TYPE_BOOLEAN && field->type == SOLEUS_FIELD_BOOL)
    {
      soleus_record_set_bool (record, field->name, json_node_get_boolean (node));
      return TRUE;
    }
  if (type != G_TYPE_STRING || field->type == SOLEUS_FIELD_INT || field->type == SOLEUS_FIELD_REAL)
    return wrong_type (field, error);
  if (field->type == SOLEUS_FIELD_MOMENT)
    return read_moment (record, field, object, json_node_get_string (node), error);
  return soleus_record_set_from_text (record, field->name, json_node_get_string (node), error);
}

/**
 * soleus_json_record_read:
 * @kind: what it is a record of
 * @object: members are property names; absent and null are unknown, names that are no fields are left out
 *
 * Ranges and rules between fields are not looked at here: soleus_record_check() does. Without "id" it gets a new one.
 *
 * Returns: (transfer full): the record, or %NULL with a sentence in @error (%SOLEUS_ERROR_INVALID)
 */
SoleusRecord *
soleus_json_record_read (const SoleusRecordKind  *kind,
                         JsonObject              *object,
                         GError                 **error)
{
  g_autoptr (SoleusRecord) record = soleus_record_new (kind);
  guint n_fields = soleus_record_get_n_fields (record);

  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (record, i);
      JsonNode *node = json_object_get_member (object, field->name);

      if (node != NULL && !read_member (record, field, object, node, error))
        return NULL;
    }
  return g_steal_pointer (&record);
}
