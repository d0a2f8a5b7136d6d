/* soleus-handout-dose.c: an exercise with its dose in the words of the athlete's language */
#include "soleus-handout-private.h"

static char *
format_count (const SoleusHandoutSpec *spec,
              const char              *one,
              const char              *many,
              int                      count)
{
  g_autofree char *number = g_strdup_printf ("%d", count);
  char *text = count == 1 ? g_strdup (soleus_handout_get_text (spec, one))
                          : soleus_content_format_text (spec->content, many, "count", number, NULL);

  return text != NULL ? text : g_strdup (number);
}

static char *
format_duration (const SoleusHandoutSpec *spec,
                 int                      seconds)
{
  if (seconds <= 0)
    return g_strdup (soleus_handout_get_text (spec, "dose.none"));
  if (seconds % 60 == 0)
    return format_count (spec, "dose.minute", "dose.minutes", seconds / 60);
  return format_count (spec, "dose.second", "dose.seconds", seconds);
}

static SoleusContentDose
get_dose (const SoleusHandoutExercise *choice)
{
  return choice->prescribed != NULL ? soleus_prescribed_get_dose (choice->prescribed, choice->exercise)
                                    : *soleus_content_exercise_get_dose (choice->exercise);
}

int
soleus_handout_get_times_a_day (const SoleusHandoutExercise *choice)
{
  return MAX (get_dose (choice).times_a_day, 1);
}

/* @low: in few words beside the name, where the page is full
 * Returns: (transfer full): what is ticked, and on how many of the seven days of the chart where it is not on each */
char *
soleus_handout_format_tick_label (const SoleusHandoutSpec     *spec,
                                  const SoleusHandoutExercise *choice,
                                  gboolean                     low)
{
  const char *name = soleus_content_exercise_get_name (choice->exercise);
  int days_a_week = get_dose (choice).days_a_week;
  g_autofree char *days = NULL;

  if (days_a_week <= 0 || days_a_week >= 7)
    return g_strdup (name);
  if (low)
    days = format_count (spec, "handout.tick.day.short", "handout.tick.days.short", days_a_week);
  else
    days = format_count (spec, "handout.tick.day", "handout.tick.days", days_a_week);
  return g_strdup_printf (low ? "%s: %s" : "%s\n%s", name, days);
}

static char *
format_how_often (const SoleusHandoutSpec     *spec,
                  const SoleusHandoutExercise *choice)
{
  g_autofree char *day = format_count (spec, "dose.once-a-day", "dose.times-a-day", soleus_handout_get_times_a_day (choice));
  int days_a_week = get_dose (choice).days_a_week;
  g_autofree char *week = NULL;

  if (days_a_week <= 0 || days_a_week >= 7)
    return g_steal_pointer (&day);
  week = format_count (spec, "dose.day-a-week", "dose.days-a-week", days_a_week);
  return g_strdup_printf ("%s, %s", day, week);
}

static char *
format_number (const SoleusHandoutSpec *spec,
               int                      number)
{
  return number > 0 ? g_strdup_printf ("%d", number) : g_strdup (soleus_handout_get_text (spec, "dose.none"));
}

static char *
format_word (const SoleusHandoutSpec *spec,
             const char              *word)
{
  return g_strdup (word != NULL && word[0] != '\0' ? word : soleus_handout_get_text (spec, "dose.none"));
}

static void
fill_dose (const SoleusHandoutSpec     *spec,
           const SoleusHandoutExercise *choice,
           GPtrArray                   *labels,
           GPtrArray                   *values)
{
  static const char *const keys[] = { "dose.sets", "dose.repetitions", "dose.hold", "dose.rest", "dose.tempo", "dose.load", "dose.side" };
  SoleusContentDose dose = get_dose (choice);
  char *side = soleus_content_dup_side (spec->content, dose.side_rule, soleus_prescribed_get_side (choice->prescribed, choice->affected));

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_ptr_array_add (labels, g_strdup (soleus_handout_get_text (spec, keys[i])));
  g_ptr_array_add (values, format_number (spec, dose.sets));
  g_ptr_array_add (values, format_number (spec, dose.repetitions));
  g_ptr_array_add (values, format_duration (spec, dose.hold_seconds));
  g_ptr_array_add (values, format_duration (spec, dose.rest_seconds));
  g_ptr_array_add (values, format_word (spec, dose.tempo));
  g_ptr_array_add (values, format_word (spec, dose.load));
  g_ptr_array_add (values, side != NULL ? side : g_strdup (soleus_handout_get_text (spec, "dose.none")));
}

static GBytes *
find_drawing (const SoleusHandoutSpec *spec,
              SoleusContentExercise   *exercise,
              gboolean                 end)
{
  GBytes *own = soleus_content_exercise_get_svg (exercise, end);

  if (own != NULL)
    return g_bytes_ref (own);
  return soleus_handout_find_drawing (spec, end ? soleus_content_exercise_get_end_drawing (exercise) : soleus_content_exercise_get_start_drawing (exercise));
}

/* @common_stop_if: (nullable): what the page already says for all exercises; the card does not repeat it */
SoleusBlock *
soleus_handout_new_exercise (const SoleusHandoutSpec     *spec,
                             const SoleusHandoutExercise *choice,
                             int                          number,
                             const char                  *common_stop_if,
                             SoleusExerciseFit            fit)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autoptr (GPtrArray) values = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  const char *start_name = soleus_content_exercise_get_start_drawing (choice->exercise), *end_name = soleus_content_exercise_get_end_drawing (choice->exercise);
  g_autoptr (GBytes) start = find_drawing (spec, choice->exercise, start_name == NULL); /* one that is alone stands at the start */
  g_autoptr (GBytes) end = start_name != NULL && end_name != NULL ? find_drawing (spec, choice->exercise, TRUE) : NULL;
  g_autofree char *how_often = format_how_often (spec, choice);
  const char *stop_if = soleus_prescribed_get_stop_if (choice->prescribed, choice->exercise);
  SoleusExerciseCard card = {
    .number = number,
    .name = soleus_content_exercise_get_name (choice->exercise),
    .how_often = how_often,
    .bare = start_name == NULL && end_name == NULL,
    .start = start,
    .end = end,
    .mirrored = soleus_content_exercise_is_mirrored (choice->exercise, soleus_prescribed_get_side (choice->prescribed, choice->affected)),
    .start_label = fit != SOLEUS_EXERCISE_ROOMY || (start_name == NULL && end_name == NULL) ? NULL : soleus_handout_get_text (spec, "handout.exercise.start"),
    .end_label = start_name != NULL && end_name != NULL ? soleus_handout_get_text (spec, "handout.exercise.end") : NULL,
    .steps = soleus_content_exercise_get_steps (choice->exercise),
    .stop_if = g_strcmp0 (stop_if, common_stop_if) == 0 ? NULL : stop_if,
    .notes_label = soleus_handout_get_text (spec, "handout.exercise.notes"),
  };

  fill_dose (spec, choice, labels, values);
  card.dose_labels = (const char *const *) labels->pdata;
  card.dose_values = (const char *const *) values->pdata;
  return soleus_block_new_exercise (&card, fit);
}
