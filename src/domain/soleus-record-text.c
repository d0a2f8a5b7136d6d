#include "soleus-config.h"

#include "soleus-record-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"
#include "soleus-id.h"
#include "soleus-record-read.h"

static char *
format_real (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* 15 digits read well (37.2, not 37.200000000000003); 17 only where they are needed to come back the same */
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  return g_strdup (buffer);
}

static char *
format_moment (const SoleusMoment *moment)
{
  g_autofree char *iso = soleus_moment_to_iso8601 (moment);

  if (moment->precision == SOLEUS_PRECISION_ABOUT)
    return g_strconcat ("~", iso, NULL);
  return g_steal_pointer (&iso);
}

/**
 * soleus_record_dup_as_text:
 * @name: a field
 *
 * The stable, untranslated text of a field: nicks, ISO 8601 ("~" before a time that is only about known), decimal point.
 *
 * Returns: (transfer full) (nullable): the text, %NULL where it is unknown
 */
char *
soleus_record_dup_as_text (SoleusRecord *self,
                           const char   *name)
{
  int index = _soleus_record_find_index (self, name);
  const SoleusField *field;
  const GValue *value;

  g_return_val_if_fail (index >= 0, NULL);

  field = soleus_record_get_field (self, index);
  value = _soleus_record_peek_value (self, index);
  if (!_soleus_record_value_is_known (field, value))
    return NULL;

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, g_value_get_int64 (value));
    case SOLEUS_FIELD_REAL:
      return format_real (g_value_get_double (value));
    case SOLEUS_FIELD_BOOL:
      return g_strdup (g_value_get_boolean (value) ? "yes" : "no");
    case SOLEUS_FIELD_ENUM:
      return g_strdup (soleus_enum_get_nick (field->enum_type (), g_value_get_enum (value)));
    case SOLEUS_FIELD_ANSWERS:
      return soleus_answers_to_text (g_value_get_boxed (value));
    case SOLEUS_FIELD_MOMENT:
      return format_moment (g_value_get_boxed (value));
    case SOLEUS_FIELD_IDS:
      return g_strjoinv (" ", g_value_get_boxed (value));
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      return g_value_dup_string (value);
    }
}

static gboolean
parse_number (const SoleusField  *field,
              const char         *text,
              double             *number,
              GError            **error)
{
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (*number))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not a number."),
                   soleus_field_get_label (field), text);
      return FALSE;
    }
  if (field->type == SOLEUS_FIELD_INT && *number != floor (*number))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not a whole number."),
                   soleus_field_get_label (field), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_enum (const SoleusField  *field,
            const char         *text,
            int                *value,
            GError            **error)
{
  g_autofree char *nicks = NULL;

  if (soleus_enum_from_nick (field->enum_type (), text, value))
    return TRUE;

  nicks = soleus_enum_dup_nicks (field->enum_type ());
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s cannot be “%s”. Choose from: %s."),
               soleus_field_get_label (field), text, nicks);
  return FALSE;
}

static gboolean
parse_choice (const SoleusField  *field,
              const char         *text,
              GError            **error)
{
  g_autofree char *ids = NULL;

  if (soleus_catalogue_find (field->catalogue (), text) != NULL)
    return TRUE;

  ids = soleus_catalogue_dup_ids (field->catalogue ());
  g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s cannot be “%s”. Choose from: %s."),
               soleus_field_get_label (field), text, ids);
  return FALSE;
}

static gboolean
parse_bool (const SoleusField  *field,
            const char         *text,
            GValue             *value,
            GError            **error)
{
  if (g_str_equal (text, "yes") || g_str_equal (text, "true") || g_str_equal (text, "1"))
    g_value_set_boolean (value, TRUE);
  else if (g_str_equal (text, "no") || g_str_equal (text, "false") || g_str_equal (text, "0"))
    g_value_set_boolean (value, FALSE);
  else
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: write yes or no, not “%s”."),
                   soleus_field_get_label (field), text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
parse_ids (const SoleusField  *field,
           const char         *text,
           GValue             *value,
           GError            **error)
{
  g_auto (GStrv) ids = g_strsplit (text, " ", -1);

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!soleus_id_is_valid (ids[i]))
      {
        g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not an identifier."),
                     soleus_field_get_label (field), ids[i]);
        return FALSE;
      }
  g_value_take_boxed (value, g_steal_pointer (&ids));
  return TRUE;
}

/* of the kinds that are kept as they are written */
static gboolean
check_text (const SoleusField  *field,
            const char         *text,
            GError            **error)
{
  switch ((int) field->type)
    {
    case SOLEUS_FIELD_CHOICE:
      return parse_choice (field, text, error);
    case SOLEUS_FIELD_DATE:
      if (soleus_date_is_valid (text))
        return TRUE;
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID,
                   _("%s: “%s” is not a date that exists. Write it like 2001-05-31."), soleus_field_get_label (field), text);
      return FALSE;
    case SOLEUS_FIELD_ID:
      if (soleus_id_is_valid (text))
        return TRUE;
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: “%s” is not an identifier."), soleus_field_get_label (field), text);
      return FALSE;
    default:
      if (g_utf8_validate (text, -1, NULL))
        return TRUE;
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s is not valid text (UTF-8)."), soleus_field_get_label (field));
      return FALSE;
    }
}

static gboolean
parse_into (const SoleusField  *field,
            const char         *text,
            GValue             *value,
            GError            **error)
{
  double number;
  int enum_value;
  SoleusMoment *moment;
  SoleusAnswers *answers;

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      if (!parse_number (field, text, &number, error))
        return FALSE;
      g_value_set_int64 (value, (gint64) CLAMP (number, -9e15, 9e15));
      return TRUE;
    case SOLEUS_FIELD_REAL:
      if (!parse_number (field, text, &number, error))
        return FALSE;
      g_value_set_double (value, number);
      return TRUE;
    case SOLEUS_FIELD_BOOL:
      return parse_bool (field, text, value, error);
    case SOLEUS_FIELD_ENUM:
      if (!parse_enum (field, text, &enum_value, error))
        return FALSE;
      g_value_set_enum (value, enum_value);
      return TRUE;
    case SOLEUS_FIELD_ANSWERS:
      answers = soleus_answers_parse (text, field->catalogue (), error);
      g_value_take_boxed (value, answers);
      return answers != NULL;
    case SOLEUS_FIELD_MOMENT:
      moment = soleus_moment_parse (text[0] == '~' ? text + 1 : text, error);
      if (moment != NULL && text[0] == '~' && moment->precision == SOLEUS_PRECISION_EXACT)
        moment->precision = SOLEUS_PRECISION_ABOUT;
      g_value_take_boxed (value, moment);
      return moment != NULL;
    case SOLEUS_FIELD_IDS:
      return parse_ids (field, text, value, error);
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_TEXT:
    default:
      if (!check_text (field, text, error))
        return FALSE;
      g_value_set_string (value, text);
      return TRUE;
    }
}

/* @value: (out): of the type of the field, set only where %TRUE is returned */
static gboolean
parse_value (SoleusRecord  *self,
             guint          index,
             const char    *text, /* (nullable) */
             GValue        *value,
             GError       **error)
{
  const SoleusField *field = soleus_record_get_field (self, index);

  g_value_init (value, G_VALUE_TYPE (_soleus_record_peek_value (self, index)));
  if (text == NULL || text[0] == '\0')
    {
      if (field->type == SOLEUS_FIELD_INT)
        g_value_set_int64 (value, SOLEUS_UNKNOWN_INT);
      else if (field->type == SOLEUS_FIELD_REAL)
        g_value_set_double (value, SOLEUS_UNKNOWN_REAL);
      return TRUE;
    }
  if (parse_into (field, text, value, error))
    return TRUE;
  g_value_unset (value);
  return FALSE;
}

/**
 * soleus_record_set_from_text:
 * @name: a field
 * @text: (nullable): as soleus_record_dup_as_text() writes it; %NULL and "" mean unknown
 *
 * The range is not looked at here: soleus_record_validate() does.
 *
 * Returns: %FALSE with a sentence in @error (%SOLEUS_ERROR_INVALID) if @text cannot be; the record is then unchanged
 */
gboolean
soleus_record_set_from_text (SoleusRecord  *self,
                             const char    *name,
                             const char    *text,
                             GError       **error)
{
  int index = _soleus_record_find_index (self, name);
  GValue value = G_VALUE_INIT;

  g_return_val_if_fail (index >= 0, FALSE);

  if (!parse_value (self, (guint) index, text, &value, error))
    return FALSE;
  _soleus_record_take_value (self, index, &value);
  return TRUE;
}

/**
 * soleus_record_read_text:
 * @self: a record that was just made
 * @index: of a field
 * @text: (nullable): as for soleus_record_set_from_text()
 *
 * Like soleus_record_set_from_text(), for a record that nobody listens to yet.
 *
 * Returns: %FALSE with a sentence in @error (%SOLEUS_ERROR_INVALID) if @text cannot be; the record is then unchanged
 */
gboolean
soleus_record_read_text (SoleusRecord  *self,
                         guint          index,
                         const char    *text,
                         GError       **error)
{
  GValue value = G_VALUE_INIT;

  if (!parse_value (self, index, text, &value, error))
    return FALSE;
  _soleus_record_place_value (self, index, &value);
  return TRUE;
}
