#include "soleus-config.h"

#include "soleus-printer.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (SoleusPrinter, soleus_printer, G_TYPE_OBJECT)

static void
soleus_printer_default_init (SoleusPrinterInterface *iface)
{
}

/**
 * soleus_printer_begin_map:
 *
 * Opens a map; each soleus_printer_key() in it is followed by one value. Closed by soleus_printer_end().
 */
void
soleus_printer_begin_map (SoleusPrinter *self)
{
  SOLEUS_PRINTER_GET_IFACE (self)->begin_map (self);
}

/**
 * soleus_printer_begin_list:
 *
 * Opens a list of values. Closed by soleus_printer_end().
 */
void
soleus_printer_begin_list (SoleusPrinter *self)
{
  SOLEUS_PRINTER_GET_IFACE (self)->begin_list (self);
}

/**
 * soleus_printer_end:
 *
 * Closes the innermost open map or list.
 */
void
soleus_printer_end (SoleusPrinter *self)
{
  SOLEUS_PRINTER_GET_IFACE (self)->end (self);
}

/**
 * soleus_printer_key:
 * @name: stable name
 * @label: (nullable): the name for a person, translated
 */
void
soleus_printer_key (SoleusPrinter *self,
                    const char    *name,
                    const char    *label)
{
  SOLEUS_PRINTER_GET_IFACE (self)->key (self, name, label);
}

/**
 * soleus_printer_text:
 * @value: (nullable): UTF-8; %NULL is unknown
 */
void
soleus_printer_text (SoleusPrinter *self,
                     const char    *value)
{
  if (value == NULL)
    SOLEUS_PRINTER_GET_IFACE (self)->unknown (self);
  else
    SOLEUS_PRINTER_GET_IFACE (self)->text (self, value);
}

/**
 * soleus_printer_integer:
 * @value: a number; %SOLEUS_UNKNOWN_INT is unknown
 */
void
soleus_printer_integer (SoleusPrinter *self,
                        gint64         value)
{
  if (!soleus_int_is_known (value))
    SOLEUS_PRINTER_GET_IFACE (self)->unknown (self);
  else
    SOLEUS_PRINTER_GET_IFACE (self)->integer (self, value);
}

/**
 * soleus_printer_real:
 * @value: a number; %SOLEUS_UNKNOWN_REAL is unknown
 */
void
soleus_printer_real (SoleusPrinter *self,
                     double         value)
{
  if (!isfinite (value))
    SOLEUS_PRINTER_GET_IFACE (self)->unknown (self);
  else
    SOLEUS_PRINTER_GET_IFACE (self)->real (self, value);
}

void
soleus_printer_boolean (SoleusPrinter *self,
                        gboolean       value)
{
  SOLEUS_PRINTER_GET_IFACE (self)->boolean (self, value);
}

void
soleus_printer_unknown (SoleusPrinter *self)
{
  SOLEUS_PRINTER_GET_IFACE (self)->unknown (self);
}

/**
 * soleus_printer_sentence:
 * @text: translated, for a person; formats for programs leave it out
 */
void
soleus_printer_sentence (SoleusPrinter *self,
                         const char    *text)
{
  SOLEUS_PRINTER_GET_IFACE (self)->sentence (self, text);
}

void
soleus_printer_add_text (SoleusPrinter *self,
                         const char    *name,
                         const char    *label,
                         const char    *value)
{
  soleus_printer_key (self, name, label);
  soleus_printer_text (self, value);
}

void
soleus_printer_add_integer (SoleusPrinter *self,
                            const char    *name,
                            const char    *label,
                            gint64         value)
{
  soleus_printer_key (self, name, label);
  soleus_printer_integer (self, value);
}

/**
 * soleus_printer_add_real:
 * @value: a figure; %SOLEUS_UNKNOWN_REAL, or one that is undefined, is unknown
 */
void
soleus_printer_add_real (SoleusPrinter *self,
                         const char    *name,
                         const char    *label,
                         double         value)
{
  soleus_printer_key (self, name, label);
  if (soleus_real_is_known (value))
    soleus_printer_real (self, value);
  else
    soleus_printer_unknown (self);
}

void
soleus_printer_add_boolean (SoleusPrinter *self,
                            const char    *name,
                            const char    *label,
                            gboolean       value)
{
  soleus_printer_key (self, name, label);
  soleus_printer_boolean (self, value);
}

/**
 * soleus_printer_add_instant:
 * @value: microseconds UTC, printed with the offset of the local zone; %SOLEUS_UNKNOWN_INSTANT is unknown
 */
void
soleus_printer_add_instant (SoleusPrinter *self,
                            const char    *name,
                            const char    *label,
                            SoleusInstant  value)
{
  g_autofree char *iso = value != SOLEUS_UNKNOWN_INSTANT ? soleus_instant_to_iso8601 (value) : NULL;

  soleus_printer_add_text (self, name, label, iso);
}

/* Every item of the catalogue is listed: that nobody asked is seen too. */
static void
print_answers (SoleusPrinter     *self,
               SoleusRecord      *record,
               const SoleusField *field)
{
  const SoleusAnswers *answers = soleus_record_get_answers (record, field->name);
  const SoleusCatalogue *catalogue = field->catalogue ();

  soleus_printer_begin_map (self);
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      SoleusAnswer answer = soleus_answers_get (answers, catalogue->rows[i].id);

      soleus_printer_add_text (self, catalogue->rows[i].id, soleus_catalogue_row_get_label (&catalogue->rows[i]),
                               answer == SOLEUS_ANSWER_YES ? "yes" : answer == SOLEUS_ANSWER_NO ? "no" : NULL);
    }
  soleus_printer_end (self);
}

/* The date alone would lose the offset: a day is printed as its first instant, and the precision beside it says so. */
static void
print_moment (SoleusPrinter     *self,
              SoleusRecord      *record,
              const SoleusField *field)
{
  const SoleusMoment *moment = soleus_record_get_moment (record, field->name);
  g_autoptr (SoleusMoment) exact = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *precision_name = NULL;

  if (moment == NULL)
    {
      soleus_printer_unknown (self);
      return;
    }
  exact = soleus_moment_new (moment->instant, moment->utc_offset, SOLEUS_PRECISION_EXACT);
  iso = soleus_moment_to_iso8601 (exact);
  soleus_printer_text (self, iso);
  if (moment->precision == SOLEUS_PRECISION_EXACT)
    return;
  precision_name = g_strconcat (field->name, "-precision", NULL);
  soleus_printer_add_text (self, precision_name, _("How exactly it is known"), soleus_enum_get_nick (SOLEUS_TYPE_PRECISION, moment->precision));
}

static void
print_ids (SoleusPrinter     *self,
           const char *const *ids)
{
  soleus_printer_begin_list (self);
  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    soleus_printer_text (self, ids[i]);
  soleus_printer_end (self);
}

static void
print_field (SoleusPrinter     *self,
             SoleusRecord      *record,
             const SoleusField *field)
{
  soleus_printer_key (self, field->name, soleus_field_get_label (field));
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      soleus_printer_integer (self, soleus_record_get_int (record, field->name));
      break;
    case SOLEUS_FIELD_REAL:
      soleus_printer_real (self, soleus_record_get_real (record, field->name));
      break;
    case SOLEUS_FIELD_BOOL:
      soleus_printer_boolean (self, soleus_record_get_bool (record, field->name));
      break;
    case SOLEUS_FIELD_ENUM:
      soleus_printer_text (self, soleus_enum_get_nick (field->enum_type (), soleus_record_get_enum (record, field->name)));
      break;
    case SOLEUS_FIELD_ANSWERS:
      print_answers (self, record, field);
      break;
    case SOLEUS_FIELD_MOMENT:
      print_moment (self, record, field);
      break;
    case SOLEUS_FIELD_IDS:
      print_ids (self, soleus_record_get_ids (record, field->name));
      break;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      soleus_printer_text (self, soleus_record_get_text (record, field->name));
      break;
    }
}

/**
 * soleus_printer_record_fields:
 * @record: a record
 *
 * Prints every field by its property name into the open map, unknown ones too.
 */
void
soleus_printer_record_fields (SoleusPrinter *self,
                              SoleusRecord  *record)
{
  guint n_fields = soleus_record_get_n_fields (record);

  for (guint i = 0; i < n_fields; i++)
    print_field (self, record, soleus_record_get_field (record, i));
}

/**
 * soleus_printer_record:
 * @record: a record
 *
 * Prints a map of every field.
 */
void
soleus_printer_record (SoleusPrinter *self,
                       SoleusRecord  *record)
{
  soleus_printer_begin_map (self);
  soleus_printer_record_fields (self, record);
  soleus_printer_end (self);
}

/**
 * soleus_printer_records:
 * @records: (element-type SoleusRecord): records of one kind
 * @columns: (array zero-terminated=1): the fields that a table for a person shows; formats for programs print all
 * @first: (nullable): what stands before them and is no field; a member more for programs
 */
void
soleus_printer_records (SoleusPrinter             *self,
                        GPtrArray                 *records,
                        const char *const         *columns,
                        const SoleusPrinterColumn *first)
{
  SOLEUS_PRINTER_GET_IFACE (self)->records (self, records, columns, first);
}
