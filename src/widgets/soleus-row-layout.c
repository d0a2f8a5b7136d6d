/* soleus-row-layout.c: the widths come from the texts, the height from the widths.
 *
 * GtkBoxLayout asks each child, while it places it, how wide it must be for the height of the box. A label that wraps answers by trying
 * some ten widths, each a new layout of its text, and boxes within boxes multiply that: a page of texts took a second to open. Here no
 * child is asked so: it gets its natural width where there is room, less where there is not, and what is left goes to those that expand.
 *
 * GTK asks the same of a child that does not fill its height. “center” puts children in the middle of the row that do.
 *
 * Where the words that expand would be left with fewer letters than “fold-chars”, what stands last goes below them: a name is not broken
 * into syllables beside a pill. */
#define G_LOG_DOMAIN "soleus-row-layout"

#include "soleus-config.h"

#include "soleus-row-layout.h"

struct _SoleusRowLayout {
  GtkLayoutManager parent_instance;

  int              spacing; /* px */
  gboolean         center;  /* children are as high as they wish, in the middle of the row */
  int              fold_chars; /* 0: nothing goes below */
};

/* px between the row and what went below it */
#define FOLD_GAP 4

enum { PROP_0, PROP_SPACING, PROP_CENTER, PROP_FOLD_CHARS, N_PROPS };
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

/* Fills @sizes with the first @n_most children and with what each asks for. Returns: the least width of all, with the space between them */
static int
ask_widths (SoleusRowLayout  *self,
            GtkWidget        *widget,
            GtkRequestedSize *sizes,
            guint             n_most,
            int              *natural)
{
  int minimum = 0;
  guint n = 0;

  *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < n_most; child = gtk_widget_get_next_sibling (child))
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
  int rest = MAX (0, width - ask_widths (self, widget, sizes, n, &natural));
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

/* Returns: which child expands first; @n: none */
static guint
find_expanding (const GtkRequestedSize *sizes,
                guint                   n)
{
  guint i = 0;

  while (i < n && !gtk_widget_compute_expand (sizes[i].data, GTK_ORIENTATION_HORIZONTAL))
    i++;
  return i;
}

/* Returns: px */
static int
measure_fold (SoleusRowLayout *self,
              GtkWidget       *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int width = PANGO_PIXELS_CEIL (self->fold_chars * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

/* Leaves in the minimum_size of each child the width that it gets. Returns: how many stand beside each other: @n, or one less */
static guint
share_row (SoleusRowLayout  *self,
           GtkWidget        *widget,
           int               width,
           GtkRequestedSize *sizes,
           guint             n)
{
  GtkRequestedSize last;
  guint expanding;
  int minimum;

  share_width (self, widget, width, sizes, n);
  expanding = self->fold_chars > 0 ? find_expanding (sizes, n) : n;
  if (expanding + 1 >= n || sizes[expanding].minimum_size >= MIN (sizes[expanding].natural_size, measure_fold (self, widget)))
    return n;
  last = sizes[n - 1];
  share_width (self, widget, width, sizes, n - 1);
  gtk_widget_measure (last.data, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  sizes[n - 1] = last;
  sizes[n - 1].minimum_size = MAX (minimum, MIN (last.natural_size, sizes[expanding].minimum_size));
  return n - 1;
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
  guint n = count_children (widget), n_beside = n;
  GtkRequestedSize *sizes = g_newa (GtkRequestedSize, n + 1);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = ask_widths (self, widget, sizes, n, natural);
      return;
    }

  if (for_size < 0)
    ask_widths (self, widget, sizes, n, natural);
  else
    n_beside = share_row (self, widget, for_size, sizes, n);

  *minimum = *natural = 0;
  for (guint i = 0; i < n_beside; i++)
    {
      int child_minimum, child_natural;

      gtk_widget_measure (sizes[i].data, GTK_ORIENTATION_VERTICAL, for_size < 0 ? -1 : sizes[i].minimum_size,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
  if (n_beside < n)
    {
      int below;

      gtk_widget_measure (sizes[n_beside].data, GTK_ORIENTATION_VERTICAL, sizes[n_beside].minimum_size, NULL, &below, NULL, NULL);
      *minimum += FOLD_GAP + below;
      *natural += FOLD_GAP + below;
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

/* Below the words. Returns: how much of @height is left to the row above */
static int
place_below (GtkWidget *child,
             int        x,
             int        width,
             int        height)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  natural = MIN (natural, height);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, height - natural, width, natural }, -1);
  return MAX (0, height - natural - FOLD_GAP);
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
  guint n_beside = share_row (self, widget, width, sizes, n);
  int x = 0;

  if (n_beside < n)
    {
      int left = 0, last_width = sizes[n_beside].minimum_size;

      for (guint i = 0; i < find_expanding (sizes, n_beside); i++)
        left += sizes[i].minimum_size + self->spacing;
      height = place_below (sizes[n_beside].data, mirrored ? width - left - last_width : left, last_width, height);
    }

  for (guint i = 0; i < n_beside; i++)
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
  else if (prop_id == PROP_FOLD_CHARS)
    g_value_set_int (value, self->fold_chars);
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
  else if (prop_id == PROP_FOLD_CHARS && self->fold_chars != g_value_get_int (value))
    self->fold_chars = g_value_get_int (value);
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
  properties[PROP_FOLD_CHARS] =
    g_param_spec_int ("fold-chars", NULL, NULL, 0, 80, 0, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
