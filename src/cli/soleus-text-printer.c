#include "soleus-config.h"

#include "soleus-text-printer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  gboolean is_list;
  char    *heading;   /* (owned) (nullable) printed before the first thing in it */
  int      indent;    /* of what stands in it */
  gboolean starts_item; /* the next line carries the dash of a list item */
} Level;

struct _SoleusTextPrinter {
  GObject  parent_instance;
  GString *text;   /* (not owned) */
  GArray  *levels; /* (owned) (element-type Level) */
  char    *label;  /* (owned) (nullable) of the value that comes next */
};

static void printer_iface_init (SoleusPrinterInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SoleusTextPrinter, soleus_text_printer, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SOLEUS_TYPE_PRINTER, printer_iface_init))

static void
level_clear (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->heading, g_free);
}

static void
soleus_text_printer_finalize (GObject *object)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (object);

  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (soleus_text_printer_parent_class)->finalize (object);
}

static void
soleus_text_printer_class_init (SoleusTextPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_text_printer_finalize;
}

static void
soleus_text_printer_init (SoleusTextPrinter *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (Level));
  g_array_set_clear_func (self->levels, level_clear);
}

static Level *
peek_level (SoleusTextPrinter *self)
{
  return self->levels->len > 0 ? &g_array_index (self->levels, Level, self->levels->len - 1) : NULL;
}

/* A heading appears only when something stands under it. */
static void
print_headings (SoleusTextPrinter *self)
{
  for (guint i = 0; i < self->levels->len; i++)
    {
      Level *level = &g_array_index (self->levels, Level, i);
      Level *outer = i > 0 ? &g_array_index (self->levels, Level, i - 1) : NULL;

      if (level->heading == NULL)
        continue;
      g_string_append_printf (self->text, "%*s%s:\n", outer != NULL ? outer->indent : 0, "", level->heading);
      g_clear_pointer (&level->heading, g_free);
    }
}

static void
print_line (SoleusTextPrinter *self,
            const char        *label,
            const char        *value)
{
  Level *level;
  int indent;
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  print_headings (self);
  level = peek_level (self);
  indent = level != NULL ? level->indent : 0;
  if (level != NULL && level->starts_item)
    g_string_append_printf (self->text, "%*s– ", MAX (indent - 2, 0), "");
  else
    g_string_append_printf (self->text, "%*s", indent, "");
  if (level != NULL)
    level->starts_item = level->is_list;
  if (label != NULL)
    g_string_append_printf (self->text, "%s: ", label);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (self->text, "%*s", indent + 2, "");
      g_string_append_printf (self->text, "%s\n", lines[i]);
    }
  if (lines[0] == NULL)
    g_string_append_c (self->text, '\n');
}

static void
begin (SoleusPrinter *printer,
       gboolean       is_list)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);
  Level *outer = peek_level (self);
  Level level = { is_list, g_steal_pointer (&self->label), 0, is_list };

  if (outer != NULL)
    level.indent = outer->indent + (level.heading != NULL || is_list ? 2 : 0);
  if (outer != NULL && outer->is_list && !is_list)
    level.starts_item = TRUE;
  g_array_append_val (self->levels, level);
}

static void
begin_map (SoleusPrinter *printer)
{
  begin (printer, FALSE);
}

static void
begin_list (SoleusPrinter *printer)
{
  begin (printer, TRUE);
}

static void
end (SoleusPrinter *printer)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);

  g_return_if_fail (self->levels->len > 0);

  g_array_set_size (self->levels, self->levels->len - 1);
}

static void
key (SoleusPrinter *printer,
     const char    *name,
     const char    *label)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);

  g_free (self->label);
  self->label = g_strdup (label);
}

static void
text (SoleusPrinter *printer,
      const char    *value)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);
  g_autofree char *label = g_steal_pointer (&self->label);

  print_line (self, label, value);
}

static void
integer (SoleusPrinter *printer,
         gint64         value)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  text (printer, number);
}

static void
real (SoleusPrinter *printer,
      double         value)
{
  g_autofree char *number = g_strdup_printf ("%g", value);

  text (printer, number);
}

static void
boolean (SoleusPrinter *printer,
         gboolean       value)
{
  text (printer, value ? _("yes") : _("no"));
}

static void
unknown (SoleusPrinter *printer)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);

  g_clear_pointer (&self->label, g_free);
}

static void
sentence (SoleusPrinter *printer,
          const char    *value)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);

  print_line (self, NULL, value);
}

/* what a table shows of a field: an identifier by its first eight characters */
static char *
format_cell (SoleusRecord *record,
             const char   *column)
{
  const SoleusField *field = soleus_record_find_field (record, column);
  g_autofree char *value = soleus_record_dup_as_text (record, column);

  if (value == NULL)
    return g_strdup ("–");
  if (field->type == SOLEUS_FIELD_ID)
    value[MIN (strlen (value), 8)] = '\0';
  return g_strdelimit (g_steal_pointer (&value), "\n", ' ');
}

static void
print_row (SoleusTextPrinter *self,
           char             **cells,
           const int         *widths)
{
  int indent = peek_level (self) != NULL ? peek_level (self)->indent : 0;
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      g_string_append (line, cells[i]);
      if (cells[i + 1] != NULL)
        g_string_append_printf (line, "%*s", widths[i] - (int) g_utf8_strlen (cells[i], -1) + 2, "");
    }
  g_string_append_printf (self->text, "%*s%s\n", indent, "", line->str);
}

/* (transfer full): the heading of the table, or one record of it; @row counts from 1 */
static char **
create_cells (GPtrArray                 *list,
              const char *const         *columns,
              const SoleusPrinterColumn *first,
              guint                      row)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  if (first != NULL)
    {
      const char *text = row == 0 ? first->label : first->texts[row - 1];
      g_autofree char *cell = g_strdelimit (g_strdup (text != NULL ? text : "–"), "\n", ' ');

      g_strv_builder_add (cells, cell);
    }
  for (gsize i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *cell = row == 0 ? g_strdup (soleus_field_get_label (soleus_record_find_field (list->pdata[0], columns[i])))
                                       : format_cell (list->pdata[row - 1], columns[i]);

      g_strv_builder_add (cells, cell);
    }
  return g_strv_builder_end (cells);
}

static void
records (SoleusPrinter             *printer,
         GPtrArray                 *list,
         const char *const         *columns,
         const SoleusPrinterColumn *first)
{
  SoleusTextPrinter *self = SOLEUS_TEXT_PRINTER (printer);
  g_autofree int *widths = g_new0 (int, g_strv_length ((char **) columns) + 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_clear_pointer (&self->label, g_free);
  if (list->len == 0)
    return;
  for (guint row = 0; row <= list->len; row++)
    {
      char **cells = create_cells (list, columns, first, row);

      for (gsize i = 0; cells[i] != NULL; i++)
        widths[i] = MAX (widths[i], (int) g_utf8_strlen (cells[i], -1));
      g_ptr_array_add (rows, cells);
    }
  print_headings (self);
  for (guint row = 0; row < rows->len; row++)
    print_row (self, rows->pdata[row], widths);
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
 * soleus_text_printer_new:
 * @text: (transfer none): what is printed is appended; must live longer than the printer
 *
 * Returns: (transfer full): a printer for a person
 */
SoleusTextPrinter *
soleus_text_printer_new (GString *text)
{
  SoleusTextPrinter *self = g_object_new (SOLEUS_TYPE_TEXT_PRINTER, NULL);

  self->text = text;
  return self;
}
