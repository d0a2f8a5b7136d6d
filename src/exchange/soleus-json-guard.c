#include "soleus-config.h"

#include "soleus-json-guard.h"

#include "soleus-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One pass over the bytes without recursion and without memory that grows with the text: the open brackets are kept
 * in a fixed array. It checks what a parser may crash on or let pass in silence; the grammar is left to the parser. */
typedef struct {
  const char *text;
  gsize       length;
  gsize       position;
  guint       line;      /* counted from 1 */
  guint       depth;
  gboolean    root_seen; /* the root was closed */
  char        closing[SOLEUS_JSON_MAXIMUM_DEPTH];
} Scan;

static gboolean
refuse (Scan        *scan,
        const char  *sentence,
        GError     **error)
{
  /* Translators: %u is a line number, %s a sentence that says what is wrong there. */
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Line %u: %s"), scan->line, sentence);
  return FALSE;
}

static guint
count_lines (const char *text,
             const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    if (*text == '\n')
      line++;
  return line;
}

static gboolean
check_encoding (Scan    *scan,
                GError **error)
{
  const char *end;

  if (g_utf8_validate_len (scan->text, scan->length, &end))
    return TRUE;

  scan->line = count_lines (scan->text, end);
  return refuse (scan, _("the text is not valid UTF-8. Save the file as UTF-8 and try again."), error);
}

/* -1 where there are no four digits of a sixteen-bit unit */
static int
get_unit (const Scan *scan,
          gsize       position)
{
  int unit = 0;

  if (scan->length - position < 6 || scan->text[position] != '\\' || scan->text[position + 1] != 'u')
    return -1;
  for (gsize i = 2; i < 6; i++)
    {
      const int digit = g_ascii_xdigit_value (scan->text[position + i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

/* Stands on a backslash, and leaves on the last character of what it begins. */
static gboolean
skip_escape (Scan    *scan,
             GError **error)
{
  const int unit = get_unit (scan, scan->position);
  const char letter = scan->length - scan->position > 1 ? scan->text[scan->position + 1] : '"'; /* the text is not closed then */

  /* json-glib takes less than four digits, too, and three octal ones: it cuts the text there, or puts a byte into it */
  if (unit < 0 && strchr ("\"\\/bfnrt", letter) == NULL)
    return refuse (scan, _("a text contains a backslash that stands for no character."), error);
  /* parsers cut the text there in silence */
  if (unit == 0)
    return refuse (scan, _("a text contains the character zero."), error);
  /* half a character: parsers make invalid UTF-8 of it */
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return refuse (scan, _("a text contains half a character."), error);
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      const int other = get_unit (scan, scan->position + 6);

      if (other < 0xdc00 || other > 0xdfff)
        return refuse (scan, _("a text contains half a character."), error);
      scan->position += 6;
    }
  scan->position += unit >= 0 ? 5 : 1;
  return TRUE;
}

/* Stands on the opening quote; leaves on the closing one. */
static gboolean
skip_string (Scan    *scan,
             GError **error)
{
  for (scan->position++; scan->position < scan->length; scan->position++)
    {
      const char c = scan->text[scan->position];

      if (c == '"')
        return TRUE;
      if ((guchar) c < 0x20)
        return refuse (scan, _("a text in quotes is not closed."), error);
      if (c == '\\' && !skip_escape (scan, error))
        return FALSE;
    }
  return refuse (scan, _("a text in quotes is not closed."), error);
}

static gboolean
open_bracket (Scan    *scan,
              char     closing,
              GError **error)
{
  if (scan->root_seen)
    return refuse (scan, _("something follows after the end of the content."), error);
  if (scan->depth == SOLEUS_JSON_MAXIMUM_DEPTH)
    return refuse (scan, _("the content is nested too deeply."), error);

  scan->closing[scan->depth++] = closing;
  return TRUE;
}

static gboolean
close_bracket (Scan    *scan,
               char     bracket,
               GError **error)
{
  if (scan->depth == 0 || scan->closing[scan->depth - 1] != bracket)
    return refuse (scan, _("a bracket is closed that was not opened."), error);

  scan->depth--;
  scan->root_seen = scan->depth == 0;
  return TRUE;
}

static gboolean
check_character (Scan    *scan,
                 GError **error)
{
  const char c = scan->text[scan->position];

  switch (c)
    {
    case '\n':
      scan->line++;
      return TRUE;
    case ' ':
    case '\t':
    case '\r':
      return TRUE;
    case '{':
      return open_bracket (scan, '}', error);
    case '[':
      return open_bracket (scan, ']', error);
    case '}':
    case ']':
      return close_bracket (scan, c, error);
    case '/':
    case '#':
      return refuse (scan, _("comments are not allowed in this file."), error);
    case '\'':
      return refuse (scan, _("texts stand in double quotes in this file."), error);
    default:
      break;
    }

  if (scan->depth == 0)
    return refuse (scan,
                   scan->root_seen ? _("something follows after the end of the content.")
                                   : _("the content does not begin with a bracket."),
                   error);
  return c != '"' || skip_string (scan, error);
}

/**
 * soleus_json_guard_check:
 * @text: (array length=length): the text of a file; need not end with a zero
 * @length: its length in bytes
 * @maximum_size: the most bytes that are accepted
 * @error: what is wrong, with the line, as %SOLEUS_ERROR_INVALID
 *
 * Checks what has to hold before a parser may see @text: at most @maximum_size bytes, valid UTF-8, one root that is an
 * object or a list, nested at most %SOLEUS_JSON_MAXIMUM_DEPTH deep, brackets that match, no comments and no zero characters.
 * The time is linear in @length, the memory constant.
 *
 * Returns: %TRUE if a parser may read @text
 */
gboolean
soleus_json_guard_check (const char  *text,
                         gsize        length,
                         gsize        maximum_size,
                         GError     **error)
{
  Scan scan = { .text = text, .length = length, .line = 1 };

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  if (length > maximum_size)
    {
      g_autofree char *actual = g_format_size (length);
      g_autofree char *allowed = g_format_size (maximum_size);

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("The file is too large: it has %s, at most %s can be read."), actual, allowed);
      return FALSE;
    }
  if (length > 0 && !check_encoding (&scan, error))
    return FALSE;

  for (; scan.position < length; scan.position++)
    if (!check_character (&scan, error))
      return FALSE;

  if (scan.depth > 0)
    return refuse (&scan, _("the file ends too early: a bracket is not closed."), error);
  if (!scan.root_seen)
    return refuse (&scan, _("the file is empty."), error);
  return TRUE;
}
