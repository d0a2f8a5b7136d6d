#include "soleus-config.h"

#include "soleus-content-members.h"

#include "soleus-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* the most members that an object has */
#define MAXIMUM_MEMBERS 32
#define MAXIMUM_NUMBER (24 * 60 * 60)

/**
 * soleus_content_reading_refuse:
 * @id: (nullable): the entry that is wrong; %NULL: the file as a whole
 * @error: set to %SOLEUS_ERROR_INVALID: "en/relief.json, relief.hold: …"
 * @format: what is wrong, a sentence
 *
 * Returns: %FALSE
 */
gboolean
soleus_content_reading_refuse (SoleusContentReading  *self,
                               const char            *id,
                               GError               **error,
                               const char            *format,
                               ...)
{
  g_autofree char *problem = NULL;
  va_list args;

  va_start (args, format);
  problem = g_strdup_vprintf (format, args);
  va_end (args);

  if (id != NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, "%s/%s, %s: %s", self->language, self->file, id, problem);
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, "%s/%s: %s", self->language, self->file, problem);
  return FALSE;
}

static gboolean
is_fact (const char *fact)
{
  char *end;
  const guint64 number = g_ascii_isdigit (*fact) ? g_ascii_strtoull (fact, &end, 10) : 0;

  return number >= 1 && number <= 131 && (*end == '\0' || strcmp (fact, "60a") == 0);
}

/**
 * soleus_content_reading_read_list:
 * @id: (nullable): the entry, for messages
 * @name: the member, for messages; the facts are checked to be facts
 * @node: what the member holds
 * @value: initialised to %G_TYPE_STRV
 *
 * Returns: %TRUE if @node is a list of texts, which @value then holds
 */
gboolean
soleus_content_reading_read_list (SoleusContentReading  *self,
                                  const char            *id,
                                  const char            *name,
                                  JsonNode              *node,
                                  GValue                *value,
                                  GError               **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return soleus_content_reading_refuse (self, id, error, _("“%s” is not a list."), name);

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *text = json_node_get_value_type (element) == G_TYPE_STRING ? json_node_get_string (element) : NULL;

      if (text == NULL || *text == '\0')
        return soleus_content_reading_refuse (self, id, error, _("“%s” holds something that is not a text."), name);
      if (strcmp (name, "facts") == 0 && !is_fact (text))
        return soleus_content_reading_refuse (self, id, error, _("There is no fact “%s”."), text);
      g_ptr_array_add (texts, g_strdup (text));
    }
  g_value_set_boxed (value, texts->pdata);
  return TRUE;
}

static gboolean
read_enum (SoleusContentReading  *self,
           const char            *id,
           const char            *name,
           const char            *nick,
           GValue                *value,
           GError               **error)
{
  g_autofree char *nicks = NULL;
  int number;

  if (soleus_enum_from_nick (G_VALUE_TYPE (value), nick, &number))
    {
      g_value_set_enum (value, number);
      return TRUE;
    }
  nicks = soleus_enum_dup_nicks (G_VALUE_TYPE (value));
  return soleus_content_reading_refuse (self, id, error, _("“%s” cannot be “%s”. Use one of: %s."), name, nick, nicks);
}

static gboolean
read_value (SoleusContentReading  *self,
            const char            *id,
            const char            *name,
            JsonNode              *node,
            GParamSpec            *pspec,
            GValue                *value,
            GError               **error)
{
  g_value_init (value, pspec->value_type);

  if (pspec->value_type == G_TYPE_STRV)
    return soleus_content_reading_read_list (self, id, name, node, value, error);

  if (pspec->value_type == G_TYPE_INT)
    {
      const GType type = json_node_get_value_type (node);
      const gint64 number = type == G_TYPE_INT64 ? json_node_get_int (node) : -1;

      if (number < 0 || number > MAXIMUM_NUMBER)
        return soleus_content_reading_refuse (self, id, error, _("“%s” is not a number from 0 to 86400."), name);
      g_value_set_int (value, (int) number);
      return TRUE;
    }

  if (json_node_get_value_type (node) != G_TYPE_STRING || *json_node_get_string (node) == '\0')
    return soleus_content_reading_refuse (self, id, error, _("“%s” is not a text."), name);
  if (G_TYPE_IS_ENUM (pspec->value_type))
    return read_enum (self, id, name, json_node_get_string (node), value, error);

  g_value_set_string (value, json_node_get_string (node));
  return TRUE;
}

/**
 * soleus_content_reading_check_names:
 * @id: (nullable): the entry, for messages
 * @members: what may be there
 * @other: (nullable): one more name
 * @another: (nullable): one more name
 *
 * Returns: %TRUE if @object has no member beyond those
 */
gboolean
soleus_content_reading_check_names (SoleusContentReading       *self,
                                    const char                 *id,
                                    JsonObject                 *object,
                                    const SoleusContentMember  *members,
                                    gsize                       n_members,
                                    const char                 *other,
                                    const char                 *another,
                                    GError                    **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *item = names; item != NULL; item = item->next)
    {
      const char *name = item->data;
      gboolean known = g_strcmp0 (name, other) == 0 || g_strcmp0 (name, another) == 0;

      for (gsize i = 0; i < n_members && !known; i++)
        known = strcmp (name, members[i].name) == 0;
      if (!known)
        return soleus_content_reading_refuse (self, id, error, _("“%s” is not known here."), name);
    }
  return TRUE;
}

/**
 * soleus_content_reading_peek_id:
 *
 * Returns: (transfer none) (nullable): the id of an entry; %NULL where there is none or it is no text
 */
const char *
soleus_content_reading_peek_id (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "id");

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/**
 * soleus_content_reading_read_object:
 * @type: a content object, whose properties bear the names of @members
 * @other: (nullable): a member that the caller reads
 * @another: (nullable): a member that the caller reads
 *
 * Makes an object from a JSON object. Every id may be used once; unknown, missing and unfit members are refused.
 *
 * Returns: (transfer full) (nullable): the object, or %NULL with @error set
 */
gpointer
soleus_content_reading_read_object (SoleusContentReading       *self,
                                    JsonNode                   *node,
                                    GType                       type,
                                    const SoleusContentMember  *members,
                                    gsize                       n_members,
                                    const char                 *other,
                                    const char                 *another,
                                    GError                    **error)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const char *names[MAXIMUM_MEMBERS];
  GValue values[MAXIMUM_MEMBERS] = { G_VALUE_INIT, };
  GObject *made = NULL;
  JsonObject *object;
  const char *id;
  guint n_values = 0;
  gboolean valid;

  g_assert (n_members <= G_N_ELEMENTS (names));

  if (!JSON_NODE_HOLDS_OBJECT (node) || (id = soleus_content_reading_peek_id (object = json_node_get_object (node))) == NULL)
    {
      soleus_content_reading_refuse (self, NULL, error, _("An entry has no id."));
      return NULL;
    }
  if (!g_hash_table_add (self->ids, g_strdup (id)))
    {
      soleus_content_reading_refuse (self, id, error, _("This id is used twice."));
      return NULL;
    }

  valid = soleus_content_reading_check_names (self, id, object, members, n_members, other, another, error);
  for (gsize i = 0; i < n_members && valid; i++)
    {
      JsonNode *member = json_object_get_member (object, members[i].name);

      if (member != NULL)
        {
          names[n_values] = members[i].name;
          valid = read_value (self, id, members[i].name, member,
                              g_object_class_find_property (G_OBJECT_CLASS (klass), members[i].name),
                              &values[n_values++], error);
        }
      else if (members[i].required)
        valid = soleus_content_reading_refuse (self, id, error, _("“%s” is missing."), members[i].name);
    }
  if (valid)
    made = g_object_new_with_properties (type, n_values, names, values);
  for (guint i = 0; i < n_values; i++)
    g_value_unset (&values[i]);
  return made;
}
