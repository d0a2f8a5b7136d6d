/* soleus-pill.c: an icon and words, never colour alone.
 *
 * CSS: a node “pill” with the style class of its kind (hard-stop, closed, caution, flag, draft, signed, unknown, met, neutral).
 * Accessibility: an image-less group whose label is the words; the icon is decoration. */
#define G_LOG_DOMAIN "soleus-pill"

#include "soleus-config.h"

#include "soleus-pill.h"

#include "soleus-phrase.h"

#include <glib/gi18n-lib.h>

G_DEFINE_ENUM_TYPE (SoleusPillKind, soleus_pill_kind,
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_NEUTRAL, "neutral"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_HARD_STOP, "hard-stop"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_CLOSED, "closed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_CAUTION, "caution"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_FLAG, "flag"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_DRAFT, "draft"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_SIGNED, "signed"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (SOLEUS_PILL_MET, "met"))

/* in the order of SoleusPillKind */
static const struct {
  const char *css_class;
  const char *icon_name; /* (nullable) */
} kinds[] = {
  { "neutral", NULL },
  { "hard-stop", "action-unavailable-symbolic" },
  { "closed", "alarm-symbolic" },
  { "caution", "dialog-warning-symbolic" },
  { "flag", "emoji-flags-symbolic" },
  { "draft", "document-edit-symbolic" },
  { "signed", "changes-prevent-symbolic" },
  { "unknown", "checkbox-mixed-symbolic" },
  { "met", "object-select-symbolic" },
};

struct _SoleusPill {
  GtkWidget      parent_instance;

  GtkWidget     *image;
  GtkWidget     *label;
  SoleusPillKind kind;
};

G_DEFINE_FINAL_TYPE (SoleusPill, soleus_pill, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_KIND,
  PROP_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_kind (SoleusPill     *self,
          SoleusPillKind  kind)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), kinds[self->kind].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self), kinds[kind].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->image), kinds[kind].icon_name);
  gtk_widget_set_visible (self->image, kinds[kind].icon_name != NULL);

  if (self->kind == kind)
    return;

  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

static void
set_label (SoleusPill *self,
           const char *label)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), label) == 0)
    return;

  gtk_label_set_text (GTK_LABEL (self->label), label != NULL ? label : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

static void
soleus_pill_dispose (GObject *object)
{
  SoleusPill *self = SOLEUS_PILL (object);

  g_clear_pointer (&self->image, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_pill_parent_class)->dispose (object);
}

static void
soleus_pill_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SoleusPill *self = SOLEUS_PILL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;

    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->label)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_pill_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SoleusPill *self = SOLEUS_PILL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_enum (value));
      break;

    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_pill_class_init (SoleusPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_pill_dispose;
  object_class->get_property = soleus_pill_get_property;
  object_class->set_property = soleus_pill_set_property;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, SOLEUS_TYPE_PILL_KIND, SOLEUS_PILL_NEUTRAL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_pill_init (SoleusPill *self)
{
  /* a size that icon themes have as a picture: another one would start the reader of SVG for the first window */
  self->image = g_object_new (GTK_TYPE_IMAGE,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "pixel-size", 16,
                              "visible", FALSE,
                              NULL);
  gtk_widget_set_parent (self->image, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  gtk_widget_add_css_class (GTK_WIDGET (self), "neutral");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
}

/**
 * soleus_pill_new:
 * @kind: what it stands for
 * @label: (nullable): its words, translated
 *
 * Returns: (transfer floating): a pill
 */
GtkWidget *
soleus_pill_new (SoleusPillKind  kind,
                 const char     *label)
{
  return g_object_new (SOLEUS_TYPE_PILL, "kind", kind, "label", label, NULL);
}

/**
 * soleus_pill_set:
 * @self: a pill
 * @kind: what it stands for
 * @label: (nullable): its words, translated
 *
 * Sets both at once, and makes the pill visible.
 */
void
soleus_pill_set (SoleusPill     *self,
                 SoleusPillKind  kind,
                 const char     *label)
{
  g_return_if_fail (SOLEUS_IS_PILL (self));

  set_kind (self, kind);
  set_label (self, label);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * soleus_pill_set_window:
 * @self: a pill
 * @state: the strictest state of an athlete
 * @remaining: µs until it opens, or SOLEUS_UNKNOWN_INT where no clock opens it
 * @n_open_flags: red flags that are open
 *
 * Shows the worst of both; hides the pill where there is nothing to say.
 */
void
soleus_pill_set_window (SoleusPill        *self,
                        SoleusWindowState  state,
                        gint64             remaining,
                        guint              n_open_flags)
{
  g_autofree char *left = NULL;

  g_return_if_fail (SOLEUS_IS_PILL (self));

  if (remaining != SOLEUS_UNKNOWN_INT)
    left = soleus_phrase_dup_short_left (remaining);

  if (state == SOLEUS_WINDOW_STATE_HARD_STOP)
    soleus_pill_set (self, SOLEUS_PILL_HARD_STOP, _("Hard stop"));
  else if (state == SOLEUS_WINDOW_STATE_CLOSED)
    soleus_pill_set (self, SOLEUS_PILL_CLOSED, left != NULL ? left : _("Closed"));
  else if (n_open_flags > 0)
    soleus_pill_set (self, SOLEUS_PILL_FLAG, _("Flag"));
  else if (state == SOLEUS_WINDOW_STATE_CAUTION)
    soleus_pill_set (self, SOLEUS_PILL_CAUTION, left != NULL ? left : _("Caution"));
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
