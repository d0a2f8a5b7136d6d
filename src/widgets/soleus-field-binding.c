#include "soleus-config.h"

#include "soleus-field-binding.h"

#include "soleus-enums.h"
#include "soleus-number-entry.h"

struct _SoleusFieldBinding {
  GObject      parent_instance;
  SoleusDraft *draft;    /* (owned) */
  char        *field;    /* (owned) */
  GObject     *target;   /* (not owned) the widget, or the buffer of a text view; it owns the binding */
  const char  *property; /* of the target */
  gboolean     syncing;
};

G_DEFINE_FINAL_TYPE (SoleusFieldBinding, soleus_field_binding, G_TYPE_OBJECT)

static gboolean
is_pair (const GValue *from,
         const GValue *to,
         GType         a,
         GType         b)
{
  return G_VALUE_HOLDS (from, a) && G_VALUE_HOLDS (to, b);
}

/* Between the types of fields and of widgets; unknown stays unknown. */
static void
convert (const GValue *from,
         GValue       *to)
{
  if (is_pair (from, to, G_TYPE_INT64, G_TYPE_DOUBLE))
    g_value_set_double (to, soleus_int_is_known (g_value_get_int64 (from)) ? (double) g_value_get_int64 (from) : SOLEUS_UNKNOWN_REAL);
  else if (is_pair (from, to, G_TYPE_DOUBLE, G_TYPE_INT64))
    g_value_set_int64 (to, soleus_real_is_known (g_value_get_double (from)) ? (gint64) round (g_value_get_double (from)) : SOLEUS_UNKNOWN_INT);
  else if (G_VALUE_HOLDS_ENUM (from) && G_VALUE_HOLDS_STRING (to))
    {
      const char *nick = soleus_enum_get_nick (G_VALUE_TYPE (from), g_value_get_enum (from));

      g_value_set_string (to, g_strcmp0 (nick, "unknown") == 0 ? NULL : nick);
    }
  else if (G_VALUE_HOLDS_STRING (from) && G_VALUE_HOLDS_ENUM (to))
    {
      int value = 0;

      soleus_enum_from_nick (G_VALUE_TYPE (to), g_value_get_string (from) != NULL ? g_value_get_string (from) : "unknown", &value);
      g_value_set_enum (to, value);
    }
  else if (G_VALUE_HOLDS_ENUM (from) && G_VALUE_HOLDS_ENUM (to))
    g_value_set_enum (to, g_value_get_enum (from));
  else if (!g_value_transform (from, to))
    g_assert_not_reached ();
}

static GParamSpec *
find_pspec (gpointer    object,
            const char *name)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);

  g_assert (pspec != NULL);
  return pspec;
}

/* widget → record */
static void
target_changed_cb (SoleusFieldBinding *self)
{
  SoleusRecord *record = soleus_draft_get_current (self->draft);
  g_auto (GValue) entered = G_VALUE_INIT;
  g_auto (GValue) value = G_VALUE_INIT;

  if (self->syncing)
    return;
  g_value_init (&entered, find_pspec (self->target, self->property)->value_type);
  g_object_get_property (self->target, self->property, &entered);
  g_value_init (&value, find_pspec (record, self->field)->value_type);
  convert (&entered, &value);
  if (G_VALUE_HOLDS_STRING (&value) && g_value_get_string (&value) != NULL && g_value_get_string (&value)[0] == '\0')
    g_value_set_string (&value, NULL);

  self->syncing = TRUE;
  if (G_VALUE_HOLDS_DOUBLE (&value)) /* unknown is not a number, which strict validation of a property refuses */
    soleus_record_set_real (record, self->field, g_value_get_double (&value));
  else
    g_object_set_property (G_OBJECT (record), self->field, &value);
  self->syncing = FALSE;
}

/* record → widget; a text that reads the same is not touched, so that the cursor stays */
static void
draft_changed_cb (SoleusFieldBinding *self)
{
  SoleusRecord *record = soleus_draft_get_current (self->draft);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) shown = G_VALUE_INIT;

  if (self->syncing)
    return;
  g_value_init (&value, find_pspec (record, self->field)->value_type);
  g_object_get_property (G_OBJECT (record), self->field, &value);
  g_value_init (&shown, find_pspec (self->target, self->property)->value_type);
  convert (&value, &shown);
  self->syncing = TRUE;
  if (g_str_equal (self->property, "text"))
    {
      g_autofree char *text = NULL;
      const char *wanted = g_value_get_string (&shown) != NULL ? g_value_get_string (&shown) : "";

      g_object_get (self->target, "text", &text, NULL);
      if (g_strcmp0 (text, wanted) != 0)
        g_object_set (self->target, "text", wanted, NULL);
    }
  else
    g_object_set_property (self->target, self->property, &shown);
  self->syncing = FALSE;
}

static void
soleus_field_binding_dispose (GObject *object)
{
  SoleusFieldBinding *self = SOLEUS_FIELD_BINDING (object);

  g_clear_object (&self->draft);
  g_clear_pointer (&self->field, g_free);

  G_OBJECT_CLASS (soleus_field_binding_parent_class)->dispose (object);
}

static void
soleus_field_binding_class_init (SoleusFieldBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = soleus_field_binding_dispose;
}

static void
soleus_field_binding_init (SoleusFieldBinding *self)
{
}

static void
choose_target (SoleusFieldBinding *self,
               GtkWidget          *widget)
{
  self->target = G_OBJECT (widget);
  if (GTK_IS_TEXT_VIEW (widget))
    {
      self->target = G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)));
      self->property = "text";
    }
  else if (GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget))
    self->property = "active";
  else if (GTK_IS_EDITABLE (widget))
    self->property = "text";
  else
    self->property = "value";
}

/**
 * soleus_field_bind:
 * @draft: the draft of a record
 * @field: name of one of its fields
 * @widget: shows and edits it; see above for what it may be
 *
 * The widget shows the field at once and keeps the binding as long as it lives.
 *
 * Returns: (transfer none): the binding
 */
SoleusFieldBinding *
soleus_field_bind (SoleusDraft *draft,
                   const char  *field,
                   GtkWidget   *widget)
{
  SoleusFieldBinding *self;
  const SoleusField *description;
  g_autofree char *detailed = NULL;

  g_return_val_if_fail (SOLEUS_IS_DRAFT (draft) && GTK_IS_WIDGET (widget), NULL);

  description = soleus_record_find_field (soleus_draft_get_current (draft), field);
  g_return_val_if_fail (description != NULL, NULL);

  self = g_object_new (SOLEUS_TYPE_FIELD_BINDING, NULL);
  self->draft = g_object_ref (draft);
  self->field = g_strdup (field);
  choose_target (self, widget);
  if (SOLEUS_IS_NUMBER_ENTRY (widget) && (description->minimum != 0 || description->maximum != 0))
    soleus_number_entry_set_range (SOLEUS_NUMBER_ENTRY (widget), description->minimum, description->maximum);

  draft_changed_cb (self);
  detailed = g_strdup_printf ("notify::%s", self->property);
  g_signal_connect_object (self->target, detailed, G_CALLBACK (target_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (widget), "soleus-field-binding", self, g_object_unref);
  return self;
}
