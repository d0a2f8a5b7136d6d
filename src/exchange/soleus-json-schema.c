#include "soleus-config.h"

#include "soleus-json-schema.h"

#include "soleus-json-archive.h"
#include "soleus-json-printer.h"
#include "soleus-printer.h"
#include "soleus-records.h"

#define UUID "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
#define MOMENT "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{6})?(Z|[+-][0-9]{2}:[0-9]{2}(:[0-9]{2})?)$"
#define DAY "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

static void
add (SoleusPrinter *printer,
     const char    *name,
     const char    *value)
{
  soleus_printer_add_text (printer, name, NULL, value);
}

static void
begin (SoleusPrinter *printer,
       const char    *name)
{
  soleus_printer_key (printer, name, NULL);
  soleus_printer_begin_map (printer);
}

/* "type": one, or one of it and null: unknown is written as null */
static void
add_type (SoleusPrinter *printer,
          const char    *type,
          gboolean       nullable)
{
  soleus_printer_key (printer, "type", NULL);
  if (!nullable)
    {
      soleus_printer_text (printer, type);
      return;
    }
  soleus_printer_begin_list (printer);
  soleus_printer_text (printer, type);
  soleus_printer_text (printer, "null");
  soleus_printer_end (printer);
}

static void
add_enum (SoleusPrinter *printer,
          GType          type)
{
  GEnumClass *class = g_type_class_ref (type);

  soleus_printer_key (printer, "enum", NULL);
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < class->n_values; i++)
    soleus_printer_text (printer, class->values[i].value_nick);
  soleus_printer_end (printer);
  g_type_class_unref (class);
}

static void
add_choices (SoleusPrinter         *printer,
             const SoleusCatalogue *catalogue,
             gboolean               nullable)
{
  soleus_printer_key (printer, "enum", NULL);
  soleus_printer_begin_list (printer);
  for (gsize i = 0; i < catalogue->n_rows; i++)
    soleus_printer_text (printer, catalogue->rows[i].id);
  if (nullable)
    soleus_printer_unknown (printer);
  soleus_printer_end (printer);
}

/* an object of items, each yes, no or null */
static void
add_answers (SoleusPrinter         *printer,
             const SoleusCatalogue *catalogue)
{
  add_type (printer, "object", FALSE);
  begin (printer, "properties");
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      begin (printer, catalogue->rows[i].id);
      add (printer, "$ref", "#/$defs/answer");
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  soleus_printer_key (printer, "additionalProperties", NULL);
  soleus_printer_boolean (printer, FALSE);
}

static void
add_range (SoleusPrinter     *printer,
           const SoleusField *field)
{
  if (field->minimum == 0 && field->maximum == 0)
    return;
  soleus_printer_key (printer, "minimum", NULL);
  soleus_printer_real (printer, field->minimum);
  soleus_printer_key (printer, "maximum", NULL);
  soleus_printer_real (printer, field->maximum);
}

static void
add_strings (SoleusPrinter *printer,
             gboolean       nullable,
             const char    *pattern)
{
  add_type (printer, "string", nullable);
  add (printer, "pattern", pattern);
}

static void
describe (SoleusPrinter     *printer,
          const SoleusField *field)
{
  gboolean nullable = (field->flags & SOLEUS_FIELD_REQUIRED) == 0;

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      add_type (printer, "integer", nullable);
      add_range (printer, field);
      break;
    case SOLEUS_FIELD_REAL:
      add_type (printer, "number", nullable);
      add_range (printer, field);
      break;
    case SOLEUS_FIELD_BOOL:
      add_type (printer, "boolean", FALSE);
      break;
    case SOLEUS_FIELD_ENUM:
      add_enum (printer, field->enum_type ());
      break;
    case SOLEUS_FIELD_CHOICE:
      add_choices (printer, field->catalogue (), nullable);
      break;
    case SOLEUS_FIELD_ANSWERS:
      add_answers (printer, field->catalogue ());
      break;
    case SOLEUS_FIELD_MOMENT:
      add_strings (printer, nullable, MOMENT);
      break;
    case SOLEUS_FIELD_DATE:
      add_strings (printer, nullable, DAY);
      break;
    case SOLEUS_FIELD_ID:
      add_strings (printer, nullable, UUID);
      break;
    case SOLEUS_FIELD_IDS:
      add_type (printer, "array", FALSE);
      begin (printer, "items");
      add_strings (printer, FALSE, UUID);
      soleus_printer_end (printer);
      break;
    case SOLEUS_FIELD_TEXT:
    default:
      add_type (printer, "string", nullable);
      break;
    }
  if (field->unit != NULL)
    add (printer, "$comment", field->unit);
}

static void
add_property (SoleusPrinter     *printer,
              const SoleusField *field)
{
  begin (printer, field->name);
  describe (printer, field);
  soleus_printer_end (printer);
  if (field->type == SOLEUS_FIELD_MOMENT)
    {
      g_autofree char *name = g_strconcat (field->name, "-precision", NULL);

      begin (printer, name);
      add_enum (printer, SOLEUS_TYPE_PRECISION);
      soleus_printer_end (printer);
    }
}

static void
add_required (SoleusPrinter          *printer,
              const SoleusRecordKind *kind)
{
  soleus_printer_key (printer, "required", NULL);
  soleus_printer_begin_list (printer);
  for (guint i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    if (soleus_record_common_fields[i].flags & SOLEUS_FIELD_REQUIRED)
      soleus_printer_text (printer, soleus_record_common_fields[i].name);
  for (gsize i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SOLEUS_FIELD_REQUIRED)
      soleus_printer_text (printer, kind->fields[i].name);
  soleus_printer_end (printer);
}

static void
define_kind (SoleusPrinter          *printer,
             const SoleusRecordKind *kind)
{
  begin (printer, kind->name);
  add_type (printer, "object", FALSE);
  add_required (printer, kind);
  begin (printer, "properties");
  for (guint i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    add_property (printer, &soleus_record_common_fields[i]);
  for (gsize i = 0; i < kind->n_fields; i++)
    add_property (printer, &kind->fields[i]);
  if (kind == &soleus_issued_document_kind)
    {
      begin (printer, "content");
      add (printer, "description", "The document as it was issued (PDF, base64); its SHA-256 is content-hash.");
      add_type (printer, "string", FALSE);
      add (printer, "contentEncoding", "base64");
      soleus_printer_end (printer);
    }
  begin (printer, "history");
  add (printer, "description", "The earlier revisions, from 1 without a gap.");
  add_type (printer, "array", FALSE);
  begin (printer, "items");
  {
    g_autofree char *reference = g_strconcat ("#/$defs/", kind->name, NULL);

    add (printer, "$ref", reference);
  }
  soleus_printer_end (printer);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

/* a list of flat objects; those of the members whose name ends in “?” may be null */
static void
define_extra (SoleusPrinter     *printer,
              const char        *name,
              const char        *description,
              const char *const *members)
{
  begin (printer, name);
  add (printer, "description", description);
  add_type (printer, "array", FALSE);
  begin (printer, "items");
  add_type (printer, "object", FALSE);
  soleus_printer_key (printer, "required", NULL);
  soleus_printer_begin_list (printer);
  for (gsize i = 0; members[i] != NULL; i++)
    if (!g_str_has_suffix (members[i], "?"))
      soleus_printer_text (printer, members[i]);
  soleus_printer_end (printer);
  begin (printer, "properties");
  for (gsize i = 0; members[i] != NULL; i++)
    {
      g_autofree char *plain = g_strdelimit (g_strdup (members[i]), "?", '\0');

      begin (printer, plain);
      add_type (printer, "string", g_str_has_suffix (members[i], "?"));
      soleus_printer_end (printer);
    }
  soleus_printer_end (printer);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

static void
add_lists (SoleusPrinter *printer)
{
  static const char *const draft[] = { "key", "kind", "athlete?", "title", "updated-at", "content", NULL };
  static const char *const restriction[] = { "athlete", "since?", "ground", NULL };
  static const char *const content[] = { "file", "text", NULL };
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *reference = g_strconcat ("#/$defs/", kinds[i]->name, NULL);

      begin (printer, kinds[i]->plural);
      add_type (printer, "array", FALSE);
      begin (printer, "items");
      add (printer, "$ref", reference);
      soleus_printer_end (printer);
      soleus_printer_end (printer);
    }
  define_extra (printer, "drafts", "What was being typed and is not saved yet; content is GVariant text.", draft);
  define_extra (printer, "restrictions", "Athletes whose records are kept and not worked with.", restriction);
  define_extra (printer, "own-content", "Files of the clinic's own protocol content.", content);
}

static void
write_schema (SoleusPrinter *printer)
{
  const SoleusRecordKind *const *kinds = soleus_record_list_kinds ();

  soleus_printer_begin_map (printer);
  add (printer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  add (printer, "title", "Soleus archive, schema 1");
  add (printer, "description",
       "Everything that belongs to a clinic. Null is unknown. Members that are not listed here are kept by a reader and written out again.");
  add_type (printer, "object", FALSE);
  soleus_printer_key (printer, "required", NULL);
  soleus_printer_begin_list (printer);
  soleus_printer_text (printer, "schema");
  soleus_printer_text (printer, "archive");
  soleus_printer_end (printer);
  begin (printer, "properties");
  begin (printer, "schema");
  soleus_printer_add_integer (printer, "const", NULL, SOLEUS_JSON_ARCHIVE_SCHEMA);
  soleus_printer_end (printer);
  begin (printer, "archive");
  add (printer, "const", "soleus");
  soleus_printer_end (printer);
  begin (printer, "changed-at");
  add (printer, "description", "When the clinic was changed last.");
  add_strings (printer, TRUE, MOMENT);
  soleus_printer_end (printer);
  begin (printer, "audit-head");
  add (printer, "description", "Number and hash of the newest entry of the audit that changed the clinic.");
  add_strings (printer, FALSE, "^([0-9]+ [0-9a-f]{64})?$");
  soleus_printer_end (printer);
  add_lists (printer);
  soleus_printer_end (printer);
  begin (printer, "$defs");
  begin (printer, "answer");
  soleus_printer_key (printer, "enum", NULL);
  soleus_printer_begin_list (printer);
  soleus_printer_text (printer, "yes");
  soleus_printer_text (printer, "no");
  soleus_printer_unknown (printer);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
  for (gsize i = 0; kinds[i] != NULL; i++)
    define_kind (printer, kinds[i]);
  soleus_printer_end (printer);
  soleus_printer_end (printer);
}

/**
 * soleus_json_schema_write:
 * @stream: where to
 *
 * Returns: %FALSE with @error set if it could not be written
 */
gboolean
soleus_json_schema_write (GOutputStream  *stream,
                          GError        **error)
{
  g_autoptr (SoleusJsonPrinter) json = soleus_json_printer_new (stream, 4);

  write_schema (SOLEUS_PRINTER (json));
  return soleus_json_printer_finish (json, error);
}
