#include "soleus-config.h"

#include "soleus-toggle-group.h"

#include "soleus-wrap-layout.h"

struct _SoleusToggleGroup {
  GtkWidget parent_instance;
  gboolean  chips;
  gboolean  multiple;
  gboolean  updating; /* buttons are being set by the group itself */
};

enum { PROP_0, PROP_VALUE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { TOGGLED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SoleusToggleGroup, soleus_toggle_group, GTK_TYPE_WIDGET)

static const char *
get_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "soleus-id");
}

static GtkWidget *
find_active (SoleusToggleGroup *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
      return button;
  return NULL;
}

/* Makes @chosen the only active button; NULL for none. */
static void
choose (SoleusToggleGroup *self,
        GtkWidget         *chosen)
{
  self->updating = TRUE;
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), button == chosen);
  self->updating = FALSE;
}

static void
button_toggled_cb (SoleusToggleGroup *self,
                   GtkToggleButton   *button)
{
  if (self->updating)
    return;
  if (!self->multiple)
    choose (self, GTK_WIDGET (button)); /* pressing the chosen one again keeps it */
  g_signal_emit (self, signals[TOGGLED], 0, get_id (GTK_WIDGET (button)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/* the sensitive button beside @from in reading order, wrapping around */
static GtkWidget *
find_neighbour (SoleusToggleGroup *self,
                GtkWidget         *from,
                gboolean           forward)
{
  GtkWidget *button = from;

  do
    {
      button = forward ? gtk_widget_get_next_sibling (button) : gtk_widget_get_prev_sibling (button);
      if (button == NULL)
        button = forward ? gtk_widget_get_first_child (GTK_WIDGET (self)) : gtk_widget_get_last_child (GTK_WIDGET (self));
    }
  while (button != from && !(gtk_widget_get_visible (button) && gtk_widget_get_sensitive (button)));
  return button;
}

static gboolean
soleus_toggle_group_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  SoleusToggleGroup *self = SOLEUS_TOGGLE_GROUP (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *button;

  if (focus == NULL)
    {
      button = find_active (self);
      if (button == NULL)
        button = gtk_widget_get_first_child (widget);
      return button != NULL && gtk_widget_grab_focus (button);
    }
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return gtk_widget_grab_focus (find_neighbour (self, focus, (direction == GTK_DIR_RIGHT) != mirrored));
  return FALSE;
}

static gboolean
soleus_toggle_group_grab_focus (GtkWidget *widget)
{
  return soleus_toggle_group_focus (widget, GTK_DIR_TAB_FORWARD);
}

static GtkSizeRequestMode
soleus_toggle_group_get_request_mode (GtkWidget *widget)
{
  return SOLEUS_TOGGLE_GROUP (widget)->chips ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
soleus_toggle_group_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (soleus_toggle_group_parent_class)->dispose (object);
}

static void
soleus_toggle_group_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_VALUE)
    g_value_set_string (value, soleus_toggle_group_get_value (SOLEUS_TOGGLE_GROUP (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_toggle_group_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_VALUE)
    soleus_toggle_group_set_value (SOLEUS_TOGGLE_GROUP (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_toggle_group_class_init (SoleusToggleGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = soleus_toggle_group_dispose;
  object_class->get_property = soleus_toggle_group_get_property;
  object_class->set_property = soleus_toggle_group_set_property;
  widget_class->focus = soleus_toggle_group_focus;
  widget_class->grab_focus = soleus_toggle_group_grab_focus;
  widget_class->get_request_mode = soleus_toggle_group_get_request_mode;

  /**
   * SoleusToggleGroup:value: (nullable)
   *
   * The id of the active button; %NULL while none is. With several choices: the first active one.
   */
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * SoleusToggleGroup::toggled:
   * @id: of the button
   *
   * The person pressed a button; not emitted when the value is set by the program.
   */
  signals[TOGGLED] = g_signal_new ("toggled", SOLEUS_TYPE_TOGGLE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "toggle-group");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_toggle_group_init (SoleusToggleGroup *self)
{
}

/**
 * soleus_toggle_group_new:
 * @chips: round chips that wrap, instead of linked buttons in one line
 * @multiple: several may be active
 *
 * Returns: (transfer floating): an empty group
 */
GtkWidget *
soleus_toggle_group_new (gboolean chips,
                         gboolean multiple)
{
  SoleusToggleGroup *self = g_object_new (SOLEUS_TYPE_TOGGLE_GROUP, NULL);

  self->chips = chips;
  self->multiple = multiple;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), chips ? soleus_wrap_layout_new (6) : gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_widget_add_css_class (GTK_WIDGET (self), chips ? "chips" : "linked");
  return GTK_WIDGET (self);
}

/**
 * soleus_toggle_group_add:
 * @id: stable name of the choice
 * @label: translated
 *
 * Returns: (transfer none): the new button, the last of the group
 */
GtkWidget *
soleus_toggle_group_add (SoleusToggleGroup *self,
                         const char        *id,
                         const char        *label)
{
  GtkWidget *button;

  g_return_val_if_fail (SOLEUS_IS_TOGGLE_GROUP (self) && id != NULL && label != NULL, NULL);

  button = gtk_toggle_button_new_with_label (label);
  g_object_set_data_full (G_OBJECT (button), "soleus-id", g_strdup (id), g_free);
  if (self->chips)
    {
      gtk_widget_add_css_class (button, "chip");
      /* larger text on a narrow screen: two lines rather than a page that is too wide */
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
    }
  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

/**
 * soleus_toggle_group_clear:
 *
 * Takes all buttons out.
 */
void
soleus_toggle_group_clear (SoleusToggleGroup *self)
{
  GtkWidget *child;

  g_return_if_fail (SOLEUS_IS_TOGGLE_GROUP (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/**
 * soleus_toggle_group_get_button:
 *
 * Returns: (transfer none) (nullable): the button of @id
 */
GtkWidget *
soleus_toggle_group_get_button (SoleusToggleGroup *self,
                                const char        *id)
{
  g_return_val_if_fail (SOLEUS_IS_TOGGLE_GROUP (self), NULL);

  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self)); button != NULL; button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (get_id (button), id) == 0)
      return button;
  return NULL;
}

/**
 * soleus_toggle_group_get_value:
 *
 * Returns: (transfer none) (nullable): the id of the active button, the first where there are several, %NULL for none
 */
const char *
soleus_toggle_group_get_value (SoleusToggleGroup *self)
{
  GtkWidget *active;

  g_return_val_if_fail (SOLEUS_IS_TOGGLE_GROUP (self), NULL);

  active = find_active (self);
  return active != NULL ? get_id (active) : NULL;
}

/**
 * soleus_toggle_group_set_value:
 * @id: (nullable): the button that is to be the only active one; %NULL and an id that is not there: none
 */
void
soleus_toggle_group_set_value (SoleusToggleGroup *self,
                               const char        *id)
{
  g_return_if_fail (SOLEUS_IS_TOGGLE_GROUP (self));

  if (g_strcmp0 (soleus_toggle_group_get_value (self), id) == 0)
    return;
  choose (self, soleus_toggle_group_get_button (self, id));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
}

/**
 * soleus_toggle_group_is_active:
 *
 * Returns: %TRUE if there is a button @id and it is active
 */
gboolean
soleus_toggle_group_is_active (SoleusToggleGroup *self,
                               const char        *id)
{
  GtkWidget *button = soleus_toggle_group_get_button (self, id);

  return button != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

/**
 * soleus_toggle_group_set_active:
 *
 * Sets one button of several; ::toggled is not emitted.
 */
void
soleus_toggle_group_set_active (SoleusToggleGroup *self,
                                const char        *id,
                                gboolean           active)
{
  GtkWidget *button = soleus_toggle_group_get_button (self, id);

  if (button == NULL)
    return;
  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  self->updating = FALSE;
}
