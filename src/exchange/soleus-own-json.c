/* soleus-own-json.c: what stands in a file of the clinic's own content, also where somebody wrote it by hand and not quite as it is meant */
#include "soleus-config.h"

#include "soleus-own-folder-private.h"

#include "soleus-enums.h"
#include "soleus-id.h"

/**
 * soleus_own_folder_dup_new_id:
 *
 * Returns: (transfer full): an id that nothing has
 */
char *
soleus_own_folder_dup_new_id (void)
{
  g_autofree char *id = soleus_id_new ();

  return g_strconcat (SOLEUS_OWN_PREFIX, id, NULL);
}

/**
 * soleus_own_json_get_array:
 *
 * Returns: (transfer none) (nullable): the list; %NULL where there is none of that name
 */
JsonArray *
soleus_own_json_get_array (JsonObject *object,
                           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * soleus_own_json_get_text:
 *
 * Returns: (transfer none) (nullable): the text; %NULL where there is none of that name
 */
const char *
soleus_own_json_get_text (JsonObject *object,
                          const char *name)
{
  JsonNode *member = json_object_get_member (object, name);

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member) : NULL;
}

/**
 * soleus_own_json_get_enum:
 * @otherwise: what it is where nothing, or nothing known, is said
 */
int
soleus_own_json_get_enum (JsonObject *object,
                          const char *name,
                          GType       type,
                          int         otherwise)
{
  const char *nick = soleus_own_json_get_text (object, name);
  int value;

  return nick != NULL && soleus_enum_from_nick (type, nick, &value) ? value : otherwise;
}

/**
 * soleus_own_json_find:
 * @array: (nullable): a list of entries
 *
 * Returns: where in it the entry of that id is; -1: it is not among them
 */
int
soleus_own_json_find (JsonArray  *array,
                      const char *id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *entry = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (entry) && g_strcmp0 (soleus_own_json_get_text (json_node_get_object (entry), "id"), id) == 0)
        return (int) i;
    }
  return -1;
}

/**
 * soleus_own_json_get_object:
 * @array: (nullable): a list of entries
 *
 * Returns: (transfer none) (nullable): the entry of that id
 */
JsonObject *
soleus_own_json_get_object (JsonArray  *array,
                            const char *id)
{
  int position = soleus_own_json_find (array, id);

  return position >= 0 ? json_array_get_object_element (array, (guint) position) : NULL;
}

/**
 * soleus_own_json_take_array:
 *
 * Returns: (transfer none): the list of that name, made where it is not there yet
 */
JsonArray *
soleus_own_json_take_array (JsonObject *object,
                            const char *name)
{
  if (soleus_own_json_get_array (object, name) == NULL)
    json_object_set_array_member (object, name, json_array_new ());
  return soleus_own_json_get_array (object, name);
}

/**
 * soleus_own_json_take_section:
 *
 * Returns: (transfer none): the section that something is added to, made where it is not there yet
 */
JsonObject *
soleus_own_json_take_section (JsonObject *root,
                              const char *id)
{
  JsonArray *sections = soleus_own_json_take_array (root, "sections");
  JsonObject *section = soleus_own_json_get_object (sections, id);

  if (section != NULL)
    return section;
  section = json_object_new ();
  json_object_set_string_member (section, "id", id);
  json_array_add_object_element (sections, section);
  return section;
}

static void
drop_if_empty (JsonObject *section,
               const char *name)
{
  JsonArray *array = soleus_own_json_get_array (section, name);

  if (array != NULL && json_array_get_length (array) == 0)
    json_object_remove_member (section, name);
}

/**
 * soleus_own_json_drop_empty:
 * @section: one of its sections
 *
 * A section that only held lines and exercises, and holds none now, goes with the last of them.
 */
void
soleus_own_json_drop_empty (JsonObject *root,
                            JsonObject *section)
{
  JsonArray *sections = soleus_own_json_get_array (root, "sections");

  drop_if_empty (section, "lines");
  drop_if_empty (section, "exercises");
  if (json_object_get_size (section) == 1)
    json_array_remove_element (sections, (guint) soleus_own_json_find (sections, soleus_own_json_get_text (section, "id")));
}
