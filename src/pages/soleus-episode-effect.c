#include "soleus-config.h"

#include "soleus-episode-effect.h"

#include <glib/gi18n-lib.h>

#include "soleus-phrase.h"
#include "soleus-window-groups.h"

/* the strictest window on the limb and region of the episode; with both sides or no match, the strictest of all */
static SoleusWindow *
find_window (SoleusAssessment *assessment,
             SoleusRecord     *episode)
{
  GPtrArray *windows = soleus_assessment_get_windows (assessment);
  const SoleusCatalogueRow *muscle = soleus_catalogue_find (soleus_catalogue_get_muscles (), soleus_record_get_text (episode, "muscle"));
  int side = soleus_record_get_enum (episode, "side");

  for (guint i = 0; i < windows->len; i++)
    {
      SoleusWindow *window = windows->pdata[i];

      if (muscle != NULL && (int) window->region == muscle->value &&
          (side == SOLEUS_SIDE_BOTH || side == SOLEUS_SIDE_UNKNOWN || (int) window->side == side))
        return window;
    }
  return windows->len > 0 ? windows->pdata[0] : NULL;
}

/* "Hurts when stretched; 3 answers are unknown. Unknown counts as yes." */
static char *
dup_screen_words (SoleusRecord *episode)
{
  const SoleusAnswers *screen = soleus_record_get_answers (episode, "screen");
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_auto (GStrv) yes = soleus_answers_list (screen, SOLEUS_ANSWER_YES);
  guint n_yes = g_strv_length (yes);
  guint n_unknown = items->n_rows - n_yes - soleus_answers_count (screen, SOLEUS_ANSWER_NO);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n_yes > 0)
    {
      g_string_append_printf (text, _("Damage screen: %s"), soleus_catalogue_get_label (items, yes[0]));
      if (n_yes > 1)
        g_string_append_printf (text, ngettext (" and %u more", " and %u more", n_yes - 1), n_yes - 1);
      g_string_append (text, ".");
    }
  if (n_unknown > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u answer of the damage screen is unknown. Unknown counts as yes.",
                                              "%u answers of the damage screen are unknown. Unknown counts as yes.", n_unknown), n_unknown);
    }
  if (n_yes == 0 && n_unknown == 0)
    g_string_append (text, _("The damage screen is complete and nothing was found."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* the flags that saving would raise: they are not stored yet */
static char *
dup_flag_words (SoleusAssessment *assessment)
{
  GPtrArray *flags = soleus_assessment_get_flags (assessment);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < flags->len; i++)
    if (soleus_record_get_revision (flags->pdata[i]) == 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              soleus_catalogue_get_label (soleus_catalogue_get_flag_kinds (), soleus_record_get_text (flags->pdata[i], "kind")));
  if (text->len == 0)
    return NULL;
  g_string_prepend (text, _("Red flag: "));
  g_string_append (text, ".");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_title (SoleusRecord       *episode,
           const SoleusWindow *window)
{
  gboolean both = soleus_record_get_enum (episode, "side") == SOLEUS_SIDE_BOTH;
  const char *place = soleus_phrase_get_place (both ? SOLEUS_SIDE_BOTH : window->side, soleus_window_get_named_region (window));
  g_autofree char *until = window->opens_at != SOLEUS_UNKNOWN_INSTANT ? soleus_phrase_dup_until (window->opens_at) : NULL;

  switch (window->state)
    {
    case SOLEUS_WINDOW_STATE_HARD_STOP:
      return g_strdup_printf (_("Saving stops massage and heat on %s until a doctor’s outcome is recorded"), place);
    case SOLEUS_WINDOW_STATE_CLOSED:
      if (until == NULL)
        return g_strdup_printf (_("Saving closes %s until it is looked at again"), place);
      return g_strdup_printf (_("Saving closes %s until %s"), place, until);
    case SOLEUS_WINDOW_STATE_CAUTION:
      if (until == NULL)
        return g_strdup_printf (_("Saving puts %s under caution: massage and heat need a reason"), place);
      return g_strdup_printf (_("Saving puts %s under caution until %s: massage and heat need a reason"), place, until);
    case SOLEUS_WINDOW_STATE_OPEN:
    default:
      return g_strdup_printf (_("Saving leaves %s open"), place);
    }
}

/**
 * soleus_episode_effect_describe:
 * @episode: as it stands in the editor
 * @title: (out): what saving does, until when
 * @because: (out) (nullable): why
 *
 * Returns: the state of the window after saving; open while time, side or muscle are missing
 */
SoleusWindowState
soleus_episode_effect_describe (SoleusClinic  *clinic,
                                SoleusRecord  *episode,
                                char         **title,
                                char         **because)
{
  g_autoptr (SoleusAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *flags = NULL;
  SoleusWindow *window;

  *because = NULL;
  if (soleus_record_get_moment (episode, "onset") == NULL || soleus_record_get_enum (episode, "side") == SOLEUS_SIDE_UNKNOWN ||
      soleus_record_get_text (episode, "muscle") == NULL)
    {
      *title = g_strdup (_("When it started, side and muscle are needed"));
      *because = g_strdup (_("Then this line says what saving does. Everything else may stay unknown."));
      return SOLEUS_WINDOW_STATE_OPEN;
    }
  assessment = soleus_clinic_assess_with (clinic, episode, soleus_clinic_get_now (clinic), &error);
  window = assessment != NULL ? find_window (assessment, episode) : NULL;
  if (window == NULL)
    {
      *title = g_strdup (error != NULL ? error->message : _("Saving leaves massage and heat open"));
      return SOLEUS_WINDOW_STATE_OPEN;
    }

  *title = dup_title (episode, window);
  flags = dup_flag_words (assessment);
  if (flags != NULL)
    *because = g_steal_pointer (&flags);
  else if (window->row == 4)
    *because = dup_screen_words (episode);
  else if (window->reasons->len > 0)
    *because = g_strdup (((SoleusReason *) window->reasons->pdata[0])->text);
  return window->state;
}

static const char *const call_now[] = {
  "chest-pain", "breathlessness", "coughing-blood", "fainting", "collapse", "confusion", "cannot-keep-fluids", "pale-cold-foot",
  "bladder-or-bowel", NULL,
};

/**
 * soleus_get_help_describe:
 * @profile: of the clinic: its emergency number
 * @signs: (nullable): what was answered
 * @title: (out) (nullable): what to do
 * @text: (out) (nullable): because of what
 *
 * Signs that do not wait for the end of an entry (clinical.md 3.2; the emergency number is a setting of the clinic).
 *
 * Returns: %TRUE if help must be fetched
 */
gboolean
soleus_get_help_describe (SoleusRecord         *profile,
                          const SoleusAnswers  *signs,
                          char                **title,
                          char                **text)
{
  const SoleusCatalogue *catalogue = soleus_catalogue_get_signs ();
  const char *number = soleus_record_get_text (profile, "emergency-number");

  *title = *text = NULL;
  for (gsize i = 0; call_now[i] != NULL; i++)
    if (soleus_answers_get (signs, call_now[i]) == SOLEUS_ANSWER_YES)
      {
        *title = number != NULL ? g_strdup_printf (_("Get help: call %s now"), number) : g_strdup (_("Get help: call the emergency number now"));
        *text = g_strdup_printf (_("%s does not wait. Stay with the person. This page keeps what you entered."),
                                 soleus_catalogue_get_label (catalogue, call_now[i]));
        return TRUE;
      }
  if (soleus_answers_get (signs, "dark-urine") != SOLEUS_ANSWER_YES)
    return FALSE;
  *title = g_strdup (_("Get help: a doctor the same day"));
  *text = g_strdup (_("Dark urine after a cramp must be looked at today. With weakness or feeling unwell: the emergency department."));
  return TRUE;
}
