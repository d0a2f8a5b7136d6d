#include "soleus-config.h"

#include "soleus-effect-box.h"

struct _SoleusEffectBox {
  GtkWidget  parent_instance;
  GtkWidget *icon;    /* (owned by the widget tree) */
  GtkWidget *words;   /* (owned by the widget tree) */
  GtkWidget *title;   /* (owned by the widget tree) */
  GtkWidget *because; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (SoleusEffectBox, soleus_effect_box, GTK_TYPE_WIDGET)

static const struct { const char *class, *icon; } looks[] = {
  [SOLEUS_WINDOW_STATE_OPEN] = { NULL, "dialog-information-symbolic" },
  [SOLEUS_WINDOW_STATE_CAUTION] = { "caution", "dialog-warning-symbolic" },
  [SOLEUS_WINDOW_STATE_CLOSED] = { "closed", "alarm-symbolic" },
  [SOLEUS_WINDOW_STATE_HARD_STOP] = { "hard-stop", "action-unavailable-symbolic" },
};

static void
soleus_effect_box_dispose (GObject *object)
{
  SoleusEffectBox *self = SOLEUS_EFFECT_BOX (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (soleus_effect_box_parent_class)->dispose (object);
}

static void
soleus_effect_box_class_init (SoleusEffectBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_effect_box_dispose;

  gtk_widget_class_set_css_name (widget_class, "effect-box");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
new_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
soleus_effect_box_init (SoleusEffectBox *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "effect-box");

  self->icon = gtk_image_new_from_icon_name (looks[SOLEUS_WINDOW_STATE_OPEN].icon);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  self->title = new_label ("heading");
  self->because = new_label ("effect-because");
  gtk_box_append (GTK_BOX (self->words), self->title);
  gtk_box_append (GTK_BOX (self->words), self->because);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

/**
 * soleus_effect_box_set_effect:
 * @state: of the window after saving
 * @title: what saving does, until when
 * @because: (nullable): why
 */
void
soleus_effect_box_set_effect (SoleusEffectBox   *self,
                              SoleusWindowState  state,
                              const char        *title,
                              const char        *because)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SOLEUS_IS_EFFECT_BOX (self) && title != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    if (looks[i].class != NULL)
      gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].class);
  if (looks[state].class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), looks[state].class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), looks[state].icon);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->because), because != NULL ? because : "");
  gtk_widget_set_visible (self->because, because != NULL);
  name = g_strdup_printf ("%s\n%s", title, because != NULL ? because : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * soleus_effect_box_get_title:
 *
 * Returns: (transfer none): what saving does
 */
const char *
soleus_effect_box_get_title (SoleusEffectBox *self)
{
  g_return_val_if_fail (SOLEUS_IS_EFFECT_BOX (self), "");

  return gtk_label_get_label (GTK_LABEL (self->title));
}
