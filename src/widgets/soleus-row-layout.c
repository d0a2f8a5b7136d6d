/* soleus-row-layout.c: the widths come from the texts, the height from the widths.
 *
 * GtkBoxLayout asks each child, while it places it, how wide it must be for the height of the box. A label that wraps answers by trying
 * some ten widths, each a new layout of its text, and boxes within boxes multiply that: a page of texts took a second to open. Here no
 * child is asked so: it gets its natural width where there is room, less where there is not, and what is left goes to those that expand.
 *
 * GTK asks the same of a child that does not fill its height. “center” puts children in the middle of the row that do. */
#define G_LOG_DOMAIN "soleus-row-layout"

#include "soleus-config.h"

#include "soleus-row-layout.h"

struct _SoleusRowLayout {
  GtkLayoutManager parent_instance;

  int              spacing; /* px */
  gboolean         center;  /* children are as high as they wish, in the middle of the row */
};

enum { PROP_0, PROP_SPACING, PROP_CENTER, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SoleusRowLayout, soleus_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

/* Fills @sizes with the children and with what each asks for. Returns: the least width of all, with the space between them */
static int
ask_widths (SoleusRowLayout  *self,
            GtkWidget        *widget,
            GtkRequestedSize *sizes,
            int              *natural)
{
  int minimum = 0;
  guint n = 0;

  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_should_layout (child))
        continue;

      sizes[n].data = child;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &sizes[n].minimum_size, &sizes[n].natural_size, NULL, NULL);
      minimum += sizes[n].minimum_size + (n > 0 ? self->spacing : 0);
      *natural += sizes[n].natural_size + (n > 0 ? self->spacing : 0);
      n++;
    }

  return minimum;
}

/* Leaves in the minimum_size of each child the width that it gets of @width. */
static void
share_width (SoleusRowLayout  *self,
             GtkWidget        *widget,
             int               width,
             GtkRequestedSize *sizes,
             guint             n)
{
  int natural;
  int rest = MAX (0, width - ask_widths (self, widget, sizes, &natural));
  int n_expand = 0;

  rest = gtk_distribute_natural_allocation (rest, n, sizes);

  for (guint i = 0; i < n; i++)
    n_expand += gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL);

  for (guint i = 0; i < n && n_expand > 0; i++)
    if (gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
      {
        int part = rest / n_expand--;

        sizes[i].minimum_size += part;
        rest -= part;
      }
}

static GtkSizeRequestMode
soleus_row_layout_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
soleus_row_layout_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  SoleusRowLayout *self = SOLEUS_ROW_LAYOUT (manager);
  guint n = count_children (widget);
  GtkRequestedSize *sizes = g_newa (GtkRequestedSize, n + 1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ask_widths (self, widget, sizes, natural);
      return;
    }

  if (for_size < 0)
    ask_widths (self, widget, sizes, natural);
  else
    share_width (self, widget, for_size, sizes, n);

  *minimum = *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, for_size < 0 ? -1 : sizes[i].minimum_size,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Returns: from the top of the row, and in @height of the child in place of that of the row */
static int
find_middle (GtkWidget *child,
             int        width,
             int       *height)
{
  int natural, room = *height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  *height = MIN (natural, room);
  return (room - *height) / 2;
}

static void
soleus_row_layout_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  SoleusRowLayout *self = SOLEUS_ROW_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = count_children (widget);
  GtkRequestedSize *sizes = g_newa (GtkRequestedSize, n + 1);
  int x = 0;

  share_width (self, widget, width, sizes, n);

  for (guint i = 0; i < n; i++)
    {
      int child_width = sizes[i].minimum_size, child_height = height;
      int y = self->center ? find_middle (sizes[i].data, child_width, &child_height) : 0;

      gtk_widget_size_allocate (sizes[i].data, &(GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width, child_height }, -1);
      x += child_width + self->spacing;
    }
}

static void
soleus_row_layout_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  SoleusRowLayout *self = SOLEUS_ROW_LAYOUT (object);

  if (prop_id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (prop_id == PROP_CENTER)
    g_value_set_boolean (value, self->center);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
soleus_row_layout_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  SoleusRowLayout *self = SOLEUS_ROW_LAYOUT (object);

  if (prop_id == PROP_SPACING && self->spacing != g_value_get_int (value))
    self->spacing = g_value_get_int (value);
  else if (prop_id == PROP_CENTER && self->center != g_value_get_boolean (value))
    self->center = g_value_get_boolean (value);
  else
    return;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
soleus_row_layout_class_init (SoleusRowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = soleus_row_layout_get_property;
  object_class->set_property = soleus_row_layout_set_property;

  layout_class->get_request_mode = soleus_row_layout_get_request_mode;
  layout_class->measure = soleus_row_layout_measure;
  layout_class->allocate = soleus_row_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, 96, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CENTER] =
    g_param_spec_boolean ("center", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
soleus_row_layout_init (SoleusRowLayout *self)
{
}

/**
 * soleus_row_layout_new_box:
 * @spacing: between the children, in pixels
 *
 * Returns: (transfer floating): an empty GtkBox with this layout. Its own property “spacing” has no meaning.
 */
GtkWidget *
soleus_row_layout_new_box (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, g_object_new (SOLEUS_TYPE_ROW_LAYOUT, "spacing", spacing, NULL));

  return box;
}
