#include "soleus-config.h"

#include "soleus-number-entry.h"

#include <glib/gi18n-lib.h>

struct _SoleusNumberEntry {
  GtkWidget  parent_instance;
  GtkWidget *box;   /* (owned by the widget tree) */
  GtkWidget *entry; /* (owned by the widget tree) */
  GtkWidget *unit;  /* (owned by the widget tree) */
  GtkWidget *error; /* (owned by the widget tree) */
  double     value;
  double     minimum; /* both 0: no range */
  double     maximum;
  double     offered; /* unknown: nothing is */
  gboolean   valid;
  gboolean   updating;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_UNIT, PROP_MINIMUM, PROP_MAXIMUM, PROP_WIDTH_CHARS, PROP_VALID, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusNumberEntry, soleus_number_entry, GTK_TYPE_WIDGET)

/**
 * soleus_number_read:
 * @text: as typed; decimal point or comma; empty and “–” are unknown
 * @value: (out): the number, or %SOLEUS_UNKNOWN_REAL
 *
 * Returns: %FALSE if @text is not a number
 */
gboolean
soleus_number_read (const char *text,
                    double     *value)
{
  g_autofree char *number = g_strdelimit (g_strstrip (g_strdup (text)), ",", '.');
  char *end;
  double read;

  g_return_val_if_fail (value != NULL, FALSE);

  if (number[0] == '\0' || g_str_equal (number, "–") || g_str_equal (number, "-"))
    {
      *value = SOLEUS_UNKNOWN_REAL;
      return TRUE;
    }
  read = g_ascii_strtod (number, &end);
  if (*end != '\0' || end == number || !isfinite (read))
    return FALSE;
  *value = read;
  return TRUE;
}

static void
set_error (SoleusNumberEntry *self,
           const char        *message)
{
  gboolean valid = message == NULL;

  gtk_label_set_label (GTK_LABEL (self->error), valid ? "" : message);
  gtk_widget_set_visible (self->error, !valid);
  if (valid)
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  if (self->valid != valid)
    {
      self->valid = valid;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
    }
}

/* Italics are for what is carried forward: offered, or taken as it was offered. */
static void
show_carried (SoleusNumberEntry *self)
{
  double value;
  gboolean read = soleus_number_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &value);

  if (soleus_real_is_known (self->offered) && read && (!soleus_real_is_known (value) || value == self->offered))
    gtk_widget_add_css_class (self->entry, "carried");
  else
    gtk_widget_remove_css_class (self->entry, "carried");
}

static void
entry_changed_cb (SoleusNumberEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean ranged = self->minimum != 0 || self->maximum != 0;
  double value;

  show_carried (self);
  if (self->updating)
    return;
  if (!soleus_number_read (text, &value))
    {
      g_autofree char *message = g_strdup_printf (_("“%s” is not a number."), text);

      set_error (self, message);
      return;
    }
  if (ranged && soleus_real_is_known (value) && (value < self->minimum || value > self->maximum))
    {
      g_autofree char *message = g_strdup_printf (_("From %g to %g, please."), self->minimum, self->maximum);

      set_error (self, message);
      return;
    }
  set_error (self, NULL);
  if (self->value == value || (!soleus_real_is_known (value) && !soleus_real_is_known (self->value)))
    return;
  self->value = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  if (keyval == GDK_KEY_space && (state & GDK_CONTROL_MASK) != 0)
    return soleus_number_entry_take_offered (user_data);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
soleus_number_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_NUMBER_ENTRY (widget)->entry);
}

static gboolean
soleus_number_entry_mnemonic_activate (GtkWidget *widget,
                                       gboolean   group_cycling)
{
  return gtk_widget_grab_focus (SOLEUS_NUMBER_ENTRY (widget)->entry);
}

static void
soleus_number_entry_dispose (GObject *object)
{
  SoleusNumberEntry *self = SOLEUS_NUMBER_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->error, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_number_entry_parent_class)->dispose (object);
}

static void
soleus_number_entry_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SoleusNumberEntry *self = SOLEUS_NUMBER_ENTRY (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;
    case PROP_UNIT:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->unit)));
      break;
    case PROP_MINIMUM:
      g_value_set_double (value, self->minimum);
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, self->maximum);
      break;
    case PROP_WIDTH_CHARS:
      g_value_set_int (value, gtk_editable_get_width_chars (GTK_EDITABLE (self->entry)));
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_number_entry_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SoleusNumberEntry *self = SOLEUS_NUMBER_ENTRY (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      soleus_number_entry_set_value (self, g_value_get_double (value));
      break;
    case PROP_TITLE:
      if (g_value_get_string (value) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_UNIT:
      gtk_label_set_label (GTK_LABEL (self->unit), g_value_get_string (value));
      gtk_widget_set_visible (self->unit, g_value_get_string (value) != NULL);
      break;
    case PROP_MINIMUM:
      self->minimum = g_value_get_double (value);
      break;
    case PROP_MAXIMUM:
      self->maximum = g_value_get_double (value);
      break;
    case PROP_WIDTH_CHARS:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), g_value_get_int (value));
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_number_entry_class_init (SoleusNumberEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_number_entry_dispose;
  object_class->get_property = soleus_number_entry_get_property;
  object_class->set_property = soleus_number_entry_set_property;
  widget_class->grab_focus = soleus_number_entry_grab_focus;
  widget_class->mnemonic_activate = soleus_number_entry_mnemonic_activate;

  /* SOLEUS_UNKNOWN_REAL while the entry is empty; it is not a number, which strict validation would refuse */
  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags | G_PARAM_LAX_VALIDATION);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, NULL, flags);
  properties[PROP_MINIMUM] = g_param_spec_double ("minimum", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_MAXIMUM] = g_param_spec_double ("maximum", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 1, 20, 5, flags);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "number-entry");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
soleus_number_entry_init (SoleusNumberEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = SOLEUS_UNKNOWN_REAL;
  self->offered = SOLEUS_UNKNOWN_REAL;
  self->valid = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 5);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "–");
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_add_css_class (self->entry, "numeric");
  self->unit = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->unit), 0);
  gtk_widget_add_css_class (self->unit, "dim-label");
  gtk_widget_set_visible (self->unit, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->unit);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->error = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->error), 24);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * soleus_number_entry_new:
 * @title: accessible name, translated
 * @unit: (nullable): translated
 * @minimum: smallest number, inclusive
 * @maximum: largest number, inclusive; both 0: any
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
soleus_number_entry_new (const char *title,
                         const char *unit,
                         double      minimum,
                         double      maximum)
{
  return g_object_new (SOLEUS_TYPE_NUMBER_ENTRY, "title", title, "unit", unit, "minimum", minimum, "maximum", maximum, NULL);
}

/**
 * soleus_number_entry_set_range:
 * @minimum: smallest number, inclusive
 * @maximum: largest number, inclusive; both 0: any
 */
void
soleus_number_entry_set_range (SoleusNumberEntry *self,
                               double             minimum,
                               double             maximum)
{
  g_return_if_fail (SOLEUS_IS_NUMBER_ENTRY (self));

  self->minimum = minimum;
  self->maximum = maximum;
}

/**
 * soleus_number_entry_set_offered:
 * @value: the last known value; %SOLEUS_UNKNOWN_REAL offers nothing
 *
 * Shows @value as long as nothing is entered, in a way that nobody takes for an entry. It counts only once it is taken.
 */
void
soleus_number_entry_set_offered (SoleusNumberEntry *self,
                                 double             value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SOLEUS_IS_NUMBER_ENTRY (self));

  self->offered = value;
  text = soleus_real_is_known (value) ? g_strdup_printf ("%g", value) : g_strdup ("–");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), text);
  show_carried (self);
}

/**
 * soleus_number_entry_take_offered:
 *
 * Returns: %TRUE if the offered value was taken as the value: the entry was empty and one was offered
 */
gboolean
soleus_number_entry_take_offered (SoleusNumberEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_NUMBER_ENTRY (self), FALSE);

  if (!soleus_real_is_known (self->offered) || gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    return FALSE;
  soleus_number_entry_set_value (self, self->offered);
  return TRUE;
}

/**
 * soleus_number_entry_get_value:
 *
 * Returns: the number, %SOLEUS_UNKNOWN_REAL while the entry is empty
 */
double
soleus_number_entry_get_value (SoleusNumberEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_NUMBER_ENTRY (self), SOLEUS_UNKNOWN_REAL);

  return self->value;
}

/**
 * soleus_number_entry_set_value:
 * @value: the number, or %SOLEUS_UNKNOWN_REAL
 */
void
soleus_number_entry_set_value (SoleusNumberEntry *self,
                               double             value)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SOLEUS_IS_NUMBER_ENTRY (self));

  if (self->valid && (self->value == value || (!soleus_real_is_known (value) && !soleus_real_is_known (self->value))))
    return;
  self->value = value;
  text = soleus_real_is_known (value) ? g_strdup_printf ("%.10g", value) : g_strdup ("");
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
  set_error (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * soleus_number_entry_is_valid:
 *
 * Returns: %FALSE while something stands in the entry that cannot be its value
 */
gboolean
soleus_number_entry_is_valid (SoleusNumberEntry *self)
{
  g_return_val_if_fail (SOLEUS_IS_NUMBER_ENTRY (self), TRUE);

  return self->valid;
}
