#include "soleus-config.h"

#include "soleus-record-private.h"
#include "soleus-record-others.h"

#include <glib/gi18n-lib.h>

#include "soleus-id.h"

typedef struct {
  GValue   *values;    /* (owned) one a field, common fields first */
  char     *canonical; /* (owned) (nullable): the text that stands for these values, once somebody asked for it */
  gboolean  sealed;
} SoleusRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SoleusRecord, soleus_record, G_TYPE_OBJECT)

const SoleusField soleus_record_common_fields[] = {
  { "id", SOLEUS_FIELD_ID, N_("Identifier"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_INTERNAL },
  { "revision", SOLEUS_FIELD_INT, N_("Revision"), SOLEUS_FIELD_REQUIRED | SOLEUS_FIELD_INTERNAL, .minimum = 0, .maximum = G_MAXINT32 },
  { "created-at", SOLEUS_FIELD_MOMENT, N_("Created"), SOLEUS_FIELD_INTERNAL },
  { "created-by", SOLEUS_FIELD_ID, N_("Created by"), SOLEUS_FIELD_INTERNAL, .reference = "therapist" },
  { "updated-at", SOLEUS_FIELD_MOMENT, N_("Changed"), SOLEUS_FIELD_INTERNAL },
  { "updated-by", SOLEUS_FIELD_ID, N_("Changed by"), SOLEUS_FIELD_INTERNAL, .reference = "therapist" },
  { "void-reason", SOLEUS_FIELD_TEXT, N_("Void because"), SOLEUS_FIELD_INTERNAL },
};
G_STATIC_ASSERT (G_N_ELEMENTS (soleus_record_common_fields) == SOLEUS_RECORD_N_COMMON);

static const SoleusField *
class_get_field (SoleusRecordClass *klass,
                 guint              index)
{
  if (index < SOLEUS_RECORD_N_COMMON)
    return &soleus_record_common_fields[index];
  return &klass->kind->fields[index - SOLEUS_RECORD_N_COMMON];
}

static guint
class_get_n_fields (SoleusRecordClass *klass)
{
  return SOLEUS_RECORD_N_COMMON + klass->kind->n_fields;
}

static GType
field_get_value_type (const SoleusField *field)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return G_TYPE_INT64;
    case SOLEUS_FIELD_REAL:
      return G_TYPE_DOUBLE;
    case SOLEUS_FIELD_BOOL:
      return G_TYPE_BOOLEAN;
    case SOLEUS_FIELD_ENUM:
      return field->enum_type ();
    case SOLEUS_FIELD_ANSWERS:
      return SOLEUS_TYPE_ANSWERS;
    case SOLEUS_FIELD_MOMENT:
      return SOLEUS_TYPE_MOMENT;
    case SOLEUS_FIELD_IDS:
      return G_TYPE_STRV;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      return G_TYPE_STRING;
    }
}

static GParamSpec *
field_create_pspec (const SoleusField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GType type = field_get_value_type (field);

  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, SOLEUS_UNKNOWN_INT, flags);
    case SOLEUS_FIELD_REAL:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
    case SOLEUS_FIELD_BOOL:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);
    case SOLEUS_FIELD_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, type, 0, flags);
    case SOLEUS_FIELD_ANSWERS:
    case SOLEUS_FIELD_MOMENT:
    case SOLEUS_FIELD_IDS:
      return g_param_spec_boxed (field->name, NULL, NULL, type, flags);
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      /* where an id is given, none is made */
      return g_param_spec_string (field->name, NULL, NULL, NULL,
                                  field == &soleus_record_common_fields[0] ? flags | G_PARAM_CONSTRUCT : flags);
    }
}

/* A zeroed number is 0, which is not "unknown". */
static void
value_init_unknown (GValue            *value,
                    const SoleusField *field)
{
  g_value_init (value, field_get_value_type (field));
  if (field->type == SOLEUS_FIELD_INT)
    g_value_set_int64 (value, SOLEUS_UNKNOWN_INT);
  else if (field->type == SOLEUS_FIELD_REAL)
    g_value_set_double (value, SOLEUS_UNKNOWN_REAL);
}

static gboolean
values_equal (const SoleusField *field,
              const GValue      *a,
              const GValue      *b)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return g_value_get_int64 (a) == g_value_get_int64 (b);
    case SOLEUS_FIELD_REAL:
      return g_value_get_double (a) == g_value_get_double (b) ||
             (isnan (g_value_get_double (a)) && isnan (g_value_get_double (b)));
    case SOLEUS_FIELD_BOOL:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case SOLEUS_FIELD_ENUM:
      return g_value_get_enum (a) == g_value_get_enum (b);
    case SOLEUS_FIELD_ANSWERS:
      return soleus_answers_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case SOLEUS_FIELD_MOMENT:
      return soleus_moment_equal (g_value_get_boxed (a), g_value_get_boxed (b));
    case SOLEUS_FIELD_IDS:
      {
        const char *const *list_a = g_value_get_boxed (a);
        const char *const *list_b = g_value_get_boxed (b);

        return list_a == NULL || list_b == NULL ? list_a == list_b : g_strv_equal (list_a, list_b);
      }
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    }
}

gboolean
_soleus_record_value_is_known (const SoleusField *field,
                               const GValue      *value)
{
  switch (field->type)
    {
    case SOLEUS_FIELD_INT:
      return soleus_int_is_known (g_value_get_int64 (value));
    case SOLEUS_FIELD_REAL:
      return soleus_real_is_known (g_value_get_double (value));
    case SOLEUS_FIELD_BOOL:
    case SOLEUS_FIELD_ENUM:
      return TRUE;
    case SOLEUS_FIELD_ANSWERS:
      return !soleus_answers_is_empty (g_value_get_boxed (value));
    case SOLEUS_FIELD_MOMENT:
    case SOLEUS_FIELD_IDS:
      return g_value_get_boxed (value) != NULL;
    case SOLEUS_FIELD_TEXT:
    case SOLEUS_FIELD_CHOICE:
    case SOLEUS_FIELD_DATE:
    case SOLEUS_FIELD_ID:
    default:
      return g_value_get_string (value) != NULL;
    }
}

const GValue *
_soleus_record_peek_value (SoleusRecord *self,
                           guint         index)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);

  return &priv->values[index];
}

/* Returns: (transfer none): the canonical text, made when it is asked for and kept until a field changes */
const char *
_soleus_record_peek_canonical (SoleusRecord *self)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);

  if (priv->canonical == NULL)
    priv->canonical = _soleus_record_print_canonical (self);
  return priv->canonical;
}

/* Empty text, empty answers and empty lists are stored as unknown: there is one way to say it. */
static void
value_normalise (const SoleusField *field,
                 GValue            *value)
{
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL && g_value_get_string (value)[0] == '\0')
    g_value_set_string (value, NULL);
  else if (field->type == SOLEUS_FIELD_REAL && g_value_get_double (value) == 0)
    g_value_set_double (value, 0); /* minus zero would come back from the file as zero, with another hash */
  else if (field->type == SOLEUS_FIELD_ANSWERS && soleus_answers_is_empty (g_value_get_boxed (value)))
    g_value_set_boxed (value, NULL);
  else if (field->type == SOLEUS_FIELD_IDS && g_value_get_boxed (value) != NULL &&
           ((char **) g_value_get_boxed (value))[0] == NULL)
    g_value_set_boxed (value, NULL);
}

/* @value: (transfer full): of the type of the field */
void
_soleus_record_take_value (SoleusRecord *self,
                           guint         index,
                           GValue       *value)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);
  SoleusRecordClass *klass = SOLEUS_RECORD_GET_CLASS (self);
  const SoleusField *field = class_get_field (klass, index);
  g_auto (GValue) taken = *value;

  *value = (GValue) G_VALUE_INIT;
  if (priv->sealed)
    {
      g_critical ("%s is sealed: copy it before changing “%s”", klass->kind->name, field->name);
      return;
    }
  value_normalise (field, &taken);
  if (values_equal (field, &priv->values[index], &taken))
    return;
  g_value_unset (&priv->values[index]);
  priv->values[index] = taken;
  taken = (GValue) G_VALUE_INIT;
  g_clear_pointer (&priv->canonical, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), klass->properties[index]);
}

/* @value: (transfer full): of the type of the field. For a record that was just made: it is not compared, and nobody is told */
void
_soleus_record_place_value (SoleusRecord *self,
                            guint         index,
                            GValue       *value)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);

  g_assert (!priv->sealed);
  value_normalise (class_get_field (SOLEUS_RECORD_GET_CLASS (self), index), value);
  g_value_unset (&priv->values[index]);
  priv->values[index] = *value;
  *value = (GValue) G_VALUE_INIT;
  g_clear_pointer (&priv->canonical, g_free);
}

void
_soleus_record_set_value (SoleusRecord *self,
                          guint         index,
                          const GValue *value)
{
  GValue copy = G_VALUE_INIT;

  g_value_init (&copy, G_VALUE_TYPE (_soleus_record_peek_value (self, index)));
  g_value_copy (value, &copy);
  _soleus_record_take_value (self, index, &copy);
}

int
_soleus_record_find_index (SoleusRecord *self,
                           const char   *name)
{
  gpointer index = NULL;

  if (!g_hash_table_lookup_extended (SOLEUS_RECORD_GET_CLASS (self)->index, name, NULL, &index))
    return -1;
  return GPOINTER_TO_INT (index);
}

static void
soleus_record_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  _soleus_record_set_value (SOLEUS_RECORD (object), property_id - 1, value);
}

static void
soleus_record_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_copy (_soleus_record_peek_value (SOLEUS_RECORD (object), property_id - 1), value);
}

static void
soleus_record_constructed (GObject *object)
{
  SoleusRecord *self = SOLEUS_RECORD (object);

  G_OBJECT_CLASS (soleus_record_parent_class)->constructed (object);

  if (soleus_record_get_id (self) == NULL)
    {
      g_autofree char *id = soleus_id_new ();

      soleus_record_set_text (self, "id", id);
    }
}

static void
soleus_record_finalize (GObject *object)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (SOLEUS_RECORD (object));
  guint n_fields = class_get_n_fields (SOLEUS_RECORD_GET_CLASS (object));

  for (guint i = 0; i < n_fields; i++)
    g_value_unset (&priv->values[i]);
  g_free (priv->values);
  g_free (priv->canonical);

  G_OBJECT_CLASS (soleus_record_parent_class)->finalize (object);
}

static void
soleus_record_class_init (SoleusRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = soleus_record_set_property;
  object_class->get_property = soleus_record_get_property;
  object_class->constructed = soleus_record_constructed;
  object_class->finalize = soleus_record_finalize;

  for (guint i = 0; i < SOLEUS_RECORD_N_COMMON; i++)
    g_object_class_install_property (object_class, i + 1, field_create_pspec (&soleus_record_common_fields[i]));
}

static void
soleus_record_init (SoleusRecord *self)
{
}

/* Called by the instance_init of each record type: only there the class of the instance is the final one. */
void
_soleus_record_init_values (SoleusRecord *self)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);
  SoleusRecordClass *klass = SOLEUS_RECORD_GET_CLASS (self);
  guint n_fields;

  n_fields = class_get_n_fields (klass);
  priv->values = g_new0 (GValue, n_fields);
  for (guint i = 0; i < n_fields; i++)
    value_init_unknown (&priv->values[i], class_get_field (klass, i));
  g_value_set_int64 (&priv->values[1], 0);
}

/**
 * soleus_record_class_set_kind:
 * @kind: (transfer none): the kind with its table of fields; lives as long as the program
 *
 * Installs one property a field. Called in the class_init of each record type.
 */
void
soleus_record_class_set_kind (SoleusRecordClass      *klass,
                              const SoleusRecordKind *kind)
{
  guint n_fields;

  /* GObject does not hand these two down */
  G_OBJECT_CLASS (klass)->set_property = soleus_record_set_property;
  G_OBJECT_CLASS (klass)->get_property = soleus_record_get_property;
  klass->kind = kind;
  n_fields = class_get_n_fields (klass);
  klass->index = g_hash_table_new (g_str_hash, g_str_equal);
  klass->properties = g_new0 (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      const SoleusField *field = class_get_field (klass, i);

      g_hash_table_insert (klass->index, (gpointer) field->name, GINT_TO_POINTER (i));
      if (i >= SOLEUS_RECORD_N_COMMON)
        g_object_class_install_property (G_OBJECT_CLASS (klass), i + 1, field_create_pspec (field));
      klass->properties[i] = g_object_class_find_property (G_OBJECT_CLASS (klass), field->name);
    }
}

/**
 * soleus_record_new:
 * @kind: what it is a record of
 *
 * Returns: (transfer full): a record with a new id in which everything else is unknown
 */
SoleusRecord *
soleus_record_new (const SoleusRecordKind *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (kind->get_type (), NULL);
}

/**
 * soleus_record_new_with_id:
 * @kind: what it is a record of
 * @id: (nullable): its id; %NULL: a new one
 *
 * Returns: (transfer full): a record in which everything else is unknown
 */
SoleusRecord *
soleus_record_new_with_id (const SoleusRecordKind *kind,
                           const char             *id)
{
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (kind->get_type (), "id", id, NULL);
}

/**
 * soleus_record_get_kind:
 *
 * Returns: (transfer none): what it is a record of
 */
const SoleusRecordKind *
soleus_record_get_kind (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  return SOLEUS_RECORD_GET_CLASS (self)->kind;
}

guint
soleus_record_get_n_fields (SoleusRecord *self)
{
  g_return_val_if_fail (SOLEUS_IS_RECORD (self), 0);

  return class_get_n_fields (SOLEUS_RECORD_GET_CLASS (self));
}

/**
 * soleus_record_get_field:
 * @index: below soleus_record_get_n_fields()
 *
 * Returns: (transfer none): the row of the field table
 */
const SoleusField *
soleus_record_get_field (SoleusRecord *self,
                         guint         index)
{
  g_return_val_if_fail (index < soleus_record_get_n_fields (self), NULL);

  return class_get_field (SOLEUS_RECORD_GET_CLASS (self), index);
}

/**
 * soleus_record_find_field:
 *
 * Returns: (transfer none) (nullable): the row of the field called @name
 */
const SoleusField *
soleus_record_find_field (SoleusRecord *self,
                          const char   *name)
{
  int index = _soleus_record_find_index (self, name);

  return index >= 0 ? class_get_field (SOLEUS_RECORD_GET_CLASS (self), index) : NULL;
}

/**
 * soleus_record_copy:
 *
 * Returns: (transfer full): the same record, not sealed
 */
SoleusRecord *
soleus_record_copy (SoleusRecord *self)
{
  SoleusRecord *copy;
  guint n_fields;

  g_return_val_if_fail (SOLEUS_IS_RECORD (self), NULL);

  copy = soleus_record_new_with_id (soleus_record_get_kind (self), soleus_record_get_id (self));
  n_fields = soleus_record_get_n_fields (self);
  for (guint i = 0; i < n_fields; i++)
    _soleus_record_set_value (copy, i, _soleus_record_peek_value (self, i));
  soleus_record_set_other_members (copy, soleus_record_get_other_members (self));
  return copy;
}

/**
 * soleus_record_equal:
 *
 * Returns: %TRUE if both are of one kind and every field is the same
 */
gboolean
soleus_record_equal (SoleusRecord *a,
                     SoleusRecord *b)
{
  guint n_fields;

  if (soleus_record_get_kind (a) != soleus_record_get_kind (b))
    return FALSE;
  n_fields = soleus_record_get_n_fields (a);
  for (guint i = 0; i < n_fields; i++)
    if (!values_equal (soleus_record_get_field (a, i), _soleus_record_peek_value (a, i), _soleus_record_peek_value (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * soleus_record_seal:
 *
 * From now on the record cannot be changed, only copied. What storage gives out is sealed.
 */
void
soleus_record_seal (SoleusRecord *self)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);

  priv->sealed = TRUE;
}

gboolean
soleus_record_is_sealed (SoleusRecord *self)
{
  SoleusRecordPrivate *priv = soleus_record_get_instance_private (self);

  return priv->sealed;
}

const char *
soleus_field_get_label (const SoleusField *field)
{
  return g_dgettext (GETTEXT_PACKAGE, field->label);
}
