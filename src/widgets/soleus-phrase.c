/* soleus-phrase.c: whole phrases, never sums of words, so that each language can say them its own way */
#define G_LOG_DOMAIN "soleus-phrase"

#include "soleus-config.h"

#include "soleus-phrase.h"

#include "soleus-catalogue.h"

#include <glib/gi18n-lib.h>

#define MINUTE SOLEUS_USEC_PER_MINUTE
#define HOUR   SOLEUS_USEC_PER_HOUR
#define DAY    (24 * HOUR)

/**
 * soleus_phrase_dup_date:
 * @instant: an instant
 *
 * Returns: (transfer full): the local date, "Sat 22 Nov"
 */
char *
soleus_phrase_dup_date (SoleusInstant instant)
{
  /* TRANSLATORS: a date within a year, “Sat 22 Nov” (g_date_time_format) */
  return soleus_instant_format (instant, _("%a %-d %b"));
}

/**
 * soleus_phrase_dup_date_time:
 * @instant: an instant
 *
 * Returns: (transfer full): the local date and clock time, "Sat 22 Nov, 18:40"
 */
char *
soleus_phrase_dup_date_time (SoleusInstant instant)
{
  /* TRANSLATORS: date and clock time, “Sat 22 Nov, 18:40” (g_date_time_format) */
  return soleus_instant_format (instant, _("%a %-d %b, %H:%M"));
}

/**
 * soleus_phrase_dup_until:
 * @instant: when something may begin again
 *
 * Rounds up to the minute, so that no window reads shorter than it is.
 *
 * Returns: (transfer full): the local date and clock time, "Sat 22 Nov, 18:40"
 */
char *
soleus_phrase_dup_until (SoleusInstant instant)
{
  gint64 over = instant % SOLEUS_USEC_PER_MINUTE;

  return soleus_phrase_dup_date_time (over > 0 ? instant + SOLEUS_USEC_PER_MINUTE - over : instant);
}

/**
 * soleus_phrase_dup_moment:
 * @moment: (nullable): a moment
 *
 * Returns: (transfer full): the moment as exactly as it is known, with its year; "unknown" for %NULL
 */
char *
soleus_phrase_dup_moment (const SoleusMoment *moment)
{
  if (moment == NULL)
    return g_strdup (_("unknown"));

  switch (moment->precision)
    {
    case SOLEUS_PRECISION_DAY:
      /* TRANSLATORS: a date whose time of day is not known, “Sat 22 Nov 2025” */
      return soleus_instant_format (moment->instant, _("%a %-d %b %Y"));

    case SOLEUS_PRECISION_ABOUT:
      /* TRANSLATORS: a time known to a quarter of an hour */
      return soleus_instant_format (moment->instant, _("%a %-d %b %Y, about %H:%M"));

    case SOLEUS_PRECISION_EXACT:
    default:
      return soleus_instant_format (moment->instant, _("%a %-d %b %Y, %H:%M"));
    }
}

/**
 * soleus_phrase_dup_time_left:
 * @microseconds: how long still; rounded down to minutes
 *
 * Returns: (transfer full): "31 h 12 min left", from three days on "11 days left"
 */
char *
soleus_phrase_dup_time_left (gint64 microseconds)
{
  gint64 minutes = MAX (0, microseconds) / MINUTE;

  if (microseconds >= 3 * DAY)
    return g_strdup_printf (ngettext ("%d day left", "%d days left", microseconds / DAY), (int) (microseconds / DAY));

  if (minutes >= 60)
    return g_strdup_printf (_("%d h %d min left"), (int) (minutes / 60), (int) (minutes % 60));

  if (minutes >= 1)
    return g_strdup_printf (_("%d min left"), (int) minutes);

  return g_strdup (_("less than a minute left"));
}

/**
 * soleus_phrase_dup_short_left:
 * @microseconds: how long still; rounded down
 *
 * Returns: (transfer full): the same for a pill: "31 h", "45 min", from three days on "11 d"
 */
char *
soleus_phrase_dup_short_left (gint64 microseconds)
{
  gint64 left = MAX (0, microseconds);

  if (left >= 3 * DAY)
    return g_strdup_printf (C_("short time", "%d d"), (int) (left / DAY));

  if (left >= HOUR)
    return g_strdup_printf (C_("short time", "%d h"), (int) (left / HOUR));

  return g_strdup_printf (C_("short time", "%d min"), (int) (left / MINUTE));
}

/**
 * soleus_phrase_dup_age:
 * @microseconds: how long ago
 *
 * Returns: (transfer full): "2 days", "5 hours", "12 minutes"; rounded down
 */
char *
soleus_phrase_dup_age (gint64 microseconds)
{
  gint64 age = MAX (0, microseconds);

  if (age >= DAY)
    return g_strdup_printf (ngettext ("%d day", "%d days", age / DAY), (int) (age / DAY));

  if (age >= HOUR)
    return g_strdup_printf (ngettext ("%d hour", "%d hours", age / HOUR), (int) (age / HOUR));

  return g_strdup_printf (ngettext ("%d minute", "%d minutes", age / MINUTE), (int) (age / MINUTE));
}

/**
 * soleus_phrase_dup_lasted:
 * @microseconds: a duration
 *
 * Returns: (transfer full): "40 s", "3 min 20 s", "1 h 5 min"
 */
char *
soleus_phrase_dup_lasted (gint64 microseconds)
{
  int seconds = (int) (MAX (0, microseconds) / SOLEUS_USEC_PER_SECOND);

  if (seconds < 60)
    return g_strdup_printf (_("%d s"), seconds);

  if (seconds < 3600)
    return seconds % 60 == 0 ? g_strdup_printf (_("%d min"), seconds / 60)
                             : g_strdup_printf (_("%d min %d s"), seconds / 60, seconds % 60);

  return g_strdup_printf (_("%d h %d min"), seconds / 3600, seconds / 60 % 60);
}

/**
 * soleus_phrase_get_place:
 * @side: which leg
 * @region: which part of it; whole-body is the whole leg
 *
 * Returns: (transfer none): the place as it stands inside a sentence, "the left calf"
 */
const char *
soleus_phrase_get_place (SoleusSide   side,
                         SoleusRegion region)
{
  return soleus_limb_get_phrase (side, region);
}

/**
 * soleus_phrase_dup_muscle:
 * @side: which leg
 * @muscle: (nullable): id of a row of the muscles
 *
 * Returns: (transfer full): side and muscle as a title, "Gastrocnemius, left"
 */
char *
soleus_phrase_dup_muscle (SoleusSide  side,
                          const char *muscle)
{
  const char *label = muscle != NULL ? soleus_catalogue_get_label (soleus_catalogue_get_muscles (), muscle) : _("unknown muscle");

  switch (side)
    {
    case SOLEUS_SIDE_LEFT:
      /* TRANSLATORS: %s is a muscle: “Soleus, left” */
      return g_strdup_printf (_("%s, left"), label);

    case SOLEUS_SIDE_RIGHT:
      return g_strdup_printf (_("%s, right"), label);

    case SOLEUS_SIDE_BOTH:
      /* TRANSLATORS: %s is a muscle: “Soleus, both sides” */
      return g_strdup_printf (_("%s, both sides"), label);

    case SOLEUS_SIDE_UNKNOWN:
    default:
      return g_strdup_printf (_("%s, side unknown"), label);
    }
}
