#include "soleus-config.h"

#include "soleus-pain-scale.h"

#include <glib/gi18n-lib.h>

#include "soleus-toggle-group.h"
#include "soleus-wrap-layout.h"

struct _SoleusPainScale {
  GtkWidget  parent_instance;
  GtkWidget *steps;       /* (owned by the widget tree) */
  GtkWidget *ends;        /* (owned by the widget tree) the two words under the steps */
  GtkWidget *low;         /* (owned by the widget tree) */
  GtkWidget *high;        /* (owned by the widget tree) */
  GtkWidget *unknown;     /* (owned by the widget tree) */
  GtkWidget *body;        /* (owned by the widget tree) */
  gint64     value;
  int        minimum;
  int        maximum;
  gboolean   swatches;
  gboolean   with_unknown;
  gint64     typed_at;    /* µs, monotonic: when a digit was typed last */
  gboolean   updating;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_MINIMUM, PROP_MAXIMUM, PROP_LOW_LABEL, PROP_HIGH_LABEL, PROP_SWATCHES, PROP_WITH_UNKNOWN, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusPainScale, soleus_pain_scale, GTK_TYPE_WIDGET)

static void
show_value (SoleusPainScale *self,
            gboolean         unknown_pressed)
{
  g_autofree char *id = soleus_int_is_known (self->value) ? g_strdup_printf ("%" G_GINT64_FORMAT, self->value) : NULL;

  self->updating = TRUE;
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->steps), id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unknown), unknown_pressed);
  self->updating = FALSE;
}

static void
take_value (SoleusPainScale *self,
            gint64           value)
{
  gboolean changed = self->value != value;

  self->value = value;
  show_value (self, !soleus_int_is_known (value));
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static void
steps_toggled_cb (SoleusPainScale *self,
                  const char      *id)
{
  if (!self->updating)
    take_value (self, g_ascii_strtoll (id, NULL, 10));
}

static void
unknown_toggled_cb (SoleusPainScale *self)
{
  if (!self->updating)
    take_value (self, SOLEUS_UNKNOWN_INT);
}

static gboolean
key_pressed_cb (SoleusPainScale       *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  gunichar typed = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();
  gint64 value;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    {
      take_value (self, SOLEUS_UNKNOWN_INT);
      return GDK_EVENT_STOP;
    }
  if (!g_unichar_isdigit (typed))
    return GDK_EVENT_PROPAGATE;

  value = g_unichar_digit_value (typed);
  if (self->value == 1 && value == 0 && self->maximum >= 10 && now - self->typed_at < SOLEUS_USEC_PER_SECOND)
    value = 10;
  self->typed_at = now;
  if (value < self->minimum || value > self->maximum)
    return GDK_EVENT_PROPAGATE;
  take_value (self, value);
  return GDK_EVENT_STOP;
}

static void
fill_steps (SoleusPainScale *self)
{
  soleus_toggle_group_clear (SOLEUS_TOGGLE_GROUP (self->steps));
  for (int step = self->minimum; step <= self->maximum; step++)
    {
      g_autofree char *id = g_strdup_printf ("%d", step);
      GtkWidget *button = soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->steps), id, id);

      gtk_widget_add_css_class (button, "scale-step");
      gtk_widget_set_hexpand (button, TRUE);
      if (self->swatches)
        {
          g_autofree char *class = g_strdup_printf ("swatch-%d", step);

          gtk_widget_add_css_class (button, "swatch");
          gtk_widget_add_css_class (button, class);
        }
    }
  if (self->swatches)
    gtk_widget_remove_css_class (self->steps, "linked");
  show_value (self, FALSE);
}

static gboolean
soleus_pain_scale_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_PAIN_SCALE (widget)->steps);
}

static void
soleus_pain_scale_dispose (GObject *object)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  g_clear_pointer (&self->body, gtk_widget_unparent);
  g_clear_pointer (&self->unknown, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_pain_scale_parent_class)->dispose (object);
}

static void
soleus_pain_scale_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_int64 (value, self->value);
      break;
    case PROP_MINIMUM:
      g_value_set_int (value, self->minimum);
      break;
    case PROP_MAXIMUM:
      g_value_set_int (value, self->maximum);
      break;
    case PROP_LOW_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->low)));
      break;
    case PROP_HIGH_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->high)));
      break;
    case PROP_SWATCHES:
      g_value_set_boolean (value, self->swatches);
      break;
    case PROP_WITH_UNKNOWN:
      g_value_set_boolean (value, self->with_unknown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_end (SoleusPainScale *self,
         GtkWidget       *label,
         const char      *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (self->ends, gtk_label_get_label (GTK_LABEL (self->low))[0] != '\0' ||
                                        gtk_label_get_label (GTK_LABEL (self->high))[0] != '\0');
}

static void
soleus_pain_scale_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusPainScale *self = SOLEUS_PAIN_SCALE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      soleus_pain_scale_set_value (self, g_value_get_int64 (value));
      break;
    case PROP_TITLE:
      if (g_value_get_string (value) != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->steps), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    case PROP_MINIMUM:
      self->minimum = g_value_get_int (value);
      break;
    case PROP_MAXIMUM:
      self->maximum = g_value_get_int (value);
      break;
    case PROP_LOW_LABEL:
      set_end (self, self->low, g_value_get_string (value));
      break;
    case PROP_HIGH_LABEL:
      set_end (self, self->high, g_value_get_string (value));
      break;
    case PROP_SWATCHES:
      self->swatches = g_value_get_boolean (value);
      break;
    case PROP_WITH_UNKNOWN:
      self->with_unknown = g_value_get_boolean (value);
      gtk_widget_set_visible (self->unknown, self->with_unknown);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_pain_scale_constructed (GObject *object)
{
  G_OBJECT_CLASS (soleus_pain_scale_parent_class)->constructed (object);

  fill_steps (SOLEUS_PAIN_SCALE (object));
}

static void
soleus_pain_scale_class_init (SoleusPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = soleus_pain_scale_constructed;
  object_class->dispose = soleus_pain_scale_dispose;
  object_class->get_property = soleus_pain_scale_get_property;
  object_class->set_property = soleus_pain_scale_set_property;
  widget_class->grab_focus = soleus_pain_scale_grab_focus;

  /* a step, or SOLEUS_UNKNOWN_INT */
  properties[PROP_VALUE] = g_param_spec_int64 ("value", NULL, NULL, G_MININT64, G_MAXINT64, SOLEUS_UNKNOWN_INT, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MINIMUM] = g_param_spec_int ("minimum", NULL, NULL, 0, 20, 0, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_MAXIMUM] = g_param_spec_int ("maximum", NULL, NULL, 0, 20, 10, flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_LOW_LABEL] = g_param_spec_string ("low-label", NULL, NULL, NULL, flags);
  properties[PROP_HIGH_LABEL] = g_param_spec_string ("high-label", NULL, NULL, NULL, flags);
  properties[PROP_SWATCHES] = g_param_spec_boolean ("swatches", NULL, NULL, FALSE, flags | G_PARAM_CONSTRUCT_ONLY);
  /* a chip Unknown beside the steps */
  properties[PROP_WITH_UNKNOWN] = g_param_spec_boolean ("with-unknown", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "pain-scale");
}

static GtkWidget *
new_end (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  return label;
}

static void
soleus_pain_scale_init (SoleusPainScale *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->value = SOLEUS_UNKNOWN_INT;
  self->with_unknown = TRUE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), soleus_wrap_layout_new (6));

  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->steps = soleus_toggle_group_new (FALSE, FALSE);
  gtk_widget_set_layout_manager (self->steps, soleus_wrap_layout_new (0)); /* two lines where the text is larger than the room */
  self->ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->low = new_end (0);
  self->high = new_end (1);
  gtk_box_append (GTK_BOX (self->ends), self->low);
  gtk_box_append (GTK_BOX (self->ends), self->high);
  gtk_widget_set_visible (self->ends, FALSE);
  gtk_box_append (GTK_BOX (self->body), self->steps);
  gtk_box_append (GTK_BOX (self->body), self->ends);
  gtk_widget_set_parent (self->body, GTK_WIDGET (self));

  self->unknown = gtk_toggle_button_new_with_label (_("Unknown"));
  gtk_widget_add_css_class (self->unknown, "chip");
  gtk_widget_set_valign (self->unknown, GTK_ALIGN_START);
  gtk_widget_set_parent (self->unknown, GTK_WIDGET (self));

  g_signal_connect_object (self->steps, "toggled", G_CALLBACK (steps_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->unknown, "toggled", G_CALLBACK (unknown_toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * soleus_pain_scale_new:
 * @minimum: first step
 * @maximum: last step
 *
 * Returns: (transfer floating): a scale on which nothing is chosen
 */
GtkWidget *
soleus_pain_scale_new (int minimum,
                       int maximum)
{
  return g_object_new (SOLEUS_TYPE_PAIN_SCALE, "minimum", minimum, "maximum", maximum, NULL);
}

/**
 * soleus_pain_scale_get_value:
 *
 * Returns: the step, or %SOLEUS_UNKNOWN_INT
 */
gint64
soleus_pain_scale_get_value (SoleusPainScale *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAIN_SCALE (self), SOLEUS_UNKNOWN_INT);

  return self->value;
}

/**
 * soleus_pain_scale_set_value:
 * @value: a step, or %SOLEUS_UNKNOWN_INT
 */
void
soleus_pain_scale_set_value (SoleusPainScale *self,
                             gint64           value)
{
  g_return_if_fail (SOLEUS_IS_PAIN_SCALE (self));

  if (self->value == value)
    return;
  self->value = value;
  show_value (self, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
