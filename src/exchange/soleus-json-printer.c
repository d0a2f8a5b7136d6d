#include "soleus-config.h"

#include "soleus-json-printer.h"

#include <string.h>

typedef enum { LEVEL_MAP, LEVEL_LIST } LevelType;

typedef struct {
  LevelType type;
  gboolean  is_empty;
} Level;

struct _SoleusJsonPrinter {
  GObject        parent_instance;
  GOutputStream *stream;         /* (owned) */
  GArray        *levels;         /* (owned) (element-type Level) open maps and lists, outermost first */
  GError        *error;          /* (owned) (nullable) the first one; nothing is written after it */
  int            indented_depth; /* deeper levels stay on one line */
  gboolean       after_key;
};

static void printer_iface_init (SoleusPrinterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusJsonPrinter, soleus_json_printer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SOLEUS_TYPE_PRINTER, printer_iface_init))

static void
soleus_json_printer_finalize (GObject *object)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (object);

  g_clear_object (&self->stream);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (soleus_json_printer_parent_class)->finalize (object);
}

static void
soleus_json_printer_class_init (SoleusJsonPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_json_printer_finalize;
}

static void
soleus_json_printer_init (SoleusJsonPrinter *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
}

static void
write_bytes (SoleusJsonPrinter *self,
             const char        *text,
             gsize              length)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, text, length, NULL, NULL, &self->error);
}

static void
write_text (SoleusJsonPrinter *self,
            const char        *text)
{
  write_bytes (self, text, strlen (text));
}

static void
write_new_line (SoleusJsonPrinter *self)
{
  if ((int) self->levels->len > self->indented_depth)
    return;
  write_text (self, "\n");
  for (guint i = 0; i < self->levels->len; i++)
    write_text (self, "  ");
}

static Level *
peek_level (SoleusJsonPrinter *self)
{
  return self->levels->len > 0 ? &g_array_index (self->levels, Level, self->levels->len - 1) : NULL;
}

/* the comma and the place before a key or a list item */
static void
begin_item (SoleusJsonPrinter *self)
{
  Level *level = peek_level (self);

  if (level == NULL)
    return;
  if (!level->is_empty)
    write_text (self, (int) self->levels->len > self->indented_depth ? ", " : ",");
  level->is_empty = FALSE;
  write_new_line (self);
}

static void
begin_value (SoleusJsonPrinter *self)
{
  if (!self->after_key)
    begin_item (self);
  self->after_key = FALSE;
}

/* RFC 8259: quotation mark, backslash and control characters must be escaped; the rest goes as UTF-8. */
static void
write_string (SoleusJsonPrinter *self,
              const char        *text)
{
  const char *run = text;
  const char *p;

  write_text (self, "\"");
  for (p = text; *p != '\0'; p++)
    {
      char escape[8];

      if (*p != '"' && *p != '\\' && (guchar) *p >= 0x20 && *p != 0x7f)
        continue;
      write_bytes (self, run, p - run);
      run = p + 1;
      switch (*p)
        {
        case '"':
          write_text (self, "\\\"");
          break;
        case '\\':
          write_text (self, "\\\\");
          break;
        case '\n':
          write_text (self, "\\n");
          break;
        case '\t':
          write_text (self, "\\t");
          break;
        default:
          g_snprintf (escape, sizeof escape, "\\u%04x", (guchar) *p);
          write_text (self, escape);
          break;
        }
    }
  write_bytes (self, run, p - run);
  write_text (self, "\"");
}

static void
begin_level (SoleusPrinter *printer,
             LevelType      type,
             const char    *opening)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);
  Level level = { type, TRUE };

  begin_value (self);
  write_text (self, opening);
  g_array_append_val (self->levels, level);
}

static void
begin_map (SoleusPrinter *printer)
{
  begin_level (printer, LEVEL_MAP, "{");
}

static void
begin_list (SoleusPrinter *printer)
{
  begin_level (printer, LEVEL_LIST, "[");
}

static void
end (SoleusPrinter *printer)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);
  Level level;

  g_return_if_fail (self->levels->len > 0);

  level = *peek_level (self);
  if ((int) self->levels->len > self->indented_depth)
    {
      g_array_set_size (self->levels, self->levels->len - 1);
    }
  else
    {
      g_array_set_size (self->levels, self->levels->len - 1);
      if (!level.is_empty)
        write_new_line (self);
    }
  write_text (self, level.type == LEVEL_MAP ? "}" : "]");
}

static void
key (SoleusPrinter *printer,
     const char    *name,
     const char    *label)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);

  begin_item (self);
  write_string (self, name);
  write_text (self, ": ");
  self->after_key = TRUE;
}

static void
text (SoleusPrinter *printer,
      const char    *value)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);

  begin_value (self);
  write_string (self, value);
}

static void
integer (SoleusPrinter *printer,
         gint64         value)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);
  char buffer[32];

  g_snprintf (buffer, sizeof buffer, "%" G_GINT64_FORMAT, value);
  begin_value (self);
  write_text (self, buffer);
}

static void
real (SoleusPrinter *printer,
      double         value)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* as short as comes back the same */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  begin_value (self);
  write_text (self, buffer);
}

static void
boolean (SoleusPrinter *printer,
         gboolean       value)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);

  begin_value (self);
  write_text (self, value ? "true" : "false");
}

static void
unknown (SoleusPrinter *printer)
{
  SoleusJsonPrinter *self = SOLEUS_JSON_PRINTER (printer);

  begin_value (self);
  write_text (self, "null");
}

static void
sentence (SoleusPrinter *printer,
          const char    *value)
{
}

static void
records (SoleusPrinter             *printer,
         GPtrArray                 *list,
         const char *const         *columns,
         const SoleusPrinterColumn *first)
{
  begin_list (printer);
  for (guint i = 0; i < list->len; i++)
    {
      begin_map (printer);
      if (first != NULL)
        soleus_printer_add_text (printer, first->name, first->label, first->texts[i]);
      soleus_printer_record_fields (printer, list->pdata[i]);
      end (printer);
    }
  end (printer);
}

static void
printer_iface_init (SoleusPrinterInterface *iface)
{
  iface->begin_map = begin_map;
  iface->begin_list = begin_list;
  iface->end = end;
  iface->key = key;
  iface->text = text;
  iface->integer = integer;
  iface->real = real;
  iface->boolean = boolean;
  iface->unknown = unknown;
  iface->sentence = sentence;
  iface->records = records;
}

/**
 * soleus_json_printer_new:
 * @stream: where to; it should be buffered
 * @indented_depth: how many levels stand on lines of their own; deeper ones stay on one line
 *
 * Returns: (transfer full): a printer that writes as it is told, holding nothing back
 */
SoleusJsonPrinter *
soleus_json_printer_new (GOutputStream *stream,
                         int            indented_depth)
{
  SoleusJsonPrinter *self = g_object_new (SOLEUS_TYPE_JSON_PRINTER, NULL);

  self->stream = g_object_ref (stream);
  self->indented_depth = indented_depth;
  return self;
}

/**
 * soleus_json_printer_finish:
 *
 * Ends the text with a line end. All maps and lists must be closed.
 *
 * Returns: %FALSE with @error set if anything could not be written, also long before
 */
gboolean
soleus_json_printer_finish (SoleusJsonPrinter  *self,
                            GError            **error)
{
  g_return_val_if_fail (SOLEUS_IS_JSON_PRINTER (self), FALSE);
  g_return_val_if_fail (self->levels->len == 0, FALSE);

  write_text (self, "\n");
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return g_output_stream_flush (self->stream, NULL, error);
}
