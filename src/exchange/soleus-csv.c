#include "soleus-config.h"

#include "soleus-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

#define MOST_FIELDS 1000

void
soleus_csv_row_free (SoleusCsvRow *self)
{
  g_strfreev (self->fields);
  g_free (self);
}

/* A spreadsheet takes a field that begins with one of these as a formula. */
static gboolean
starts_like_formula (const char *value)
{
  return value[0] != '\0' && strchr ("=+-@\t\r", value[0]) != NULL;
}

static gboolean
is_number (const char *value)
{
  char *end = NULL;

  g_ascii_strtod (value, &end);
  return end != value && *end == '\0';
}

/* The apostrophe is what spreadsheets use themselves for “this is text”; one that is already there is doubled. */
static gboolean
needs_guard (const char *value)
{
  const char *rest = value;

  while (*rest == '\'')
    rest++;
  return starts_like_formula (rest) && !(rest == value && is_number (value));
}

/**
 * soleus_csv_append_field:
 * @value: (nullable): UTF-8; %NULL is an empty field
 * @is_first: whether it is the first of its row
 *
 * Appends a field, with the comma before it. Text that a spreadsheet would take for a formula gets an apostrophe in front,
 * which soleus_csv_unguard() takes off.
 */
void
soleus_csv_append_field (GString    *text,
                         const char *value,
                         gboolean    is_first)
{
  g_autofree char *guarded = NULL;

  if (!is_first)
    g_string_append_c (text, ',');
  if (value == NULL)
    return;
  if (needs_guard (value))
    {
      guarded = g_strconcat ("'", value, NULL);
      value = guarded;
    }
  if (strpbrk (value, "\",;\r\n\t") == NULL && value[0] != ' ')
    {
      g_string_append (text, value);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * soleus_csv_unguard:
 * @field: a field as it was read
 *
 * Returns: (transfer full): the field without the apostrophe that guards against formulas
 */
char *
soleus_csv_unguard (const char *field)
{
  if (field[0] == '\'' && needs_guard (field))
    return g_strdup (field + 1);
  return g_strdup (field);
}

/* the delimiter that the first line has most of, outside quotes */
static char
guess_delimiter (const char *text,
                 const char *end)
{
  int commas = 0;
  int semicolons = 0;
  int tabs = 0;
  gboolean quoted = FALSE;

  for (const char *p = text; p < end && (quoted || (*p != '\n' && *p != '\r')); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted)
        {
          commas += *p == ',';
          semicolons += *p == ';';
          tabs += *p == '\t';
        }
    }
  if (tabs > commas && tabs > semicolons)
    return '\t';
  return semicolons > commas ? ';' : ',';
}

typedef struct {
  const char *p;
  const char *end;
  char        delimiter;
  guint       line;
} Cursor;

static gboolean
read_quoted (Cursor   *cursor,
             GString  *field,
             GError  **error)
{
  guint first = cursor->line;

  for (cursor->p++; cursor->p < cursor->end; cursor->p++)
    {
      if (*cursor->p == '"')
        {
          if (cursor->p + 1 < cursor->end && cursor->p[1] == '"')
            {
              cursor->p++;
              g_string_append_c (field, '"');
              continue;
            }
          cursor->p++;
          return TRUE;
        }
      if (*cursor->p == '\n')
        cursor->line++;
      g_string_append_c (field, *cursor->p);
    }
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Line %u: a quotation mark is opened and never closed."), first);
  return FALSE;
}

static gboolean
at_end_of_row (const Cursor *cursor)
{
  return cursor->p >= cursor->end || *cursor->p == '\n' || *cursor->p == '\r';
}

static void
skip_end_of_row (Cursor *cursor)
{
  if (cursor->p < cursor->end && *cursor->p == '\r')
    cursor->p++;
  if (cursor->p < cursor->end && *cursor->p == '\n')
    cursor->p++;
  cursor->line++;
}

static SoleusCsvRow *
read_row (Cursor  *cursor,
          GError **error)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  SoleusCsvRow *row;
  guint line = cursor->line;

  for (;;)
    {
      g_autoptr (GString) field = g_string_new (NULL);

      if (cursor->p < cursor->end && *cursor->p == '"' && !read_quoted (cursor, field, error))
        return NULL;
      while (!at_end_of_row (cursor) && *cursor->p != cursor->delimiter)
        g_string_append_c (field, *cursor->p++);
      g_ptr_array_add (fields, g_string_free (g_steal_pointer (&field), FALSE));
      if (fields->len > MOST_FIELDS)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Line %u has more than %u columns."), line, MOST_FIELDS);
          return NULL;
        }
      if (at_end_of_row (cursor))
        break;
      cursor->p++;
    }
  skip_end_of_row (cursor);

  row = g_new0 (SoleusCsvRow, 1);
  row->line = line;
  g_ptr_array_add (fields, NULL);
  row->fields = (char **) g_ptr_array_steal (fields, NULL);
  return row;
}

/**
 * soleus_csv_parse:
 * @text: UTF-8, with or without a byte order mark
 * @length: in bytes
 * @delimiter: (out): comma, semicolon or tab, whichever the first line uses
 *
 * Empty lines are left out.
 *
 * Returns: (transfer full) (element-type SoleusCsvRow): the rows, or %NULL with a sentence in @error
 */
GPtrArray *
soleus_csv_parse (const char  *text,
                  gsize        length,
                  char        *delimiter,
                  GError     **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_csv_row_free);
  Cursor cursor = { text, text + length, ',', 1 };

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    cursor.p += 3;
  cursor.delimiter = *delimiter = guess_delimiter (cursor.p, cursor.end);
  while (cursor.p < cursor.end)
    {
      SoleusCsvRow *row = read_row (&cursor, error);

      if (row == NULL)
        return NULL;
      if (row->fields[0][0] == '\0' && row->fields[1] == NULL)
        soleus_csv_row_free (row);
      else
        g_ptr_array_add (rows, row);
    }
  return g_steal_pointer (&rows);
}
