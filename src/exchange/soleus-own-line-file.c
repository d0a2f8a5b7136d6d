#include "soleus-config.h"

#include "soleus-own-line-file.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-own-folder-private.h"

/* Returns: (transfer none) (nullable): the section that has the line, and where in it */
static JsonObject *
find_line (JsonObject *root,
           const char *id,
           int        *position)
{
  JsonArray *sections = soleus_own_json_get_array (root, "sections");

  for (guint i = 0; sections != NULL && i < json_array_get_length (sections); i++)
    {
      JsonNode *section = json_array_get_element (sections, i);

      if (!JSON_NODE_HOLDS_OBJECT (section))
        continue;
      *position = soleus_own_json_find (soleus_own_json_get_array (json_node_get_object (section), "lines"), id);
      if (*position >= 0)
        return json_node_get_object (section);
    }
  return NULL;
}

/**
 * soleus_own_line_file_find:
 * @folder: the clinic's own content
 * @id: of a line
 * @error: there is none
 *
 * Returns: (transfer full) (nullable): the line with its words in each of the languages; %NULL with @error set if there is none
 */
SoleusOwnLine *
soleus_own_line_file_find (SoleusOwnFolder  *folder,
                           const char       *id,
                           GError          **error)
{
  SoleusOwnLine *self = NULL;

  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      JsonObject *root = soleus_own_folder_get_root (folder, *language), *section, *line;
      int position;

      section = root != NULL ? find_line (root, id, &position) : NULL;
      if (section == NULL)
        continue;
      line = json_array_get_object_element (soleus_own_json_get_array (section, "lines"), (guint) position);
      if (self == NULL)
        {
          self = soleus_own_line_new (soleus_own_json_get_text (section, "id"));
          self->id = g_strdup (id);
          self->audience = soleus_own_json_get_enum (line, "audience", soleus_content_audience_get_type (), SOLEUS_CONTENT_AUDIENCE_BOTH);
          self->evidence = soleus_own_json_get_enum (line, "evidence", SOLEUS_TYPE_EVIDENCE, SOLEUS_EVIDENCE_EXPERT);
        }
      soleus_own_line_set_text (self, *language, soleus_own_json_get_text (line, "text"));
    }
  if (self == NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This line is no longer there."));
  else
    self->found = soleus_own_line_describe (self);
  return self;
}

/**
 * soleus_own_line_file_is_as_found:
 * @self: a line
 * @folder: the clinic's own content as it is now
 * @error: somebody changed it since @self was found (%SOLEUS_ERROR_CHANGED), or it is gone
 *
 * Returns: whether nothing is lost that somebody else wrote where @self is written; what was not found in the files is always so
 */
gboolean
soleus_own_line_file_is_as_found (const SoleusOwnLine *self,
                                  SoleusOwnFolder     *folder,
                                  GError             **error)
{
  g_autoptr (SoleusOwnLine) now = NULL;

  if (self->found == NULL)
    return TRUE;
  now = soleus_own_line_file_find (folder, self->id, error);
  if (now == NULL || g_str_equal (now->found, self->found))
    return now != NULL;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_CHANGED,
                       _("The line was changed elsewhere while you were editing it. Open it again and repeat your change."));
  return FALSE;
}

static JsonObject *
line_new (const SoleusOwnLine *self)
{
  JsonObject *line = json_object_new ();
  JsonArray *sources = json_array_new ();

  json_array_add_string_element (sources, SOLEUS_OWN_SOURCE);
  json_object_set_string_member (line, "id", self->id);
  json_object_set_string_member (line, "text", "");
  json_object_set_array_member (line, "facts", json_array_new ());
  json_object_set_array_member (line, "sources", sources);
  return line;
}

/* What else somebody wrote into the file by hand stays as it is. */
static void
edit (const SoleusOwnLine *self,
      JsonObject          *root,
      const char          *text)
{
  int position = -1;
  JsonObject *section = find_line (root, self->id, &position);
  JsonArray *lines = section != NULL ? soleus_own_json_get_array (section, "lines") : NULL;
  g_autoptr (JsonObject) line = lines != NULL ? json_object_ref (json_array_get_object_element (lines, (guint) position)) : line_new (self);

  if (section != NULL && (text == NULL || g_strcmp0 (soleus_own_json_get_text (section, "id"), self->section) != 0))
    {
      json_array_remove_element (lines, (guint) position);
      soleus_own_json_drop_empty (root, section);
      section = NULL;
    }
  if (text == NULL)
    return;
  json_object_set_string_member (line, "text", text);
  json_object_set_string_member (line, "evidence", soleus_enum_get_nick (SOLEUS_TYPE_EVIDENCE, self->evidence));
  json_object_set_string_member (line, "audience", soleus_enum_get_nick (soleus_content_audience_get_type (), self->audience));
  if (section == NULL)
    json_array_add_object_element (soleus_own_json_take_array (soleus_own_json_take_section (root, self->section), "lines"), json_object_ref (line));
}

/**
 * soleus_own_line_file_put:
 * @self: a line; one that is new gets its id here
 * @folder: the clinic's own content, to be written
 *
 * Puts the line into the file of each language in which it has words, and takes it out of the others: without any words it is gone.
 */
void
soleus_own_line_file_put (SoleusOwnLine   *self,
                          SoleusOwnFolder *folder)
{
  g_return_if_fail (self != NULL && self->section != NULL);

  if (self->id == NULL)
    self->id = soleus_own_folder_dup_new_id ();
  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      JsonObject *root = soleus_own_folder_get_root (folder, *language);
      const char *text = soleus_own_line_get_text (self, *language);
      int position;

      if (text != NULL || (root != NULL && find_line (root, self->id, &position) != NULL))
        edit (self, soleus_own_folder_edit (folder, *language), text);
    }
}
