/* soleus-handout-homework.c: what belongs to the exercises as a whole: what waits for the window, what changed, the tick chart; and the
 * sheet in short */
#include "soleus-handout-private.h"

#include "soleus-catalogue.h"
#include "soleus-document-date.h"

/* what most of the chosen exercises say; NULL where each says something else */
const char *
soleus_handout_find_common_stop_if (const SoleusHandoutSpec *spec)
{
  const char *common = NULL;
  gsize most = 1;

  for (gsize i = 0; i < spec->n_exercises; i++)
    {
      const char *one = soleus_prescribed_get_stop_if (spec->exercises[i].prescribed, spec->exercises[i].exercise);
      gsize n = 0;

      for (gsize j = 0; j < spec->n_exercises; j++)
        n += g_strcmp0 (one, soleus_prescribed_get_stop_if (spec->exercises[j].prescribed, spec->exercises[j].exercise)) == 0;
      if (n > most)
        {
          most = n;
          common = one;
        }
    }
  return common;
}

gboolean
soleus_handout_is_left_out (const SoleusHandoutSpec     *spec,
                            const SoleusHandoutExercise *choice)
{
  const SoleusCatalogueRow *muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_content_exercise_get_muscle (choice->exercise));

  if (!soleus_content_exercise_is_gated (choice->exercise))
    return FALSE;
  for (gsize i = 0; i < spec->n_windows; i++)
    {
      const SoleusHandoutWindow *window = &spec->windows[i];

      if (window->state == SOLEUS_WINDOW_STATE_OPEN)
        continue;
      if (window->region == SOLEUS_REGION_WHOLE_BODY || muscle == NULL || muscle->value == (int) window->region)
        return TRUE; /* on either leg: alone at home nobody takes care to spare one of them */
    }
  return FALSE;
}

/**
 * soleus_handout_list_left_out:
 *
 * Which of the chosen exercises are massage or heat (a foam roller is) for a region whose window is not open. They are
 * not printed (clinical.md C17, 1C).
 *
 * Returns: (transfer full) (element-type SoleusContentExercise): may be empty
 */
GPtrArray *
soleus_handout_list_left_out (const SoleusHandoutSpec *spec)
{
  GPtrArray *left_out = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (spec != NULL, left_out);

  for (gsize i = 0; i < spec->n_exercises; i++)
    if (soleus_handout_is_left_out (spec, &spec->exercises[i]))
      g_ptr_array_add (left_out, g_object_ref (spec->exercises[i].exercise));
  return left_out;
}

void
soleus_handout_add_left_out (const SoleusHandoutSpec *spec,
                             SoleusDocument          *document)
{
  g_autoptr (GPtrArray) left_out = soleus_handout_list_left_out (spec);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (left_out->len == 0)
    return;
  for (guint i = 0; i < left_out->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? soleus_handout_get_text (spec, "handout.comma") : "", soleus_content_exercise_get_name (g_ptr_array_index (left_out, i)));
  text = soleus_content_format_text (spec->content, "handout.exercises.left-out", "names", names->str, NULL);
  soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_BODY, text));
}

static void
add_names (const SoleusHandoutSpec *spec,
           SoleusBlock             *box,
           const char              *key,
           GPtrArray               *names)
{
  g_autofree char *list = NULL, *text = NULL;

  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (soleus_handout_get_text (spec, "handout.comma"), (char **) names->pdata);
  text = soleus_content_format_text (spec->content, key, "names", list, NULL);
  soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_CELL, text));
}

/* What is new, changed and gone since the last sheet, by name: nobody compares two sheets of paper. What waits for the
 * window is neither. */
void
soleus_handout_add_changes (const SoleusHandoutSpec *spec,
                            SoleusDocument          *document)
{
  static const char *const keys[] = { NULL, "handout.changes.new", "handout.changes.dose", "handout.changes.gone" };
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GArray) steps = NULL;
  g_autofree char *date = NULL, *title = NULL;
  SoleusBlock *box, *heading;
  gboolean any = FALSE;

  if (spec->last == NULL)
    return;
  now = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_prescribed_free);
  for (gsize i = 0; i < spec->n_exercises; i++)
    if (!soleus_handout_is_left_out (spec, &spec->exercises[i]))
      g_ptr_array_add (now, spec->exercises[i].prescribed != NULL ? soleus_prescribed_copy (spec->exercises[i].prescribed)
                                                                  : soleus_prescribed_new (soleus_content_exercise_get_id (spec->exercises[i].exercise)));
  steps = soleus_prescription_compare (spec->last, now);
  date = soleus_document_date_format_header (spec->last_issued_at, soleus_content_get_language (spec->content));
  title = soleus_content_format_text (spec->content, "handout.changes.title", "date", date, NULL);
  box = soleus_block_new_stack (TRUE);
  heading = soleus_block_new_heading (3, title);
  soleus_block_set_space (heading, 2, 1);
  soleus_block_add (box, heading);
  for (guint change = SOLEUS_PRESCRIPTION_NEW; change <= SOLEUS_PRESCRIPTION_GONE; change++)
    {
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (guint i = 0; i < steps->len; i++)
        {
          const SoleusPrescriptionStep *step = &g_array_index (steps, SoleusPrescriptionStep, i);
          SoleusContentExercise *exercise = soleus_content_find_exercise (spec->content, step->id);

          if (step->change == change && exercise != NULL)
            g_ptr_array_add (names, (gpointer) soleus_content_exercise_get_name (exercise));
        }
      any |= names->len > 0;
      add_names (spec, box, keys[change], names);
    }
  if (!any)
    soleus_block_add (box, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_CELL, soleus_handout_get_text (spec, "handout.changes.none")));
  soleus_document_add_block (document, box);
}

/* @explained: say what the ends of the scale of pain mean, where there is room
 * @low: the page is full: each exercise takes one line */
void
soleus_handout_add_tick_chart (const SoleusHandoutSpec *spec,
                               SoleusDocument          *document,
                               gboolean                 explained,
                               gboolean                 low)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (spec->issued_at / SOLEUS_USEC_PER_SECOND);
  g_auto (GStrv) days = NULL;
  SoleusBlock *heading, *chart;

  for (int i = 0; i < 7; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (today, i); /* calendar days, also across a change of the clock */
      g_autofree char *label = soleus_document_date_format_day (g_date_time_to_unix (day) * SOLEUS_USEC_PER_SECOND, soleus_content_get_language (spec->content));

      g_strv_builder_add (builder, label);
    }
  days = g_strv_builder_end (builder);

  heading = soleus_block_new_heading (2, soleus_handout_get_text (spec, "handout.tick.title"));
  soleus_block_set_space (heading, 6, 1);
  soleus_document_add_block (document, heading);
  chart = soleus_block_new_tick_chart ((const char *const *) days, soleus_handout_get_text (spec, "handout.tick.pain"));
  for (gsize i = 0; i < spec->n_exercises; i++)
    if (!soleus_handout_is_left_out (spec, &spec->exercises[i]))
      {
        g_autofree char *label = soleus_handout_format_tick_label (spec, &spec->exercises[i], low);

        soleus_block_tick_chart_add_row (chart, label, soleus_handout_get_times_a_day (&spec->exercises[i]));
      }
  soleus_block_set_keep_with_next (chart, explained);
  soleus_document_add_block (document, chart);
  if (explained)
    soleus_document_add_block (document, soleus_block_new_paragraph (SOLEUS_TEXT_ROLE_CELL, soleus_handout_get_text (spec, "handout.tick.pain-scale")));
}

/* the strictest of all places decides; (nullable): nothing has to wait */
static char *
format_waiting (const SoleusHandoutSpec *spec)
{
  SoleusInstant until = SOLEUS_UNKNOWN_INSTANT;
  const char *open_end = NULL;
  g_autofree char *when = NULL;

  for (gsize i = 0; i < spec->n_windows; i++)
    if (spec->windows[i].state == SOLEUS_WINDOW_STATE_HARD_STOP)
      return g_strdup (soleus_handout_get_text (spec, "handout.summary.stop"));
    else if (spec->windows[i].state != SOLEUS_WINDOW_STATE_OPEN && spec->windows[i].until == SOLEUS_UNKNOWN_INSTANT)
      open_end = soleus_handout_get_text (spec, "handout.summary.recheck");
    else if (spec->windows[i].state != SOLEUS_WINDOW_STATE_OPEN && (until == SOLEUS_UNKNOWN_INSTANT || spec->windows[i].until > until))
      until = spec->windows[i].until;
  if (open_end != NULL || until == SOLEUS_UNKNOWN_INSTANT)
    return g_strdup (open_end);
  when = soleus_document_date_format_until (until, spec->issued_at, soleus_content_get_language (spec->content));
  return soleus_content_format_text (spec->content, "handout.summary.until", "when", when, NULL);
}

/* “In short: no massage and no heat until Saturday … Do your exercises … Get help …”; @wide: where room is scarce, in lines as long as the page
 * is wide, else as long as is read with ease */
void
soleus_handout_add_summary (const SoleusHandoutSpec *spec,
                            SoleusDocument          *document,
                            gboolean                 wide)
{
  g_autoptr (GString) text = g_string_new (soleus_handout_get_text (spec, "handout.summary"));
  g_autoptr (GPtrArray) left_out = soleus_handout_list_left_out (spec);
  g_autofree char *waiting = format_waiting (spec);
  SoleusBlock *paragraph;

  if (waiting != NULL)
    g_string_append_printf (text, " %s", waiting);
  if (spec->n_exercises > left_out->len)
    g_string_append_printf (text, " %s", soleus_handout_get_text (spec, "handout.summary.exercises"));
  g_string_append_printf (text, " %s", soleus_handout_get_text (spec, "handout.summary.help"));
  paragraph = soleus_block_new_paragraph (wide ? SOLEUS_TEXT_ROLE_CELL_STRONG : SOLEUS_TEXT_ROLE_STRONG, text->str);
  soleus_block_set_space (paragraph, 6, 2);
  soleus_document_add_block (document, paragraph);
}
