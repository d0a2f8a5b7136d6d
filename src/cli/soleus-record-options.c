#include "soleus-config.h"

#include "soleus-record-options.h"

#include <glib/gi18n-lib.h>

#include "soleus-error.h"

/* What was typed for a field; the order of the command line is kept. */
typedef struct {
  const char *field; /* (not owned) */
  char       *value; /* (owned) */
} Given;

struct _SoleusRecordOptions {
  const SoleusRecordKind *kind;
  const char *const      *left_out; /* (nullable) fields that are no options */
  GArray                 *entries;  /* (owned) (element-type GOptionEntry) */
  GPtrArray              *texts;    /* (owned) what the entries point to */
  GArray                 *given;    /* (owned) (element-type Given) */
};

/* Options that are given several times are named after one of what the field holds. */
static const struct { const char *option; const char *field; } singular[] = {
  { "sign", "signs" },
  { "episode", "episodes" },
  { "item", "items" },
  { "girth-left", "girth-left-cm" },
  { "girth-right", "girth-right-cm" },
};

static void
given_clear (gpointer data)
{
  g_free (((Given *) data)->value);
}

static const char *
field_to_option (const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (singular); i++)
    if (g_str_equal (singular[i].field, field))
      return singular[i].option;
  return field;
}

static const SoleusField *
find_option_field (SoleusRecordOptions *self,
                   const char          *option)
{
  for (gsize i = 0; i < self->kind->n_fields; i++)
    if (g_str_equal (field_to_option (self->kind->fields[i].name), option))
      return &self->kind->fields[i];
  return NULL;
}

static gboolean
option_parsed_cb (const char  *option_name,
                  const char  *value,
                  gpointer     data,
                  GError     **error)
{
  SoleusRecordOptions *self = data;
  const SoleusField *field = find_option_field (self, option_name + 2);
  Given given = { NULL, NULL };

  g_return_val_if_fail (field != NULL, FALSE);

  if (!g_utf8_validate (value, -1, NULL))
    {
      g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("The value of %s is not valid text (UTF-8)."), option_name);
      return FALSE;
    }
  given.field = field->name;
  given.value = g_strdup (value);
  g_array_append_val (self->given, given);
  /* cppcheck-suppress memleak; the array took it */
  return TRUE;
}

static const char *
describe_argument (const SoleusField *field)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
    case SOLEUS_FIELD_REAL:
      return field->unit != NULL ? g_dgettext (GETTEXT_PACKAGE, field->unit) : _("NUMBER");
    case SOLEUS_FIELD_BOOL:
      return "yes|no";
    case SOLEUS_FIELD_ANSWERS:
      return _("ITEM=yes|no|unknown");
    case SOLEUS_FIELD_MOMENT:
      return _("TIME");
    case SOLEUS_FIELD_DATE:
      return _("DATE");
    case SOLEUS_FIELD_ID:
    case SOLEUS_FIELD_IDS:
      return _("NAME");
    case SOLEUS_FIELD_ENUM:
    case SOLEUS_FIELD_CHOICE:
      return _("CHOICE");
    case SOLEUS_FIELD_TEXT:
    default:
      return _("TEXT");
    }
}

/* The choices are what a person at the prompt cannot guess. */
static char *
describe_field (const SoleusField *field)
{
  g_autofree char *choices = NULL;

  if (field->type == SOLEUS_FIELD_ENUM)
    choices = soleus_enum_dup_nicks (field->enum_type ());
  else if (field->type == SOLEUS_FIELD_CHOICE || field->type == SOLEUS_FIELD_ANSWERS)
    choices = soleus_catalogue_dup_ids (field->catalogue ());
  else if (field->minimum != field->maximum)
    choices = g_strdup_printf ("%g–%g", field->minimum, field->maximum);
  return choices != NULL ? g_strdup_printf ("%s (%s)", soleus_field_get_label (field), choices)
                         : g_strdup (soleus_field_get_label (field));
}

static void
add_entries (SoleusRecordOptions *self)
{
  for (gsize i = 0; i < self->kind->n_fields; i++)
    {
      const SoleusField *field = &self->kind->fields[i];
      char *description;
      GOptionEntry entry = { 0 };

      if ((field->flags & SOLEUS_FIELD_INTERNAL) ||
          (self->left_out != NULL && g_strv_contains (self->left_out, field->name)))
        continue;
      description = describe_field (field);
      g_ptr_array_add (self->texts, description);
      entry.long_name = field_to_option (field->name);
      /* bytes as they are: the locale of a script may know no accents */
      entry.flags = G_OPTION_FLAG_FILENAME;
      entry.arg = G_OPTION_ARG_CALLBACK;
      entry.arg_data = option_parsed_cb;
      entry.description = description;
      entry.arg_description = describe_argument (field);
      g_array_append_val (self->entries, entry);
    }
}

/**
 * soleus_record_options_new:
 * @kind: whose fields become options
 * @left_out: (nullable) (array zero-terminated=1): fields that do not; lives as long as the options
 *
 * Returns: (transfer full): one option for every field that a person enters
 */
SoleusRecordOptions *
soleus_record_options_new (const SoleusRecordKind *kind,
                           const char *const      *left_out)
{
  SoleusRecordOptions *self = g_new0 (SoleusRecordOptions, 1);

  self->kind = kind;
  self->left_out = left_out;
  self->entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->given = g_array_new (FALSE, FALSE, sizeof (Given));
  g_array_set_clear_func (self->given, given_clear);
  add_entries (self);
  return self;
}

void
soleus_record_options_free (SoleusRecordOptions *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->given);
  g_free (self);
}

/**
 * soleus_record_options_create_group:
 * @more: (nullable): options of the command itself
 *
 * Returns: (transfer full): the group; what is parsed by it ends in @self, which must outlive it
 */
GOptionGroup *
soleus_record_options_create_group (SoleusRecordOptions *self,
                                    const GOptionEntry  *more)
{
  GOptionGroup *group = g_option_group_new ("record", "", "", self, NULL);

  g_option_group_add_entries (group, (const GOptionEntry *) self->entries->data);
  if (more != NULL)
    g_option_group_add_entries (group, more);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

/**
 * soleus_record_options_get:
 * @field: a field of the kind
 *
 * Returns: (transfer none) (nullable): what was typed for it last, %NULL if nothing was
 */
const char *
soleus_record_options_get (SoleusRecordOptions *self,
                           const char          *field)
{
  const char *value = NULL;

  for (guint i = 0; i < self->given->len; i++)
    {
      Given *given = &g_array_index (self->given, Given, i);

      if (g_str_equal (given->field, field))
        value = given->value;
    }
  return value;
}

/* "swelling" means yes; several may stand in one value */
static gboolean
apply_answers (SoleusRecord       *record,
               const SoleusField  *field,
               const char         *value,
               GError            **error)
{
  g_auto (GStrv) words = g_strsplit_set (value, " ,", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      int answer = SOLEUS_ANSWER_YES;

      if (words[i][0] == '\0')
        continue;
      if (soleus_catalogue_find (field->catalogue (), parts[0]) == NULL)
        {
          g_autofree char *ids = soleus_catalogue_dup_ids (field->catalogue ());

          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s has no “%s”. Choose from: %s."),
                       soleus_field_get_label (field), parts[0], ids);
          return FALSE;
        }
      if (parts[1] != NULL && !soleus_enum_from_nick (SOLEUS_TYPE_ANSWER, parts[1], &answer))
        {
          g_set_error (error, SOLEUS_ERROR, SOLEUS_ERROR_INVALID, _("%s: the answer to “%s” is yes, no or unknown, not “%s”."),
                       soleus_field_get_label (field), parts[0], parts[1]);
          return FALSE;
        }
      soleus_record_set_answer (record, field->name, parts[0], (SoleusAnswer) answer);
    }
  return TRUE;
}

static char *
resolve_id (const SoleusField  *field,
            SoleusClinic       *clinic,
            const char         *value,
            GError            **error)
{
  g_autoptr (SoleusRecord) found = soleus_clinic_resolve (clinic, soleus_record_find_kind (field->reference), value, error);

  return found != NULL ? g_strdup (soleus_record_get_id (found)) : NULL;
}

/* Each occurrence adds one; an empty one takes all away. */
static gboolean
apply_ids (SoleusRecord       *record,
           const SoleusField  *field,
           SoleusClinic       *clinic,
           const char         *value,
           GError            **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *const *old = soleus_record_get_ids (record, field->name);
  g_autofree char *id = NULL;
  g_auto (GStrv) ids = NULL;

  if (value[0] != '\0')
    {
      id = resolve_id (field, clinic, value, error);
      if (id == NULL)
        return FALSE;
      if (old != NULL && g_strv_contains (old, id))
        return TRUE;
      if (old != NULL)
        g_strv_builder_addv (builder, (const char **) old);
      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  soleus_record_set_ids (record, field->name, (const char *const *) ids);
  return TRUE;
}

static gboolean
apply_one (SoleusRecord  *record,
           const Given   *given,
           SoleusClinic  *clinic,
           GError       **error)
{
  const SoleusField *field = soleus_record_find_field (record, given->field);
  g_autofree char *id = NULL;

  if (field->type == SOLEUS_FIELD_ANSWERS && given->value[0] != '\0')
    return apply_answers (record, field, given->value, error);
  if (field->type == SOLEUS_FIELD_IDS)
    return apply_ids (record, field, clinic, given->value, error);
  if (field->type == SOLEUS_FIELD_ID && given->value[0] != '\0' && field->reference != NULL)
    {
      id = resolve_id (field, clinic, given->value, error);
      return id != NULL && soleus_record_set_from_text (record, field->name, id, error);
    }
  return soleus_record_set_from_text (record, field->name, given->value, error);
}

/**
 * soleus_record_options_apply:
 * @record: an unsealed record of the kind
 * @clinic: finds records that an option names
 *
 * Sets the fields that were given, in the order of the command line. An empty value means unknown.
 *
 * Returns: %FALSE with a sentence in @error
 */
gboolean
soleus_record_options_apply (SoleusRecordOptions  *self,
                             SoleusRecord         *record,
                             SoleusClinic         *clinic,
                             GError              **error)
{
  for (guint i = 0; i < self->given->len; i++)
    if (!apply_one (record, &g_array_index (self->given, Given, i), clinic, error))
      return FALSE;
  return TRUE;
}
