#include "soleus-config.h"

#include "soleus-moment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

/* what calendars can count with, whatever is added: a few days, or the offset of a zone */
#define EARLIEST_YEAR 2
#define LATEST_YEAR   9990

G_DEFINE_BOXED_TYPE (SoleusMoment, soleus_moment, soleus_moment_copy, soleus_moment_free)

G_DEFINE_ENUM_TYPE (SoleusPrecision, soleus_precision,
                    G_DEFINE_ENUM_VALUE (SOLEUS_PRECISION_EXACT, "exact"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PRECISION_ABOUT, "about"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PRECISION_DAY, "day"))

/* GDateTime counts seconds in a double at its doors; microseconds are added by hand so that none is lost. */
static GDateTime *
instant_to_date_time (SoleusInstant instant,
                      GTimeZone    *zone)
{
  gint64 seconds = instant / SOLEUS_USEC_PER_SECOND;
  gint64 rest = instant % SOLEUS_USEC_PER_SECOND;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) whole = NULL;

  if (rest < 0)
    {
      rest += SOLEUS_USEC_PER_SECOND;
      seconds--;
    }

  utc = g_date_time_new_from_unix_utc (seconds);
  if (utc == NULL)
    return NULL;
  whole = g_date_time_to_timezone (utc, zone);
  return whole != NULL ? g_date_time_add (whole, rest) : NULL;
}

static SoleusInstant
date_time_to_instant (GDateTime *date_time)
{
  return g_date_time_to_unix (date_time) * SOLEUS_USEC_PER_SECOND + g_date_time_get_microsecond (date_time);
}

/* The zone of this process at this very moment: it may change while the program runs. */
static GTimeZone *
dup_local_zone (void)
{
  return g_time_zone_new_local ();
}

/**
 * soleus_moment_new:
 * @instant: microseconds UTC
 * @utc_offset: seconds east of Greenwich that were in force where it was entered
 * @precision: how exactly it is known
 *
 * Returns: (transfer full): a new moment
 */
SoleusMoment *
soleus_moment_new (SoleusInstant   instant,
                   int             utc_offset,
                   SoleusPrecision precision)
{
  SoleusMoment *self = g_new0 (SoleusMoment, 1);

  self->instant = instant;
  self->utc_offset = utc_offset;
  self->precision = precision;
  return self;
}

/**
 * soleus_moment_new_local:
 * @instant: microseconds UTC
 *
 * Returns: (transfer full): the exact moment @instant with the offset of the local zone then
 */
SoleusMoment *
soleus_moment_new_local (SoleusInstant instant)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = instant_to_date_time (instant, zone);

  return soleus_moment_new (instant,
                            date_time != NULL ? (int) (g_date_time_get_utc_offset (date_time) / G_TIME_SPAN_SECOND) : 0,
                            SOLEUS_PRECISION_EXACT);
}

/**
 * soleus_moment_copy:
 * @self: (nullable): a moment
 *
 * Returns: (transfer full) (nullable): a copy
 */
SoleusMoment *
soleus_moment_copy (const SoleusMoment *self)
{
  return self != NULL ? soleus_moment_new (self->instant, self->utc_offset, self->precision) : NULL;
}

void
soleus_moment_free (SoleusMoment *self)
{
  g_free (self);
}

/**
 * soleus_moment_equal:
 *
 * Returns: %TRUE if both are unknown (%NULL) or the same in instant, offset and precision
 */
gboolean
soleus_moment_equal (const SoleusMoment *a,
                     const SoleusMoment *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->instant == b->instant && a->utc_offset == b->utc_offset && a->precision == b->precision;
}

static GDateTime *
moment_to_date_time (const SoleusMoment *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (self->utc_offset);

  return instant_to_date_time (self->instant, zone);
}

/**
 * soleus_moment_get_earliest:
 *
 * Returns: the earliest instant that the moment may stand for, microseconds UTC
 */
SoleusInstant
soleus_moment_get_earliest (const SoleusMoment *self)
{
  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  return self->precision == SOLEUS_PRECISION_ABOUT ? self->instant - SOLEUS_ABOUT_USEC : self->instant;
}

/**
 * soleus_moment_get_latest:
 *
 * The latest possible instant: 23:59:59 of the date where only the date is known (clinical.md C18). The local day may
 * have 23 or 25 hours: its end is found by the calendar, not by adding.
 *
 * Returns: the latest instant that the moment may stand for, microseconds UTC
 */
SoleusInstant
soleus_moment_get_latest (const SoleusMoment *self)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (self != NULL, SOLEUS_UNKNOWN_INSTANT);

  switch (self->precision)
    {
    case SOLEUS_PRECISION_ABOUT:
      return self->instant + SOLEUS_ABOUT_USEC;
    case SOLEUS_PRECISION_DAY:
      date = soleus_moment_dup_date (self);
      /* in the zone of the person if it is the zone of the record, else by the record's own offset */
      if (soleus_date_get_start (date) == self->instant)
        return soleus_date_get_end (date);
      return self->instant + 24 * SOLEUS_USEC_PER_HOUR - SOLEUS_USEC_PER_SECOND;
    case SOLEUS_PRECISION_EXACT:
    default:
      return self->instant;
    }
}

/* strftime writes the years before 1000 with fewer digits, which no reader of dates takes */
static char *
format_date (GDateTime *date_time)
{
  int year, month, day;

  if (date_time == NULL)
    return g_strdup ("");
  g_date_time_get_ymd (date_time, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * soleus_moment_dup_date:
 *
 * Returns: (transfer full): "YYYY-MM-DD" where it was entered
 */
char *
soleus_moment_dup_date (const SoleusMoment *self)
{
  g_autoptr (GDateTime) date_time = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  date_time = moment_to_date_time (self);
  return format_date (date_time);
}

static char *
format_iso8601 (GDateTime *date_time)
{
  int microsecond = g_date_time_get_microsecond (date_time);
  g_autofree char *date = format_date (date_time);
  g_autofree char *clock = g_date_time_format (date_time, "T%H:%M:%S");
  g_autofree char *offset = g_date_time_format (date_time, "%:z");

  if (microsecond == 0)
    return g_strconcat (date, clock, offset, NULL);
  return g_strdup_printf ("%s%s.%06d%s", date, clock, microsecond, offset);
}

/**
 * soleus_moment_to_iso8601:
 *
 * Returns: (transfer full): ISO 8601 with the offset where it was entered; the date alone if only that is known
 */
char *
soleus_moment_to_iso8601 (const SoleusMoment *self)
{
  g_autoptr (GDateTime) date_time = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->precision == SOLEUS_PRECISION_DAY)
    return soleus_moment_dup_date (self);

  date_time = moment_to_date_time (self);
  return date_time != NULL ? format_iso8601 (date_time) : g_strdup ("");
}

static gboolean
scan_number (const char **cursor,
             int          digits,
             int         *value)
{
  const char *p = *cursor;
  int result = 0;

  for (int i = 0; i < digits; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      result = result * 10 + (*p - '0');
    }
  *cursor = p;
  *value = result;
  return TRUE;
}

static gboolean
scan_literal (const char **cursor,
              char         literal)
{
  if (**cursor != literal)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

static gboolean
scan_offset (const char **cursor,
             int         *seconds,
             gboolean    *has_offset)
{
  int sign = 1;
  int hours = 0;
  int minutes = 0;

  *has_offset = TRUE;
  *seconds = 0;

  if (**cursor == 'Z' || **cursor == 'z')
    {
      (*cursor)++;
      return **cursor == '\0';
    }
  if (**cursor == '\0')
    {
      *has_offset = FALSE;
      return TRUE;
    }
  if (**cursor == '-')
    sign = -1;
  else if (**cursor != '+')
    return FALSE;
  (*cursor)++;

  if (!scan_number (cursor, 2, &hours))
    return FALSE;
  if (**cursor != '\0')
    {
      scan_literal (cursor, ':');
      if (!scan_number (cursor, 2, &minutes))
        return FALSE;
    }
  if (**cursor != '\0' || hours > 15 || minutes > 59)
    return FALSE;
  *seconds = sign * (hours * 3600 + minutes * 60);
  return TRUE;
}

/**
 * soleus_instant_from_local:
 * @seconds: 0 to below 60
 *
 * A clock time in the local zone. A time that occurs twice (clocks going back) is taken as the later one, the latest
 * possible instant (clinical.md C18); one that is skipped (clocks going forward) is an error.
 *
 * Returns: microseconds UTC, or %SOLEUS_UNKNOWN_INSTANT with @error set
 */
SoleusInstant
soleus_instant_from_local (int      year,
                           int      month,
                           int      day,
                           int      hour,
                           int      minute,
                           double   seconds,
                           GError **error)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = NULL;
  g_autoptr (GDateTime) check = NULL;
  SoleusInstant instant;

  date_time = g_date_time_new (zone, year, month, day, hour, minute, seconds);
  if (date_time == NULL)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("%04d-%02d-%02d %02d:%02d is not a date and time that exists. Check the day, the month and the clock time."),
                   year, month, day, hour, minute);
      return SOLEUS_UNKNOWN_INSTANT;
    }
  if (g_date_time_get_hour (date_time) != hour || g_date_time_get_minute (date_time) != minute)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("%04d-%02d-%02d %02d:%02d does not exist here: the clocks went forward in that hour. Enter the time an hour later."),
                   year, month, day, hour, minute);
      return SOLEUS_UNKNOWN_INSTANT;
    }

  instant = date_time_to_instant (date_time);

  /* in the fold the same clock time comes again, at most three hours later (half hours exist: Lord Howe) */
  for (gint64 half_hours = 6; half_hours > 0; half_hours--)
    {
      SoleusInstant later = instant + half_hours * 30 * SOLEUS_USEC_PER_MINUTE;

      g_clear_pointer (&check, g_date_time_unref);
      check = instant_to_date_time (later, zone);
      if (check != NULL &&
          g_date_time_get_day_of_month (check) == day &&
          g_date_time_get_hour (check) == hour &&
          g_date_time_get_minute (check) == minute)
        return later;
    }
  return instant;
}

/* the parts of a time as it is written */
typedef struct {
  int      year, month, day;
  int      hour, minute, second;
  gint64   microsecond;
  int      offset;     /* seconds east of UTC */
  gboolean has_offset;
} Written;

static gboolean
scan_written_date (const char **cursor,
                   Written     *written)
{
  return scan_number (cursor, 4, &written->year) && scan_literal (cursor, '-') &&
         scan_number (cursor, 2, &written->month) && scan_literal (cursor, '-') &&
         scan_number (cursor, 2, &written->day);
}

static gboolean
scan_written_time (const char **cursor,
                   Written     *written)
{
  if (!scan_literal (cursor, 'T') && !scan_literal (cursor, 't') && !scan_literal (cursor, ' '))
    return FALSE;
  if (!scan_number (cursor, 2, &written->hour) || !scan_literal (cursor, ':') || !scan_number (cursor, 2, &written->minute))
    return FALSE;
  if (scan_literal (cursor, ':'))
    {
      if (!scan_number (cursor, 2, &written->second))
        return FALSE;
      if (**cursor == '.' || **cursor == ',')
        {
          gint64 unit = 100000;

          for ((*cursor)++; g_ascii_isdigit (**cursor); (*cursor)++, unit /= 10)
            written->microsecond += unit * (**cursor - '0');
        }
    }
  return scan_offset (cursor, &written->offset, &written->has_offset) && **cursor == '\0';
}

static SoleusMoment *
create_day (const Written *written)
{
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", written->year, written->month, written->day);
  SoleusMoment *moment = soleus_moment_new_local (soleus_date_get_start (date));

  moment->precision = SOLEUS_PRECISION_DAY;
  return moment;
}

static SoleusMoment *
create_exact (const Written  *written,
              GError        **error)
{
  SoleusInstant instant;

  if (written->has_offset)
    {
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) date_time = g_date_time_new (utc, written->year, written->month, written->day, written->hour, written->minute, written->second);

      instant = date_time_to_instant (date_time) + written->microsecond - (gint64) written->offset * SOLEUS_USEC_PER_SECOND;
      return soleus_moment_new (instant, written->offset, SOLEUS_PRECISION_EXACT);
    }
  instant = soleus_instant_from_local (written->year, written->month, written->day, written->hour, written->minute, written->second, error);
  return instant != SOLEUS_UNKNOWN_INSTANT ? soleus_moment_new_local (instant + written->microsecond) : NULL;
}

/**
 * soleus_moment_parse:
 * @text: ISO 8601 with offset ("2025-03-29T20:00:00+01:00"), without (then local), or a date alone
 *
 * Returns: (transfer full): the moment, or %NULL with a sentence in @error (%SOLEUS_ERROR_INVALID)
 */
SoleusMoment *
soleus_moment_parse (const char  *text,
                     GError     **error)
{
  const char *cursor = text;
  Written written = { 0 };
  gboolean has_date;

  g_return_val_if_fail (text != NULL, NULL);

  has_date = scan_written_date (&cursor, &written);
  if (has_date && (!g_date_valid_dmy ((GDateDay) written.day, (GDateMonth) written.month, (GDateYear) written.year) || written.year < 1800 || written.year > LATEST_YEAR))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("“%s” names a day that does not exist. Check the day and the month."), text);
      return NULL;
    }
  if (has_date && *cursor == '\0')
    return create_day (&written);
  if (!has_date || !scan_written_time (&cursor, &written))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("“%s” is not a time. Write it like 2025-03-29T20:00+01:00, or the date alone like 2025-03-29."), text);
      return NULL;
    }
  if (written.hour > 23 || written.minute > 59 || written.second > 59)
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("“%s” has a clock time that does not exist. Hours go to 23, minutes and seconds to 59."), text);
      return NULL;
    }
  return create_exact (&written, error);
}

/**
 * soleus_instant_to_iso8601:
 *
 * Returns: (transfer full): ISO 8601 with the offset of the local zone at that instant
 */
char *
soleus_instant_to_iso8601 (SoleusInstant instant)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = instant_to_date_time (instant, zone);

  return date_time != NULL ? format_iso8601 (date_time) : g_strdup ("");
}

/**
 * soleus_instant_format:
 * @format: as for g_date_time_format(), usually translated
 *
 * Returns: (transfer full): the instant in the local zone
 */
char *
soleus_instant_format (SoleusInstant  instant,
                       const char    *format)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = instant_to_date_time (instant, zone);
  char *text = date_time != NULL ? g_date_time_format (date_time, format) : NULL;

  return text != NULL ? text : g_strdup ("");
}

/**
 * soleus_instant_dup_local_date:
 *
 * Returns: (transfer full): "YYYY-MM-DD" in the local zone
 */
char *
soleus_instant_dup_local_date (SoleusInstant instant)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = instant_to_date_time (instant, zone);

  return format_date (date_time);
}

/* Never inside g_return_if_fail: with G_DISABLE_CHECKS nothing would be read. */
static gboolean
scan_date (const char *date,
           GDate      *result)
{
  const char *cursor = date;
  int year;
  int month;
  int day;

  if (date == NULL ||
      !scan_number (&cursor, 4, &year) || !scan_literal (&cursor, '-') ||
      !scan_number (&cursor, 2, &month) || !scan_literal (&cursor, '-') ||
      !scan_number (&cursor, 2, &day) || *cursor != '\0' ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;

  g_date_clear (result, 1);
  g_date_set_dmy (result, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/**
 * soleus_date_is_valid:
 * @date: (nullable): text
 *
 * Returns: %TRUE for a day that exists, written "YYYY-MM-DD", from the year 2 to 9990
 */
gboolean
soleus_date_is_valid (const char *date)
{
  GDate parsed;

  return scan_date (date, &parsed) && g_date_get_year (&parsed) >= EARLIEST_YEAR && g_date_get_year (&parsed) <= LATEST_YEAR;
}

/**
 * soleus_date_add_days:
 * @date: a valid date
 *
 * Returns: (transfer full): the calendar day @days later; never before the first day of the year 1
 */
char *
soleus_date_add_days (const char *date,
                      int         days)
{
  GDate parsed;

  if (!scan_date (date, &parsed))
    g_return_val_if_reached (NULL);

  g_date_set_julian (&parsed, (guint32) MAX ((gint64) g_date_get_julian (&parsed) + days, 1));
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&parsed), g_date_get_month (&parsed), g_date_get_day (&parsed));
}

/**
 * soleus_date_dup_monday:
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full): the Monday of its week
 */
char *
soleus_date_dup_monday (const char *date)
{
  g_return_val_if_fail (soleus_date_is_valid (date), NULL);

  return soleus_date_add_days (date, -(((soleus_date_get_days_between ("2024-01-01", date) % 7) + 7) % 7)); /* that was a Monday */
}

/**
 * soleus_date_get_days_between:
 *
 * Returns: calendar days from @from to @to, negative if @to is earlier
 */
int
soleus_date_get_days_between (const char *from,
                              const char *to)
{
  GDate a;
  GDate b;

  if (!scan_date (from, &a) || !scan_date (to, &b))
    g_return_val_if_reached (0);

  return g_date_days_between (&a, &b);
}

/**
 * soleus_date_get_years_between:
 *
 * Returns: whole years from @from to @to, as for an age
 */
int
soleus_date_get_years_between (const char *from,
                               const char *to)
{
  GDate a;
  GDate b;
  int years;

  if (!scan_date (from, &a) || !scan_date (to, &b))
    g_return_val_if_reached (0);

  years = g_date_get_year (&b) - g_date_get_year (&a);
  if (g_date_get_month (&b) < g_date_get_month (&a) ||
      (g_date_get_month (&b) == g_date_get_month (&a) && g_date_get_day (&b) < g_date_get_day (&a)))
    years--;
  return years;
}

/**
 * soleus_date_get_start:
 * @date: a valid date
 *
 * Returns: the first instant of that day in the local zone, microseconds UTC
 */
SoleusInstant
soleus_date_get_start (const char *date)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = NULL;
  GDate parsed;

  if (!scan_date (date, &parsed))
    g_return_val_if_reached (SOLEUS_UNKNOWN_INSTANT);

  date_time = g_date_time_new (zone, g_date_get_year (&parsed), g_date_get_month (&parsed), g_date_get_day (&parsed), 0, 0, 0);
  return date_time_to_instant (date_time);
}

/**
 * soleus_date_get_end:
 * @date: a valid date
 *
 * Returns: 23:59:59 of that day in the local zone, microseconds UTC
 */
SoleusInstant
soleus_date_get_end (const char *date)
{
  g_autoptr (GTimeZone) zone = dup_local_zone ();
  g_autoptr (GDateTime) date_time = NULL;
  GDate parsed;

  if (!scan_date (date, &parsed))
    g_return_val_if_reached (SOLEUS_UNKNOWN_INSTANT);

  date_time = g_date_time_new (zone, g_date_get_year (&parsed), g_date_get_month (&parsed), g_date_get_day (&parsed), 23, 59, 59);
  return date_time_to_instant (date_time);
}
