/* soleus-columns.c: the container.
 *
 * Lays its children out in 1 … “max-columns” columns, each at least “min-column-width” wide, with “spacing” between them. Below
 * SOLEUS_NARROW_WIDTH it carries the style class “narrow” and its property “narrow” is TRUE, so that a page can fold what is inside
 * or beside it (bind the property, or match .narrow in the style sheet). Children keep the order in which they were added, which is
 * the reading order for screen readers and the Tab key too. */
#define G_LOG_DOMAIN "soleus-columns"

#include "soleus-config.h"

#include "soleus-columns.h"

#include "soleus-columns-private.h"

struct _SoleusColumns {
  GtkWidget parent_instance;

  int       max_columns;
  int       min_column_width;
  int       spacing;
  int       width;         /* as last allocated, px */
  guint     narrow_source; /* 0: none pending */
  gboolean  narrow;
};

G_DEFINE_FINAL_TYPE (SoleusColumns, soleus_columns, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_MAX_COLUMNS,
  PROP_MIN_COLUMN_WIDTH,
  PROP_SPACING,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_layout (SoleusColumns *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  _soleus_columns_layout_set (SOLEUS_COLUMNS_LAYOUT (layout), self->max_columns, self->min_column_width, self->spacing);
}

static void
set_narrow (SoleusColumns *self,
            gboolean       narrow)
{
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
update_narrow_cb (gpointer user_data)
{
  SoleusColumns *self = user_data;

  self->narrow_source = 0;
  set_narrow (self, self->width < SOLEUS_NARROW_WIDTH);
}

/* Nothing in a narrow window is wide: said before anything is measured, so that the window need not open wider than it was asked to. */
static void
soleus_columns_root (GtkWidget *widget)
{
  SoleusColumns *self = SOLEUS_COLUMNS (widget);
  GtkRoot *root;
  int width, height;

  GTK_WIDGET_CLASS (soleus_columns_parent_class)->root (widget);
  root = gtk_widget_get_root (widget);
  width = gtk_widget_get_width (GTK_WIDGET (root));
  if (width == 0 && GTK_IS_WINDOW (root))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (self->width == 0 && width > 0 && width < SOLEUS_NARROW_WIDTH)
    set_narrow (self, TRUE);
}

/* Called while sizes are being allocated, when nothing may ask for another size: the class follows right after. */
void
_soleus_columns_width_allocated (SoleusColumns *self,
                                 int            width)
{
  self->width = width;

  if ((width < SOLEUS_NARROW_WIDTH) != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_once (update_narrow_cb, self);
}

static void
soleus_columns_dispose (GObject *object)
{
  SoleusColumns *self = SOLEUS_COLUMNS (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  soleus_columns_clear (self);

  G_OBJECT_CLASS (soleus_columns_parent_class)->dispose (object);
}

static void
soleus_columns_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SoleusColumns *self = SOLEUS_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_MAX_COLUMNS:
      g_value_set_int (value, self->max_columns);
      break;

    case PROP_MIN_COLUMN_WIDTH:
      g_value_set_int (value, self->min_column_width);
      break;

    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_number (SoleusColumns *self,
            int           *field,
            int            number,
            GParamSpec    *pspec)
{
  if (*field == number)
    return;

  *field = number;
  update_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
soleus_columns_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SoleusColumns *self = SOLEUS_COLUMNS (object);

  switch (prop_id)
    {
    case PROP_MAX_COLUMNS:
      set_number (self, &self->max_columns, g_value_get_int (value), pspec);
      break;

    case PROP_MIN_COLUMN_WIDTH:
      set_number (self, &self->min_column_width, g_value_get_int (value), pspec);
      break;

    case PROP_SPACING:
      set_number (self, &self->spacing, g_value_get_int (value), pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_columns_class_init (SoleusColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = soleus_columns_dispose;
  object_class->get_property = soleus_columns_get_property;
  object_class->set_property = soleus_columns_set_property;
  widget_class->root = soleus_columns_root;

  properties[PROP_MAX_COLUMNS] = g_param_spec_int ("max-columns", NULL, NULL, 1, 12, 3, flags);
  properties[PROP_MIN_COLUMN_WIDTH] = g_param_spec_int ("min-column-width", NULL, NULL, 1, 4096, 264, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 96, 12, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, SOLEUS_TYPE_COLUMNS_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
soleus_columns_init (SoleusColumns *self)
{
  self->max_columns = 3;
  self->min_column_width = 264;
  self->spacing = 12;
}

/**
 * soleus_columns_new:
 *
 * Returns: (transfer floating): an empty container
 */
GtkWidget *
soleus_columns_new (void)
{
  return g_object_new (SOLEUS_TYPE_COLUMNS, NULL);
}

/**
 * soleus_columns_append:
 * @self: the container
 * @child: a widget without a parent
 * @span: how many columns it takes where there are that many, at least 1
 *
 * Adds @child after the others.
 */
void
soleus_columns_append (SoleusColumns *self,
                       GtkWidget     *child,
                       int            span)
{
  GtkLayoutManager *layout;

  g_return_if_fail (SOLEUS_IS_COLUMNS (self));
  g_return_if_fail (GTK_IS_WIDGET (child));
  g_return_if_fail (span >= 1);

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  g_object_set (gtk_layout_manager_get_layout_child (layout, child), "span", span, NULL);
}

/**
 * soleus_columns_clear:
 * @self: the container
 *
 * Takes all children out.
 */
void
soleus_columns_clear (SoleusColumns *self)
{
  GtkWidget *child;

  g_return_if_fail (SOLEUS_IS_COLUMNS (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

/**
 * soleus_columns_is_narrow:
 * @self: the container
 *
 * Returns: %TRUE if it was last laid out narrower than SOLEUS_NARROW_WIDTH
 */
gboolean
soleus_columns_is_narrow (SoleusColumns *self)
{
  g_return_val_if_fail (SOLEUS_IS_COLUMNS (self), FALSE);

  return self->narrow;
}
