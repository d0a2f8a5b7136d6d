#include "soleus-config.h"

#include "soleus-training-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "soleus-error.h"

/* deeper than any training file, shallow enough to be nothing */
#define DEEPEST 64

/* longer than any text that is wanted; longer than any piece that a parser should hold at once */
#define LONGEST_TEXT 4096
#define LONGEST_PIECE ((gsize) 1 << 20)

/* four gigabytes of health records exist; more does not */
#define LARGEST_FILE ((guint64) 4 << 30)

typedef struct {
  const SoleusXmlFormat *format;
  SoleusXmlSession       session;
  GPtrArray             *path;      /* (element-type utf8) open elements */
  GString               *text;      /* of the innermost element, while it has no children */
  gsize                  fed;       /* bytes since the parser last said something */
  GError                *reason;    /* (owned) (nullable) what was wrong with an element, rather than with the XML */
} Parsing;

static const char *
get_local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

/* Remembers what is wrong, and ends the parsing. */
static void
stop (Parsing  *parsing,
      GError   *reason,
      GError  **error)
{
  g_clear_error (&parsing->reason);
  parsing->reason = reason;
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, reason->message);
}

static void
start_element (GMarkupParseContext  *context,
               const char           *name,
               const char          **names,
               const char          **values,
               gpointer              user_data,
               GError              **error)
{
  Parsing *parsing = user_data;
  const char *local = get_local_name (name);

  parsing->fed = 0;
  if (parsing->path->len == 0 && !g_str_equal (local, parsing->format->root))
    {
      g_autofree char *shown = g_utf8_substring (local, 0, MIN (g_utf8_strlen (local, -1), 40));

      stop (parsing, g_error_new (SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("It begins with “%s”, which is no training file."), shown), error);
      return;
    }
  if (parsing->path->len >= DEEPEST)
    {
      stop (parsing, g_error_new (SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Its elements are nested too deeply (more than %d levels)."), DEEPEST), error);
      return;
    }
  g_ptr_array_add (parsing->path, g_strdup (local));
  g_string_truncate (parsing->text, 0);
  parsing->format->begin (&parsing->session, local, names, values);
}

static void
end_element (GMarkupParseContext  *context,
             const char           *name,
             gpointer              user_data,
             GError              **error)
{
  Parsing *parsing = user_data;
  guint depth = parsing->path->len;
  const char *local = get_local_name (name);
  const char *parent = depth >= 2 ? parsing->path->pdata[depth - 2] : "";
  GError *reason = NULL;

  parsing->fed = 0;
  if (parsing->text->len > 0 && parsing->text->len < LONGEST_TEXT)
    parsing->format->text (&parsing->session, local, parent, g_strstrip (parsing->text->str));
  g_string_truncate (parsing->text, 0);
  if (!parsing->format->end (&parsing->session, local, &reason))
    stop (parsing, reason, error);
  g_ptr_array_set_size (parsing->path, (int) depth - 1);
}

static void
text (GMarkupParseContext  *context,
      const char           *piece,
      gsize                 length,
      gpointer              user_data,
      GError              **error)
{
  Parsing *parsing = user_data;

  parsing->fed = 0;
  if (parsing->text->len < LONGEST_TEXT)
    g_string_append_len (parsing->text, piece, (gssize) MIN (length, LONGEST_TEXT));
}

static void
passthrough (GMarkupParseContext  *context,
             const char           *piece,
             gsize                 length,
             gpointer              user_data,
             GError              **error)
{
  ((Parsing *) user_data)->fed = 0;
}

static gboolean
say_why (Parsing             *parsing,
         GMarkupParseContext *context,
         GError             **error)
{
  int line = 0;

  g_markup_parse_context_get_position (context, &line, NULL);
  if (parsing->reason != NULL)
    g_propagate_error (error, g_steal_pointer (&parsing->reason));
  else
    g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("Line %d is not valid XML, or the end of the file is missing. Export it again."), line);
  return FALSE;
}

/* The parser is not asked for its error: on some input it reports two, and warns about that. */
static gboolean
parse_stream (GInputStream         *stream,
              GMarkupParseContext  *context,
              Parsing              *parsing,
              GCancellable         *cancellable,
              GError              **error)
{
  char chunk[65536];
  guint64 total = 0;
  gboolean begun = FALSE;

  for (;;)
    {
      gssize n = g_input_stream_read (stream, chunk, sizeof chunk, cancellable, error);
      char *p = chunk;

      if (n < 0)
        return FALSE;
      if (n == 0)
        break;
      total += (guint64) n;
      parsing->fed += (gsize) n;
      /* some services put spaces before the XML declaration */
      while (!begun && n > 0 && strchr (" \t\r\n", *p) != NULL)
        {
          p++;
          n--;
        }
      begun = begun || n > 0;
      if (!g_markup_parse_context_parse (context, p, n, NULL))
        return say_why (parsing, context, error);
      if (total > LARGEST_FILE || parsing->fed > LONGEST_PIECE)
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("It is larger than any training file, or a piece of it has no end."));
          return FALSE;
        }
    }
  if (!g_markup_parse_context_end_parse (context, NULL))
    return say_why (parsing, context, error);
  return TRUE;
}

/* The encoding that the mark or the XML declaration names; NULL is UTF-8. */
static char *
find_encoding (const char *head,
               gsize       length)
{
  g_autofree char *start = g_strndup (head, MIN (length, 200));
  char *declared;
  gsize n;

  if (length >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0))
    return g_strdup ("UTF-16");
  declared = strstr (start, "encoding=");
  if (declared == NULL || strstr (start, "<?xml") == NULL)
    return NULL;
  declared += strlen ("encoding=");
  n = declared[0] != '\0' ? strcspn (declared + 1, "\"'") : 0;
  if (declared[0] == '\0' || declared[1 + n] == '\0')
    return NULL; /* the name ends beyond the head, or nowhere */
  declared++;
  declared[MIN (n, 40)] = '\0';
  return g_ascii_strcasecmp (declared, "UTF-8") == 0 ? NULL : g_strdup (declared);
}

static GInputStream *
open_decoded (GInputStream  *stream,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (stream, 4096);
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autofree char *encoding = NULL;
  const char *head;
  gsize length;

  if (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), 4096, cancellable, error) < 0)
    return NULL;
  head = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &length);
  encoding = find_encoding (head, length);
  if (encoding == NULL)
    {
      if (length >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0)
        g_input_stream_skip (buffered, 3, cancellable, NULL);
      return g_steal_pointer (&buffered);
    }
  converter = g_charset_converter_new ("UTF-8", encoding, NULL);
  if (converter == NULL)
    {
      g_autofree char *shown = g_utf8_make_valid (encoding, -1);

      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("It is written in “%s”, which cannot be read. Export it in UTF-8."), shown);
      return NULL;
    }
  return g_converter_input_stream_new (buffered, G_CONVERTER (converter));
}

/**
 * soleus_xml_read:
 * @format: what the elements mean
 *
 * Parses as a stream: what is held at once is bounded, whatever the file does. Entities are not expanded beyond the five of XML.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_xml_read (GInputStream           *stream,
                 const SoleusXmlFormat  *format,
                 SoleusTrainingSink     *sink,
                 GCancellable           *cancellable,
                 GError                **error)
{
  static const GMarkupParser callbacks = { start_element, end_element, text, passthrough, NULL };
  g_autoptr (GInputStream) decoded = open_decoded (stream, cancellable, error);
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) innermost = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  Parsing parsing = { format, { sink }, path, innermost };
  gboolean done;

  if (decoded == NULL)
    return FALSE;
  soleus_xml_session_clear (&parsing.session);
  context = g_markup_parse_context_new (&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT | G_MARKUP_IGNORE_QUALIFIED, &parsing, NULL);
  done = parse_stream (decoded, context, &parsing, cancellable, error);
  if (done && parsing.session.n_sessions == 0)
    soleus_training_sink_refuse (sink, NULL, _("It holds no training session: routes, courses and workout plans are written in the same format."));
  soleus_xml_session_clear (&parsing.session);
  g_clear_error (&parsing.reason);
  return done;
}

/* Forgets the session that was gathered. */
void
soleus_xml_session_clear (SoleusXmlSession *self)
{
  self->start = self->end = SOLEUS_UNKNOWN_INSTANT;
  self->seconds = self->metres = SOLEUS_UNKNOWN_REAL;
  self->has_offset = FALSE;
  self->utc_offset = 0;
  self->latitude = self->longitude = self->next_latitude = self->next_longitude = SOLEUS_UNKNOWN_REAL;
  g_clear_pointer (&self->sport, g_free);
}

/* Gives the session that was gathered to the sink, and forgets it. */
gboolean
soleus_xml_session_add (SoleusXmlSession  *self,
                        GError           **error)
{
  SoleusTrainingFacts facts = SOLEUS_TRAINING_FACTS_INIT;
  g_autofree char *place = g_strdup_printf ("session %u", ++self->n_sessions);
  gboolean done;

  facts.start = self->start;
  facts.seconds = self->seconds;
  facts.metres = self->metres;
  facts.has_offset = self->has_offset;
  facts.utc_offset = self->utc_offset;
  facts.sport = self->sport;
  done = soleus_training_sink_add (self->sink, place, &facts, error);
  soleus_xml_session_clear (self);
  return done;
}

/* (transfer none) (nullable): the value of an attribute, whatever its namespace */
const char *
soleus_xml_find_attribute (const char **names,
                           const char **values,
                           const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (get_local_name (names[i]), name))
      return values[i];
  return NULL;
}

/* an ISO 8601 time; these formats mean UTC where none is named */
SoleusInstant
soleus_xml_parse_time (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  if (time == NULL)
    return SOLEUS_UNKNOWN_INSTANT;
  return g_date_time_to_unix (time) * SOLEUS_USEC_PER_SECOND + g_date_time_get_microsecond (time);
}

double
soleus_xml_parse_real (const char *text)
{
  char *end = NULL;
  double value;

  if (text == NULL)
    return SOLEUS_UNKNOWN_REAL;
  value = g_ascii_strtod (text, &end);
  return end == text || *end != '\0' || !isfinite (value) ? SOLEUS_UNKNOWN_REAL : value;
}

/* Adds a known value to a sum that was perhaps unknown until now. */
void
soleus_xml_add_to (double *sum,
                   double  value)
{
  if (soleus_real_is_known (value))
    *sum = soleus_real_is_known (*sum) ? *sum + value : value;
}
