#include "soleus-config.h"

#include "soleus-content-reader.h"

#include "soleus-content-members.h"
#include "soleus-content-resources.h"
#include "soleus-error.h"
#include "soleus-json-load.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FALLBACK_LANGUAGE "en"
#define MAXIMUM_SIZE (1024 * 1024)

static const SoleusContentMember line_members[] = {
  { "id", TRUE }, { "text", TRUE }, { "facts", TRUE }, { "sources", TRUE }, { "evidence", TRUE }, { "audience", TRUE },
  { "disagreement", FALSE }, { "branch", FALSE }, { "timer", FALSE }, { "minimum-seconds", FALSE },
  { "maximum-seconds", FALSE }, { "drawing", FALSE },
};

static const SoleusContentMember section_members[] = {
  { "id", TRUE }, { "title", TRUE }, { "introduction", FALSE }, { "phase", FALSE }, { "exercises", FALSE },
};

static const SoleusContentMember exercise_members[] = {
  { "id", TRUE }, { "name", TRUE }, { "kind", TRUE }, { "phase", TRUE }, { "muscle", TRUE }, { "family", TRUE }, { "start-drawing", TRUE },
  { "end-drawing", TRUE }, { "steps", TRUE }, { "sets", TRUE }, { "repetitions", TRUE }, { "hold-seconds", TRUE },
  { "rest-seconds", TRUE }, { "times-a-day", TRUE }, { "days-a-week", TRUE }, { "tempo", TRUE }, { "load", TRUE },
  { "side-rule", TRUE }, { "stop-if", TRUE }, { "basis", TRUE }, { "facts", TRUE }, { "sources", TRUE }, { "evidence", TRUE },
};

/* one of a clinic's own: without drawings where it has none; its words may be those of another language */
static const SoleusContentMember own_exercise_members[] = {
  { "id", TRUE }, { "name", TRUE }, { "kind", TRUE }, { "phase", TRUE }, { "muscle", TRUE }, { "family", TRUE }, { "start-drawing", FALSE },
  { "end-drawing", FALSE }, { "steps", TRUE }, { "sets", TRUE }, { "repetitions", TRUE }, { "hold-seconds", TRUE },
  { "rest-seconds", TRUE }, { "times-a-day", TRUE }, { "days-a-week", TRUE }, { "tempo", FALSE }, { "load", FALSE },
  { "side-rule", TRUE }, { "stop-if", TRUE }, { "basis", FALSE }, { "facts", TRUE }, { "sources", TRUE }, { "evidence", TRUE },
  { "language", FALSE }, { "version", FALSE },
};

static GBytes *
read_bytes (const char  *base,
            const char  *language,
            const char  *file,
            GError     **error)
{
  g_autofree char *path = g_build_filename (base, language, file, NULL);
  char *text;
  gsize length;

  if (g_str_has_prefix (base, SOLEUS_CONTENT_RESOURCES))
    return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return g_bytes_new_take (text, length);
}

/* Reads one file after the guard has looked at it. */
JsonNode *
soleus_content_reading_read_root (SoleusContentReading  *reader,
                                  GBytes                *bytes,
                                  GError               **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text;

  text = g_bytes_get_data (bytes, &length);
  if (!soleus_json_load (parser, text, length, MAXIMUM_SIZE, error))
    {
      g_prefix_error (error, "%s/%s: ", reader->language, reader->file);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      soleus_content_reading_refuse (reader, NULL, error, _("The content does not begin with {."));
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

static JsonNode *
read_root (SoleusContentReading  *reader,
           GError               **error)
{
  g_autoptr (GBytes) bytes = read_bytes (reader->base, reader->language, reader->file, error);

  return bytes != NULL ? soleus_content_reading_read_root (reader, bytes, error) : NULL;
}

/* Finds a list that may be absent: then it is %NULL. */
gboolean
soleus_content_reading_find_array (SoleusContentReading  *reader,
                                   JsonObject            *object,
                                   const char            *name,
                                   JsonArray            **array,
                                   GError               **error)
{
  JsonNode *node = json_object_get_member (object, name);

  *array = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return soleus_content_reading_refuse (reader, soleus_content_reading_peek_id (object), error, _("“%s” is not a list."), name);
  *array = json_node_get_array (node);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the line, or %NULL with @error set */
SoleusContentLine *
soleus_content_reading_read_line (SoleusContentReading  *reader,
                                  JsonNode              *node,
                                  GError               **error)
{
  return soleus_content_reading_read_object (reader, node, SOLEUS_TYPE_CONTENT_LINE, line_members, G_N_ELEMENTS (line_members), NULL, NULL, error);
}

/* Returns: (transfer full) (nullable): an exercise of a clinic's own, or %NULL with @error set */
SoleusContentExercise *
soleus_content_reading_read_own_exercise (SoleusContentReading  *reader,
                                          JsonNode              *node,
                                          GError               **error)
{
  return soleus_content_reading_read_object (reader, node, SOLEUS_TYPE_CONTENT_EXERCISE, own_exercise_members, G_N_ELEMENTS (own_exercise_members),
                                             NULL, NULL, error);
}

static gboolean
read_lines (SoleusContentReading  *reader,
            SoleusContentSection  *section,
            JsonObject            *object,
            const char            *name,
            void                 (*add) (SoleusContentSection *, SoleusContentLine *),
            GError               **error)
{
  JsonArray *array;

  if (!soleus_content_reading_find_array (reader, object, name, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (SoleusContentLine) line = soleus_content_reading_read_line (reader, node, error);

      if (line == NULL)
        return FALSE;
      add (section, line);
    }
  return TRUE;
}

static gboolean
read_section (SoleusContentReading  *reader,
              JsonNode              *node,
              GError               **error)
{
  g_autoptr (SoleusContentSection) section = NULL;
  JsonObject *object;

  section = soleus_content_reading_read_object (reader, node, SOLEUS_TYPE_CONTENT_SECTION,
                                                section_members, G_N_ELEMENTS (section_members),
                                                "lines", "criteria", error);
  if (section == NULL)
    return FALSE;

  object = json_node_get_object (node);
  if (!read_lines (reader, section, object, "criteria", soleus_content_section_add_criterion, error) ||
      !read_lines (reader, section, object, "lines", soleus_content_section_add_line, error))
    return FALSE;
  soleus_content_add_section (reader->content, section);
  return TRUE;
}

static gboolean
read_exercise (SoleusContentReading  *reader,
               JsonNode              *node,
               GError               **error)
{
  g_autoptr (SoleusContentExercise) exercise = soleus_content_reading_read_object (reader, node, SOLEUS_TYPE_CONTENT_EXERCISE, exercise_members,
                                                                                   G_N_ELEMENTS (exercise_members), NULL, NULL, error);

  if (exercise == NULL)
    return FALSE;
  soleus_content_add_exercise (reader->content, exercise);
  return TRUE;
}

static gboolean
read_texts (SoleusContentReading  *reader,
            JsonNode              *node,
            GError               **error)
{
  g_autoptr (GList) keys = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return soleus_content_reading_refuse (reader, NULL, error, _("“%s” is not a set of texts."), "texts");

  object = json_node_get_object (node);
  keys = json_object_get_members (object);
  for (GList *item = keys; item != NULL; item = item->next)
    {
      JsonNode *text = json_object_get_member (object, item->data);

      if (json_node_get_value_type (text) != G_TYPE_STRING || *json_node_get_string (text) == '\0')
        return soleus_content_reading_refuse (reader, item->data, error, _("This is not a text."));
      if (soleus_content_get_text (reader->content, item->data) != NULL)
        return soleus_content_reading_refuse (reader, item->data, error, _("This id is used twice."));
      soleus_content_set_text (reader->content, item->data, json_node_get_string (text));
    }
  return TRUE;
}

static gboolean
read_each (SoleusContentReading  *reader,
           JsonObject            *object,
           const char            *name,
           gboolean             (*read_one) (SoleusContentReading *, JsonNode *, GError **),
           GError               **error)
{
  JsonArray *array;

  if (!soleus_content_reading_find_array (reader, object, name, &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_one (reader, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
read_file (SoleusContentReading  *reader,
           const char            *file,
           GError               **error)
{
  static const SoleusContentMember parts[] = { { "sections", FALSE }, { "exercises", FALSE }, { "texts", FALSE } };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  reader->file = file;
  root = read_root (reader, error);
  if (root == NULL)
    return FALSE;

  object = json_node_get_object (root);
  return soleus_content_reading_check_names (reader, NULL, object, parts, G_N_ELEMENTS (parts), NULL, NULL, error) &&
         read_each (reader, object, "sections", read_section, error) &&
         read_each (reader, object, "exercises", read_exercise, error) &&
         (!json_object_has_member (object, "texts") || read_texts (reader, json_object_get_member (object, "texts"), error));
}

/* Phases name exercises that stand in another file. */
static gboolean
check_exercises (SoleusContentReading  *reader,
                 GError               **error)
{
  GListModel *phases = soleus_content_list_phases (reader->content);

  for (guint i = 0; i < g_list_model_get_n_items (phases); i++)
    {
      g_autoptr (SoleusContentSection) phase = g_list_model_get_item (phases, i);
      const char *const *exercises = soleus_content_section_get_exercises (phase);

      for (; *exercises != NULL; exercises++)
        if (soleus_content_find_exercise (reader->content, *exercises) == NULL)
          return soleus_content_reading_refuse (reader, soleus_content_section_get_id (phase), error,
                                                _("There is no exercise “%s”."), *exercises);
    }
  return TRUE;
}

static const char *
read_text_member (SoleusContentReading  *reader,
                  JsonObject            *object,
                  const char            *name,
                  GError               **error)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  soleus_content_reading_refuse (reader, NULL, error, _("“%s” is missing."), name);
  return NULL;
}

static gboolean
read_protocol (SoleusContentReading  *reader,
               GError               **error)
{
  static const SoleusContentMember members[] = { { "language", TRUE }, { "version", TRUE }, { "files", TRUE } };
  g_autoptr (JsonNode) root = NULL;
  g_auto (GValue) files = G_VALUE_INIT;
  JsonObject *object;
  const char *version;

  reader->file = "protocol.json";
  root = read_root (reader, error);
  if (root == NULL)
    return FALSE;
  object = json_node_get_object (root);

  g_value_init (&files, G_TYPE_STRV);
  version = read_text_member (reader, object, "version", error);
  if (version == NULL || !soleus_content_reading_check_names (reader, NULL, object, members, G_N_ELEMENTS (members), NULL, NULL, error))
    return FALSE;
  if (!json_object_has_member (object, "files"))
    return soleus_content_reading_refuse (reader, NULL, error, _("“%s” is missing."), "files");
  if (!soleus_content_reading_read_list (reader, NULL, "files", json_object_get_member (object, "files"), &files, error))
    return FALSE;

  reader->content = soleus_content_new (reader->language, version);
  for (char **file = g_value_get_boxed (&files); file != NULL && *file != NULL; file++)
    {
      if (strchr (*file, G_DIR_SEPARATOR) != NULL)
        return soleus_content_reading_refuse (reader, NULL, error, _("“%s” is not the name of a file here."), *file);
      if (!read_file (reader, *file, error))
        return FALSE;
    }
  return check_exercises (reader, error);
}

static gboolean
has_language (const char *base,
              const char *language)
{
  g_autoptr (GBytes) bytes = NULL;

  for (const char *c = language; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '_' && *c != '-')
      return FALSE;
  if (*language == '\0')
    return FALSE;
  bytes = read_bytes (base, language, "protocol.json", NULL);
  return bytes != NULL;
}

/* "de_AT.UTF-8" → "de_AT", "de"; what is not there at all is read in English. */
static char *
choose_language (const char *base,
                 const char *language)
{
  g_auto (GStrv) variants = NULL;

  if (language == NULL || *language == '\0')
    return g_strdup (FALLBACK_LANGUAGE);

  variants = g_get_locale_variants (language);
  for (guint i = 0; variants[i] != NULL; i++)
    {
      g_strdelimit (variants[i], "-", '_');
      if (has_language (base, variants[i]))
        return g_strdup (variants[i]);
      variants[i][strcspn (variants[i], "_")] = '\0'; /* "de_AT" also as "de", when written "de-AT" */
      if (has_language (base, variants[i]))
        return g_strdup (variants[i]);
    }
  return g_strdup (FALLBACK_LANGUAGE);
}

/**
 * soleus_content_load:
 * @base: a folder, or a resource path below %SOLEUS_CONTENT_RESOURCES, that holds one folder per language
 * @language: (nullable): the wished language as in a locale, "de_AT"; English where there is none of it
 * @error: which file, which line of the protocol and what is wrong there
 *
 * Reads and checks all content files of one language. Anything that is unknown, missing or out of range is an error:
 * half a protocol is never shown.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
SoleusContent *
soleus_content_load (const char  *base,
                     const char  *language,
                     GError     **error)
{
  g_autofree char *chosen = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SoleusContentReading reader = { .base = base, .ids = ids };

  g_return_val_if_fail (base != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  chosen = choose_language (base, language);
  reader.language = chosen;
  if (!read_protocol (&reader, error))
    g_clear_object (&reader.content);
  return reader.content;
}

/**
 * soleus_content_load_built_in:
 * @language: (nullable): the wished language
 * @error: what is wrong
 *
 * Reads the content that is built into the program, and makes sure that the drawings are linked in with it. A language is
 * read once: the content does not change afterwards.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
SoleusContent *
soleus_content_load_built_in (const char  *language,
                              GError     **error)
{
  static GMutex mutex;
  static GHashTable *kept; /* wished language → SoleusContent */
  const char *key = language != NULL ? language : FALLBACK_LANGUAGE;
  SoleusContent *content;

  (void) soleus_content_get_resource (); /* registers it */

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  content = g_hash_table_lookup (kept, key);
  if (content != NULL)
    g_object_ref (content);
  else if ((content = soleus_content_load (SOLEUS_CONTENT_RESOURCES, key, error)) != NULL)
    g_hash_table_insert (kept, g_strdup (key), g_object_ref (content));
  g_mutex_unlock (&mutex);
  return content;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * soleus_content_list_languages:
 * @base: as in soleus_content_load()
 *
 * Returns: (transfer full): the languages there are, sorted, %NULL-terminated: "de", "en"
 */
char **
soleus_content_list_languages (const char *base)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  g_auto (GStrv) children = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (base != NULL, NULL);

  if (g_str_has_prefix (base, SOLEUS_CONTENT_RESOURCES))
    {
      (void) soleus_content_get_resource (); /* registers it */
      children = g_resources_enumerate_children (base, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      for (guint i = 0; children != NULL && children[i] != NULL; i++)
        {
          children[i][strcspn (children[i], "/")] = '\0';
          if (has_language (base, children[i]))
            g_ptr_array_add (languages, g_strdup (children[i]));
        }
    }
  else if ((dir = g_dir_open (base, 0, NULL)) != NULL)
    {
      while ((name = g_dir_read_name (dir)) != NULL)
        if (has_language (base, name))
          g_ptr_array_add (languages, g_strdup (name));
    }
  g_ptr_array_sort (languages, compare_texts);
  return (char **) g_ptr_array_steal (languages, NULL);
}
