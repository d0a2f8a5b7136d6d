/* soleus-fresh-bin.c: no size before there are styles.
 *
 * In each frame GTK asks a window how large it must be, gives new widgets their styles, asks them again to place them, and asks the window
 * once more, as styles change sizes. A window asks for widths and heights until it knows in which proportions it can be made small, and each
 * is another layout of every text that wraps. The first time of all that is for nothing: what was asked is forgotten with the styles. So this bin,
 * put where it is on the screen at once, asks for no room until its style came. A window has the size that it had meanwhile, and nothing
 * is placed by an answer without styles, because they come before anything is placed. */
#define G_LOG_DOMAIN "soleus-fresh-bin"

#include "soleus-config.h"

#include "soleus-fresh-bin.h"

/* --- layout --- */

#define SOLEUS_TYPE_FRESH_LAYOUT (soleus_fresh_layout_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFreshLayout, soleus_fresh_layout, SOLEUS, FRESH_LAYOUT, GtkLayoutManager)

struct _SoleusFreshLayout {
  GtkLayoutManager parent_instance;

  gboolean         styled;
};

G_DEFINE_FINAL_TYPE (SoleusFreshLayout, soleus_fresh_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
soleus_fresh_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  SoleusFreshLayout *self = SOLEUS_FRESH_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  /* a window that comes up with it has the styles before it asks; it takes its own size from the answer */
  if (child != NULL && gtk_widget_should_layout (child) && (self->styled || !gtk_widget_get_mapped (widget)))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  else
    *minimum = *natural = 0;
}

static void
soleus_fresh_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
soleus_fresh_layout_class_init (SoleusFreshLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = soleus_fresh_layout_measure;
  layout_class->allocate = soleus_fresh_layout_allocate;
}

static void
soleus_fresh_layout_init (SoleusFreshLayout *self)
{
}

/* --- bin --- */

G_DEFINE_TYPE (SoleusFreshBin, soleus_fresh_bin, ADW_TYPE_BIN)

/* The first of all changes is the style itself. */
static void
soleus_fresh_bin_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  SoleusFreshLayout *layout = SOLEUS_FRESH_LAYOUT (gtk_widget_get_layout_manager (widget));

  GTK_WIDGET_CLASS (soleus_fresh_bin_parent_class)->css_changed (widget, change);

  if (layout->styled)
    return;
  layout->styled = TRUE;
  gtk_widget_queue_resize (widget);
}

static void
soleus_fresh_bin_class_init (SoleusFreshBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = soleus_fresh_bin_css_changed;

  gtk_widget_class_set_layout_manager_type (widget_class, SOLEUS_TYPE_FRESH_LAYOUT);
}

static void
soleus_fresh_bin_init (SoleusFreshBin *self)
{
}
