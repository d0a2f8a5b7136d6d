#include "soleus-config.h"

#include "soleus-content-own.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-content-members.h"
#include "soleus-error.h"

#define PREFIX "own-"
#define MAXIMUM_SVG (512 * 1024)

/* What was read, kept apart until all of it is known to be right. */
typedef struct {
  SoleusContentReading  reading;
  const char           *folder;
  const char           *version;   /* borrowed from the JSON */
  GPtrArray            *exercises; /* (element-type SoleusContentExercise) */
  GPtrArray            *sections;  /* (element-type SoleusContentSection) new ones */
  GPtrArray            *lines;     /* (element-type SoleusContentLine) of shipped sections */
  GPtrArray            *places;    /* (element-type SoleusContentSection) (not owned) where each of the lines goes */
  GPtrArray            *uses;      /* (element-type utf8) ids of exercises, and in turn… */
  GPtrArray            *phases;    /* (element-type SoleusContentSection) (not owned) …where each of them goes */
} Own;

static gboolean
check_id (Own         *own,
          const char  *id,
          GError     **error)
{
  if (g_str_has_prefix (id, PREFIX))
    return TRUE;
  return soleus_content_reading_refuse (&own->reading, id, error, _("What a clinic adds has an id that begins with “%s”."), PREFIX);
}

static gboolean
read_drawing (Own                    *own,
              SoleusContentExercise  *exercise,
              gboolean                end,
              GError                **error)
{
  const char *name = end ? soleus_content_exercise_get_end_drawing (exercise) : soleus_content_exercise_get_start_drawing (exercise);
  g_autofree char *file = NULL, *path = NULL;
  g_autoptr (GBytes) svg = NULL;
  char *text;
  gsize length;

  if (name == NULL || !g_str_has_prefix (name, PREFIX))
    return TRUE; /* none, or a shipped one */
  file = g_strconcat (name, ".svg", NULL);
  path = g_build_filename (own->folder, "drawings", file, NULL);
  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return soleus_content_reading_refuse (&own->reading, soleus_content_exercise_get_id (exercise), error, _("“%s” is not the name of a file here."), name);
  if (!g_file_get_contents (path, &text, &length, error))
    return FALSE;
  svg = g_bytes_new_take (text, length);
  if (length > MAXIMUM_SVG || strstr (text, "<svg") == NULL)
    return soleus_content_reading_refuse (&own->reading, soleus_content_exercise_get_id (exercise), error, _("“%s” is not a drawing (SVG)."), name);
  soleus_content_exercise_set_svg (exercise, end, svg);
  return TRUE;
}

static gboolean
read_exercises (Own         *own,
                JsonObject  *root,
                GError     **error)
{
  JsonArray *array;

  if (!soleus_content_reading_find_array (&own->reading, root, "exercises", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = soleus_content_reading_read_own_exercise (&own->reading, json_array_get_element (array, i), error);

      if (exercise == NULL || !check_id (own, soleus_content_exercise_get_id (exercise), error) ||
          !read_drawing (own, exercise, FALSE, error) || !read_drawing (own, exercise, TRUE, error))
        return FALSE;
      g_ptr_array_add (own->exercises, g_steal_pointer (&exercise));
    }
  return TRUE;
}

static gboolean
is_exercise (Own        *own,
             const char *id)
{
  for (guint i = 0; i < own->exercises->len; i++)
    if (g_str_equal (soleus_content_exercise_get_id (g_ptr_array_index (own->exercises, i)), id))
      return TRUE;
  return soleus_content_find_exercise (own->reading.content, id) != NULL;
}

static gboolean
read_uses (Own                   *own,
           SoleusContentSection  *section,
           JsonObject            *object,
           GError               **error)
{
  const char *id = soleus_content_section_get_id (section);
  g_auto (GValue) uses = G_VALUE_INIT;

  if (!json_object_has_member (object, "exercises"))
    return TRUE;
  g_value_init (&uses, G_TYPE_STRV);
  if (!soleus_content_reading_read_list (&own->reading, id, "exercises", json_object_get_member (object, "exercises"), &uses, error))
    return FALSE;
  for (char **use = g_value_get_boxed (&uses); use != NULL && *use != NULL; use++)
    {
      if (!is_exercise (own, *use))
        return soleus_content_reading_refuse (&own->reading, id, error, _("There is no exercise “%s”."), *use);
      g_ptr_array_add (own->uses, g_strdup (*use));
      g_ptr_array_add (own->phases, section);
    }
  return TRUE;
}

static gboolean
read_lines (Own                   *own,
            SoleusContentSection  *section,
            JsonObject            *object,
            GError               **error)
{
  JsonArray *array;

  if (!soleus_content_reading_find_array (&own->reading, object, "lines", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      SoleusContentLine *line = soleus_content_reading_read_line (&own->reading, json_array_get_element (array, i), error);

      if (line == NULL)
        return FALSE;
      g_ptr_array_add (own->lines, line);
      g_ptr_array_add (own->places, section);
      if (!check_id (own, soleus_content_line_get_id (line), error))
        return FALSE;
    }
  return TRUE;
}

/* A shipped section takes further lines and exercises; one of the clinic's own has a title besides. */
static gboolean
read_section (Own         *own,
              JsonNode    *node,
              GError     **error)
{
  static const SoleusContentMember more[] = { { "id", TRUE }, { "lines", FALSE }, { "exercises", FALSE } };
  static const SoleusContentMember whole[] = { { "id", TRUE }, { "title", TRUE }, { "introduction", FALSE }, { "language", FALSE } };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *id = object != NULL ? soleus_content_reading_peek_id (object) : NULL;
  SoleusContentSection *section = id != NULL ? soleus_content_get_section (own->reading.content, id) : NULL;

  if (section == NULL)
    {
      section = soleus_content_reading_read_object (&own->reading, node, SOLEUS_TYPE_CONTENT_SECTION, whole, G_N_ELEMENTS (whole), "lines", "exercises", error);
      if (section == NULL)
        return FALSE;
      g_ptr_array_add (own->sections, section);
      if (!check_id (own, soleus_content_section_get_id (section), error))
        return FALSE;
    }
  else if (!soleus_content_reading_check_names (&own->reading, id, object, more, G_N_ELEMENTS (more), NULL, NULL, error))
    return FALSE;
  return read_lines (own, section, object, error) && read_uses (own, section, object, error);
}

static gboolean
read_root (Own         *own,
           JsonObject  *root,
           GError     **error)
{
  static const SoleusContentMember members[] = { { "version", TRUE }, { "sections", FALSE }, { "exercises", FALSE } };
  JsonNode *version = json_object_get_member (root, "version");
  JsonArray *array;

  if (!soleus_content_reading_check_names (&own->reading, NULL, root, members, G_N_ELEMENTS (members), NULL, NULL, error))
    return FALSE;
  if (version == NULL || json_node_get_value_type (version) != G_TYPE_STRING || *json_node_get_string (version) == '\0')
    return soleus_content_reading_refuse (&own->reading, NULL, error, _("“%s” is missing."), "version");
  own->version = json_node_get_string (version);
  if (!read_exercises (own, root, error) || !soleus_content_reading_find_array (&own->reading, root, "sections", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (!read_section (own, json_array_get_element (array, i), error))
      return FALSE;
  return TRUE;
}

/* Only now, when nothing can fail any more, the content changes. */
static void
apply (Own *own)
{
  SoleusContent *content = own->reading.content;

  for (guint i = 0; i < own->exercises->len; i++)
    soleus_content_add_exercise (content, g_ptr_array_index (own->exercises, i));
  for (guint i = 0; i < own->lines->len; i++)
    soleus_content_section_add_line (g_ptr_array_index (own->places, i), g_ptr_array_index (own->lines, i));
  for (guint i = 0; i < own->uses->len; i++)
    soleus_content_section_add_exercise (g_ptr_array_index (own->phases, i), g_ptr_array_index (own->uses, i));
  for (guint i = 0; i < own->sections->len; i++)
    soleus_content_add_section (content, g_ptr_array_index (own->sections, i));
  soleus_content_set_own_version (content, own->version);
}

static void
collect_ids (SoleusContent *content,
             GHashTable    *ids)
{
  GListModel *sections = soleus_content_list_sections (content), *exercises = soleus_content_list_exercises (content);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (sections, i);

      g_hash_table_add (ids, g_strdup (soleus_content_section_get_id (section)));
    }
  for (guint i = 0; i < g_list_model_get_n_items (exercises); i++)
    {
      g_autoptr (SoleusContentExercise) exercise = g_list_model_get_item (exercises, i);

      g_hash_table_add (ids, g_strdup (soleus_content_exercise_get_id (exercise)));
    }
}

/**
 * soleus_content_read_own_bytes:
 * @content: shipped content of one language, read by soleus_content_load() for this purpose alone
 * @folder: the folder of the clinic's own content, where the drawings are
 * @bytes: the file of that language
 * @error: what is wrong in it; what a clinic adds is taken whole or not at all
 *
 * Returns: %TRUE if @content holds what the clinic added; %FALSE with @error set and @content as it was
 */
gboolean
soleus_content_read_own_bytes (SoleusContent  *content,
                               const char     *folder,
                               GBytes         *bytes,
                               GError        **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) exercises = g_ptr_array_new_with_free_func (g_object_unref), sections = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref), uses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) places = g_ptr_array_new (), phases = g_ptr_array_new ();
  g_autofree char *name = NULL;
  g_autoptr (JsonNode) root = NULL;
  Own own = { .folder = folder, .exercises = exercises, .sections = sections, .lines = lines, .places = places, .uses = uses, .phases = phases };

  g_return_val_if_fail (SOLEUS_IS_CONTENT (content), FALSE);
  g_return_val_if_fail (folder != NULL && bytes != NULL, FALSE);

  name = g_strconcat (soleus_content_get_language (content), ".json", NULL);
  collect_ids (content, ids);
  own.reading = (SoleusContentReading) { .base = folder, .language = soleus_content_get_language (content), .file = name, .ids = ids, .content = content };
  root = soleus_content_reading_read_root (&own.reading, bytes, error);
  if (root == NULL || !read_root (&own, json_node_get_object (root), error))
    return FALSE;
  apply (&own);
  return TRUE;
}

/**
 * soleus_content_read_own:
 * @content: as in soleus_content_read_own_bytes()
 * @folder: the folder of the clinic's own content
 * @error: which file and what is wrong in it
 *
 * A folder or a language that is not there adds nothing.
 *
 * Returns: %TRUE if @content holds what the clinic added; %FALSE with @error set and @content as it was
 */
gboolean
soleus_content_read_own (SoleusContent  *content,
                         const char     *folder,
                         GError        **error)
{
  g_autofree char *name = NULL, *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local_error = NULL;
  char *text;
  gsize length;

  g_return_val_if_fail (SOLEUS_IS_CONTENT (content), FALSE);
  g_return_val_if_fail (folder != NULL, FALSE);

  name = g_strconcat (soleus_content_get_language (content), ".json", NULL);
  path = g_build_filename (folder, name, NULL);
  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT) || g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  bytes = g_bytes_new_take (text, length);
  return soleus_content_read_own_bytes (content, folder, bytes, error);
}
