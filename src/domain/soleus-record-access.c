/* The fields of a record by their names, each as the type that it is. */
#include "soleus-config.h"

#include "soleus-record-private.h"

static int
find_by_name (SoleusRecord *self,
              const char   *name,
              GType         type)
{
  int index = _soleus_record_find_index (self, name);

  if (index < 0)
    g_error ("%s has no field “%s”", G_OBJECT_TYPE_NAME (self), name);
  if (!G_VALUE_HOLDS (_soleus_record_peek_value (self, index), type))
    g_error ("%s.%s is no %s", G_OBJECT_TYPE_NAME (self), name, g_type_name (type));
  return index;
}

static int
init_by_name (SoleusRecord *self,
              const char   *name,
              GType         type,
              GValue       *value)
{
  g_value_init (value, type);
  return find_by_name (self, name, type);
}

static const GValue *
peek_by_name (SoleusRecord *self,
              const char   *name,
              GType         type)
{
  return _soleus_record_peek_value (self, find_by_name (self, name, type));
}

const char *
soleus_record_get_text (SoleusRecord *self,
                        const char   *name)
{
  return g_value_get_string (peek_by_name (self, name, G_TYPE_STRING));
}

gint64
soleus_record_get_int (SoleusRecord *self,
                       const char   *name)
{
  return g_value_get_int64 (peek_by_name (self, name, G_TYPE_INT64));
}

double
soleus_record_get_real (SoleusRecord *self,
                        const char   *name)
{
  return g_value_get_double (peek_by_name (self, name, G_TYPE_DOUBLE));
}

gboolean
soleus_record_get_bool (SoleusRecord *self,
                        const char   *name)
{
  return g_value_get_boolean (peek_by_name (self, name, G_TYPE_BOOLEAN));
}

int
soleus_record_get_enum (SoleusRecord *self,
                        const char   *name)
{
  return g_value_get_enum (peek_by_name (self, name, G_TYPE_ENUM));
}

const SoleusAnswers *
soleus_record_get_answers (SoleusRecord *self,
                           const char   *name)
{
  return g_value_get_boxed (peek_by_name (self, name, SOLEUS_TYPE_ANSWERS));
}

const SoleusMoment *
soleus_record_get_moment (SoleusRecord *self,
                          const char   *name)
{
  return g_value_get_boxed (peek_by_name (self, name, SOLEUS_TYPE_MOMENT));
}

SoleusInstant
soleus_record_get_instant (SoleusRecord *self,
                           const char   *name)
{
  const SoleusMoment *moment = soleus_record_get_moment (self, name);

  return moment != NULL ? moment->instant : SOLEUS_UNKNOWN_INSTANT;
}

const char *const *
soleus_record_get_ids (SoleusRecord *self,
                       const char   *name)
{
  return g_value_get_boxed (peek_by_name (self, name, G_TYPE_STRV));
}

const char *
soleus_record_get_id (SoleusRecord *self)
{
  return g_value_get_string (_soleus_record_peek_value (self, 0));
}

gint64
soleus_record_get_revision (SoleusRecord *self)
{
  return g_value_get_int64 (_soleus_record_peek_value (self, 1));
}

gboolean
soleus_record_is_void (SoleusRecord *self)
{
  return soleus_record_get_text (self, "void-reason") != NULL;
}

/**
 * soleus_record_is_known:
 *
 * Returns: %FALSE if the field is unknown
 */
gboolean
soleus_record_is_known (SoleusRecord *self,
                        const char   *name)
{
  int index = _soleus_record_find_index (self, name);

  g_return_val_if_fail (index >= 0, FALSE);

  return _soleus_record_value_is_known (soleus_record_get_field (self, index), _soleus_record_peek_value (self, index));
}

void
soleus_record_set_text (SoleusRecord *self,
                        const char   *name,
                        const char   *value)
{
  GValue boxed = G_VALUE_INIT;
  int index = init_by_name (self, name, G_TYPE_STRING, &boxed);

  g_value_set_string (&boxed, value);
  _soleus_record_take_value (self, index, &boxed);
}

void
soleus_record_set_int (SoleusRecord *self,
                       const char   *name,
                       gint64        value)
{
  GValue boxed = G_VALUE_INIT;
  int index = init_by_name (self, name, G_TYPE_INT64, &boxed);

  g_value_set_int64 (&boxed, value);
  _soleus_record_take_value (self, index, &boxed);
}

/* not g_object_set(): GParamSpecDouble would clamp NAN */
void
soleus_record_set_real (SoleusRecord *self,
                        const char   *name,
                        double        value)
{
  GValue boxed = G_VALUE_INIT;
  int index = init_by_name (self, name, G_TYPE_DOUBLE, &boxed);

  g_value_set_double (&boxed, value);
  _soleus_record_take_value (self, index, &boxed);
}

void
soleus_record_set_bool (SoleusRecord *self,
                        const char   *name,
                        gboolean      value)
{
  g_object_set (self, name, !!value, NULL);
}

void
soleus_record_set_enum (SoleusRecord *self,
                        const char   *name,
                        int           value)
{
  g_object_set (self, name, value, NULL);
}

void
soleus_record_set_answers (SoleusRecord        *self,
                           const char          *name,
                           const SoleusAnswers *value)
{
  GValue boxed = G_VALUE_INIT;
  int index = init_by_name (self, name, SOLEUS_TYPE_ANSWERS, &boxed);

  g_value_set_boxed (&boxed, value);
  _soleus_record_take_value (self, index, &boxed);
}

/**
 * soleus_record_set_answer:
 * @item: id of a row of the field's catalogue
 *
 * Changes one answer of an answers field.
 */
void
soleus_record_set_answer (SoleusRecord *self,
                          const char   *name,
                          const char   *item,
                          SoleusAnswer  answer)
{
  g_autoptr (SoleusAnswers) answers = soleus_answers_copy (soleus_record_get_answers (self, name));

  if (answers == NULL)
    answers = soleus_answers_new ();
  soleus_answers_set (answers, item, answer);
  soleus_record_set_answers (self, name, answers);
}

void
soleus_record_set_moment (SoleusRecord       *self,
                          const char         *name,
                          const SoleusMoment *value)
{
  GValue boxed = G_VALUE_INIT;
  int index = init_by_name (self, name, SOLEUS_TYPE_MOMENT, &boxed);

  g_value_set_boxed (&boxed, value);
  _soleus_record_take_value (self, index, &boxed);
}

void
soleus_record_set_ids (SoleusRecord      *self,
                       const char        *name,
                       const char *const *value)
{
  g_object_set (self, name, value, NULL);
}
