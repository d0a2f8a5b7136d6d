#include "soleus-config.h"

#include "soleus-record-private.h"
#include "soleus-record-others.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"

/* A moment keeps its microseconds, its offset and its precision. */
#define MOMENT_FORMAT "(xii)"

/* In the text of a version, after the fields: what an archive brought that is no field here. No field is named like this. */
#define OTHER_MEMBERS "other-members"

static GVariant *
value_to_variant (const SoleusField *field,
                  const GValue      *value)
{
  const SoleusMoment *moment;

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return g_variant_new_int64 (g_value_get_int64 (value));
    case SOLEUS_FIELD_REAL:
      return g_variant_new_double (g_value_get_double (value));
    case SOLEUS_FIELD_BOOL:
      return g_variant_new_boolean (g_value_get_boolean (value));
    case SOLEUS_FIELD_ENUM:
      return g_variant_new_string (soleus_enum_get_nick (field->enum_type (), g_value_get_enum (value)));
    case SOLEUS_FIELD_ANSWERS:
      return g_variant_new_take_string (soleus_answers_to_text (g_value_get_boxed (value)));
    case SOLEUS_FIELD_MOMENT:
      moment = g_value_get_boxed (value);
      return g_variant_new (MOMENT_FORMAT, moment->instant, moment->utc_offset, (int) moment->precision);
    case SOLEUS_FIELD_IDS:
      return g_variant_new_strv (g_value_get_boxed (value), -1);
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      return g_variant_new_string (g_value_get_string (value));
    }
}

/* FALSE and the first value of an enumeration are left out like everything unknown, so that a field which a later
 * version adds does not change the text of a record that was written before. */
static gboolean
value_is_default (const SoleusField *field,
                  const GValue      *value)
{
  if (field->type == SOLEUS_FIELD_BOOL)
    return !g_value_get_boolean (value);
  if (field->type == SOLEUS_FIELD_ENUM)
    return g_value_get_enum (value) == 0;
  return !_soleus_record_value_is_known (field, value);
}

/**
 * soleus_record_to_variant:
 *
 * Returns: (transfer floating): a{sv} of the fields that are known, in the order of the table
 */
GVariant *
soleus_record_to_variant (SoleusRecord *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  guint n_fields;

  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  n_fields = soleus_record_get_n_fields (self);
  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (self, i);
      const GValue *value = _soleus_record_peek_value (self, i);

      if (!value_is_default (field, value))
        g_variant_builder_add (&builder, "{sv}", field->name, value_to_variant (field, value));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
set_from_variant (SoleusRecord       *self,
                  const SoleusField  *field,
                  GVariant           *value,
                  GError            **error)
{
  if (field->type == SOLEUS_FIELD_MOMENT && g_variant_is_of_type (value, G_VARIANT_TYPE (MOMENT_FORMAT)))
    {
      SoleusMoment moment;
      int precision;

      g_variant_get (value, MOMENT_FORMAT, &moment.instant, &moment.utc_offset, &precision);
      moment.precision = CLAMP (precision, SOLEUS_PRECISION_EXACT, SOLEUS_PRECISION_DAY);
      soleus_record_set_moment (self, field->name, &moment);
      return TRUE;
    }
  if (field->type == SOLEUS_FIELD_INT && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    soleus_record_set_int (self, field->name, g_variant_get_int64 (value));
  else if (field->type == SOLEUS_FIELD_REAL && g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    soleus_record_set_real (self, field->name, g_variant_get_double (value));
  else if (field->type == SOLEUS_FIELD_BOOL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    soleus_record_set_bool (self, field->name, g_variant_get_boolean (value));
  else if (field->type == SOLEUS_FIELD_IDS && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **ids = g_variant_get_strv (value, NULL);

      soleus_record_set_ids (self, field->name, ids);
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return soleus_record_set_from_text (self, field->name, g_variant_get_string (value, NULL), error);
  else
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_DAMAGED, _("The field “%s” has a value of the wrong type."), field->name);
      return FALSE;
    }
  return TRUE;
}

/**
 * soleus_record_new_from_variant:
 * @fields: as soleus_record_to_variant() made it; names that are no fields are left out
 *
 * Returns: (transfer full): the record, or %NULL with @error set
 */
SoleusRecord *
soleus_record_new_from_variant (const SoleusRecordKind  *kind,
                                GVariant                *fields,
                                GError                 **error)
{
  g_autoptr (SoleusRecord) self = soleus_record_new (kind);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_return_val_if_fail (g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT), NULL);

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const SoleusField *field = soleus_record_find_field (self, name);

      if (field != NULL && !set_from_variant (self, field, value, error))
        {
          g_variant_unref (value);
          return NULL;
        }
      if (g_str_equal (name, OTHER_MEMBERS) && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        soleus_record_set_other_members (self, g_variant_get_string (value, NULL));
    }
  return g_steal_pointer (&self);
}

/* Text that is printed between quotes as it stands. */
static gboolean
is_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c < ' ' || *c > '~' || *c == '\'' || *c == '"' || *c == '\\')
      return FALSE;
  return TRUE;
}

static void
append_value (GString           *text,
              const SoleusField *field,
              const GValue      *value)
{
  const SoleusMoment *moment = field->type == SOLEUS_FIELD_MOMENT ? g_value_get_boxed (value) : NULL;
  g_autoptr (GVariant) variant = NULL;

  if (field->type == SOLEUS_FIELD_INT)
    g_string_append_printf (text, "int64 %" G_GINT64_FORMAT, g_value_get_int64 (value));
  else if (moment != NULL)
    g_string_append_printf (text, "(int64 %" G_GINT64_FORMAT ", %d, %d)", moment->instant, moment->utc_offset, (int) moment->precision);
  else if (G_VALUE_HOLDS_STRING (value) && is_plain (g_value_get_string (value)))
    {
      g_string_append_c (text, '\'');
      g_string_append (text, g_value_get_string (value));
      g_string_append_c (text, '\'');
    }
  else
    {
      variant = g_variant_ref_sink (value_to_variant (field, value));
      /* cppcheck-suppress leakReturnValNotUsed; it returns the text that it was given */
      g_variant_print_string (variant, text, TRUE);
    }
}

/* What g_variant_print() makes of soleus_record_to_variant(), letter for letter, without making that: each save needs it. */
char *
_soleus_record_print_canonical (SoleusRecord *self)
{
  GString *text = g_string_new ("{"); /* never empty: the id is known */
  guint n_fields = soleus_record_get_n_fields (self);

  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = soleus_record_get_field (self, i);
      const GValue *value = _soleus_record_peek_value (self, i);

      if (value_is_default (field, value))
        continue;
      g_string_append (text, text->len > 1 ? ", '" : "'");
      g_string_append (text, field->name);
      g_string_append (text, "': <");
      append_value (text, field, value);
      g_string_append_c (text, '>');
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/**
 * soleus_record_dup_canonical:
 *
 * The text whose hash stands for the content of the record: it holds every known field, in the order of the table.
 *
 * Returns: (transfer full): text that g_variant_parse() reads as a{sv}
 */
char *
soleus_record_dup_canonical (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return g_strdup (_soleus_record_peek_canonical (self));
}

/**
 * soleus_record_dup_content_hash:
 *
 * Returns: (transfer full): SHA-256 of kind and canonical text, hexadecimal
 */
char *
soleus_record_dup_content_hash (SoleusRecord *self)
{
  const char *canonical = _soleus_record_peek_canonical (self);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) soleus_record_get_kind (self)->name, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) canonical, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * soleus_record_get_other_members:
 *
 * Returns: (transfer none) (nullable): the text of a JSON object with what is no field of this version of the program
 */
const char *
soleus_record_get_other_members (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return g_object_get_qdata (G_OBJECT (self), g_quark_from_static_string (OTHER_MEMBERS));
}

/**
 * soleus_record_set_other_members:
 * @json: (nullable): the text of a JSON object
 */
void
soleus_record_set_other_members (SoleusRecord *self,
                                 const char   *json)
{
  g_return_if_fail (SOLEUS_IS_RECORD (self));

  g_object_set_qdata_full (G_OBJECT (self), g_quark_from_static_string (OTHER_MEMBERS), g_strdup (json), g_free);
}

/**
 * soleus_record_dup_version_text:
 *
 * Returns: (transfer full): the canonical text, followed by the other members where there are any: what is kept of a revision
 */
char *
soleus_record_dup_version_text (SoleusRecord *self)
{
  const char *others = soleus_record_get_other_members (self);
  g_autoptr (GVariant) fields = NULL, whole = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (others == NULL)
    return soleus_record_dup_canonical (self);
  fields = g_variant_ref_sink (soleus_record_to_variant (self));
  for (gsize i = 0; i < g_variant_n_children (fields); i++)
    {
      g_autoptr (GVariant) field = g_variant_get_child_value (fields, i);

      g_variant_builder_add_value (&builder, field);
    }
  g_variant_builder_add (&builder, "{sv}", OTHER_MEMBERS, g_variant_new_string (others));
  whole = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_print (whole, TRUE);
}
