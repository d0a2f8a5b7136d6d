#include "soleus-config.h"

#include "soleus-massage-window-private.h"

#include <glib/gi18n-lib.h>

/* Rows 3–7 of clinical.md 1C: what one episode does to the window of its limb and region. Elapsed time is counted on
 * instants: 48 hours are 172,800 seconds whatever the clocks do in between. */

#define DAY_USEC (24 * SOLEUS_USEC_PER_HOUR)
#define CRAMP_LIMIT_USEC (10 * SOLEUS_USEC_PER_MINUTE)

static const SoleusWindowPolicy default_policy = { 1, 48, 14 };

/**
 * soleus_window_policy_get_default:
 *
 * 48 hours: the upper end of what the source texts say (C3). 14 days: a clinic rule, no published number.
 *
 * Returns: (transfer none): the policy that holds where the clinic has set none
 */
const SoleusWindowPolicy *
soleus_window_policy_get_default (void)
{
  return &default_policy;
}

static int
get_window_hours (const SoleusWindowInput *input)
{
  return MAX (input->policy != NULL ? input->policy->window_hours : 0, default_policy.window_hours);
}

static int
get_caution_days (const SoleusWindowInput *input)
{
  return MAX (input->policy != NULL ? input->policy->caution_days : 0, default_policy.caution_days);
}

/**
 * soleus_window_episode_get_anchor:
 *
 * C18: the later of onset and end, each taken at the latest instant that it may stand for. Where only the date of the
 * onset is known, a visit of the same day that concerns the episode bounds it.
 *
 * Returns: the instant from which the window counts
 */
SoleusInstant
soleus_window_episode_get_anchor (const SoleusWindowEpisode *self)
{
  SoleusInstant anchor;

  g_return_val_if_fail (self != NULL && self->onset != NULL, SOLEUS_UNKNOWN_INSTANT);

  anchor = soleus_moment_get_latest (self->onset);
  if (self->end != NULL)
    return MAX (anchor, soleus_moment_get_latest (self->end));

  if (self->onset->precision == SOLEUS_PRECISION_DAY && self->latest_possible != SOLEUS_UNKNOWN_INSTANT)
    {
      g_autofree char *day = soleus_moment_dup_date (self->onset);
      g_autofree char *visit_day = soleus_instant_dup_local_date (self->latest_possible);

      if (g_str_equal (day, visit_day))
        return MAX (self->latest_possible, self->onset->instant);
    }
  return anchor;
}

/* The eight answers and the word on continuing bleeding as they are known at a time, and when each was said. */
typedef struct {
  SoleusAnswer  screen[SOLEUS_WINDOW_MOST_ITEMS];
  SoleusInstant screen_at[SOLEUS_WINDOW_MOST_ITEMS];
  SoleusAnswer  bleeding;
  SoleusInstant bleeding_at;
} Known;

/* A later word takes the place of an earlier one, "unknown" of none. Two of one instant: yes counts. */
static void
hear (SoleusAnswer  *latest,
      SoleusInstant *latest_at,
      SoleusAnswer   answer,
      SoleusInstant  at)
{
  if (answer == SOLEUS_ANSWER_UNKNOWN || at < *latest_at)
    return;
  if (at > *latest_at || answer == SOLEUS_ANSWER_YES)
    *latest = answer;
  *latest_at = at;
}

/* One pass over the contacts of the episode, in which all is heard. */
static void
learn (Known                     *known,
       SoleusWindowContacts      *contacts,
       const SoleusWindowEpisode *episode,
       SoleusInstant              at)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  GPtrArray *own = soleus_window_contacts_list (contacts, episode->id);

  g_assert (items->n_rows <= SOLEUS_WINDOW_MOST_ITEMS);
  known->bleeding = SOLEUS_ANSWER_UNKNOWN;
  known->bleeding_at = SOLEUS_UNKNOWN_INSTANT;
  for (gsize i = 0; i < items->n_rows; i++)
    {
      known->screen[i] = soleus_answers_get (episode->screen, items->rows[i].id);
      known->screen_at[i] = SOLEUS_UNKNOWN_INSTANT;
    }
  for (guint c = 0; own != NULL && c < own->len; c++)
    {
      const SoleusWindowContact *contact = own->pdata[c];

      if (contact->at > at)
        continue;
      hear (&known->bleeding, &known->bleeding_at, contact->bleeding, contact->at);
      for (gsize i = 0; i < items->n_rows; i++)
        hear (&known->screen[i], &known->screen_at[i], soleus_answers_get (contact->screen, items->rows[i].id), contact->at);
    }
}

static void
screen (SoleusWindow *window,
        const Known  *known)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();

  for (gsize i = 0; i < items->n_rows; i++)
    {
      window->screen_yes += known->screen[i] == SOLEUS_ANSWER_YES;
      window->screen_unknown += known->screen[i] == SOLEUS_ANSWER_UNKNOWN;
    }
  window->screen_complete = window->screen_unknown == 0;
  window->screen_negative = window->screen_complete && window->screen_yes == 0;
}

/* (transfer full): the items that are answered with yes, "; " between them */
static char *
dup_yes (const Known *known)
{
  const SoleusCatalogue *items = soleus_catalogue_get_screen_items ();
  g_autoptr (GString) yes = g_string_new (NULL);

  for (gsize i = 0; i < items->n_rows; i++)
    if (known->screen[i] == SOLEUS_ANSWER_YES)
      g_string_append_printf (yes, "%s%s", yes->len > 0 ? "; " : "", soleus_catalogue_row_get_label (&items->rows[i]));
  return g_string_free (g_steal_pointer (&yes), FALSE);
}

static void
add_screen_reason (SoleusWindow *window,
                   const Known  *known)
{
  g_autofree char *yes = dup_yes (known);
  g_autofree char *text = NULL;

  if (window->screen_negative)
    text = g_strdup (_("All eight answers of the damage screen are no."));
  else if (window->screen_yes == 0)
    text = g_strdup_printf (ngettext ("The damage screen is incomplete: %u of 8 answers is unknown, and unknown counts as yes.",
                                      "The damage screen is incomplete: %u of 8 answers are unknown, and unknown counts as yes.",
                                      window->screen_unknown), window->screen_unknown);
  else if (window->screen_unknown == 0)
    text = g_strdup_printf (_("The damage screen has a yes: %s."), yes);
  else
    text = g_strdup_printf (ngettext ("The damage screen has a yes: %s. %u of 8 answers is unknown, and unknown counts as yes.",
                                      "The damage screen has a yes: %s. %u of 8 answers are unknown, and unknown counts as yes.",
                                      window->screen_unknown), yes, window->screen_unknown);
  g_ptr_array_add (window->reasons, soleus_reason_new ("damage-screen", "S0 S2 S4 professional-knowledge", "%s", text));
}

static void
add_anchor_reason (SoleusWindow              *window,
                   const SoleusWindowInput   *input,
                   const SoleusWindowEpisode *episode)
{
  g_autofree char *anchor = soleus_window_format_time (window->anchor);
  g_autofree char *text = NULL;

  if (episode->end != NULL && episode->end->precision != SOLEUS_PRECISION_DAY)
    text = g_strdup_printf (_("The window counts from the end of the cramp: %s."), anchor);
  else if (episode->onset->precision == SOLEUS_PRECISION_DAY || episode->end != NULL)
    text = g_strdup_printf (_("Only the date is known, so the window counts from the latest possible time: %s."), anchor);
  else
    text = g_strdup_printf (_("The end of the cramp is unknown, so the window counts from its start: %s."), anchor);
  g_ptr_array_add (window->reasons, soleus_reason_new ("window-anchor", "S0 S4 clinic-rule", "%s", text));

  if (get_window_hours (input) > default_policy.window_hours)
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "window-policy", "clinic-rule", _("The policy of the clinic (version %d) lengthens the window to %d hours."),
      input->policy->version, get_window_hours (input)));
}

/* @at is not before the onset */
static gboolean
is_in_cramp (const SoleusWindowEpisode *episode,
             SoleusInstant              at)
{
  if (episode->onset->precision == SOLEUS_PRECISION_DAY)
    return FALSE;
  if (episode->end != NULL && episode->end->precision != SOLEUS_PRECISION_DAY)
    return at < episode->end->instant;
  return at < episode->onset->instant + CRAMP_LIMIT_USEC;
}

static SoleusInstant
get_closes_until (const SoleusWindow      *window,
                  const SoleusWindowInput *input)
{
  return window->anchor + get_window_hours (input) * SOLEUS_USEC_PER_HOUR;
}

static SoleusInstant
get_caution_until (const SoleusWindow      *window,
                   const SoleusWindowInput *input)
{
  return MAX (window->anchor + get_caution_days (input) * DAY_USEC, get_closes_until (window, input));
}

static void
decide (SoleusWindow      *window,
        int                row,
        SoleusWindowState  state,
        SoleusInstant      opens_at)
{
  window->row = row;
  window->state = state;
  soleus_window_set_opens_at (window, opens_at);
}

static void
decide_row_7 (SoleusWindow            *window,
              const SoleusWindowInput *input)
{
  SoleusInstant caution_until = get_caution_until (window, input);

  if (window->screen_negative && !input->bleeding_risk)
    decide (window, 7, SOLEUS_WINDOW_STATE_OPEN, get_closes_until (window, input));
  else
    decide (window, 7, window->at >= caution_until ? SOLEUS_WINDOW_STATE_OPEN : SOLEUS_WINDOW_STATE_CAUTION, caution_until);
}

static void
explain_row_4 (SoleusWindow            *window,
               const SoleusWindowInput *input)
{
  g_autofree char *until = soleus_window_format_time (get_closes_until (window, input));

  g_ptr_array_add (window->reasons, soleus_reason_new (
    "window-row-4", "S0 S4 harm-convention",
    window->screen_negative
      ? _("Less than %d hours have passed; the screen is negative, so it is caution until %s. Sources differ (24 to 48 hours, 48, 72); the clinic uses at least 48.")
      : _("Less than %d hours have passed: no massage and no heat until %s, because both increase bleeding. Sources differ (24 to 48 hours, 48, 72); the clinic uses at least 48."),
    get_window_hours (input), until));
}

static void
explain_row_7 (SoleusWindow            *window,
               const SoleusWindowInput *input)
{
  g_autofree char *until = soleus_window_format_time (get_caution_until (window, input));

  if (window->screen_negative && !input->bleeding_risk)
    {
      g_ptr_array_add (window->reasons, soleus_reason_new (
        "window-row-7", "S0 S4",
        _("%d hours have passed, the screen is negative, and no medicine or condition makes bleeding likelier: open."),
        get_window_hours (input)));
      return;
    }
  if (window->state == SOLEUS_WINDOW_STATE_OPEN)
    {
      g_ptr_array_add (window->reasons, soleus_reason_new (
        "window-row-7", "clinic-rule", _("Never re-checked. Open since %s, %d days after the cramp; the days are a rule of the clinic, no number is published."),
        until, get_caution_days (input)));
      return;
    }

  g_ptr_array_add (window->reasons, soleus_reason_new (
    "window-row-7", "clinic-rule",
    _("%d hours have passed and nobody re-checked for signs of bleeding: caution until %s. The %d days are a rule of the clinic, no number is published."),
    get_window_hours (input), until, get_caution_days (input)));
  if (input->bleeding_risk)
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "bleeding-risk", "professional-knowledge", _("A medicine or condition on record makes bleeding likelier.")));
}

static void
explain_row (SoleusWindow            *window,
             const SoleusWindowInput *input,
             const Known             *known)
{
  g_autofree char *said = NULL;

  if (window->row == 4)
    explain_row_4 (window, input);
  else if (window->row == 7)
    explain_row_7 (window, input);
  else if (window->row == 3)
    g_ptr_array_add (window->reasons, soleus_reason_new (
      "window-row-3", "S0 S2 S3 S4",
      _("The muscle is still in cramp: only gentle massage with broad contact, after the stretch has made it yield. Everything else is closed, heat included.")));
  else
    {
      said = soleus_window_format_time (known->bleeding_at);
      if (window->row == 5)
        g_ptr_array_add (window->reasons, soleus_reason_new (
          "window-row-5", "S0 S4",
          _("Signs of continuing bleeding were recorded %s: closed until a later re-check finds none."), said));
      else
        g_ptr_array_add (window->reasons, soleus_reason_new (
          "window-row-6", "S0 S4", _("The re-check of %s found no sign of continuing bleeding: open."), said));
    }
}

/*
 * soleus_window_new_for_episode:
 * @contacts: those of @input
 * @side: left or right
 *
 * Decides without a word: of all episodes only one is spoken of, see soleus_window_explain().
 *
 * Returns: (transfer full) (nullable): rows 3–7, %NULL if the cramp had not begun
 */
SoleusWindow *
soleus_window_new_for_episode (const SoleusWindowInput   *input,
                               SoleusWindowContacts      *contacts,
                               const SoleusWindowEpisode *episode,
                               SoleusSide                 side,
                               SoleusRegion               region,
                               SoleusInstant              at)
{
  SoleusWindow *window;
  SoleusInstant closes_until;
  Known known;

  if (at < episode->onset->instant)
    return NULL;

  window = soleus_window_new (side, region, at);
  window->episode_id = g_strdup (episode->id);
  window->anchor = soleus_window_episode_get_anchor (episode);
  closes_until = get_closes_until (window, input);
  learn (&known, contacts, episode, at);
  screen (window, &known);

  if (is_in_cramp (episode, at))
    decide (window, 3, SOLEUS_WINDOW_STATE_CAUTION, closes_until);
  else if (at < closes_until)
    decide (window, 4, window->screen_negative ? SOLEUS_WINDOW_STATE_CAUTION : SOLEUS_WINDOW_STATE_CLOSED, closes_until);
  else if (known.bleeding == SOLEUS_ANSWER_YES)
    decide (window, 5, SOLEUS_WINDOW_STATE_CLOSED, SOLEUS_UNKNOWN_INSTANT);
  else if (known.bleeding == SOLEUS_ANSWER_NO && known.bleeding_at >= closes_until)
    decide (window, 6, SOLEUS_WINDOW_STATE_OPEN, closes_until);
  else
    decide_row_7 (window, input);
  return window;
}

/*
 * soleus_window_explain:
 * @window: what soleus_window_new_for_episode() made of @episode
 * @contacts: those of @input
 *
 * Adds the reasons. Writing them takes longer than deciding, so it is done for the window that decides, not for each.
 */
void
soleus_window_explain (SoleusWindow              *window,
                       const SoleusWindowInput   *input,
                       SoleusWindowContacts      *contacts,
                       const SoleusWindowEpisode *episode)
{
  Known known;

  learn (&known, contacts, episode, window->at);
  explain_row (window, input, &known);
  add_anchor_reason (window, input, episode);
  add_screen_reason (window, &known);
}
