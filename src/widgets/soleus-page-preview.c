#include "soleus-config.h"

#include "soleus-page-preview.h"

#include <glib/gi18n-lib.h>

#include "soleus-accessible.h"
#include "soleus-page-sheet.h"

#define GAP          18    /* px between sheets and around them */
#define MIN_SIDE     320.0 /* px: a page narrower than this beside another one cannot be read */
#define SMALLEST     0.25
#define LARGEST      3.0
#define ZOOM_STEP    1.25
#define PIXELS_A_POINT (96.0 / 72.0) /* 100 %: the size of the paper on a 96 dpi screen */

struct _SoleusPagePreview {
  GtkWidget          parent_instance;

  GtkWidget         *box;
  GtkWidget         *scroller;
  GtkGrid           *grid;
  GtkLabel          *zoom_label;

  SoleusPageSource  *source;  /* (nullable) */
  double             zoom;    /* 1.0: paper size; 0.0: fit */
  double             shown;   /* the zoom in use */
  int                columns; /* 1 or 2 */
  int                width, height;
  guint              tick_id;
};

G_DEFINE_FINAL_TYPE (SoleusPagePreview, soleus_page_preview, GTK_TYPE_WIDGET)

static void
place_sheets (SoleusPagePreview *self,
              int                columns)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));

  for (int i = 0; child != NULL; i++, child = gtk_widget_get_next_sibling (child))
    g_object_set (gtk_layout_manager_get_layout_child (layout, child), "column", i % columns, "row", i / columns, NULL);
  self->columns = columns;
}

static double
compute_fit (SoleusPagePreview *self,
             int               *columns)
{
  double page_width = soleus_page_source_get_width (self->source) * PIXELS_A_POINT;
  double page_height = soleus_page_source_get_height (self->source) * PIXELS_A_POINT;
  double side = (self->width - 3.0 * GAP) / 2.0, single = self->width - 2.0 * GAP;
  double tall = (self->height - 2.0 * GAP) / page_height;

  if (soleus_page_source_get_n_pages (self->source) > 1 && side >= MIN_SIDE)
    {
      *columns = 2;
      return CLAMP (MIN (side / page_width, MAX (tall, MIN_SIDE / page_width)), SMALLEST, LARGEST);
    }
  *columns = 1;
  /* One under the other: as wide as the space, but not wider than the paper. */
  return CLAMP (MIN (single / page_width, MAX (tall, 1.0)), SMALLEST, LARGEST);
}

static void
lay_out (SoleusPagePreview *self)
{
  g_autofree char *percent = NULL, *name = NULL;
  double zoom;
  int columns;

  if (self->source == NULL || self->width < 2 * GAP)
    return;
  zoom = compute_fit (self, &columns);
  if (self->zoom > 0.0)
    {
      zoom = self->zoom;
      if (zoom * soleus_page_source_get_width (self->source) * PIXELS_A_POINT * 2.0 + 3.0 * GAP > self->width)
        columns = 1;
    }
  if (columns != self->columns)
    place_sheets (self, columns);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL; child = gtk_widget_get_next_sibling (child))
    soleus_page_sheet_set_scale (SOLEUS_PAGE_SHEET (child), zoom * PIXELS_A_POINT);
  self->shown = zoom;
  /* Translators: the zoom of the preview */
  percent = g_strdup_printf (_("%.0f %%"), zoom * 100.0);
  gtk_label_set_label (self->zoom_label, percent);
  /* TRANSLATORS: what a button does and the zoom that the preview has now, “Fit the Space; now 48 %” */
  name = g_strdup_printf (_("Fit the Space; now %s"), percent);
  soleus_accessible_set_name (gtk_widget_get_parent (GTK_WIDGET (self->zoom_label)), name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-in", zoom < LARGEST - 1e-6);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.zoom-out", zoom > SMALLEST + 1e-6);
}

static gboolean
lay_out_tick_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  SoleusPagePreview *self = SOLEUS_PAGE_PREVIEW (widget);

  self->tick_id = 0;
  lay_out (self);
  return G_SOURCE_REMOVE;
}

static void
soleus_page_preview_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  SoleusPagePreview *self = SOLEUS_PAGE_PREVIEW (widget);
  int view_height;

  gtk_widget_size_allocate (self->box, &(GtkAllocation) { 0, 0, width, height }, baseline);
  view_height = gtk_widget_get_height (self->scroller);
  if (width == self->width && view_height == self->height)
    return;
  self->width = width;
  self->height = view_height;
  /* The scale follows the size in the next frame: sizes must not change while they are being given out. */
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (widget, lay_out_tick_cb, NULL, NULL);
}

static void
soleus_page_preview_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  gtk_widget_measure (SOLEUS_PAGE_PREVIEW (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

static void
zoom_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SoleusPagePreview *self = SOLEUS_PAGE_PREVIEW (widget);

  if (g_str_equal (action, "preview.zoom-fit"))
    self->zoom = 0.0;
  else
    self->zoom = CLAMP (g_str_equal (action, "preview.zoom-in") ? self->shown * ZOOM_STEP : self->shown / ZOOM_STEP, SMALLEST, LARGEST);
  lay_out (self);
}

static void
soleus_page_preview_dispose (GObject *object)
{
  SoleusPagePreview *self = SOLEUS_PAGE_PREVIEW (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_object (&self->source);
  gtk_widget_dispose_template (GTK_WIDGET (self), SOLEUS_TYPE_PAGE_PREVIEW);
  G_OBJECT_CLASS (soleus_page_preview_parent_class)->dispose (object);
}

static void
soleus_page_preview_class_init (SoleusPagePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = soleus_page_preview_dispose;
  widget_class->size_allocate = soleus_page_preview_size_allocate;
  widget_class->measure = soleus_page_preview_measure;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/soleusapp/Soleus/ui/widgets/soleus-page-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SoleusPagePreview, box);
  gtk_widget_class_bind_template_child (widget_class, SoleusPagePreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, SoleusPagePreview, grid);
  gtk_widget_class_bind_template_child (widget_class, SoleusPagePreview, zoom_label);

  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_cb);
  gtk_widget_class_install_action (widget_class, "preview.zoom-fit", NULL, zoom_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-fit", NULL);
}

static void
soleus_page_preview_init (SoleusPagePreview *self)
{
  self->columns = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * soleus_page_preview_new:
 *
 * Returns: (transfer full): a preview without pages
 */
GtkWidget *
soleus_page_preview_new (void)
{
  return g_object_new (SOLEUS_TYPE_PAGE_PREVIEW, NULL);
}

/**
 * soleus_page_preview_set_source:
 * @self: a preview
 * @source: (nullable): the pages
 *
 * Shows other pages; zoom and place are kept.
 */
void
soleus_page_preview_set_source (SoleusPagePreview *self,
                                SoleusPageSource  *source)
{
  GtkWidget *child;

  g_return_if_fail (SOLEUS_IS_PAGE_PREVIEW (self));
  g_return_if_fail (source == NULL || SOLEUS_IS_PAGE_SOURCE (source));

  if (!g_set_object (&self->source, source))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int page = 1; source != NULL && page <= soleus_page_source_get_n_pages (source); page++)
    gtk_grid_attach (self->grid, soleus_page_sheet_new (source, page), 0, page - 1, 1, 1);
  self->columns = 1;
  lay_out (self);
}

/**
 * soleus_page_preview_get_source:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): the pages shown
 */
SoleusPageSource *
soleus_page_preview_get_source (SoleusPagePreview *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_PREVIEW (self), NULL);
  return self->source;
}

/**
 * soleus_page_preview_get_zoom:
 * @self: a preview
 *
 * Returns: the zoom in use, 1.0 at the size of the paper; 0.0 before the first layout
 */
double
soleus_page_preview_get_zoom (SoleusPagePreview *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_PREVIEW (self), 0.0);
  return self->shown;
}
