/* soleus-record-summary.c: only what is known is said; an unknown pain or end is left out, not written as zero */
#define G_LOG_DOMAIN "soleus-record-summary"

#include "soleus-config.h"

#include "soleus-record-summary.h"

#include "soleus-catalogue.h"
#include "soleus-phrase.h"

#include <glib/gi18n-lib.h>

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
append_choice (GString               *text,
               const SoleusCatalogue *catalogue,
               const char            *id)
{
  if (id != NULL)
    append (text, soleus_catalogue_get_label (catalogue, id));
}

static char *
dup_episode_text (SoleusRecord *episode)
{
  SoleusInstant onset = soleus_record_get_instant (episode, "onset");
  SoleusInstant end = soleus_record_get_instant (episode, "end");
  gboolean timed = end != SOLEUS_UNKNOWN_INSTANT && soleus_record_get_moment (episode, "onset")->precision != SOLEUS_PRECISION_DAY;
  const char *relief = soleus_record_get_text (episode, "relieved-by");
  g_autoptr (GString) text = g_string_new (NULL);

  if (timed)
    {
      g_autofree char *lasted = soleus_phrase_dup_lasted (end - onset);
      g_autofree char *phrase = g_strdup_printf (_("lasted %s"), lasted);

      append (text, phrase);
    }

  append_choice (text, soleus_catalogue_get_activities (), soleus_record_get_text (episode, "activity"));
  append_choice (text, soleus_catalogue_get_surfaces (), soleus_record_get_text (episode, "surface"));

  if (relief != NULL)
    {
      g_autofree char *phrase = g_strdup_printf (_("relieved by: %s"), soleus_catalogue_get_label (soleus_catalogue_get_relief (), relief));

      append (text, phrase);
    }

  return g_strdup (text->str);
}

static void
set_screen_pill (SoleusPill   *pill,
                 SoleusRecord *episode)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  const SoleusAnswers *screen = soleus_record_get_answers (episode, "screen");
  guint yes = 0, unknown = 0;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < items->n_rows; i++)
    {
      SoleusAnswer answer = screen != NULL ? soleus_answers_get (screen, items->rows[i].id) : SOLEUS_ANSWER_UNKNOWN;

      yes += answer == SOLEUS_ANSWER_YES;
      unknown += answer == SOLEUS_ANSWER_UNKNOWN;
    }

  if (yes > 0)
    {
      text = g_strdup_printf (ngettext ("Screen: %u yes", "Screen: %u yes", yes), yes);
      soleus_pill_set (pill, SOLEUS_PILL_CAUTION, text);
    }
  else if (unknown == items->n_rows)
    {
      soleus_pill_set (pill, SOLEUS_PILL_UNKNOWN, _("Not screened"));
    }
  else if (unknown > 0)
    {
      text = g_strdup_printf (ngettext ("%u unknown", "%u unknown", unknown), unknown);
      soleus_pill_set (pill, SOLEUS_PILL_UNKNOWN, text);
    }
  else
    {
      soleus_pill_set (pill, SOLEUS_PILL_MET, _("Screen clear"));
    }
}

/**
 * soleus_record_summary_show_episode:
 * @line: a line, new or used before
 * @episode: an episode
 *
 * Shows when, which muscle, how long, what helped, pain, and how far the damage screen is.
 */
void
soleus_record_summary_show_episode (SoleusRecordLine *line,
                                    SoleusRecord     *episode)
{
  soleus_record_summary_show_episode_of (line, episode, NULL);
}

/**
 * soleus_record_summary_show_episode_of:
 * @line: a line, new or used before
 * @episode: an episode
 * @athlete: (nullable): the athlete's name, where episodes of several are listed: it leads then
 *
 * Shows whose episode it is, and all that soleus_record_summary_show_episode() shows.
 */
void
soleus_record_summary_show_episode_of (SoleusRecordLine *line,
                                       SoleusRecord     *episode,
                                       const char       *athlete)
{
  gint64 pain = soleus_record_get_int (episode, "pain");
  g_autofree char *when = soleus_phrase_dup_moment (soleus_record_get_moment (episode, "onset"));
  g_autofree char *muscle = soleus_phrase_dup_muscle (soleus_record_get_enum (episode, "side"), soleus_record_get_text (episode, "muscle"));
  g_autofree char *more = dup_episode_text (episode);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *detail = NULL;

  append (text, athlete != NULL ? muscle : NULL);
  append (text, when);
  append (text, more);
  soleus_record_line_set_text (line, athlete != NULL ? athlete : muscle, text->str);

  if (soleus_int_is_known (pain))
    detail = g_strdup_printf (_("Pain %d"), (int) pain);

  soleus_record_line_set_detail (line, detail, -1);
  set_screen_pill (soleus_record_line_get_pill (line), episode);
}

/**
 * soleus_record_summary_new_episode_line:
 * @episode: an episode
 *
 * Returns: (transfer floating): a new line for soleus_record_summary_show_episode()
 */
SoleusRecordLine *
soleus_record_summary_new_episode_line (SoleusRecord *episode)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());

  soleus_record_summary_show_episode (line, episode);

  return line;
}

/**
 * soleus_record_summary_dup_visit:
 * @clinic: where its treatments are
 * @visit: a visit
 *
 * Returns: (transfer full): what was done ("Cold pack, compression"), else what was assessed, said, found or planned, in one line
 */
char *
soleus_record_summary_dup_visit (SoleusClinic *clinic,
                                 SoleusRecord *visit)
{
  static const char *const fields[] = { "assessment", "plan", "subjective", "objective" };
  g_autoptr (GPtrArray) treatments = soleus_clinic_list_of (clinic, &soleus_treatment_kind, "visit", soleus_record_get_id (visit), NULL);
  g_autoptr (GString) done = g_string_new (NULL);

  for (guint i = 0; treatments != NULL && i < treatments->len; i++)
    g_string_append_printf (done, "%s%s", done->len > 0 ? ", " : "",
                            soleus_catalogue_get_label (soleus_catalogue_get_modalities (),
                                                        soleus_record_get_text (g_ptr_array_index (treatments, i), "modality")));

  if (done->len > 0)
    return g_strdup (done->str);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = soleus_record_get_text (visit, fields[i]);

      if (text != NULL)
        return g_strndup (text, strcspn (text, "\n"));
    }

  return g_strdup (_("Nothing written yet"));
}

static void
set_visit_pill (SoleusPill   *pill,
                SoleusClinic *clinic,
                SoleusRecord *visit)
{
  g_autoptr (SoleusQuery) query = NULL;

  if (soleus_record_is_void (visit))
    {
      soleus_pill_set (pill, SOLEUS_PILL_DRAFT, _("Void"));
      return;
    }
  if (soleus_record_get_enum (visit, "state") != SOLEUS_VISIT_STATE_SIGNED)
    {
      soleus_pill_set (pill, SOLEUS_PILL_DRAFT, _("Draft"));
      return;
    }
  query = soleus_query_new (&soleus_amendment_kind);
  soleus_query_where_text (query, "visit", SOLEUS_QUERY_EQUAL, soleus_record_get_id (visit));
  soleus_pill_set (pill, SOLEUS_PILL_SIGNED, soleus_clinic_count (clinic, query, NULL) > 0 ? _("Amended") : _("Signed"));
}

/**
 * soleus_record_summary_new_visit_line:
 * @clinic: where its treatments and its therapist are
 * @visit: a visit
 *
 * Returns: (transfer floating): what was done, when and by whom, and whether it is signed, and amended since
 */
SoleusRecordLine *
soleus_record_summary_new_visit_line (SoleusClinic *clinic,
                                      SoleusRecord *visit)
{
  SoleusRecordLine *line = SOLEUS_RECORD_LINE (soleus_record_line_new ());
  const char *by = soleus_record_get_text (visit, "signed-by");
  g_autoptr (SoleusRecord) therapist = NULL;
  g_autofree char *when = soleus_phrase_dup_moment (soleus_record_get_moment (visit, "time"));
  g_autofree char *done = soleus_record_summary_dup_visit (clinic, visit);
  g_autoptr (GString) text = g_string_new (when);

  if (by == NULL)
    by = soleus_record_get_text (visit, "created-by");

  if (by != NULL)
    therapist = soleus_clinic_find (clinic, &soleus_therapist_kind, by, NULL);

  if (therapist != NULL)
    append (text, soleus_record_get_text (therapist, "name"));

  if (soleus_record_is_void (visit))
    append (text, soleus_record_get_text (visit, "void-reason"));

  soleus_record_line_set_text (line, done, text->str);
  set_visit_pill (soleus_record_line_get_pill (line), clinic, visit);

  return line;
}
