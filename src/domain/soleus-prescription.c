#include "soleus-prescription.h"

#include <string.h>

#define MOST 1000 /* of anything in a dose that is typed; a hold of a quarter of an hour is none any more */

/* the numbers of a dose and the words they have in the text */
static const char *const number_names[] = { "sets", "times", "hold", "rest", "daily", "weekly" };
static const char *const word_names[] = { "tempo", "load", "stop" };
static const SoleusSide sides[] = { SOLEUS_SIDE_LEFT, SOLEUS_SIDE_RIGHT, SOLEUS_SIDE_BOTH };

static int *
get_number (SoleusPrescribed *self,
            gsize             index)
{
  int *const numbers[] = { &self->sets, &self->repetitions, &self->hold_seconds, &self->rest_seconds, &self->times_a_day, &self->days_a_week };

  return numbers[index];
}

static char **
get_word (SoleusPrescribed *self,
          gsize             index)
{
  char **const words[] = { &self->tempo, &self->load, &self->stop_if };

  return words[index];
}

/**
 * soleus_prescribed_new:
 * @id: of an exercise
 *
 * Returns: (transfer full): the exercise in its usual dose
 */
SoleusPrescribed *
soleus_prescribed_new (const char *id)
{
  SoleusPrescribed *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (SoleusPrescribed, 1);
  self->id = g_strdup (id);
  for (gsize i = 0; i < G_N_ELEMENTS (number_names); i++)
    *get_number (self, i) = -1;
  self->side = -1;
  return self;
}

/**
 * soleus_prescribed_copy:
 *
 * Returns: (transfer full): a copy
 */
SoleusPrescribed *
soleus_prescribed_copy (const SoleusPrescribed *self)
{
  SoleusPrescribed *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (SoleusPrescribed, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->tempo = g_strdup (self->tempo);
  copy->load = g_strdup (self->load);
  copy->stop_if = g_strdup (self->stop_if);
  return copy;
}

/**
 * soleus_prescribed_free:
 * @self: (transfer full) (nullable): an exercise that was given
 *
 * Frees it.
 */
void
soleus_prescribed_free (SoleusPrescribed *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->tempo);
  g_free (self->load);
  g_free (self->stop_if);
  g_free (self);
}

/**
 * soleus_prescribed_is_equal:
 *
 * Returns: whether exercise and dose are the same
 */
gboolean
soleus_prescribed_is_equal (const SoleusPrescribed *self,
                            const SoleusPrescribed *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return g_strcmp0 (self->id, other->id) == 0 && self->sets == other->sets && self->repetitions == other->repetitions &&
         self->hold_seconds == other->hold_seconds && self->rest_seconds == other->rest_seconds &&
         self->times_a_day == other->times_a_day && self->days_a_week == other->days_a_week &&
         g_strcmp0 (self->tempo, other->tempo) == 0 && g_strcmp0 (self->load, other->load) == 0 && self->side == other->side &&
         g_strcmp0 (self->stop_if, other->stop_if) == 0;
}

/**
 * soleus_prescribed_is_usual:
 *
 * Returns: whether nothing of the dose was changed
 */
gboolean
soleus_prescribed_is_usual (const SoleusPrescribed *self)
{
  g_autoptr (SoleusPrescribed) usual = soleus_prescribed_new (self->id);

  return soleus_prescribed_is_equal (self, usual);
}

/**
 * soleus_prescribed_get_dose:
 * @self: what was given
 * @exercise: the exercise
 *
 * Returns: the dose: what was changed, else what is usual; its words are borrowed from both
 */
SoleusContentDose
soleus_prescribed_get_dose (const SoleusPrescribed *self,
                            SoleusContentExercise  *exercise)
{
  SoleusContentDose dose = *soleus_content_exercise_get_dose (exercise);

  if (self->sets >= 0)
    dose.sets = self->sets;
  if (self->repetitions >= 0)
    dose.repetitions = self->repetitions;
  if (self->hold_seconds >= 0)
    dose.hold_seconds = self->hold_seconds;
  if (self->rest_seconds >= 0)
    dose.rest_seconds = self->rest_seconds;
  if (self->times_a_day >= 0)
    dose.times_a_day = self->times_a_day;
  if (self->days_a_week >= 0)
    dose.days_a_week = self->days_a_week;
  if (self->tempo != NULL)
    dose.tempo = self->tempo;
  if (self->load != NULL)
    dose.load = self->load;
  if (self->side >= 0)
    dose.side_rule = self->side == SOLEUS_SIDE_BOTH ? SOLEUS_CONTENT_SIDE_RULE_BOTH : SOLEUS_CONTENT_SIDE_RULE_AFFECTED_ONLY;
  return dose;
}

/**
 * soleus_prescribed_get_side:
 * @self: (nullable): what was given
 * @affected: the leg that cramped
 *
 * Returns: the leg from which the side of the dose is seen: the one that was chosen, else @affected
 */
SoleusSide
soleus_prescribed_get_side (const SoleusPrescribed *self,
                            SoleusSide              affected)
{
  return self != NULL && self->side >= 0 ? (SoleusSide) self->side : affected;
}

/**
 * soleus_prescribed_get_stop_if:
 * @self: (nullable): what was given
 * @exercise: the exercise
 *
 * Returns: (transfer none) (nullable): when this athlete stops: what was written, else what the exercise says
 */
const char *
soleus_prescribed_get_stop_if (const SoleusPrescribed *self,
                               SoleusContentExercise  *exercise)
{
  return self != NULL && self->stop_if != NULL ? self->stop_if : soleus_content_exercise_get_stop_if (exercise);
}

/* Unknown names and unfit numbers are left out: what a later version wrote still names its exercise. */
static void
read_value (SoleusPrescribed *self,
            const char       *name,
            const char       *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (number_names); i++)
    if (g_str_equal (number_names[i], name))
      {
        guint64 number;

        if (g_ascii_string_to_unsigned (value, 10, 0, MOST, &number, NULL))
          *get_number (self, i) = (int) number;
      }
  for (gsize i = 0; i < G_N_ELEMENTS (sides) && g_str_equal (name, "side"); i++)
    if (g_str_equal (value, soleus_enum_get_nick (SOLEUS_TYPE_SIDE, sides[i])))
      self->side = sides[i];
  for (gsize i = 0; i < G_N_ELEMENTS (word_names); i++)
    if (g_str_equal (word_names[i], name) && *value != '\0')
      {
        g_free (*get_word (self, i));
        *get_word (self, i) = g_strdup (value);
      }
}

static void
read_dose (SoleusPrescribed *self,
           const char       *text,
           gsize             length)
{
  g_autofree char *inner = g_strndup (text, length);
  g_auto (GStrv) pairs = g_strsplit (inner, ";", -1);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *value = strchr (*pair, '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      read_value (self, *pair, value);
    }
}

/**
 * soleus_prescription_parse:
 * @text: (nullable): as soleus_prescription_format() wrote it, or ids with spaces between
 *
 * Each exercise counts once.
 *
 * Returns: (transfer full) (element-type SoleusPrescribed): the exercises in their order; may be empty
 */
GPtrArray *
soleus_prescription_parse (const char *text)
{
  GPtrArray *prescription = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_prescribed_free);

  while (text != NULL && *text != '\0')
    {
      gsize length = strcspn (text, " (");
      g_autofree char *id = g_strndup (text, length);
      g_autoptr (SoleusPrescribed) one = soleus_prescribed_new (id);

      text += length;
      if (*text == '(')
        {
          gsize inner = strcspn (text + 1, ")");

          read_dose (one, text + 1, inner);
          text += 1 + inner;
          if (*text == ')')
            text++;
        }
      while (*text == ' ')
        text++;
      if (*id != '\0' && soleus_prescription_find (prescription, id) == NULL)
        g_ptr_array_add (prescription, g_steal_pointer (&one));
    }
  return prescription;
}

/* what would end a value */
static char *
dup_clean (const char *word)
{
  char *clean = g_strdup (word);

  return g_strstrip (g_strdelimit (clean, "();=\n\r\t", ' '));
}

static void
append_value (GString    *text,
              gboolean   *any,
              const char *name,
              const char *value)
{
  g_string_append_printf (text, "%s%s=%s", *any ? ";" : "(", name, value);
  *any = TRUE;
}

/**
 * soleus_prescription_format:
 * @prescription: (element-type SoleusPrescribed): exercises in their order
 *
 * Returns: (transfer full) (nullable): the text; %NULL for none
 */
char *
soleus_prescription_format (GPtrArray *prescription)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (prescription != NULL, NULL);

  for (guint i = 0; i < prescription->len; i++)
    {
      SoleusPrescribed *one = g_ptr_array_index (prescription, i);
      gboolean any = FALSE;

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", one->id);
      for (gsize n = 0; n < G_N_ELEMENTS (number_names); n++)
        if (*get_number (one, n) >= 0)
          {
            g_autofree char *number = g_strdup_printf ("%d", *get_number (one, n));

            append_value (text, &any, number_names[n], number);
          }
      if (one->side >= 0)
        append_value (text, &any, "side", soleus_enum_get_nick (SOLEUS_TYPE_SIDE, one->side));
      for (gsize n = 0; n < G_N_ELEMENTS (word_names); n++)
        {
          g_autofree char *clean = *get_word (one, n) != NULL ? dup_clean (*get_word (one, n)) : NULL;

          if (clean != NULL && *clean != '\0')
            append_value (text, &any, word_names[n], clean);
        }
      if (any)
        g_string_append_c (text, ')');
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * soleus_prescription_find:
 * @prescription: (element-type SoleusPrescribed): exercises
 * @id: of an exercise
 *
 * Returns: (transfer none) (nullable): that exercise as it was given
 */
SoleusPrescribed *
soleus_prescription_find (GPtrArray  *prescription,
                          const char *id)
{
  g_return_val_if_fail (prescription != NULL, NULL);

  for (guint i = 0; i < prescription->len; i++)
    if (g_strcmp0 (((SoleusPrescribed *) g_ptr_array_index (prescription, i))->id, id) == 0)
      return g_ptr_array_index (prescription, i);
  return NULL;
}

/**
 * soleus_prescription_compare:
 * @before: (element-type SoleusPrescribed): what was given last
 * @after: (element-type SoleusPrescribed): what is given now
 *
 * A new order alone is no change.
 *
 * Returns: (transfer full) (element-type SoleusPrescriptionStep): those of @after in their order, then what is gone
 */
GArray *
soleus_prescription_compare (GPtrArray *before,
                             GPtrArray *after)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SoleusPrescriptionStep));

  g_return_val_if_fail (before != NULL && after != NULL, steps);

  for (guint i = 0; i < after->len; i++)
    {
      SoleusPrescribed *now = g_ptr_array_index (after, i), *then = soleus_prescription_find (before, now->id);
      SoleusPrescriptionStep step = { now->id, SOLEUS_PRESCRIPTION_SAME };

      if (then == NULL)
        step.change = SOLEUS_PRESCRIPTION_NEW;
      else if (!soleus_prescribed_is_equal (then, now))
        step.change = SOLEUS_PRESCRIPTION_CHANGED;
      g_array_append_val (steps, step);
    }
  for (guint i = 0; i < before->len; i++)
    {
      SoleusPrescribed *then = g_ptr_array_index (before, i);
      SoleusPrescriptionStep step = { then->id, SOLEUS_PRESCRIPTION_GONE };

      if (soleus_prescription_find (after, then->id) == NULL)
        g_array_append_val (steps, step);
    }
  return steps;
}

/**
 * soleus_prescription_count_agreed:
 * @dose: a dose
 * @days: for how many days
 *
 * Returns: how often the exercise was to be done in that time: times a day on its days of the week, rounded to the nearest;
 *   at least once where any time has passed
 */
int
soleus_prescription_count_agreed (const SoleusContentDose *dose,
                                  int                      days)
{
  int weekly;

  g_return_val_if_fail (dose != NULL, 0);

  if (days <= 0)
    return 0;
  weekly = dose->days_a_week > 0 ? MIN (dose->days_a_week, 7) : 7;
  return MAX (1, (MAX (dose->times_a_day, 1) * weekly * days * 2 + 7) / 14);
}
