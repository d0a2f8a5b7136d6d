/* soleus-window-phrase.c: sentence with side, place, date and clock time; then the time left and what keeps it closed.
 * A hard stop never says an end: only a doctor's outcome ends it. */
#define G_LOG_DOMAIN "soleus-window-phrase"

#include "soleus-config.h"

#include "soleus-window-phrase.h"

#include "soleus-catalogue.h"
#include "soleus-phrase.h"

#include <glib/gi18n-lib.h>

/* A window without a clock time is opened by an event, not by time. */
static gboolean
has_end (const SoleusWindow *window)
{
  return window->state != SOLEUS_WINDOW_STATE_HARD_STOP && window->opens_at != SOLEUS_UNKNOWN_INSTANT;
}

/**
 * soleus_window_phrase_dup_title:
 * @window: a window that is not open
 * @side: the leg to name, or both
 * @region: the part of it to name; whole-body is the whole leg
 *
 * Returns: (transfer full): "No massage or heat on the left calf until Sat 22 Nov, 18:40"
 */
char *
soleus_window_phrase_dup_title (const SoleusWindow *window,
                                SoleusSide          side,
                                SoleusRegion        region)
{
  const char *place = soleus_phrase_get_place (side, region);
  g_autofree char *until = has_end (window) ? soleus_phrase_dup_until (window->opens_at) : NULL;

  switch (window->state)
    {
    case SOLEUS_WINDOW_STATE_HARD_STOP:
      /* TRANSLATORS: %s is a place with its article, “the right leg” */
      return g_strdup_printf (_("Hard stop. No massage or heat on %s."), place);

    case SOLEUS_WINDOW_STATE_CLOSED:
      if (until != NULL)
        /* TRANSLATORS: a place with its article, then date and clock time */
        return g_strdup_printf (_("No massage or heat on %s until %s"), place, until);
      return g_strdup_printf (_("No massage or heat on %s"), place);

    case SOLEUS_WINDOW_STATE_CAUTION:
      if (until != NULL)
        return g_strdup_printf (_("Massage or heat on %s only with a recorded reason until %s"), place, until);
      return g_strdup_printf (_("Massage or heat on %s only with a recorded reason"), place);

    case SOLEUS_WINDOW_STATE_OPEN:
    default:
      return g_strdup_printf (_("No window is open on %s"), place);
    }
}

/**
 * soleus_window_phrase_dup_keeps:
 * @window: a window
 *
 * Returns: (transfer full) (nullable): what keeps the window closed, as a sentence; %NULL where only the clock does
 */
char *
soleus_window_phrase_dup_keeps (const SoleusWindow *window)
{
  switch (window->row)
    {
    case 1:
      return g_strdup (_("Stays until a doctor’s outcome is recorded."));

    case 2:
      return g_strdup (_("Pain that persists: stays until the clot screen is complete and says why a clot is not suspected."));

    case 5:
      return g_strdup (_("Signs of continuing bleeding: stays until a re-check finds none."));

    case 7:
      return g_strdup (_("Not looked at again since the cramp: check for signs of bleeding before any massage."));

    case 3:
    case 4:
    default:
      break;
    }

  if (window->screen_negative)
    return g_strdup (_("Damage screen complete: all no."));

  if (window->screen_yes > 0 && window->screen_unknown > 0)
    return g_strdup_printf (_("Damage screen: %u yes, %u of 8 still unknown."), window->screen_yes, window->screen_unknown);

  if (window->screen_yes > 0)
    return g_strdup_printf (_("Damage screen: %u yes."), window->screen_yes);

  if (window->screen_unknown == 8)
    return g_strdup (_("Damage screen not done."));

  if (window->screen_unknown > 0)
    return g_strdup_printf (_("Damage screen: %u of 8 still unknown."), window->screen_unknown);

  return NULL;
}

/**
 * soleus_window_phrase_dup_text:
 * @window: a window that is not open
 * @reason: (nullable): what was seen, a sentence
 * @now: the instant from which the time left counts
 *
 * Returns: (transfer full): "31 h 12 min left. Damage screen: 1 yes, 3 of 8 still unknown."
 */
char *
soleus_window_phrase_dup_text (const SoleusWindow *window,
                               const char         *reason,
                               SoleusInstant       now)
{
  g_autofree char *keeps = soleus_window_phrase_dup_keeps (window);
  g_autofree char *left = has_end (window) ? soleus_phrase_dup_time_left (window->opens_at - now) : NULL;
  g_autoptr (GString) text = g_string_new (reason);

  if (left != NULL)
    g_string_append_printf (text, "%s%s.", text->len > 0 ? " " : "", left);

  if (keeps != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", keeps);

  return g_strdup (text->str);
}

/**
 * soleus_window_phrase_dup_until:
 * @window: a window that is not open
 *
 * Returns: (transfer full): the end for a list: "until Sat 22 Nov, 18:40", or what it waits for
 */
char *
soleus_window_phrase_dup_until (const SoleusWindow *window)
{
  g_autofree char *until = has_end (window) ? soleus_phrase_dup_until (window->opens_at) : NULL;

  if (until != NULL)
    return g_strdup_printf (_("until %s"), until);

  if (window->state == SOLEUS_WINDOW_STATE_HARD_STOP)
    return g_strdup (_("until a doctor’s outcome"));

  return g_strdup (window->row == 2 ? _("until the clot screen is complete") : _("until a re-check"));
}
