/* soleus-card.c: heading, detail at the end of it, then rows split by hairlines, or a child given in a template.
 *
 * CSS: a node “box” with the classes card and soleus-card. Accessibility: a group named by its title. */
#define G_LOG_DOMAIN "soleus-card"

#include "soleus-config.h"

#include "soleus-card.h"

#include "soleus-row-layout.h"

#define PILL_WIDTHS "soleus-card-pill-widths"

struct _SoleusCard {
  GtkBox     parent_instance;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *button; /* (nullable) */
  GtkWidget *list;   /* (nullable) until the first line */
  GtkWidget *empty;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SoleusCard, soleus_card, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_DETAIL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
soleus_card_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  SoleusCard *self = SOLEUS_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->title)));
      break;

    case PROP_DETAIL:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->detail)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_card_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  SoleusCard *self = SOLEUS_CARD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      soleus_card_set_title (self, g_value_get_string (value));
      break;

    case PROP_DETAIL:
      soleus_card_set_detail (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_card_class_init (SoleusCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = soleus_card_get_property;
  object_class->set_property = soleus_card_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_card_init (SoleusCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "soleus-card");

  self->header = soleus_row_layout_new_box (6);
  gtk_widget_add_css_class (self->header, "card-header");
  gtk_box_append (GTK_BOX (self), self->header);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_box_append (GTK_BOX (self->header), self->title);

  self->detail = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0f, "wrap", TRUE, "justify", GTK_JUSTIFY_RIGHT, NULL);
  gtk_widget_add_css_class (self->detail, "caption");
  gtk_widget_add_css_class (self->detail, "dim-label");
  gtk_widget_add_css_class (self->detail, "numeric");
  gtk_box_append (GTK_BOX (self->header), self->detail);
}

/**
 * soleus_card_new:
 * @title: its heading, translated
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
soleus_card_new (const char *title)
{
  return g_object_new (SOLEUS_TYPE_CARD, "title", title, NULL);
}

/**
 * soleus_card_set_title:
 * @self: a card
 * @title: (nullable): its heading, translated
 *
 * Sets the heading, which is the accessible name too.
 */
void
soleus_card_set_title (SoleusCard *self,
                       const char *title)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * soleus_card_set_detail:
 * @self: a card
 * @detail: (nullable): a count or the like, translated
 *
 * Sets what stands at the end of the heading.
 */
void
soleus_card_set_detail (SoleusCard *self,
                        const char *detail)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));

  gtk_label_set_text (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL && *detail != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/**
 * soleus_card_set_button:
 * @self: a card
 * @button: a button without a parent
 *
 * Puts a button at the end of the heading.
 */
void
soleus_card_set_button (SoleusCard *self,
                        GtkWidget  *button)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  if (self->button != NULL)
    gtk_box_remove (GTK_BOX (self->header), self->button);

  self->button = button;
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->header), button);
}

/**
 * soleus_card_set_empty:
 * @self: a card
 * @text: (nullable): what to say where there is no row, translated
 *
 * Shows @text under the heading, or nothing.
 */
void
soleus_card_set_empty (SoleusCard *self,
                       const char *text)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));

  if (self->empty != NULL)
    gtk_box_remove (GTK_BOX (self), self->empty);

  self->empty = NULL;

  if (text == NULL)
    return;

  self->empty = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "card-empty");
  gtk_box_append (GTK_BOX (self), self->empty);
}

/**
 * soleus_card_clear:
 * @self: a card
 *
 * Takes the rows and the text of the empty card away.
 */
void
soleus_card_clear (SoleusCard *self)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));

  soleus_card_set_empty (self, NULL);

  if (self->list != NULL)
    gtk_box_remove (GTK_BOX (self), self->list);

  self->list = NULL;
}

/**
 * soleus_card_append_line:
 * @self: a card
 * @line: a line without a parent
 * @target: (nullable): the target of “win.show”
 *
 * Adds a row that opens @target.
 */
void
soleus_card_append_line (SoleusCard       *self,
                         SoleusRecordLine *line,
                         const char       *target)
{
  g_return_if_fail (SOLEUS_IS_CARD (self));
  g_return_if_fail (SOLEUS_IS_RECORD_LINE (line));

  if (self->list == NULL)
    {
      g_autofree char *title = NULL;

      g_object_get (self, "title", &title, NULL);
      self->list = gtk_list_box_new ();
      g_object_set_data_full (G_OBJECT (self->list), PILL_WIDTHS, gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL), g_object_unref);
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (self->list, "card-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_box_append (GTK_BOX (self), self->list);
    }

  soleus_record_line_set_pill_widths (line, g_object_get_data (G_OBJECT (self->list), PILL_WIDTHS));
  gtk_list_box_append (GTK_LIST_BOX (self->list), soleus_record_line_wrap_in_row (line, target));
}
