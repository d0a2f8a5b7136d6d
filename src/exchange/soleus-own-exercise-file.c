#include "soleus-config.h"

#include "soleus-own-exercise-file.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-own-folder-private.h"

static const char *const number_members[SOLEUS_OWN_N_NUMBERS] = {
  "phase", "sets", "repetitions", "hold-seconds", "rest-seconds", "times-a-day", "days-a-week",
};

static const char *const text_members[SOLEUS_OWN_N_TEXTS] = { "name", "steps", "tempo", "load", "stop-if", "basis" };

static const char *const drawing_members[] = { "start-drawing", "end-drawing" };

static JsonObject *
find_exercise (JsonObject *root,
               const char *id)
{
  return root != NULL ? soleus_own_json_get_object (soleus_own_json_get_array (root, "exercises"), id) : NULL;
}

/* --- reading --- */

static gboolean
read_drawings (SoleusOwnExercise  *self,
               SoleusOwnFolder    *folder,
               JsonObject         *object,
               GError            **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawing_members); i++)
    {
      const char *name = soleus_own_json_get_text (object, drawing_members[i]);

      if (name != NULL && g_str_has_prefix (name, SOLEUS_OWN_PREFIX))
        {
          g_autoptr (GBytes) svg = soleus_own_folder_read_drawing (folder, name, error);

          if (svg == NULL)
            return FALSE;
          soleus_own_exercise_set_svg (self, i == 1, svg);
        }
      self->drawings[i] = g_strdup (name);
    }
  return TRUE;
}

static gboolean
read_facts (SoleusOwnExercise  *self,
            SoleusOwnFolder    *folder,
            JsonObject         *object,
            GError            **error)
{
  const char *muscle = soleus_own_json_get_text (object, "muscle");

  self->id = g_strdup (soleus_own_json_get_text (object, "id"));
  self->kind = soleus_own_json_get_enum (object, "kind", SOLEUS_TYPE_CONTENT_KIND, SOLEUS_OWN_UNSAID);
  self->family = soleus_own_json_get_enum (object, "family", SOLEUS_TYPE_MODALITY_FAMILY, SOLEUS_OWN_UNSAID);
  self->evidence = soleus_own_json_get_enum (object, "evidence", SOLEUS_TYPE_EVIDENCE, SOLEUS_EVIDENCE_EXPERT);
  self->side_rule = soleus_own_json_get_enum (object, "side-rule", SOLEUS_TYPE_CONTENT_SIDE_RULE, SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY);
  if (muscle != NULL)
    {
      g_free (self->muscle);
      self->muscle = g_strdup (muscle);
    }
  for (guint i = 0; i < SOLEUS_OWN_N_NUMBERS; i++)
    {
      JsonNode *number = json_object_get_member (object, number_members[i]);

      self->numbers[i] = number != NULL && json_node_get_value_type (number) == G_TYPE_INT64 ? (int) json_node_get_int (number) : SOLEUS_OWN_UNSAID;
    }
  return read_drawings (self, folder, object, error);
}

static void
read_steps (SoleusOwnExercise *self,
            const char        *language,
            JsonArray         *steps)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; steps != NULL && i < json_array_get_length (steps); i++)
    {
      JsonNode *step = json_array_get_element (steps, i);

      if (json_node_get_value_type (step) == G_TYPE_STRING)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", json_node_get_string (step));
    }
  soleus_own_exercise_set_text (self, language, SOLEUS_OWN_TEXT_STEPS, words->str);
}

/* Words of another language that stand in for those that are not there are none of this one. */
static void
read_texts (SoleusOwnExercise *self,
            const char        *language,
            JsonObject        *object)
{
  const char *spoken = soleus_own_json_get_text (object, "language");

  if (spoken != NULL && !g_str_equal (spoken, language))
    return;
  for (guint i = 0; i < SOLEUS_OWN_N_TEXTS; i++)
    if (i == SOLEUS_OWN_TEXT_STEPS)
      read_steps (self, language, soleus_own_json_get_array (object, text_members[i]));
    else
      soleus_own_exercise_set_text (self, language, i, soleus_own_json_get_text (object, text_members[i]));
}

/**
 * soleus_own_exercise_file_find:
 * @folder: the clinic's own content
 * @id: of an exercise
 * @error: there is none, or a drawing of it cannot be read
 *
 * Returns: (transfer full) (nullable): the exercise with its words in each of the languages; %NULL with @error set
 */
SoleusOwnExercise *
soleus_own_exercise_file_find (SoleusOwnFolder  *folder,
                               const char       *id,
                               GError          **error)
{
  g_autoptr (SoleusOwnExercise) self = soleus_own_exercise_new ();

  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      JsonObject *object = find_exercise (soleus_own_folder_get_root (folder, *language), id);

      if (object == NULL)
        continue;
      if (self->id == NULL && !read_facts (self, folder, object, error))
        return NULL;
      read_texts (self, *language, object);
    }
  if (self->id == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_NOT_FOUND, _("This exercise is no longer there."));
      return NULL;
    }
  self->found = soleus_own_exercise_describe (self);
  return g_steal_pointer (&self);
}

/**
 * soleus_own_exercise_file_is_as_found:
 * @self: an exercise
 * @folder: the clinic's own content as it is now
 * @error: somebody changed it since @self was found (%SOLEUS_ERROR_CHANGED), or it is gone
 *
 * Returns: whether nothing is lost that somebody else wrote where @self is written; what was not found in the files is always so
 */
gboolean
soleus_own_exercise_file_is_as_found (const SoleusOwnExercise *self,
                                      SoleusOwnFolder         *folder,
                                      GError                 **error)
{
  g_autoptr (SoleusOwnExercise) now = NULL;

  if (self->found == NULL)
    return TRUE;
  now = soleus_own_exercise_file_find (folder, self->id, error);
  if (now == NULL || g_str_equal (now->found, self->found))
    return now != NULL;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_CHANGED,
                       _("The exercise was changed elsewhere while you were editing it. Open it again and repeat your change."));
  return FALSE;
}

/* --- writing --- */

static void
set_text (JsonObject *object,
          const char *name,
          const char *words)
{
  if (words != NULL)
    json_object_set_string_member (object, name, words);
  else if (json_object_has_member (object, name))
    json_object_remove_member (object, name);
}

static void
put_texts (const SoleusOwnExercise *self,
           JsonObject              *object,
           const char              *language)
{
  g_auto (GStrv) steps = soleus_own_exercise_list_steps (self, language);
  JsonArray *array = json_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    json_array_add_string_element (array, steps[i]);
  for (guint i = 0; i < SOLEUS_OWN_N_TEXTS; i++)
    if (i == SOLEUS_OWN_TEXT_STEPS)
      json_object_set_array_member (object, text_members[i], array);
    else
      set_text (object, text_members[i], soleus_own_exercise_get_text (self, language, i));
}

static void
put_facts (const SoleusOwnExercise *self,
           JsonObject              *object)
{
  json_object_set_string_member (object, "kind", soleus_enum_get_nick (SOLEUS_TYPE_CONTENT_KIND, self->kind));
  json_object_set_string_member (object, "family", soleus_enum_get_nick (SOLEUS_TYPE_MODALITY_FAMILY, self->family));
  json_object_set_string_member (object, "muscle", self->muscle);
  json_object_set_string_member (object, "evidence", soleus_enum_get_nick (SOLEUS_TYPE_EVIDENCE, self->evidence));
  json_object_set_string_member (object, "side-rule", soleus_enum_get_nick (SOLEUS_TYPE_CONTENT_SIDE_RULE, self->side_rule));
  for (guint i = 0; i < SOLEUS_OWN_N_NUMBERS; i++)
    json_object_set_int_member (object, number_members[i], self->numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (drawing_members); i++)
    set_text (object, drawing_members[i], self->drawings[i]);
}

/* The exercise in the file, made where it is not there yet. What else somebody wrote there by hand stays as it is. */
static JsonObject *
take_exercise (const SoleusOwnExercise *self,
               JsonObject              *root)
{
  JsonArray *sources = NULL;
  JsonObject *object = find_exercise (root, self->id);

  if (object != NULL)
    return object;
  object = json_object_new ();
  sources = json_array_new ();
  json_array_add_string_element (sources, SOLEUS_OWN_SOURCE);
  json_object_set_string_member (object, "id", self->id);
  json_object_set_array_member (object, "facts", json_array_new ());
  json_object_set_array_member (object, "sources", sources);
  json_array_add_object_element (soleus_own_json_take_array (root, "exercises"), object);
  return object;
}

/* @section: (nullable): from this one; %NULL: from all */
static void
drop_uses (JsonObject *root,
           const char *id,
           const char *section)
{
  JsonArray *sections = soleus_own_json_get_array (root, "sections");

  for (guint i = sections != NULL ? json_array_get_length (sections) : 0; i > 0; i--)
    {
      JsonNode *node = json_array_get_element (sections, i - 1);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      JsonArray *uses = object != NULL ? soleus_own_json_get_array (object, "exercises") : NULL;
      gboolean dropped = FALSE;

      if (uses == NULL || (section != NULL && g_strcmp0 (soleus_own_json_get_text (object, "id"), section) != 0))
        continue;
      for (guint use = json_array_get_length (uses); use > 0; use--)
        if (g_strcmp0 (json_array_get_string_element (uses, use - 1), id) == 0)
          {
            json_array_remove_element (uses, use - 1);
            dropped = TRUE;
          }
      if (dropped)
        soleus_own_json_drop_empty (root, object);
    }
}

static char *
dup_phase (int number)
{
  return number > 0 ? g_strdup_printf ("phase-%d", number) : NULL;
}

/* It stands in the phase from which on it is usual. Other sections that somebody named it in by hand keep it. */
static void
put_use (const SoleusOwnExercise *self,
         JsonObject              *root,
         int                      former)
{
  int phase = self->numbers[SOLEUS_OWN_NUMBER_PHASE];
  g_autofree char *old = dup_phase (former), *name = dup_phase (phase);

  if (phase == former)
    return;
  if (old != NULL)
    drop_uses (root, self->id, old);
  if (name == NULL)
    return;
  drop_uses (root, self->id, name);
  json_array_add_string_element (soleus_own_json_take_array (soleus_own_json_take_section (root, name), "exercises"), self->id);
}

/* A drawing that is written here is named after its exercise, and goes with it; others that somebody put there by hand stay. */
static char *
dup_drawing_name (const SoleusOwnExercise *self,
                  guint                    i)
{
  return g_strconcat (self->id, i == 1 ? "-end" : "-start", NULL);
}

/* A new drawing takes the place of the old one. Where it could not be written the first time it is named and not there: it is written again. */
static void
put_drawings (SoleusOwnExercise *self,
              SoleusOwnFolder   *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    {
      g_autofree char *name = dup_drawing_name (self, i);

      if (self->svgs[i] != NULL && (self->drawings[i] == NULL || g_str_equal (self->drawings[i], name)))
        {
          soleus_own_folder_set_drawing (folder, name, self->svgs[i]);
          g_free (self->drawings[i]);
          self->drawings[i] = g_steal_pointer (&name);
        }
      else if (g_strcmp0 (self->drawings[i], name) != 0)
        {
          soleus_own_folder_set_drawing (folder, name, NULL);
        }
    }
}

/**
 * soleus_own_exercise_file_put:
 * @self: an exercise in which nothing is wrong; one that is new gets its id here
 * @folder: the clinic's own content, to be written
 * @standing_in: the language whose words stand in where it has none
 *
 * Puts the exercise into the file of each language, so that it can be given to everybody: what stands in is marked as that.
 */
void
soleus_own_exercise_file_put (SoleusOwnExercise *self,
                              SoleusOwnFolder   *folder,
                              const char        *standing_in)
{
  g_return_if_fail (self != NULL && self->kind >= 0 && self->family >= 0);
  g_return_if_fail (soleus_own_exercise_speaks (self, standing_in));

  if (self->id == NULL)
    self->id = soleus_own_folder_dup_new_id ();
  put_drawings (self, folder);
  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      gboolean speaks = soleus_own_exercise_speaks (self, *language);
      JsonObject *root = soleus_own_folder_edit (folder, *language), *object = take_exercise (self, root);
      int former = json_object_has_member (object, "phase") ? (int) json_object_get_int_member (object, "phase") : SOLEUS_OWN_UNSAID;

      put_texts (self, object, speaks ? *language : standing_in);
      put_facts (self, object);
      set_text (object, "language", speaks ? NULL : standing_in);
      set_text (object, "version", soleus_own_json_get_text (root, "version"));
      put_use (self, root, former);
    }
}

/**
 * soleus_own_exercise_file_take_out:
 * @self: an exercise that is there
 * @folder: the clinic's own content, to be written
 *
 * Takes it out of every file, and its drawings.
 */
void
soleus_own_exercise_file_take_out (SoleusOwnExercise *self,
                                   SoleusOwnFolder   *folder)
{
  g_return_if_fail (self != NULL && self->id != NULL);

  for (const char *const *language = soleus_own_folder_get_languages (folder); *language != NULL; language++)
    {
      JsonArray *exercises;
      JsonObject *root;

      if (find_exercise (soleus_own_folder_get_root (folder, *language), self->id) == NULL)
        continue;
      root = soleus_own_folder_edit (folder, *language);
      exercises = soleus_own_json_get_array (root, "exercises");
      json_array_remove_element (exercises, (guint) soleus_own_json_find (exercises, self->id));
      if (json_array_get_length (exercises) == 0)
        json_object_remove_member (root, "exercises");
      drop_uses (root, self->id, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    {
      g_autofree char *name = dup_drawing_name (self, i);

      if (g_strcmp0 (self->drawings[i], name) == 0)
        soleus_own_folder_set_drawing (folder, name, NULL);
    }
}
