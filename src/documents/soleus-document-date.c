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

static const Names spanish = {
  { "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo" },
  { "lun", "mar", "mié", "jue", "vie", "sáb", "dom" },
  { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
  { "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic" },
};

static const Names french = {
  { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
  { "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim." },
  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
  { "janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc." },
};

/* Arabic shortens the names of days by their article, and months not at all. */
static const Names arabic = {
  { "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد" },
  { "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد" },
  { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" },
  { "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر" },
};

/* How a language writes dates and times; the places in braces are filled. */
typedef struct {
  const char  *language;
  const Names *names;
  const char  *date, *date_with_weekday;
  const char  *first;    /* (nullable): the first day of a month, where it is no plain number */
  const char  *year;     /* what is added to both */
  const char  *day;      /* in the chart of a week */
  const char  *clock[2]; /* before and after noon */
  const char  *noon;     /* (nullable): “12:00 pm” is read both ways */
  const char  *midnight; /* the end of a day: “midnight” alone is taken for its beginning, too */
  const char  *comma;
  gboolean     twelve_hours;
} Style;

#define NBSP "\302\240"

static const Style styles[] = {
  { "en-US", &english, "{month}" NBSP "{day}", "{weekday}, {month}" NBSP "{day}", NULL, ", {year}", "{weekday}" NBSP "{day}",
    { "{hour}:{minute}" NBSP "am", "{hour}:{minute}" NBSP "pm" }, "12" NBSP "noon", "end" NBSP "of" NBSP "the" NBSP "day", ", ", TRUE },
  { "en", &english, "{day}" NBSP "{month}", "{weekday} {day}" NBSP "{month}", NULL, " {year}", "{weekday}" NBSP "{day}",
    { "{hour}:{minute}" NBSP "am", "{hour}:{minute}" NBSP "pm" }, "12" NBSP "noon", "end" NBSP "of" NBSP "the" NBSP "day", ", ", TRUE },
  { "de", &german, "{day}." NBSP "{month}", "{weekday}, {day}." NBSP "{month}", NULL, " {year}", "{weekday}" NBSP "{day}.",
    { "{hour}:{minute}" NBSP "Uhr", "{hour}:{minute}" NBSP "Uhr" }, NULL, "24:00" NBSP "Uhr", ", ", FALSE },
  { "es", &spanish, "{day}" NBSP "de" NBSP "{month}", "{weekday} {day}" NBSP "de" NBSP "{month}", NULL, " de {year}", "{weekday}" NBSP "{day}",
    { "{hour}:{minute}" NBSP "h", "{hour}:{minute}" NBSP "h" }, NULL, "24:00" NBSP "h", ", ", FALSE },
  { "fr", &french, "{day}" NBSP "{month}", "{weekday} {day}" NBSP "{month}", "1er", " {year}", "{weekday}" NBSP "{day}",
    { "{hour}" NBSP "h" NBSP "{minute}", "{hour}" NBSP "h" NBSP "{minute}" }, NULL, "24" NBSP "h" NBSP "00", ", ", FALSE },
  { "ar", &arabic, "{day}" NBSP "{month}", "{weekday} {day}" NBSP "{month}", NULL, " {year}", "{weekday}" NBSP "{day}",
    { "{hour}:{minute}" NBSP "صباحا", "{hour}:{minute}" NBSP "مساء" }, "12" NBSP "ظهرا", "نهاية" NBSP "اليوم", "، ", TRUE },
};

/* a language whose names of days are not known here */
static const Style figures = {
  NULL, NULL, "{year}-{month}-{day}", "{year}-{month}-{day}", NULL, "", "{month}-{day}", { "{hour}:{minute}", "{hour}:{minute}" }, NULL, "24:00", ", ", FALSE,
};

static gboolean
is_language (const char *language,
             const char *code)
{
  gsize length = strlen (code);

  if (language == NULL)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (g_ascii_tolower (language[i] == '_' ? '-' : language[i]) != g_ascii_tolower (code[i]))
      return FALSE;
  return !g_ascii_isalnum (language[length]);
}

static const Style *
get_style (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (is_language (language, styles[i].language))
      return &styles[i];
  return &figures;
}

static GDateTime *
to_local (SoleusInstant instant)
{
  /* floor, also before 1970 */
  gint64 seconds = instant / SOLEUS_USEC_PER_SECOND - (instant % SOLEUS_USEC_PER_SECOND < 0);

  return g_date_time_new_from_unix_local (seconds);
}

static void
fill_place (GString    *text,
            const char *place,
            const char *value)
{
  g_string_replace (text, place, value, 0);
}

static char *
fill_date (const char  *pattern,
           const Style *style,
           GDateTime   *time,
           gboolean     is_short,
           gboolean     short_month)
{
  g_autoptr (GString) text = g_string_new (pattern);
  const Names *names = style->names;
  int day_of_week = g_date_time_get_day_of_week (time) - 1, month = g_date_time_get_month (time) - 1;
  gboolean is_first = style->first != NULL && g_date_time_get_day_of_month (time) == 1;
  g_autofree char *day = is_first ? g_strdup (style->first) : g_strdup_printf (names != NULL ? "%d" : "%02d", g_date_time_get_day_of_month (time));
  g_autofree char *year = g_strdup_printf ("%04d", g_date_time_get_year (time));
  g_autofree char *month_number = g_strdup_printf ("%02d", month + 1);

  fill_place (text, "{day}", day);
  fill_place (text, "{year}", year);
  if (names != NULL)
    {
      fill_place (text, "{weekday}", (is_short ? names->short_weekdays : names->weekdays)[day_of_week]);
      fill_place (text, "{month}", (short_month ? names->short_months : names->months)[month]);
    }
  else
    fill_place (text, "{month}", month_number);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_clock (GDateTime   *time,
              const Style *style)
{
  int hour = g_date_time_get_hour (time), minute = g_date_time_get_minute (time);
  g_autoptr (GString) text = g_string_new (style->clock[hour < 12 ? 0 : 1]);
  g_autofree char *hour_text = g_strdup_printf (style->names != NULL ? "%d" : "%02d", style->twelve_hours ? (hour + 11) % 12 + 1 : hour);
  g_autofree char *minute_text = g_strdup_printf ("%02d", minute);

  if (style->noon != NULL && hour == 12 && minute == 0)
    return g_strdup (style->noon);
  fill_place (text, "{hour}", hour_text);
  fill_place (text, "{minute}", minute_text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* the words of a date; @with_year adds the year */
static char *
format_words (GDateTime   *time,
              const Style *style,
              gboolean     is_short,
              gboolean     short_month,
              gboolean     with_weekday,
              gboolean     with_year)
{
  g_autofree char *pattern = g_strconcat (with_weekday ? style->date_with_weekday : style->date, with_year ? style->year : "", NULL);

  return fill_date (pattern, style, time, is_short, short_month);
}

/* A window must never read shorter than it is: seconds are rounded up to the minute. Midnight belongs to the day that ends. */
static char *
format_end (GDateTime   *time,
            const Style *style,
            gboolean     with_year)
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
  clock = ends_day ? g_strdup (style->midnight) : format_clock (time, style);
  return g_strconcat (date, style->comma, clock, NULL);
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

  return g_strconcat (date, get_style (language)->comma, clock, NULL);
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
  const Style *style = get_style (language);

  return fill_date (style->day, style, time, TRUE, TRUE);
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
