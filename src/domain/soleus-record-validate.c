#include "soleus-config.h"

#include "soleus-record-private.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"

#define LONGEST_TEXT  (64 * 1024)
#define LONGEST_LINE  500

void
soleus_issue_free (SoleusIssue *issue)
{
  g_free (issue->message);
  g_free (issue);
}

/**
 * soleus_record_add_issue:
 * @field: (transfer none): a field name that lives as long as the program
 * @message: (transfer full): a sentence
 */
void
soleus_record_add_issue (GPtrArray  *issues,
                         const char *field,
                         char       *message)
{
  SoleusIssue *issue = g_new0 (SoleusIssue, 1);

  issue->field = field;
  issue->message = message;
  g_ptr_array_add (issues, issue);
}

static char *
format_limit (double limit)
{
  return g_strdup_printf ("%g", limit);
}

static void
check_range (const SoleusField *field,
             double             number,
             GPtrArray         *issues)
{
  g_autofree char *low = format_limit (field->minimum);
  g_autofree char *high = format_limit (field->maximum);

  if (field->minimum == field->maximum || (number >= field->minimum && number <= field->maximum))
    return;
  soleus_record_add_issue (issues, field->name,
                           /* Translators: a field's name, then the value, then the smallest and the largest allowed one */
                           g_strdup_printf (_("%s cannot be %g. It goes from %s to %s."),
                                            soleus_field_get_label (field), number, low, high));
}

static void
check_text (const SoleusField *field,
            const char        *text,
            GPtrArray         *issues)
{
  gsize longest = field->flags & SOLEUS_FIELD_LONG ? LONGEST_TEXT : LONGEST_LINE;

  if (!g_utf8_validate (text, -1, NULL))
    soleus_record_add_issue (issues, field->name,
                             g_strdup_printf (_("%s is not valid text (UTF-8)."), soleus_field_get_label (field)));
  else if (strlen (text) > longest)
    soleus_record_add_issue (issues, field->name,
                             g_strdup_printf (_("%s is too long: at most %u characters fit."), soleus_field_get_label (field), (guint) longest));
}

static void
check_answers (const SoleusField   *field,
               const SoleusAnswers *answers,
               GPtrArray           *issues)
{
  g_autofree char *text = soleus_answers_to_text (answers);
  g_autoptr (GError) error = NULL;
  g_autoptr (SoleusAnswers) known = soleus_answers_parse (text, field->catalogue (), &error);

  if (known == NULL)
    soleus_record_add_issue (issues, field->name, g_strdup (error->message));
}

static void
check_field (SoleusRecord      *self,
             const SoleusField *field,
             const GValue      *value,
             GPtrArray         *issues)
{
  if (!_soleus_record_value_is_known (field, value))
    {
      if (field->flags & SOLEUS_FIELD_REQUIRED)
        soleus_record_add_issue (issues, field->name,
                                 g_strdup_printf (_("%s is needed."), soleus_field_get_label (field)));
      return;
    }

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      check_range (field, (double) g_value_get_int64 (value), issues);
      break;
    case SOLEUS_FIELD_REAL:
      check_range (field, g_value_get_double (value), issues);
      break;
    case SOLEUS_FIELD_TEXT:
      check_text (field, g_value_get_string (value), issues);
      break;
    case SOLEUS_FIELD_CHOICE:
      if (soleus_catalogue_find (field->catalogue (), g_value_get_string (value)) == NULL)
        soleus_record_add_issue (issues, field->name,
                                 g_strdup_printf (_("%s cannot be “%s”."), soleus_field_get_label (field), g_value_get_string (value)));
      break;
    case SOLEUS_FIELD_DATE:
      if (!soleus_date_is_valid (g_value_get_string (value)))
        soleus_record_add_issue (issues, field->name,
                                 g_strdup_printf (_("%s: “%s” is not a date that exists."), soleus_field_get_label (field), g_value_get_string (value)));
      break;
    case SOLEUS_FIELD_ANSWERS:
      check_answers (field, g_value_get_boxed (value), issues);
      break;
    case SOLEUS_FIELD_ENUM:
      if ((field->flags & SOLEUS_FIELD_REQUIRED) && g_strcmp0 (soleus_enum_get_nick (field->enum_type (), g_value_get_enum (value)), "unknown") == 0)
        soleus_record_add_issue (issues, field->name, g_strdup_printf (_("%s is needed."), soleus_field_get_label (field)));
      break;
    case SOLEUS_FIELD_BOOL:
    case SOLEUS_FIELD_MOMENT:
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_IDS:
    default:
      break;
    }
}

/**
 * soleus_record_validate:
 * @now: the present, microseconds UTC
 *
 * Checks every field against its row, then the rules between fields.
 *
 * Returns: (transfer full) (element-type SoleusIssue): what is wrong, empty if nothing is
 */
GPtrArray *
soleus_record_validate (SoleusRecord  *self,
                        SoleusInstant  now)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func ((GDestroyNotify) soleus_issue_free);
  guint n_fields;

  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  n_fields = soleus_record_get_n_fields (self);
  for (guint i = 0; i < n_fields; i++)
    check_field (self, soleus_record_get_field (self, i), _soleus_record_peek_value (self, i), issues);
  if (SOLEUS_RECORD_GET_CLASS (self)->validate != NULL)
    SOLEUS_RECORD_GET_CLASS (self)->validate (self, now, issues);
  return g_steal_pointer (&issues);
}

/**
 * soleus_record_check:
 * @now: the present, microseconds UTC
 *
 * Returns: %FALSE with all issues as sentences in @error (%SOLEUS_ERROR_INVALID) if there is one
 */
gboolean
soleus_record_check (SoleusRecord   *self,
                     SoleusInstant   now,
                     GError        **error)
{
  g_autoptr (GPtrArray) issues = soleus_record_validate (self, now);
  g_autoptr (GString) text = g_string_new (NULL);

  if (issues->len == 0)
    return TRUE;

  for (guint i = 0; i < issues->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((SoleusIssue *) issues->pdata[i])->message);
  g_set_error_literal (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, text->str);
  return FALSE;
}
