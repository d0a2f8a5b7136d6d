#include "soleus-config.h"

#include "soleus-choice-chips.h"

#include <glib/gi18n-lib.h>

#include "soleus-toggle-group.h"

struct _SoleusChoiceChips {
  GtkWidget  parent_instance;
  GtkWidget *group; /* (owned by the widget tree) */
  char      *value; /* (nullable) (owned) */
  char      *title; /* (nullable) (owned) */
  char     **first; /* (nullable) (owned) ids that are always shown; NULL: all */
  gboolean   linked;
};

enum { PROP_0, PROP_VALUE, PROP_TITLE, PROP_LINKED, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusChoiceChips, soleus_choice_chips, GTK_TYPE_WIDGET)

#define UNKNOWN "unknown"
#define MORE "more…"

/* Shows the rows after the first ones; a chosen one is never hidden. */
static void
show_rows (SoleusChoiceChips *self,
           gboolean           all)
{
  SoleusToggleGroup *group = SOLEUS_TOGGLE_GROUP (self->group);

  if (self->first == NULL)
    return;
  for (GtkWidget *chip = gtk_widget_get_first_child (self->group); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_set_visible (chip, all || g_strv_contains ((const char *const *) self->first, g_object_get_data (G_OBJECT (chip), "soleus-id")));
  gtk_widget_set_visible (soleus_toggle_group_get_button (group, UNKNOWN), TRUE);
  gtk_widget_set_visible (soleus_toggle_group_get_button (group, MORE), !all);
  if (self->value != NULL && soleus_toggle_group_get_button (group, self->value) != NULL)
    gtk_widget_set_visible (soleus_toggle_group_get_button (group, self->value), TRUE);
}

static void
group_toggled_cb (SoleusChoiceChips *self,
                  const char        *id)
{
  if (g_str_equal (id, MORE))
    {
      show_rows (self, TRUE);
      soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->group), self->value);
      return;
    }
  g_free (self->value);
  self->value = g_str_equal (id, UNKNOWN) ? NULL : g_strdup (id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

static gboolean
soleus_choice_chips_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SOLEUS_CHOICE_CHIPS (widget)->group);
}

static void
build_group (SoleusChoiceChips *self)
{
  g_clear_pointer (&self->group, gtk_widget_unparent);
  self->group = soleus_toggle_group_new (!self->linked, FALSE);
  if (self->title != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  g_signal_connect_object (self->group, "toggled", G_CALLBACK (group_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->group, GTK_WIDGET (self));
}

static void
soleus_choice_chips_dispose (GObject *object)
{
  SoleusChoiceChips *self = SOLEUS_CHOICE_CHIPS (object);

  g_clear_pointer (&self->group, gtk_widget_unparent);
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->first, g_strfreev);

  G_OBJECT_CLASS (soleus_choice_chips_parent_class)->dispose (object);
}

static void
soleus_choice_chips_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  SoleusChoiceChips *self = SOLEUS_CHOICE_CHIPS (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_string (value, self->value);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_LINKED:
      g_value_set_boolean (value, self->linked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_choice_chips_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  SoleusChoiceChips *self = SOLEUS_CHOICE_CHIPS (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      soleus_choice_chips_set_value (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      g_free (self->title);
      self->title = g_value_dup_string (value);
      if (self->title != NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
      break;
    case PROP_LINKED:
      self->linked = g_value_get_boolean (value);
      build_group (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_choice_chips_class_init (SoleusChoiceChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_choice_chips_dispose;
  object_class->get_property = soleus_choice_chips_get_property;
  object_class->set_property = soleus_choice_chips_set_property;
  widget_class->grab_focus = soleus_choice_chips_grab_focus;

  /* (nullable) the stable text of the choice */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  /* the accessible name of the group */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  /* linked buttons in one line instead of chips; set it before the choices */
  properties[PROP_LINKED] = g_param_spec_boolean ("linked", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "choice-chips");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
soleus_choice_chips_init (SoleusChoiceChips *self)
{
  build_group (self);
}

/**
 * soleus_choice_chips_new:
 *
 * Returns: (transfer floating): chips without choices
 */
GtkWidget *
soleus_choice_chips_new (void)
{
  return g_object_new (SOLEUS_TYPE_CHOICE_CHIPS, NULL);
}

/**
 * soleus_choice_chips_set_catalogue:
 * @catalogue: its rows become the choices, in their order
 * @first: (nullable) (array zero-terminated=1): ids that are always shown; the others follow behind a chip More…; %NULL: all
 *
 * A chip Unknown comes last.
 */
void
soleus_choice_chips_set_catalogue (SoleusChoiceChips     *self,
                                   const SoleusCatalogue *catalogue,
                                   const char *const     *first)
{
  g_return_if_fail (SOLEUS_IS_CHOICE_CHIPS (self) && catalogue != NULL);

  soleus_toggle_group_clear (SOLEUS_TOGGLE_GROUP (self->group));
  for (gsize i = 0; i < catalogue->n_rows; i++)
    {
      const char *caveat = soleus_catalogue_row_get_caveat (&catalogue->rows[i]);
      GtkWidget *chip = soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), catalogue->rows[i].id,
                                                 soleus_catalogue_row_get_label (&catalogue->rows[i]));

      gtk_widget_set_tooltip_text (chip, caveat);
    }
  g_strfreev (self->first);
  self->first = g_strdupv ((char **) first);
  if (first != NULL)
    soleus_choice_chips_add (self, MORE, _("More…"));
  soleus_choice_chips_add (self, UNKNOWN, _("Unknown"));
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->group), self->value);
  show_rows (self, FALSE);
}

/**
 * soleus_choice_chips_set_enum:
 * @type: an enumeration with labels; its value 0 with the nick “unknown” comes last
 */
void
soleus_choice_chips_set_enum (SoleusChoiceChips *self,
                              GType              type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumClass *enum_class = G_ENUM_CLASS (klass);
  gboolean has_unknown = FALSE;

  g_return_if_fail (SOLEUS_IS_CHOICE_CHIPS (self));

  soleus_toggle_group_clear (SOLEUS_TOGGLE_GROUP (self->group));
  for (guint i = 0; i < enum_class->n_values; i++)
    {
      if (g_str_equal (enum_class->values[i].value_nick, UNKNOWN))
        has_unknown = TRUE;
      else
        soleus_choice_chips_add (self, enum_class->values[i].value_nick, soleus_enum_get_label (type, enum_class->values[i].value));
    }
  if (has_unknown)
    soleus_choice_chips_add (self, UNKNOWN, soleus_enum_get_label (type, 0));
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->group), self->value);
}

/**
 * soleus_choice_chips_add:
 * @id: stable text; “unknown” stands for no value
 * @label: translated
 */
void
soleus_choice_chips_add (SoleusChoiceChips *self,
                         const char        *id,
                         const char        *label)
{
  g_return_if_fail (SOLEUS_IS_CHOICE_CHIPS (self));

  soleus_toggle_group_add (SOLEUS_TOGGLE_GROUP (self->group), id, label);
}

/**
 * soleus_choice_chips_get_value:
 *
 * Returns: (transfer none) (nullable): the stable text of the choice, %NULL for unknown
 */
const char *
soleus_choice_chips_get_value (SoleusChoiceChips *self)
{
  g_return_val_if_fail (SOLEUS_IS_CHOICE_CHIPS (self), NULL);

  return self->value;
}

/**
 * soleus_choice_chips_set_value:
 * @value: (nullable): the stable text; %NULL and “unknown” are unknown
 */
void
soleus_choice_chips_set_value (SoleusChoiceChips *self,
                               const char        *value)
{
  g_return_if_fail (SOLEUS_IS_CHOICE_CHIPS (self));

  if (g_strcmp0 (value, UNKNOWN) == 0)
    value = NULL;
  if (g_strcmp0 (self->value, value) == 0)
    return;
  g_free (self->value);
  self->value = g_strdup (value);
  soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (self->group), value);
  if (self->first != NULL && value != NULL && soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (self->group), value) != NULL)
    gtk_widget_set_visible (soleus_toggle_group_get_button (SOLEUS_TOGGLE_GROUP (self->group), value), TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}
