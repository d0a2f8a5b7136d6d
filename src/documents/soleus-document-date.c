#include "soleus-document-date.h"

#include <string.h>

typedef struct {
  const char *weekdays[7];       /* Monday first */
  const char *short_weekdays[7];
  const char *months[12];
  const char *short_months[12];
} Names;

static const Names english = {
  { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
  { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" },
  { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
  { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" },
};

static const Names german = {
  { "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" },
  { "Mo", "Di", "Mi", "Do", "Fr", "Sa", "So" },
  { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember" },
  { "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez." },
};

typedef enum { STYLE_FIGURES, STYLE_DAY_FIRST, STYLE_MONTH_FIRST, STYLE_GERMAN } Style;

static gboolean
is_language (const char *language,
             const char *code)
{
  gsize length = strlen (code);

  return language != NULL && g_ascii_strncasecmp (language, code, length) == 0 && !g_ascii_isalnum (language[length]);
}

static Style
get_style (const char *language)
{
  if (is_language (language, "en-US") || is_language (language, "en_US"))
    return STYLE_MONTH_FIRST;
  if (is_language (language, "en"))
    return STYLE_DAY_FIRST;
  return is_language (language, "de") ? STYLE_GERMAN : STYLE_FIGURES;
}

static const Names *
get_names (Style style)
{
  return style == STYLE_GERMAN ? &german : &english;
}

static GDateTime *
to_local (SoleusInstant instant)
{
  /* floor, also before 1970 */
  gint64 seconds = instant / SOLEUS_USEC_PER_SECOND - (instant % SOLEUS_USEC_PER_SECOND < 0);

  return g_date_time_new_from_unix_local (seconds);
}

static const char *
get_weekday (const Names *names,
             GDateTime   *time,
             gboolean     is_short)
{
  return (is_short ? names->short_weekdays : names->weekdays)[g_date_time_get_day_of_week (time) - 1];
}

static const char *
get_month (const Names *names,
           GDateTime   *time,
           gboolean     is_short)
{
  return (is_short ? names->short_months : names->months)[g_date_time_get_month (time) - 1];
}

static char *
format_clock (GDateTime *time,
              Style      style)
{
  int hour = g_date_time_get_hour (time), minute = g_date_time_get_minute (time);

  switch (style)
    {
    case STYLE_DAY_FIRST:
    case STYLE_MONTH_FIRST:
      if (minute == 0 && hour == 12)
        return g_strdup ("12\302\240noon"); /* “12:00 pm” is read both ways */
      return g_strdup_printf ("%d:%02d\302\240%s", hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "am" : "pm");
    case STYLE_GERMAN:
      return g_strdup_printf ("%d:%02d\302\240Uhr", hour, minute);
    case STYLE_FIGURES:
    default:
      return g_strdup_printf ("%02d:%02d", hour, minute);
    }
}

/* the words of a date; @with_year adds the year */
static char *
format_words (GDateTime *time,
              Style      style,
              gboolean   is_short,
              gboolean   short_month,
              gboolean   with_weekday,
              gboolean   with_year)
{
  const Names *names = get_names (style);
  int day = g_date_time_get_day_of_month (time), year = g_date_time_get_year (time);
  const char *weekday = get_weekday (names, time, is_short), *month = get_month (names, time, short_month);
  g_autofree char *year_text = with_year ? g_strdup_printf (style == STYLE_MONTH_FIRST ? ", %d" : " %d", year) : g_strdup ("");

  switch (style)
    {
    case STYLE_DAY_FIRST:
      return with_weekday ? g_strdup_printf ("%s %d\302\240%s%s", weekday, day, month, year_text)
                          : g_strdup_printf ("%d\302\240%s%s", day, month, year_text);
    case STYLE_MONTH_FIRST:
      return with_weekday ? g_strdup_printf ("%s, %s\302\240%d%s", weekday, month, day, year_text)
                          : g_strdup_printf ("%s\302\240%d%s", month, day, year_text);
    case STYLE_GERMAN:
      return with_weekday ? g_strdup_printf ("%s, %d.\302\240%s%s", weekday, day, month, year_text)
                          : g_strdup_printf ("%d.\302\240%s%s", day, month, year_text);
    case STYLE_FIGURES:
    default:
      return g_strdup_printf ("%04d-%02d-%02d", year, g_date_time_get_month (time), day);
    }
}

/* A window must never read shorter than it is: seconds are rounded up to the minute. Midnight belongs to the day that ends. */
static char *
format_end (GDateTime *time,
            Style      style,
            gboolean   with_year)
{
  g_autoptr (GDateTime) shown = g_date_time_ref (time);
  g_autofree char *date = NULL, *clock = NULL;
  gboolean ends_day = g_date_time_get_hour (time) == 0 && g_date_time_get_minute (time) == 0;

  if (ends_day)
    {
      g_date_time_unref (shown);
      shown = g_date_time_add_seconds (time, -1);
    }
  date = format_words (shown, style, FALSE, FALSE, TRUE, with_year);
  if (!ends_day)
    clock = format_clock (time, style);
  else
    clock = g_strdup (style == STYLE_GERMAN ? "24:00\302\240Uhr" : style == STYLE_FIGURES ? "24:00" : "midnight");
  return g_strdup_printf ("%s, %s", date, clock);
}

/**
 * soleus_document_date_format_until:
 * @instant: when a window ends
 * @issued_at: when the sheet is printed: the year is named only where it is another one
 * @language: BCP 47
 *
 * The time is rounded up to the minute, so that no window reads shorter than it is. Midnight is the end of its day.
 *
 * Returns: (transfer full): "Saturday 22 November, 6:40 pm"
 */
char *
soleus_document_date_format_until (SoleusInstant  instant,
                                   SoleusInstant  issued_at,
                                   const char    *language)
{
  SoleusInstant rest = instant % SOLEUS_USEC_PER_MINUTE;
  g_autoptr (GDateTime) time = to_local (rest > 0 ? instant - rest + SOLEUS_USEC_PER_MINUTE : instant);
  g_autoptr (GDateTime) issued = to_local (issued_at);

  return format_end (time, get_style (language), g_date_time_get_year (time) != g_date_time_get_year (issued));
}

/**
 * soleus_document_date_format_moment:
 *
 * Returns: (transfer full): "Sat 22 Nov 2025, 6:40 pm"
 */
char *
soleus_document_date_format_moment (SoleusInstant  instant,
                                    const char    *language)
{
  g_autoptr (GDateTime) time = to_local (instant);
  g_autofree char *date = format_words (time, get_style (language), TRUE, TRUE, TRUE, TRUE);
  g_autofree char *clock = format_clock (time, get_style (language));

  return g_strdup_printf ("%s, %s", date, clock);
}

/**
 * soleus_document_date_format_header:
 *
 * Returns: (transfer full): "Fri 21 November 2025"
 */
char *
soleus_document_date_format_header (SoleusInstant  instant,
                                    const char    *language)
{
  g_autoptr (GDateTime) time = to_local (instant);

  return format_words (time, get_style (language), TRUE, FALSE, TRUE, TRUE);
}

/**
 * soleus_document_date_format_date:
 *
 * Returns: (transfer full): "21 Nov 2025"
 */
char *
soleus_document_date_format_date (SoleusInstant  instant,
                                  const char    *language)
{
  g_autoptr (GDateTime) time = to_local (instant);

  return format_words (time, get_style (language), TRUE, TRUE, FALSE, TRUE);
}

/**
 * soleus_document_date_format_day:
 *
 * Returns: (transfer full): "Fri 21"; "11-21" in a language whose names of days are not known here
 */
char *
soleus_document_date_format_day (SoleusInstant  instant,
                                 const char    *language)
{
  g_autoptr (GDateTime) time = to_local (instant);
  Style style = get_style (language);

  if (style == STYLE_FIGURES)
    return g_strdup_printf ("%02d-%02d", g_date_time_get_month (time), g_date_time_get_day_of_month (time));
  return g_strdup_printf ("%s\302\240%d%s", get_weekday (get_names (style), time, TRUE), g_date_time_get_day_of_month (time),
                          style == STYLE_GERMAN ? "." : "");
}

/**
 * soleus_document_date_format_time:
 *
 * Returns: (transfer full): "6:40 pm", "18:40 Uhr"
 */
char *
soleus_document_date_format_time (SoleusInstant  instant,
                                  const char    *language)
{
  g_autoptr (GDateTime) time = to_local (instant);

  return format_clock (time, get_style (language));
}
