/* soleus-columns-layout.c: places children row by row; a row that is not full is filled by its last child */
#define G_LOG_DOMAIN "soleus-columns-layout"

#include "soleus-config.h"

#include "soleus-columns.h"

#include "soleus-columns-private.h"

/* --- the span of a child --- */

#define SOLEUS_TYPE_COLUMNS_LAYOUT_CHILD (soleus_columns_layout_child_get_type ())
G_DECLARE_FINAL_TYPE (SoleusColumnsLayoutChild, soleus_columns_layout_child, SOLEUS, COLUMNS_LAYOUT_CHILD, GtkLayoutChild)

struct _SoleusColumnsLayoutChild {
  GtkLayoutChild parent_instance;

  int            span; /* >= 1 */
};

G_DEFINE_FINAL_TYPE (SoleusColumnsLayoutChild, soleus_columns_layout_child, GTK_TYPE_LAYOUT_CHILD)

enum {
  PROP_CHILD_0,
  PROP_CHILD_SPAN,
  N_CHILD_PROPS
};

static GParamSpec *child_properties[N_CHILD_PROPS];

static void
soleus_columns_layout_child_get_property (GObject    *object,
                                          guint       prop_id,
                                          GValue     *value,
                                          GParamSpec *pspec)
{
  SoleusColumnsLayoutChild *self = SOLEUS_COLUMNS_LAYOUT_CHILD (object);

  switch (prop_id)
    {
    case PROP_CHILD_SPAN:
      g_value_set_int (value, self->span);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_columns_layout_child_set_property (GObject      *object,
                                          guint         prop_id,
                                          const GValue *value,
                                          GParamSpec   *pspec)
{
  SoleusColumnsLayoutChild *self = SOLEUS_COLUMNS_LAYOUT_CHILD (object);

  switch (prop_id)
    {
    case PROP_CHILD_SPAN:
      if (self->span != g_value_get_int (value))
        {
          self->span = g_value_get_int (value);
          gtk_layout_manager_layout_changed (gtk_layout_child_get_layout_manager (GTK_LAYOUT_CHILD (self)));
          g_object_notify_by_pspec (object, pspec);
        }
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
soleus_columns_layout_child_class_init (SoleusColumnsLayoutChildClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = soleus_columns_layout_child_get_property;
  object_class->set_property = soleus_columns_layout_child_set_property;

  child_properties[PROP_CHILD_SPAN] =
    g_param_spec_int ("span", NULL, NULL, 1, 12, 1,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_CHILD_PROPS, child_properties);
}

static void
soleus_columns_layout_child_init (SoleusColumnsLayoutChild *self)
{
  self->span = 1;
}

/* --- the layout --- */

#define WIDEST 16384 /* px: more than any screen */

struct _SoleusColumnsLayout {
  GtkLayoutManager parent_instance;

  int              max_columns;
  int              min_column_width; /* px */
  int              spacing;          /* px, between columns and between rows */
};

G_DEFINE_FINAL_TYPE (SoleusColumnsLayout, soleus_columns_layout, GTK_TYPE_LAYOUT_MANAGER)

/* one row on its way to being placed */
typedef struct {
  GtkWidget *children[12];
  int        spans[12];
  int        n_children;
  int        used;         /* columns */
} Row;

static int
count_columns (SoleusColumnsLayout *self,
               int                  width)
{
  int n = (width + self->spacing) / (self->min_column_width + self->spacing);

  return CLAMP (n, 1, self->max_columns);
}

static int
get_width_of_span (int    span,
                   double column_width,
                   int    spacing)
{
  return (int) (span * column_width + (span - 1) * spacing);
}

static void
finish_row (Row      *row,
            int       n_columns,
            double    column_width,
            int       spacing,
            gboolean  right_to_left,
            int       total_width,
            int      *y,
            gboolean  place)
{
  int height = 0;
  int x = 0;

  if (row->n_children == 0)
    return;

  row->spans[row->n_children - 1] += n_columns - row->used;

  for (int i = 0; i < row->n_children; i++)
    {
      int natural;

      gtk_widget_measure (row->children[i], GTK_ORIENTATION_VERTICAL,
                          get_width_of_span (row->spans[i], column_width, spacing), NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }

  for (int i = 0; place && i < row->n_children; i++)
    {
      int width = get_width_of_span (row->spans[i], column_width, spacing);
      GtkAllocation allocation = { right_to_left ? total_width - x - width : x, *y, width, height };

      gtk_widget_size_allocate (row->children[i], &allocation, -1);
      x += width + spacing;
    }

  *y += height + spacing;
  row->n_children = 0;
  row->used = 0;
}

/* Returns the height that @width needs; places the children where @place. */
static int
lay_out (SoleusColumnsLayout *self,
         GtkWidget           *widget,
         int                  width,
         gboolean             place)
{
  int n_columns = count_columns (self, width);
  double column_width = (width - (n_columns - 1) * self->spacing) / (double) n_columns;
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Row row = { { NULL }, { 0 }, 0, 0 };
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      SoleusColumnsLayoutChild *layout_child;
      int span;

      if (!gtk_widget_should_layout (child))
        continue;

      layout_child = SOLEUS_COLUMNS_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (GTK_LAYOUT_MANAGER (self), child));
      span = MIN (layout_child->span, n_columns);

      if (row.used + span > n_columns)
        finish_row (&row, n_columns, column_width, self->spacing, right_to_left, width, &y, place);

      row.children[row.n_children] = child;
      row.spans[row.n_children++] = span;
      row.used += span;
    }

  finish_row (&row, n_columns, column_width, self->spacing, right_to_left, width, &y, place);

  return MAX (0, y - self->spacing);
}

static GtkSizeRequestMode
soleus_columns_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
soleus_columns_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  SoleusColumnsLayout *self = SOLEUS_COLUMNS_LAYOUT (manager);
  int least = 0;
  int wished = 0;

  measure_width (widget, &least, &wished);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = wished;
    }
  else
    {
      /* without a width: as low as it gets, which is where all stands side by side */
      *natural = lay_out (self, widget, MAX (least, for_size < 0 ? wished : for_size), FALSE);
      *minimum = for_size < 0 ? MIN (*natural, lay_out (self, widget, MAX (wished, WIDEST), FALSE)) : *natural;
    }
}

static void
soleus_columns_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  lay_out (SOLEUS_COLUMNS_LAYOUT (manager), widget, width, TRUE);

  if (SOLEUS_IS_COLUMNS (widget))
    _soleus_columns_width_allocated (SOLEUS_COLUMNS (widget), width);
}

static GtkLayoutChild *
soleus_columns_layout_create_layout_child (GtkLayoutManager *manager,
                                           GtkWidget        *widget,
                                           GtkWidget        *child)
{
  return g_object_new (SOLEUS_TYPE_COLUMNS_LAYOUT_CHILD,
                       "layout-manager", manager,
                       "child-widget", child,
                       NULL);
}

static void
soleus_columns_layout_class_init (SoleusColumnsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->layout_child_type = SOLEUS_TYPE_COLUMNS_LAYOUT_CHILD;
  layout_class->get_request_mode = soleus_columns_layout_get_request_mode;
  layout_class->measure = soleus_columns_layout_measure;
  layout_class->allocate = soleus_columns_layout_allocate;
  layout_class->create_layout_child = soleus_columns_layout_create_layout_child;
}

static void
soleus_columns_layout_init (SoleusColumnsLayout *self)
{
  self->max_columns = 3;
  self->min_column_width = 264;
  self->spacing = 12;
}

/* px; a change lays out again */
void
_soleus_columns_layout_set (SoleusColumnsLayout *self,
                            int                  max_columns,
                            int                  min_column_width,
                            int                  spacing)
{
  self->max_columns = CLAMP (max_columns, 1, 12);
  self->min_column_width = min_column_width;
  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}
