#include "soleus-config.h"

#include "soleus-own-exercise.h"

#include <glib/gi18n-lib.h>

#include "soleus-own-description.h"

/* the words of one language, by #SoleusOwnText */
typedef struct {
  char *words[SOLEUS_OWN_N_TEXTS]; /* (nullable) */
} Texts;

static void
texts_free (gpointer data)
{
  Texts *texts = data;

  for (guint i = 0; i < SOLEUS_OWN_N_TEXTS; i++)
    g_free (texts->words[i]);
  g_free (texts);
}

/**
 * soleus_own_exercise_new:
 *
 * Returns: (transfer full): an exercise of which nothing is said but what can be seen and changed: once a day, every day, of the leg that cramped
 */
SoleusOwnExercise *
soleus_own_exercise_new (void)
{
  SoleusOwnExercise *self = g_new0 (SoleusOwnExercise, 1);

  self->kind = SOLEUS_OWN_UNSAID;
  self->family = SOLEUS_OWN_UNSAID;
  self->muscle = g_strdup ("calf");
  self->evidence = SOLEUS_EVIDENCE_EXPERT;
  self->side_rule = SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY;
  self->numbers[SOLEUS_OWN_NUMBER_SETS] = SOLEUS_OWN_UNSAID;
  self->numbers[SOLEUS_OWN_NUMBER_REPETITIONS] = SOLEUS_OWN_UNSAID;
  self->numbers[SOLEUS_OWN_NUMBER_TIMES_A_DAY] = 1;
  self->numbers[SOLEUS_OWN_NUMBER_DAYS_A_WEEK] = 7;
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, texts_free);
  return self;
}

void
soleus_own_exercise_free (SoleusOwnExercise *self)
{
  g_free (self->id);
  g_free (self->found);
  g_free (self->muscle);
  g_hash_table_unref (self->texts);
  for (guint i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    {
      g_free (self->drawings[i]);
      g_clear_pointer (&self->svgs[i], g_bytes_unref);
    }
  g_free (self);
}

/**
 * soleus_own_exercise_set_text:
 * @words: (nullable): the words; %NULL or blank: none
 */
void
soleus_own_exercise_set_text (SoleusOwnExercise *self,
                              const char        *language,
                              SoleusOwnText      text,
                              const char        *words)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;
  Texts *texts = g_hash_table_lookup (self->texts, language);

  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  if (texts == NULL)
    {
      texts = g_new0 (Texts, 1);
      g_hash_table_insert (self->texts, g_strdup (language), texts);
    }
  g_free (texts->words[text]);
  texts->words[text] = g_steal_pointer (&stripped);
}

/**
 * soleus_own_exercise_get_text:
 *
 * Returns: (transfer none) (nullable): the words in that language
 */
const char *
soleus_own_exercise_get_text (const SoleusOwnExercise *self,
                              const char              *language,
                              SoleusOwnText            text)
{
  Texts *texts = g_hash_table_lookup (self->texts, language);

  return texts != NULL ? texts->words[text] : NULL;
}

/**
 * soleus_own_exercise_list_steps:
 *
 * Returns: (transfer full) (array zero-terminated=1): the steps in that language, without blank lines
 */
char **
soleus_own_exercise_list_steps (const SoleusOwnExercise *self,
                                const char              *language)
{
  const char *words = soleus_own_exercise_get_text (self, language, SOLEUS_OWN_TEXT_STEPS);
  g_auto (GStrv) lines = g_strsplit_set (words != NULL ? words : "", "\n\r", -1);
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (steps, lines[i]);
  return g_strv_builder_end (steps);
}

/**
 * soleus_own_exercise_speaks:
 *
 * Returns: whether it says anything to athletes in that language
 */
gboolean
soleus_own_exercise_speaks (const SoleusOwnExercise *self,
                            const char              *language)
{
  return soleus_own_exercise_get_text (self, language, SOLEUS_OWN_TEXT_NAME) != NULL ||
         soleus_own_exercise_get_text (self, language, SOLEUS_OWN_TEXT_STEPS) != NULL;
}

/**
 * soleus_own_exercise_find_language:
 * @wished: (nullable): the first to be looked for
 * @languages: (array zero-terminated=1): then these in order
 *
 * Returns: (transfer none) (nullable): a language in which it has words: those in which it is printed where it has none in the athlete's; %NULL: it has
 *   none at all
 */
const char *
soleus_own_exercise_find_language (const SoleusOwnExercise *self,
                                   const char              *wished,
                                   const char *const       *languages)
{
  if (wished != NULL && soleus_own_exercise_speaks (self, wished))
    return wished;
  for (; *languages != NULL; languages++)
    if (soleus_own_exercise_speaks (self, *languages))
      return *languages;
  return NULL;
}

/**
 * soleus_own_exercise_set_svg:
 * @end: the end position, else the start
 * @svg: (nullable): a drawing of the clinic's own; %NULL: none
 */
void
soleus_own_exercise_set_svg (SoleusOwnExercise *self,
                             gboolean           end,
                             GBytes            *svg)
{
  guint i = end ? 1 : 0;
  GBytes *former = self->svgs[i];

  self->svgs[i] = svg != NULL ? g_bytes_ref (svg) : NULL;
  g_clear_pointer (&former, g_bytes_unref);
  g_clear_pointer (&self->drawings[i], g_free); /* it is named when it is written */
}

/* Steps are written without blank lines, and words only in a language that it speaks. */
static char *
dup_words (gconstpointer  self,
           const char    *language,
           guint          field)
{
  g_auto (GStrv) steps = NULL;

  if (!soleus_own_exercise_speaks (self, language))
    return NULL;
  if (field != SOLEUS_OWN_TEXT_STEPS)
    return g_strdup (soleus_own_exercise_get_text (self, language, field));
  steps = soleus_own_exercise_list_steps (self, language);
  return g_strjoinv ("\n", steps);
}

/**
 * soleus_own_exercise_describe:
 *
 * Returns: (transfer full): all that it says, to compare
 */
char *
soleus_own_exercise_describe (const SoleusOwnExercise *self)
{
  g_autoptr (GString) description = g_string_new (NULL);

  g_string_append_printf (description, "%d;%d;%d;%d;", self->kind, self->family, self->evidence, self->side_rule);
  soleus_own_description_add (description, self->muscle);
  for (guint i = 0; i < SOLEUS_OWN_N_NUMBERS; i++)
    g_string_append_printf (description, "%d;", self->numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    {
      g_autofree char *drawn = self->svgs[i] != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->svgs[i]) : g_strdup (self->drawings[i]);

      soleus_own_description_add (description, drawn);
    }
  soleus_own_description_add_words (description, self->texts, self, dup_words, SOLEUS_OWN_N_TEXTS);
  return g_string_free (g_steal_pointer (&description), FALSE);
}

/**
 * soleus_own_exercise_make_new:
 *
 * It says what it said, has drawings of its own, and is none of those that are there: both are kept.
 */
void
soleus_own_exercise_make_new (SoleusOwnExercise *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->found, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->drawings); i++)
    if (self->svgs[i] != NULL)
      g_clear_pointer (&self->drawings[i], g_free); /* it is named when it is written */
}

static SoleusOwnIssue
check_words (const SoleusOwnExercise *self,
             const char              *language)
{
  g_auto (GStrv) steps = soleus_own_exercise_list_steps (self, language);

  if (soleus_own_exercise_get_text (self, language, SOLEUS_OWN_TEXT_NAME) == NULL)
    return SOLEUS_OWN_ISSUE_NAME;
  if (*steps == NULL)
    return SOLEUS_OWN_ISSUE_STEPS;
  return soleus_own_exercise_get_text (self, language, SOLEUS_OWN_TEXT_STOP_IF) != NULL ? SOLEUS_OWN_ISSUE_NONE : SOLEUS_OWN_ISSUE_STOP_IF;
}

/**
 * soleus_own_exercise_check:
 * @languages: (array zero-terminated=1): all languages of the content
 * @language: (out) (optional) (nullable): the language whose words are meant; %NULL: not words, or in whatever language
 *
 * Whoever prints it must know what it is, how it is done, when to stop (quality.md 4 C) and whether the window holds it back (clinical.md 1C, C17: a
 * roller is massage).
 *
 * Returns: the first thing that is wrong
 */
SoleusOwnIssue
soleus_own_exercise_check (const SoleusOwnExercise  *self,
                           const char *const        *languages,
                           const char              **language)
{
  const char *none;

  if (language == NULL)
    language = &none;
  *language = NULL;
  if (soleus_own_exercise_find_language (self, NULL, languages) == NULL)
    return SOLEUS_OWN_ISSUE_NAME;
  for (; *languages != NULL; languages++)
    {
      SoleusOwnIssue issue = soleus_own_exercise_speaks (self, *languages) ? check_words (self, *languages) : SOLEUS_OWN_ISSUE_NONE;

      *language = issue != SOLEUS_OWN_ISSUE_NONE ? *languages : NULL;
      if (issue != SOLEUS_OWN_ISSUE_NONE)
        return issue;
    }
  if (self->kind == SOLEUS_OWN_UNSAID)
    return SOLEUS_OWN_ISSUE_KIND;
  if (self->family == SOLEUS_OWN_UNSAID)
    return SOLEUS_OWN_ISSUE_FAMILY;
  if (self->kind == SOLEUS_CONTENT_KIND_ROLLER && self->family != SOLEUS_MODALITY_FAMILY_MASSAGE)
    return SOLEUS_OWN_ISSUE_ROLLER;
  for (guint i = 0; i < SOLEUS_OWN_N_NUMBERS; i++)
    if (self->numbers[i] == SOLEUS_OWN_UNSAID)
      return SOLEUS_OWN_ISSUE_DOSE;
  return SOLEUS_OWN_ISSUE_NONE;
}

/**
 * soleus_own_issue_get_sentence:
 *
 * Returns: (transfer none) (nullable): what to do about it, translated; %NULL where nothing is wrong
 */
const char *
soleus_own_issue_get_sentence (SoleusOwnIssue issue)
{
  static const char *const sentences[] = {
    [SOLEUS_OWN_ISSUE_NAME] = N_("Give the exercise a name."),
    [SOLEUS_OWN_ISSUE_STEPS] = N_("Write at least one step: what the athlete does."),
    [SOLEUS_OWN_ISSUE_STOP_IF] = N_("Write when the athlete should stop."),
    [SOLEUS_OWN_ISSUE_KIND] = N_("Choose what the exercise is for."),
    [SOLEUS_OWN_ISSUE_FAMILY] = N_("Say whether the exercise is massage, heat or neither: the no-massage window depends on it."),
    [SOLEUS_OWN_ISSUE_ROLLER] = N_("A roller counts as massage: it waits for the no-massage window. Choose massage, or another purpose."),
    [SOLEUS_OWN_ISSUE_DOSE] = N_("Enter the whole dose: sets, times, hold, rest, times a day and days a week; 0 for no hold or rest."),
  };

  return issue != SOLEUS_OWN_ISSUE_NONE ? _(sentences[issue]) : NULL;
}
