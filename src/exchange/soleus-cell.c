#include "soleus-config.h"

#include "soleus-cell.h"

#include <string.h>

/* Units in the spellings of headers and cells, in lower case: seconds for times, metres for distances. */
static const struct {
  const char *name;
  gboolean    is_distance;
  double      factor;
} units[] = {
  { "km", TRUE, 1000 }, { "kilometer", TRUE, 1000 }, { "kilometers", TRUE, 1000 }, { "kilometre", TRUE, 1000 }, { "kilometres", TRUE, 1000 },
  { "kilómetros", TRUE, 1000 }, { "kilomètres", TRUE, 1000 },
  { "m", TRUE, 1 }, { "meter", TRUE, 1 }, { "meters", TRUE, 1 }, { "metre", TRUE, 1 }, { "metres", TRUE, 1 }, { "metern", TRUE, 1 },
  { "mètres", TRUE, 1 }, { "metros", TRUE, 1 }, { "metri", TRUE, 1 },
  { "mi", TRUE, 1609.344 }, { "mile", TRUE, 1609.344 }, { "miles", TRUE, 1609.344 }, { "meilen", TRUE, 1609.344 },
  { "yd", TRUE, 0.9144 }, { "yds", TRUE, 0.9144 }, { "yard", TRUE, 0.9144 }, { "yards", TRUE, 0.9144 },
  { "ft", TRUE, 0.3048 },
  { "ms", FALSE, 0.001 },
  { "s", FALSE, 1 }, { "sec", FALSE, 1 }, { "secs", FALSE, 1 }, { "second", FALSE, 1 }, { "seconds", FALSE, 1 }, { "sek", FALSE, 1 },
  { "sekunde", FALSE, 1 }, { "sekunden", FALSE, 1 }, { "secondes", FALSE, 1 }, { "segundos", FALSE, 1 },
  { "min", FALSE, 60 }, { "mins", FALSE, 60 }, { "minute", FALSE, 60 }, { "minutes", FALSE, 60 }, { "minuten", FALSE, 60 }, { "minutos", FALSE, 60 },
  { "minuti", FALSE, 60 }, { "'", FALSE, 60 }, { "′", FALSE, 60 },
  { "h", FALSE, 3600 }, { "hr", FALSE, 3600 }, { "hrs", FALSE, 3600 }, { "hour", FALSE, 3600 }, { "hours", FALSE, 3600 }, { "std", FALSE, 3600 },
  { "stunde", FALSE, 3600 }, { "stunden", FALSE, 3600 }, { "heures", FALSE, 3600 }, { "horas", FALSE, 3600 }, { "ore", FALSE, 3600 }, { "uur", FALSE, 3600 },
};

/**
 * soleus_cell_find_unit:
 * @text: "km", "Minuten"
 * @is_distance: (out): metres or seconds
 * @factor: (out): how many of them one is
 *
 * Returns: whether @text is a unit
 */
gboolean
soleus_cell_find_unit (const char *text,
                       gboolean   *is_distance,
                       double     *factor)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);
  gsize length;

  g_strstrip (folded);
  length = strlen (folded);
  if (length > 1 && folded[length - 1] == '.')
    folded[length - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, folded))
      {
        *is_distance = units[i].is_distance;
        *factor = units[i].factor;
        return TRUE;
      }
  return FALSE;
}

/**
 * soleus_cell_dup_plain:
 * @text: a cell as it was read
 *
 * Returns: (transfer full): without ="…" (by which spreadsheets keep text as text), spaces around, and with plain spaces only
 */
char *
soleus_cell_dup_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gsize length = strlen (text);
  const char *end = text + length;

  if (length >= 3 && text[0] == '=' && text[1] == '"' && text[length - 1] == '"')
    {
      text += 2;
      end--;
    }
  while (text < end)
    {
      gunichar c = g_utf8_get_char (text);

      /* no-break, thin and narrow spaces, as thousands separators and before AM and PM; the mark of right-to-left text */
      if (c == 0x00A0 || c == 0x2009 || c == 0x202F || c == '\t' || c == '\n' || c == '\r')
        g_string_append_c (plain, ' ');
      else if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c != 0x200E && c != 0x200F)
        g_string_append_unichar (plain, c);
      text = g_utf8_next_char (text);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

/**
 * soleus_cell_is_missing:
 *
 * Returns: whether a cell is one of the ways in which programs write “there is nothing”
 */
gboolean
soleus_cell_is_missing (const char *text)
{
  static const char *const missing[] = { "", "-", "--", "---", "–", "—", "n/a", "na", "n. v.", "k. a.", "k.a.", "null", "none", "nan", "#n/a", "#nv", "?", NULL };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  return g_strv_contains (missing, folded);
}

/* separators that stand between groups of three digits only */
static gboolean
is_group_separator (const char *p,
                    char        decimal)
{
  if (*p == decimal || !(*p == '.' || *p == ',' || *p == ' ' || *p == '\''))
    return FALSE;
  return g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]);
}

/**
 * soleus_cell_parse_number:
 * @decimal: '.' or ','
 * @rest: (out) (optional): what stands behind the number, spaces left out
 *
 * Reads a number with thousands separators: 1.024,5 or 1,024.5 or 1 024,5 or 1'024.5. A typographic apostrophe counts as well.
 *
 * Returns: the number, or SOLEUS_UNKNOWN_REAL if there is none
 */
double
soleus_cell_parse_number (const char  *text,
                          char         decimal,
                          const char **rest)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p = text;
  gboolean after_decimal = FALSE;
  gboolean any = FALSE;

  while (*p == ' ')
    p++;
  if (*p == '-' || *p == '+')
    g_string_append_c (digits, *p++);
  for (; *p != '\0' && digits->len < 40; p++)
    {
      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (digits, *p);
          any = TRUE;
        }
      else if (!after_decimal && *p == decimal && (g_ascii_isdigit (p[1]) || any))
        {
          g_string_append_c (digits, '.');
          after_decimal = TRUE;
        }
      else if (!after_decimal && any && is_group_separator (p, decimal))
        continue;
      else if (!after_decimal && any && g_str_has_prefix (p, "’") && g_ascii_isdigit (p[3]))
        p += 2;
      else
        break;
    }
  while (*p == ' ')
    p++;
  if (rest != NULL)
    *rest = p;
  if (!any || (rest == NULL && *p != '\0'))
    return SOLEUS_UNKNOWN_REAL;
  return g_ascii_strtod (digits->str, NULL);
}

/**
 * soleus_cell_vote_decimal:
 * @text: a cell
 *
 * Returns: 1 if it shows that this file writes a decimal comma, -1 for a decimal point, 0 if it shows neither: 1,024 can be both
 */
int
soleus_cell_vote_decimal (const char *text)
{
  int n_commas = 0;
  int n_points = 0;
  const char *last = NULL;
  const char *p = text + (text[0] == '-' || text[0] == '+');
  const char *first = p;
  gsize n_after;
  int comma;

  for (; *p != '\0'; p++)
    {
      if (*p == ',' || *p == '.')
        {
          n_commas += *p == ',';
          n_points += *p == '.';
          last = p;
        }
      else if (!g_ascii_isdigit (*p))
        return 0;
    }
  if (last == NULL || last == first)
    return 0;
  comma = *last == ',' ? 1 : -1;
  if (n_commas > 0 && n_points > 0)
    return (comma == 1 ? n_commas : n_points) == 1 ? comma : 0;
  n_after = strlen (last + 1);
  if (n_commas + n_points > 1)
    return n_after == 3 ? -comma : 0; /* 1,024,000: the comma groups; 24.12.2024 is a date */
  if (n_after != 3 || (first[0] == '0' && last == first + 1))
    return comma;
  return 0;
}

/* "1:02:03", "62:03.5", "1:30" */
static double
parse_clock (const char            *text,
             const SoleusCellStyle *style)
{
  double parts[3] = { 0, 0, 0 };
  guint n = 0;
  const char *p = text;

  for (;;)
    {
      char *end = NULL;

      if (!g_ascii_isdigit (*p) || n == 3)
        return SOLEUS_UNKNOWN_REAL;
      parts[n++] = (double) g_ascii_strtoull (p, &end, 10);
      p = end;
      if (*p != ':')
        break;
      p++;
    }
  if ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1]))
    {
      g_autofree char *fraction = g_strconcat ("0.", p + 1, NULL);
      char *end = NULL;

      parts[n - 1] += g_ascii_strtod (fraction, &end);
      if (*end != '\0')
        return SOLEUS_UNKNOWN_REAL;
    }
  else if (*p != '\0')
    {
      return SOLEUS_UNKNOWN_REAL;
    }
  if (n < 2 || parts[n - 1] >= 60 || (n == 3 && parts[1] >= 60))
    return SOLEUS_UNKNOWN_REAL;
  if (n == 3)
    return parts[0] * 3600 + parts[1] * 60 + parts[2];
  return style->hours_first ? parts[0] * 3600 + parts[1] * 60 : parts[0] * 60 + parts[1];
}

/* "7h 55min", "1 h 2 m 3 s", "90 min"; "m" between hours and seconds is minutes */
static double
parse_with_units (const char            *text,
                  const SoleusCellStyle *style)
{
  const char *p = text;
  double total = 0;

  while (*p != '\0')
    {
      const char *rest;
      double value = soleus_cell_parse_number (p, style->decimal, &rest);
      g_autoptr (GString) unit = g_string_new (NULL);
      gboolean is_distance;
      double factor;

      if (!soleus_real_is_known (value) || value < 0)
        return SOLEUS_UNKNOWN_REAL;
      for (p = rest; *p != '\0' && *p != ' ' && !g_ascii_isdigit (*p) && unit->len < 20; p++)
        g_string_append_c (unit, *p);
      while (*p == ' ' || *p == ',')
        p++;
      if (g_str_equal (unit->str, "m") || g_str_equal (unit->str, "M"))
        g_string_assign (unit, "min");
      if (!g_utf8_validate (unit->str, -1, NULL) || !soleus_cell_find_unit (unit->str, &is_distance, &factor) || is_distance)
        return SOLEUS_UNKNOWN_REAL;
      total += value * factor;
    }
  return total;
}

/* ISO 8601: PT1H2M3S */
static double
parse_iso_duration (const char *text)
{
  double total = 0;
  const char *p = text;

  if (p[0] != 'P')
    return SOLEUS_UNKNOWN_REAL;
  p += p[1] == 'T' ? 2 : 1;
  if (*p == '\0')
    return SOLEUS_UNKNOWN_REAL;
  while (*p != '\0')
    {
      char *end = NULL;
      double value = g_ascii_strtod (p, &end);

      if (end == p || !g_ascii_isdigit (*p) || strchr ("HMS", *end) == NULL || *end == '\0')
        return SOLEUS_UNKNOWN_REAL;
      total += value * (*end == 'H' ? 3600 : *end == 'M' ? 60 : 1);
      p = end + 1;
    }
  return total;
}

/**
 * soleus_cell_parse_duration:
 * @unit: how many seconds a bare number counts
 *
 * Returns: seconds, or SOLEUS_UNKNOWN_REAL if @text is no duration
 */
double
soleus_cell_parse_duration (const char            *text,
                            const SoleusCellStyle *style,
                            double                 unit)
{
  const char *rest = NULL;
  double value;

  if (strchr (text, ':') != NULL)
    return parse_clock (text, style);
  if (text[0] == 'P')
    return parse_iso_duration (text);
  value = soleus_cell_parse_number (text, style->decimal, &rest);
  if (!soleus_real_is_known (value))
    return SOLEUS_UNKNOWN_REAL;
  return *rest == '\0' ? value * unit : parse_with_units (text, style);
}
