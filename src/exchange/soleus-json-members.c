#include "soleus-json-members.h"

#include <json-glib/json-glib.h>

static JsonObject *
read_object (const char *json)
{
  g_autoptr (JsonNode) root = json != NULL ? json_from_string (json, NULL) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : json_object_new ();
}

/**
 * soleus_json_members_dup_text:
 * @json: (nullable): the text of a JSON object that this program wrote or checked
 * @name: a member
 *
 * Returns: (transfer full) (nullable): the member, if there is one and it is text
 */
char *
soleus_json_members_dup_text (const char *json,
                              const char *name)
{
  g_autoptr (JsonObject) object = read_object (json);
  JsonNode *member = json_object_get_member (object, name);

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_dup_string (member) : NULL;
}

/**
 * soleus_json_members_set_text:
 * @json: (nullable): likewise
 * @name: a member
 * @text: (nullable): its text; %NULL takes it out
 *
 * Returns: (transfer full): the text of the object with the member; every other member stays
 */
char *
soleus_json_members_set_text (const char *json,
                              const char *name,
                              const char *text)
{
  JsonObject *object = read_object (json);
  g_autoptr (JsonNode) root = NULL;

  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_remove_member (object, name);
  root = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);
  return json_to_string (root, FALSE);
}
