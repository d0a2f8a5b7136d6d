#include "soleus-config.h"

#include "soleus-cell.h"

#include <string.h>

/* Beginnings of the names of the months in the languages of common exports. */
static const char *const months[12] = {
  "jan|ene|gen|jän|led",
  "feb|fév|fev|lut|úno",
  "mar|mär|mrz|maa|mrt|bře",
  "apr|abr|avr|kwi|dub",
  "may|mai|mag|maj|mei|kvě",
  "jun|giu|juin|cze|čer",
  "jul|lug|juil|lip",
  "aug|ago|aoû|aou|sie|srp",
  "sep|set|wrz|zář",
  "oct|okt|ott|out|paź|říj",
  "nov|lis",
  "dec|dez|déc|dic|gru|pro",
};

/* what a cell with a date or a time consists of */
typedef struct {
  int      numbers[3];
  int      lengths[3];  /* digits of each */
  guint    n_numbers;
  char     separator;   /* between the first two */
  int      month;       /* from a name; 0: none */
  int      hour;        /* -1: no time of day */
  int      minute;
  double   second;
  int      half;        /* 1 AM, 2 PM */
  gboolean has_offset;
  int      offset;
} Parts;

static int
find_month (const char *word)
{
  for (int i = 0; i < 12; i++)
    {
      g_auto (GStrv) names = g_strsplit (months[i], "|", -1);

      for (guint j = 0; names[j] != NULL; j++)
        if (g_str_has_prefix (word, names[j]))
          return i + 1;
    }
  return 0;
}

static gboolean
read_word (const char **cursor,
           Parts       *parts)
{
  const char *end = *cursor;
  g_autofree char *word = NULL;
  g_autofree char *folded = NULL;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_strndup (*cursor, (gsize) (end - *cursor));
  folded = g_utf8_strdown (word, -1);
  *cursor = end;
  if (g_str_equal (folded, "am") || g_str_equal (folded, "pm"))
    parts->half = folded[0] == 'a' ? 1 : 2;
  else if (g_str_equal (folded, "z") || g_str_equal (folded, "utc") || g_str_equal (folded, "gmt"))
    parts->has_offset = TRUE;
  else if (g_utf8_strlen (folded, -1) >= 3 && parts->month == 0)
    parts->month = find_month (folded);
  return TRUE;
}

/* "+0100", "-05:00" behind a time of day */
static gboolean
read_offset (const char **cursor,
             Parts       *parts)
{
  const char *p = *cursor;
  int sign = *p == '-' ? -1 : 1;
  int hours, minutes = 0;

  if (!g_ascii_isdigit (p[1]) || !g_ascii_isdigit (p[2]))
    return FALSE;
  hours = (p[1] - '0') * 10 + p[2] - '0';
  p += 3;
  if (*p == ':')
    p++;
  if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]))
    {
      minutes = (p[0] - '0') * 10 + p[1] - '0';
      p += 2;
    }
  if (hours > 15 || minutes > 59)
    return FALSE;
  parts->has_offset = TRUE;
  parts->offset = sign * (hours * 3600 + minutes * 60);
  *cursor = p;
  return TRUE;
}

static gboolean
read_clock (const char **cursor,
            int          hour,
            Parts       *parts)
{
  char *end = NULL;
  const char *p = *cursor + 1; /* behind the colon */

  if (parts->hour >= 0 || !g_ascii_isdigit (*p))
    return FALSE;
  parts->hour = hour;
  parts->minute = (int) MIN (g_ascii_strtoull (p, &end, 10), 99);
  p = end;
  if (*p == ':')
    {
      if (!g_ascii_isdigit (p[1]))
        return FALSE;
      parts->second = (double) MIN (g_ascii_strtoull (p + 1, &end, 10), 99);
      p = end;
      if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
        {
          double scale = 0.1;

          for (p++; g_ascii_isdigit (*p); p++, scale /= 10)
            parts->second += scale * (*p - '0');
        }
    }
  *cursor = p;
  return parts->hour <= 24 && parts->minute < 60 && parts->second < 61;
}

static gboolean
read_number (const char **cursor,
             Parts       *parts)
{
  const char *p = *cursor;
  char *end = NULL;
  guint64 value = g_ascii_strtoull (p, &end, 10);
  gsize length = (gsize) (end - p);

  *cursor = end;
  if (length > 4)
    return FALSE;
  if (*end == ':')
    return read_clock (cursor, (int) value, parts);
  if (parts->n_numbers == 3)
    return FALSE;
  if (parts->n_numbers == 0)
    parts->separator = *end;
  parts->numbers[parts->n_numbers] = (int) value;
  parts->lengths[parts->n_numbers++] = (int) length;
  return TRUE;
}

static gboolean
read_parts (const char *text,
            Parts      *parts)
{
  const char *p = text;

  memset (parts, 0, sizeof *parts);
  parts->hour = -1;
  if (strlen (text) > 80)
    return FALSE;
  while (*p != '\0')
    {
      gboolean ok = TRUE;

      if (g_ascii_isdigit (*p))
        ok = read_number (&p, parts);
      else if ((*p == '+' || *p == '-') && parts->hour >= 0)
        ok = read_offset (&p, parts);
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        ok = read_word (&p, parts);
      else if (strchr ("./-, ()", *p) != NULL)
        p++;
      else
        return FALSE;
      if (!ok)
        return FALSE;
    }
  if (parts->half != 0 && parts->hour >= 0)
    {
      if (parts->hour < 1 || parts->hour > 12)
        return FALSE;
      parts->hour = parts->hour % 12 + (parts->half == 2 ? 12 : 0);
    }
  return TRUE;
}

static int
expand_year (int year,
             int length)
{
  return length <= 2 ? year + 2000 : year;
}

static SoleusCellTimeResult
find_date (const Parts           *parts,
           const SoleusCellStyle *style,
           int                   *year,
           int                   *month,
           int                   *day)
{
  const int *n = parts->numbers;
  gboolean day_first;

  if (parts->month != 0)
    {
      gboolean year_first = parts->n_numbers == 2 && parts->lengths[0] == 4;

      if (parts->n_numbers != 2)
        return SOLEUS_CELL_TIME_NONE;
      *month = parts->month;
      *day = year_first ? n[1] : n[0];
      *year = year_first ? n[0] : expand_year (n[1], parts->lengths[1]);
      return SOLEUS_CELL_TIME_OK;
    }
  if (parts->n_numbers != 3)
    return SOLEUS_CELL_TIME_NONE;
  if (parts->lengths[0] == 4)
    {
      *year = n[0];
      *month = n[1];
      *day = n[2];
      return SOLEUS_CELL_TIME_OK;
    }
  *year = expand_year (n[2], parts->lengths[2]);
  if (parts->separator == '.' || n[0] > 12)
    day_first = TRUE;
  else if (n[1] > 12 || parts->half != 0)
    day_first = FALSE;
  else if (style->order == SOLEUS_DATE_ORDER_AS_FILE && n[0] != n[1])
    return SOLEUS_CELL_TIME_AMBIGUOUS;
  else
    day_first = style->order == SOLEUS_DATE_ORDER_DAY_FIRST;
  *day = day_first ? n[0] : n[1];
  *month = day_first ? n[1] : n[0];
  return SOLEUS_CELL_TIME_OK;
}

/* In a fold (clocks going back) the later instant, as everywhere here; a gap has none. */
static gboolean
compute_instant (GDateTime      *utc,
                 GTimeZone      *zone,
                 SoleusInstant  *instant)
{
  gint64 wall = g_date_time_to_unix (utc);
  gint64 adjusted = wall;
  int interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &adjusted);

  if (interval < 0 || adjusted != wall)
    return FALSE;
  *instant = (wall - g_time_zone_get_offset (zone, interval)) * SOLEUS_USEC_PER_SECOND;
  return TRUE;
}

/* spreadsheets count days from 1899-12-30, programs seconds or milliseconds from 1970 */
static gboolean
parse_serial (const char     *text,
              char            decimal,
              GTimeZone      *zone,
              SoleusCellTime *time)
{
  double value = soleus_cell_parse_number (text, decimal, NULL);
  g_autoptr (GDateTime) wall = NULL;
  g_autofree char *date = NULL;

  if (!soleus_real_is_known (value))
    return FALSE;
  if (value > 1e12 && value < 4e12)
    value = floor (value / 1000);
  if (value > 3e8 && value < 4e9)
    {
      time->instant = (SoleusInstant) value * SOLEUS_USEC_PER_SECOND;
      return TRUE;
    }
  if (value < 25569 || value > 80000)
    return FALSE;
  wall = g_date_time_new_from_unix_utc ((gint64) round ((value - 25569) * 86400));
  date = g_date_time_format (wall, "%Y-%m-%d");
  g_strlcpy (time->date, date, sizeof time->date);
  return floor (value) == value || compute_instant (wall, zone, &time->instant);
}

/**
 * soleus_cell_parse_time:
 * @text: "2024-10-25 12:00:00", "6/26/2026 6:04 AM", "09.12.2022, 15:24:49", "Oct 7, 2020, 2:43:11 PM", "45223.5", …
 * @zone: of times that name none
 * @time: (out): the instant, or the date alone
 *
 * Returns: what could be read
 */
SoleusCellTimeResult
soleus_cell_parse_time (const char            *text,
                        const SoleusCellStyle *style,
                        GTimeZone             *zone,
                        SoleusCellTime        *time)
{
  Parts parts;
  int year, month, day;
  SoleusCellTimeResult result;
  g_autoptr (GDateTime) wall = NULL;

  memset (time, 0, sizeof *time);
  time->instant = SOLEUS_UNKNOWN_INSTANT;
  if (parse_serial (text, style->decimal, zone, time))
    return SOLEUS_CELL_TIME_OK;
  time->date[0] = '\0';
  if (!read_parts (text, &parts))
    return SOLEUS_CELL_TIME_NONE;
  result = find_date (&parts, style, &year, &month, &day);
  if (result != SOLEUS_CELL_TIME_OK)
    return result;
  wall = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (wall == NULL)
    return SOLEUS_CELL_TIME_NONE;
  g_snprintf (time->date, sizeof time->date, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
  if (year < 1800 || !soleus_date_is_valid (time->date))
    {
      time->date[0] = '\0';
      return SOLEUS_CELL_TIME_NONE;
    }
  if (parts.hour < 0)
    return SOLEUS_CELL_TIME_OK;
  g_clear_pointer (&wall, g_date_time_unref);
  wall = g_date_time_new_utc (year, month, day, parts.hour, parts.minute, MIN (parts.second, 59.999));
  if (wall == NULL)
    return SOLEUS_CELL_TIME_NONE;
  if (!parts.has_offset)
    return compute_instant (wall, zone, &time->instant) ? SOLEUS_CELL_TIME_OK : SOLEUS_CELL_TIME_GAP;
  time->has_offset = parts.offset != 0;
  time->utc_offset = parts.offset;
  time->instant = (g_date_time_to_unix (wall) - parts.offset) * SOLEUS_USEC_PER_SECOND;
  return SOLEUS_CELL_TIME_OK;
}

/**
 * soleus_cell_vote_date_order:
 * @text: a cell with a date
 *
 * Returns: 1 if it shows that this file writes the day first, -1 for the month first, 0 if it shows neither
 */
int
soleus_cell_vote_date_order (const char *text)
{
  Parts parts;

  if (!read_parts (text, &parts) || parts.month != 0 || parts.n_numbers != 3 || parts.lengths[0] == 4)
    return 0;
  if (parts.numbers[0] > 12)
    return 1;
  if (parts.numbers[1] > 12 || parts.half != 0)
    return -1;
  return parts.separator == '.' ? 1 : 0;
}
