#include "soleus-config.h"

#include "soleus-content.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define EMERGENCY_NUMBER "112"

struct _SoleusContent {
  GObject      parent_instance;

  char        *language;
  char        *version;
  char        *own_version; /* (nullable): the clinic added nothing */
  GListStore  *sections;  /* (owned) (element-type SoleusContentSection) */
  GListStore  *phases;    /* (owned) (element-type SoleusContentSection), a part of sections */
  GListStore  *exercises; /* (owned) (element-type SoleusContentExercise) */
  GHashTable  *section_index;  /* id (owned by the section) → section (owned by the list) */
  GHashTable  *exercise_index; /* id (owned by the exercise) → exercise (owned by the list) */
  GHashTable  *texts;          /* key → text, both owned */
};

G_DEFINE_FINAL_TYPE (SoleusContent, soleus_content, G_TYPE_OBJECT)

static void
soleus_content_finalize (GObject *object)
{
  SoleusContent *self = SOLEUS_CONTENT (object);

  g_hash_table_unref (self->section_index);
  g_hash_table_unref (self->exercise_index);
  g_hash_table_unref (self->texts);
  g_object_unref (self->sections);
  g_object_unref (self->phases);
  g_object_unref (self->exercises);
  g_free (self->language);
  g_free (self->version);
  g_free (self->own_version);

  G_OBJECT_CLASS (soleus_content_parent_class)->finalize (object);
}

static void
soleus_content_class_init (SoleusContentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_content_finalize;
}

static void
soleus_content_init (SoleusContent *self)
{
  self->sections = g_list_store_new (SOLEUS_TYPE_CONTENT_SECTION);
  self->phases = g_list_store_new (SOLEUS_TYPE_CONTENT_SECTION);
  self->exercises = g_list_store_new (SOLEUS_TYPE_CONTENT_EXERCISE);
  self->section_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->exercise_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * soleus_content_new:
 * @language: the language of the texts, "en"
 * @version: the version of the protocol
 *
 * Returns: (transfer full): content without sections, exercises and texts, for a reader to fill
 */
SoleusContent *
soleus_content_new (const char *language,
                    const char *version)
{
  SoleusContent *self;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_CONTENT, NULL);
  self->language = g_strdup (language);
  self->version = g_strdup (version);
  return self;
}

/**
 * soleus_content_get_language:
 *
 * Returns: (transfer none): the language of the texts, "en"
 */
const char *
soleus_content_get_language (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return self->language;
}

/**
 * soleus_content_get_version:
 *
 * Returns: (transfer none): the version of the protocol, to be kept with everything that was issued from it
 */
const char *
soleus_content_get_version (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return self->version;
}

/**
 * soleus_content_get_own_version:
 *
 * Returns: (transfer none) (nullable): the version of what the clinic added; %NULL where it added nothing
 */
const char *
soleus_content_get_own_version (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return self->own_version;
}

/**
 * soleus_content_set_own_version:
 * @version: the version of what the clinic added
 *
 * To be called only while the content is being read.
 */
void
soleus_content_set_own_version (SoleusContent *self,
                                const char    *version)
{
  g_return_if_fail (SOLEUS_IS_CONTENT (self));

  g_free (self->own_version);
  self->own_version = g_strdup (version);
}

/**
 * soleus_content_get_section:
 * @id: "relief", "phase-2", …
 *
 * Returns: (transfer none) (nullable): the section, or %NULL if there is none of that id
 */
SoleusContentSection *
soleus_content_get_section (SoleusContent *self,
                            const char    *id)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->section_index, id);
}

/**
 * soleus_content_list_sections:
 *
 * Returns: (transfer none): all sections in order, a list model of #SoleusContentSection
 */
GListModel *
soleus_content_list_sections (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return G_LIST_MODEL (self->sections);
}

/**
 * soleus_content_list_phases:
 *
 * Returns: (transfer none): the rehabilitation phases in order, a list model of #SoleusContentSection
 */
GListModel *
soleus_content_list_phases (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return G_LIST_MODEL (self->phases);
}

/**
 * soleus_content_list_pieces:
 * @phase: (nullable): the id of the phase in which an athlete is
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the sections whose advice can be chosen for a handout: the phase first, then all else that
 *   speaks to athletes, what the clinic added too
 */
char **
soleus_content_list_pieces (SoleusContent *self,
                            const char    *phase)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  if (phase != NULL)
    g_strv_builder_add (ids, phase);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sections)); i++)
    {
      g_autoptr (SoleusContentSection) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      if (soleus_content_section_get_use (section) == SOLEUS_CONTENT_USE_PIECE && soleus_content_section_get_phase (section) == 0 &&
          soleus_content_section_speaks_to_athletes (section))
        g_strv_builder_add (ids, soleus_content_section_get_id (section));
    }
  return g_strv_builder_end (ids);
}

/**
 * soleus_content_find_exercise:
 * @id: "ankle-pumps", …
 *
 * Returns: (transfer none) (nullable): the exercise, or %NULL if there is none of that id
 */
SoleusContentExercise *
soleus_content_find_exercise (SoleusContent *self,
                              const char    *id)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->exercise_index, id);
}

/**
 * soleus_content_list_exercises:
 *
 * Returns: (transfer none): all exercises in order of their phase, a list model of #SoleusContentExercise
 */
GListModel *
soleus_content_list_exercises (SoleusContent *self)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  return G_LIST_MODEL (self->exercises);
}

/**
 * soleus_content_get_text:
 * @key: "handout.title", …
 *
 * Returns: (transfer none) (nullable): the text with its places still unfilled, or %NULL if there is none of that key
 */
const char *
soleus_content_get_text (SoleusContent *self,
                         const char    *key)
{
  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_hash_table_lookup (self->texts, key);
}

/* Fills each {name} of @text in one pass, so that a brace in a value (a clinic's name) is left alone. */
static char *
fill_places (const char *text,
             GHashTable *values)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (text + 1, end - text - 1);
          const char *value = g_hash_table_lookup (values, name);

          if (value != NULL)
            {
              g_string_append (filled, value);
              text = end + 1;
              continue;
            }
        }
      g_string_append_c (filled, *text++);
    }
  return g_string_free (filled, FALSE);
}

/**
 * soleus_content_format_text:
 * @key: "handout.window.title", …
 * @...: pairs of the name of a place and the text to put there, then %NULL
 *
 * A place that is not named stays visible as "{name}": a gap in a handout must be seen, not hidden.
 *
 * Returns: (transfer full) (nullable): the filled text, or %NULL if there is none of that key
 */
char *
soleus_content_format_text (SoleusContent *self,
                            const char    *key,
                            ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  const char *text = soleus_content_get_text (self, key);
  va_list args;

  if (text == NULL)
    return NULL;

  va_start (args, key);
  for (char *name = va_arg (args, char *); name != NULL; name = va_arg (args, char *))
    {
      char *value = va_arg (args, char *);

      if (value != NULL)
        g_hash_table_insert (values, name, value);
    }
  va_end (args);

  return fill_places (text, values);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * soleus_content_list_text_keys:
 *
 * Returns: (transfer full): the keys of all texts, sorted, %NULL-terminated
 */
char **
soleus_content_list_text_keys (SoleusContent *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  GHashTableIter iter;
  gpointer key;

  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, g_strdup (key));
  g_ptr_array_sort (keys, compare_keys);

  return (char **) g_ptr_array_steal (keys, NULL);
}

/**
 * soleus_content_get_place:
 * @side: the leg; unknown: the name of the region without a side
 * @region: the region
 *
 * Languages inflect: the text is made for the place {where} of sentences such as "handout.window.title".
 *
 * Returns: (transfer none): "your left calf"
 */
const char *
soleus_content_get_place (SoleusContent *self,
                          SoleusSide     side,
                          SoleusRegion   region)
{
  g_autofree char *key = NULL;
  const char *text;

  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  key = g_strdup_printf ("where.%s.%s",
                         soleus_enum_get_nick (SOLEUS_TYPE_REGION, region),
                         soleus_enum_get_nick (SOLEUS_TYPE_SIDE, side));
  text = soleus_content_get_text (self, key);
  return text != NULL ? text : soleus_content_get_text (self, "where.whole-body.unknown");
}

/**
 * soleus_content_dup_side:
 * @rule: which leg does the exercise
 * @affected: the leg that cramped
 *
 * Returns: (transfer full) (nullable): "left only", "left first, then right", "both legs"
 */
char *
soleus_content_dup_side (SoleusContent         *self,
                         SoleusContentSideRule  rule,
                         SoleusSide             affected)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SOLEUS_IS_CONTENT (self), NULL);

  key = g_strdup_printf ("dose.side.%s.%s",
                         soleus_enum_get_nick (SOLEUS_TYPE_CONTENT_SIDE_RULE, rule),
                         soleus_enum_get_nick (SOLEUS_TYPE_SIDE, affected));
  return g_strdup (soleus_content_get_text (self, key));
}

/**
 * soleus_content_add_section:
 * @section: (transfer none): the next section, its id not used before
 *
 * Appends @section. To be called only while the content is being read.
 */
void
soleus_content_add_section (SoleusContent        *self,
                            SoleusContentSection *section)
{
  g_return_if_fail (SOLEUS_IS_CONTENT (self));
  g_return_if_fail (SOLEUS_IS_CONTENT_SECTION (section));
  g_return_if_fail (soleus_content_get_section (self, soleus_content_section_get_id (section)) == NULL);

  g_list_store_append (self->sections, section);
  if (soleus_content_section_get_phase (section) > 0)
    g_list_store_append (self->phases, section);
  g_hash_table_insert (self->section_index, (gpointer) soleus_content_section_get_id (section), section);
}

/**
 * soleus_content_add_exercise:
 * @exercise: (transfer none): the next exercise, its id not used before
 *
 * Appends @exercise. To be called only while the content is being read.
 */
void
soleus_content_add_exercise (SoleusContent         *self,
                             SoleusContentExercise *exercise)
{
  g_return_if_fail (SOLEUS_IS_CONTENT (self));
  g_return_if_fail (SOLEUS_IS_CONTENT_EXERCISE (exercise));
  g_return_if_fail (soleus_content_find_exercise (self, soleus_content_exercise_get_id (exercise)) == NULL);

  g_list_store_append (self->exercises, exercise);
  g_hash_table_insert (self->exercise_index, (gpointer) soleus_content_exercise_get_id (exercise), exercise);
}

/**
 * soleus_content_set_text:
 * @key: the key
 * @text: the text
 *
 * Keeps @text. To be called only while the content is being read.
 */
void
soleus_content_set_text (SoleusContent *self,
                         const char    *key,
                         const char    *text)
{
  g_return_if_fail (SOLEUS_IS_CONTENT (self));
  g_return_if_fail (key != NULL && text != NULL);

  g_hash_table_insert (self->texts, g_strdup (key), g_strdup (text));
}

/**
 * soleus_content_get_emergency_number:
 * @number: (nullable): that of the clinic
 *
 * Returns: (transfer none): @number, and where none is given 112, which mobile phones connect everywhere
 */
const char *
soleus_content_get_emergency_number (const char *number)
{
  return number != NULL && *number != '\0' ? number : EMERGENCY_NUMBER;
}

/**
 * soleus_content_fill_number:
 * @text: a title or a line
 * @number: (nullable): the emergency number of the clinic
 *
 * Returns: (transfer full): @text with the number to call
 */
char *
soleus_content_fill_number (const char *text,
                            const char *number)
{
  g_autoptr (GString) filled = g_string_new (text);

  g_string_replace (filled, "{number}", soleus_content_get_emergency_number (number), 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/**
 * soleus_content_get_exercise_name:
 * @id: of an exercise that somebody was given
 *
 * Returns: (transfer none): its name, or what it was where the clinic has taken it out of the protocol since
 */
const char *
soleus_content_get_exercise_name (SoleusContent *self,
                                  const char    *id)
{
  SoleusContentExercise *exercise = soleus_content_find_exercise (self, id);

  if (exercise != NULL)
    return soleus_content_exercise_get_name (exercise);
  return g_str_has_prefix (id, "own-") ? _("An exercise that your clinic has removed") : id;
}

/**
 * soleus_content_get_language_name:
 * @language: a language, “de”
 *
 * Returns: (transfer none): its name in itself, so that its readers find it; the code where there is none here
 */
const char *
soleus_content_get_language_name (const char *language)
{
  static const struct {
    const char *language, *name;
  } names[] = { { "ar", "العربية" }, { "de", "Deutsch" }, { "en", "English" }, { "es", "Español" }, { "fr", "Français" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].language, language))
      return names[i].name;
  return language;
}
