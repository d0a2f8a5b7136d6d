#include "soleus-config.h"

#include "soleus-wrap-layout.h"

/* GtkFlowBox aligns its children in columns of one width; chips of one word stand closer. Height follows width. Rows start at the
 * reading side, so the layout mirrors in right-to-left languages. */
struct _SoleusWrapLayout {
  GtkLayoutManager parent_instance;
  int              spacing; /* px, between children and between rows */
};

G_DEFINE_FINAL_TYPE (SoleusWrapLayout, soleus_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
soleus_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* What a child takes of a row that is @width wide; -1 is unlimited. */
static int
get_child_width (GtkWidget *child,
                 int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return width < 0 ? natural : MAX (minimum, MIN (natural, width));
}

/* Walks the children in rows; with @allocate they get their places. Returns the height of all rows. */
static int
walk_rows (SoleusWrapLayout *self,
           GtkWidget        *widget,
           int               width,
           gboolean          allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *row_start = gtk_widget_get_first_child (widget);
  int y = 0;

  while (row_start != NULL)
    {
      GtkWidget *child, *row_end = NULL;
      int used = 0, height = 0, n = 0;

      for (child = row_start; child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_width, child_height;

          if (!gtk_widget_should_layout (child))
            continue;
          child_width = get_child_width (child, width);
          if (n > 0 && used + self->spacing + child_width > width)
            break;
          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &child_height, NULL, NULL);
          used += (n++ > 0 ? self->spacing : 0) + child_width;
          height = MAX (height, child_height);
        }
      row_end = child;
      if (n > 0 && y > 0)
        y += self->spacing;
      if (n > 0 && allocate)
        {
          int x = 0;

          for (child = row_start; child != row_end; child = gtk_widget_get_next_sibling (child))
            if (gtk_widget_should_layout (child))
              {
                int child_width = get_child_width (child, width);

                gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - child_width : x, y, child_width, height }, -1);
                x += child_width + self->spacing;
              }
        }
      y += height;
      row_start = row_end;
    }
  return y;
}

static void
soleus_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  SoleusWrapLayout *self = SOLEUS_WRAP_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          int child_minimum, child_natural;

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural += (*natural > 0 ? self->spacing : 0) + child_natural;
        }
      return;
    }
  if (for_size < 0)
    for_size = G_MAXINT / 2;
  *minimum = *natural = walk_rows (self, widget, for_size, FALSE);
}

static void
soleus_wrap_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  walk_rows (SOLEUS_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
soleus_wrap_layout_class_init (SoleusWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = soleus_wrap_layout_get_request_mode;
  layout_class->measure = soleus_wrap_layout_measure;
  layout_class->allocate = soleus_wrap_layout_allocate;
}

static void
soleus_wrap_layout_init (SoleusWrapLayout *self)
{
  self->spacing = 6;
}

/**
 * soleus_wrap_layout_new:
 * @spacing: px between children and between rows
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
soleus_wrap_layout_new (int spacing)
{
  SoleusWrapLayout *self = g_object_new (SOLEUS_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
