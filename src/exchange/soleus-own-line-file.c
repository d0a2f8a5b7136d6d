#include "soleus-config.h"

#include "soleus-own-line-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "soleus-content-own.h"
#include "soleus-content-reader.h"
#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-json-guard.h"
#include "soleus-safe-file.h"

#define PREFIX "own-"
#define SOURCE "clinic-rule"
#define LARGEST_FILE (1024 * 1024)

/* The file of one language, as it will be written. */
typedef struct {
  char     *path;
  GBytes   *former; /* (nullable): there was none */
  GBytes   *bytes;  /* (nullable): it stays as it is */
} Draft;

static void
draft_free (Draft *draft)
{
  g_free (draft->path);
  g_clear_pointer (&draft->former, g_bytes_unref);
  g_clear_pointer (&draft->bytes, g_bytes_unref);
  g_free (draft);
}

static char *
dup_path (const char *folder,
          const char *language)
{
  g_autofree char *name = g_strconcat (language, ".json", NULL);

  return g_build_filename (folder, name, NULL);
}

/* Returns: (transfer full) (nullable): what the file holds; %NULL without @error: there is none */
static JsonNode *
load (const char  *path,
      GBytes     **bytes,
      GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local_error = NULL;
  char *text;
  gsize length;

  *bytes = NULL;
  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      if (!g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT) && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
        g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  *bytes = g_bytes_new_take (text, length);
  if (!soleus_json_guard_check (text, length, LARGEST_FILE, error) || !json_parser_load_from_data (parser, text, (gssize) length, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: The content does not begin with {."), path);
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_member (JsonNode   *node,
            const char *name)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_member (json_node_get_object (node), name) : NULL;

  return member != NULL && json_node_get_value_type (member) == G_TYPE_STRING ? json_node_get_string (member) : NULL;
}

/* -1: it is not among them */
static int
find_by_id (JsonArray  *array,
            const char *id)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (g_strcmp0 (get_member (json_array_get_element (array, i), "id"), id) == 0)
      return (int) i;
  return -1;
}

/* Returns: (transfer none) (nullable): the section that has the line, and where in it */
static JsonObject *
find_line (JsonObject *root,
           const char *id,
           int        *position)
{
  JsonArray *sections = get_array (root, "sections");

  for (guint i = 0; sections != NULL && i < json_array_get_length (sections); i++)
    {
      JsonNode *section = json_array_get_element (sections, i);

      if (!JSON_NODE_HOLDS_OBJECT (section))
        continue;
      *position = find_by_id (get_array (json_node_get_object (section), "lines"), id);
      if (*position >= 0)
        return json_node_get_object (section);
    }
  return NULL;
}

static int
read_enum (GType       type,
           const char *nick,
           int         otherwise)
{
  int value;

  return nick != NULL && soleus_enum_from_nick (type, nick, &value) ? value : otherwise;
}

/**
 * soleus_own_line_file_find:
 * @folder: that of the clinic's own content
 * @languages: (array zero-terminated=1): where to look
 * @id: of a line
 * @error: which file cannot be read
 *
 * Returns: (transfer full) (nullable): the line with its words in each of the languages; %NULL with @error set if there is none
 */
SoleusOwnLine *
soleus_own_line_file_find (const char         *folder,
                      const char *const  *languages,
                      const char         *id,
                      GError            **error)
{
  g_autoptr (SoleusOwnLine) self = NULL;

  for (; *languages != NULL; languages++)
    {
      g_autofree char *path = dup_path (folder, *languages);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) local_error = NULL;
      g_autoptr (JsonNode) root = load (path, &bytes, &local_error);
      JsonObject *section;
      JsonNode *line;
      int position;

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      section = root != NULL ? find_line (json_node_get_object (root), id, &position) : NULL;
      if (section == NULL)
        continue;
      line = json_array_get_element (get_array (section, "lines"), (guint) position);
      if (self == NULL)
        {
          self = soleus_own_line_new (json_object_get_string_member_with_default (section, "id", ""));
          self->id = g_strdup (id);
          self->audience = read_enum (soleus_content_audience_get_type (), get_member (line, "audience"), SOLEUS_CONTENT_AUDIENCE_BOTH);
          self->evidence = read_enum (SOLEUS_TYPE_EVIDENCE, get_member (line, "evidence"), SOLEUS_EVIDENCE_EXPERT);
        }
      soleus_own_line_set_text (self, *languages, get_member (line, "text"));
    }
  if (self == NULL)
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This line is no longer there."));
  return g_steal_pointer (&self);
}

/* The section that lines are added to; made where it is not there yet. */
static JsonObject *
take_section (JsonObject *root,
              const char *id)
{
  JsonArray *sections = get_array (root, "sections");
  JsonObject *section;
  int position;

  if (sections == NULL)
    {
      sections = json_array_new ();
      json_object_set_array_member (root, "sections", sections);
    }
  position = find_by_id (sections, id);
  if (position >= 0)
    {
      section = json_array_get_object_element (sections, (guint) position);
    }
  else
    {
      section = json_object_new ();
      json_object_set_string_member (section, "id", id);
      json_array_add_object_element (sections, section);
    }
  if (get_array (section, "lines") == NULL)
    json_object_set_array_member (section, "lines", json_array_new ());
  return section;
}

/* A section that only held lines, and holds none now, goes with the last of them. */
static void
drop_empty_section (JsonObject *root,
                    JsonObject *section)
{
  JsonArray *sections = get_array (root, "sections");

  if (json_array_get_length (get_array (section, "lines")) > 0 || json_object_has_member (section, "title") ||
      json_object_has_member (section, "exercises"))
    return;
  json_array_remove_element (sections, (guint) find_by_id (sections, json_object_get_string_member (section, "id")));
}

static JsonObject *
line_new (const SoleusOwnLine *self)
{
  JsonObject *line = json_object_new ();
  JsonArray *sources = json_array_new ();

  json_array_add_string_element (sources, SOURCE);
  json_object_set_string_member (line, "id", self->id);
  json_object_set_string_member (line, "text", "");
  json_object_set_array_member (line, "facts", json_array_new ());
  json_object_set_array_member (line, "sources", sources);
  return line;
}

static void
take_out (JsonObject *root,
          JsonObject *section,
          int         position)
{
  json_array_remove_element (get_array (section, "lines"), (guint) position);
  drop_empty_section (root, section);
}

/* What else somebody wrote into the file by hand stays as it is. Returns: whether anything is to be written */
static gboolean
edit (const SoleusOwnLine *self,
      JsonObject          *root,
      const char          *text)
{
  int position = -1;
  JsonObject *section = find_line (root, self->id, &position);
  g_autoptr (JsonObject) line = NULL;

  if (section == NULL && text == NULL)
    return FALSE;
  line = section != NULL ? json_object_ref (json_array_get_object_element (get_array (section, "lines"), (guint) position)) : line_new (self);
  if (section != NULL && (text == NULL || g_strcmp0 (json_object_get_string_member_with_default (section, "id", NULL), self->section) != 0))
    {
      take_out (root, section, position);
      section = NULL;
    }
  if (text == NULL)
    return TRUE;
  json_object_set_string_member (line, "text", text);
  json_object_set_string_member (line, "evidence", soleus_enum_get_nick (SOLEUS_TYPE_EVIDENCE, self->evidence));
  json_object_set_string_member (line, "audience", soleus_enum_get_nick (soleus_content_audience_get_type (), self->audience));
  if (section == NULL)
    json_array_add_object_element (get_array (take_section (root, self->section), "lines"), json_object_ref (line));
  return TRUE;
}

/* "2025-11-21", and "2025-11-21.2" for the second change of a day */
static char *
dup_next_version (const char *former,
                  const char *date)
{
  guint64 number = 1;

  if (former == NULL || !g_str_has_prefix (former, date))
    return g_strdup (date);
  if (former[strlen (date)] == '.')
    number = g_ascii_strtoull (former + strlen (date) + 1, NULL, 10);
  return g_strdup_printf ("%s.%" G_GUINT64_FORMAT, date, number + 1);
}

static GBytes *
print (JsonNode *root)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  char *text;
  gsize length;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return g_bytes_new_take (text, length);
}

/* A file is read as it will be read later, before anything is written. */
static gboolean
check (const char  *folder,
       const char  *language,
       GBytes      *bytes,
       GError     **error)
{
  g_autoptr (SoleusContent) content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, language, error);

  return content != NULL && soleus_content_read_own_bytes (content, folder, bytes, error);
}

static gboolean
change (const SoleusOwnLine  *self,
        const char           *folder,
        const char           *language,
        const char           *date,
        Draft                *draft,
        GError              **error)
{
  const char *text = soleus_own_line_get_text (self, language);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) root = load (draft->path, &draft->former, &local_error);
  g_autofree char *version = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (root == NULL)
    {
      root = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (root, json_object_new ());
    }
  else if (!check (folder, language, draft->former, error))
    {
      return FALSE;
    }
  if (!edit (self, json_node_get_object (root), text))
    return TRUE;
  version = dup_next_version (get_member (root, "version"), date);
  json_object_set_string_member (json_node_get_object (root), "version", version);
  draft->bytes = print (root);
  return check (folder, language, draft->bytes, error);
}

/* All files or none: what was written before one of them failed is put back. */
static gboolean
write_all (GPtrArray  *drafts,
           GError    **error)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];

      if (draft->bytes == NULL || soleus_safe_file_write (draft->path, draft->bytes, error))
        continue;
      while (i-- > 0)
        {
          Draft *written = drafts->pdata[i];

          if (written->bytes == NULL)
            continue;
          if (written->former == NULL)
            g_unlink (written->path);
          else
            soleus_safe_file_write (written->path, written->former, NULL);
        }
      return FALSE;
    }
  return TRUE;
}

/**
 * soleus_own_line_file_write:
 * @self: a line; one that is new gets its id here
 * @folder: that of the clinic's own content, made if it is not there
 * @languages: (array zero-terminated=1): all languages of the content
 * @date: the date of the change, which is the version from then on
 * @error: what is wrong
 *
 * Writes the line into the file of each language in which it has words, and takes it out of the others: without any words it is gone.
 *
 * Returns: %FALSE with @error set and every file as it was
 */
gboolean
soleus_own_line_file_write (SoleusOwnLine      *self,
                       const char         *folder,
                       const char *const  *languages,
                       const char         *date,
                       GError            **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);

  g_return_val_if_fail (self != NULL && self->section != NULL, FALSE);

  if (self->id == NULL)
    {
      g_autofree char *id = soleus_id_new ();

      self->id = g_strconcat (PREFIX, id, NULL);
    }
  for (; *languages != NULL; languages++)
    {
      Draft *draft = g_new0 (Draft, 1);

      g_ptr_array_add (drafts, draft);
      draft->path = dup_path (folder, *languages);
      if (!change (self, folder, *languages, date, draft, error))
        return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_READ_ONLY, _("The folder “%s” could not be made: %s. Choose another place."), folder, g_strerror (errno));
      return FALSE;
    }
  return write_all (drafts, error);
}
