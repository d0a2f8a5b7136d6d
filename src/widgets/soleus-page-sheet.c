#include "soleus-config.h"

#include "soleus-page-sheet.h"

#include <glib/gi18n-lib.h>

/* how much denser than the screen a line is drawn before it is made as narrow as the screen has it */
#define DENSITY 4
/* one that is large has room for every letter anyway, in pixels a point */
#define LARGE 2.0
/* the pages of a whole team would take long, and are not read one by one */
#define MOST_PAGES 8
/* a window that is made larger or smaller changes the scale with each frame; milliseconds without a change */
#define SETTLED 150

struct _SoleusPageSheet {
  GtkWidget         parent_instance;

  SoleusPageSource *source;
  int               page;    /* from 1 */
  double            scale;   /* pixels a point, > 0.0 */
  gboolean          placed;  /* it was told its scale: before, there is only paper */
  GdkTexture       *picture; /* (nullable): the page as it was last shown */
  guint             wait_id; /* until the scale has settled: then a picture is made */
};

G_DEFINE_FINAL_TYPE (SoleusPageSheet, soleus_page_sheet, GTK_TYPE_WIDGET)

static cairo_surface_t *
create_paper (int width,
              int height)
{
  cairo_surface_t *paper = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (paper);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
  return paper;
}

static void
draw (SoleusPageSheet *self,
      cairo_t         *cr,
      double           across,
      double           down)
{
  cairo_scale (cr, across, down);
  cairo_set_source_rgb (cr, 0, 0, 0);
  soleus_page_source_draw (self->source, cr, self->page);
}

static GdkTexture *
create_texture (cairo_surface_t *picture)
{
  int width = cairo_image_surface_get_width (picture), height = cairo_image_surface_get_height (picture);
  gsize stride = (gsize) cairo_image_surface_get_stride (picture);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (picture);
  bytes = g_bytes_new (cairo_image_surface_get_data (picture), stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* cairo puts every letter on a whole pixel: where a point is half of one, words run into each other and gaps open within them. The page is drawn
 * wider and made narrower as a picture, so that a letter is at most a part of a pixel away from where it stands in its line on paper. */
static GdkTexture *
create_picture (SoleusPageSheet *self,
                int              width,
                int              height,
                double           scale)
{
  cairo_surface_t *dense = create_paper (width * DENSITY, height);
  cairo_surface_t *picture = create_paper (width, height);
  cairo_t *cr = cairo_create (dense);
  GdkTexture *texture;

  draw (self, cr, scale * DENSITY, scale);
  cairo_destroy (cr);
  cr = cairo_create (picture);
  cairo_scale (cr, 1.0 / DENSITY, 1.0);
  cairo_set_source_surface (cr, dense, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  texture = create_texture (picture);
  cairo_surface_destroy (picture);
  cairo_surface_destroy (dense);
  return texture;
}

static gboolean
has_settled_cb (gpointer user_data)
{
  SoleusPageSheet *self = SOLEUS_PAGE_SHEET (user_data);

  self->wait_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
wait_until_settled (SoleusPageSheet *self)
{
  if (self->wait_id != 0)
    g_source_remove (self->wait_id);
  self->wait_id = g_timeout_add (SETTLED, has_settled_cb, self);
}

/* Returns: (transfer none) (nullable): the page for a screen of @density; %NULL where it is drawn as it is */
static GdkTexture *
get_picture (SoleusPageSheet *self,
             int              density)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * density, height = gtk_widget_get_height (GTK_WIDGET (self)) * density;

  if (self->wait_id != 0 || self->scale * density >= LARGE || soleus_page_source_get_n_pages (self->source) > MOST_PAGES)
    return NULL;
  if (self->picture != NULL && (gdk_texture_get_width (self->picture) != width || gdk_texture_get_height (self->picture) != height))
    g_clear_object (&self->picture);
  if (self->picture == NULL && width > 0 && height > 0)
    self->picture = create_picture (self, width, height, self->scale * density);
  return self->picture;
}

static void
soleus_page_sheet_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SoleusPageSheet *self = SOLEUS_PAGE_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GdkTexture *picture = self->placed ? get_picture (self, gtk_widget_get_scale_factor (widget)) : NULL;
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  if (picture != NULL)
    {
      gtk_snapshot_append_texture (snapshot, picture, &bounds);
      return;
    }
  if (!self->placed)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  draw (self, cr, self->scale, self->scale);
  cairo_destroy (cr);
}

static void
soleus_page_sheet_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  SoleusPageSheet *self = SOLEUS_PAGE_SHEET (widget);
  double size = orientation == GTK_ORIENTATION_HORIZONTAL ? soleus_page_source_get_width (self->source)
                                                          : soleus_page_source_get_height (self->source);

  *minimum = *natural = (int) ceil (size * self->scale);
  *minimum_baseline = *natural_baseline = -1;
}

static void
soleus_page_sheet_finalize (GObject *object)
{
  SoleusPageSheet *self = SOLEUS_PAGE_SHEET (object);

  if (self->wait_id != 0)
    g_source_remove (self->wait_id);
  g_clear_object (&self->source);
  g_clear_object (&self->picture);
  G_OBJECT_CLASS (soleus_page_sheet_parent_class)->finalize (object);
}

static void
soleus_page_sheet_class_init (SoleusPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = soleus_page_sheet_finalize;
  widget_class->snapshot = soleus_page_sheet_snapshot;
  widget_class->measure = soleus_page_sheet_measure;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
soleus_page_sheet_init (SoleusPageSheet *self)
{
  self->scale = 1.0;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * soleus_page_sheet_new:
 * @source: the pages
 * @page: which one, from 1
 *
 * Returns: (transfer full): a new sheet, at 1 pixel a point
 */
GtkWidget *
soleus_page_sheet_new (SoleusPageSource *source,
                       int               page)
{
  SoleusPageSheet *self;
  g_autofree char *label = NULL, *text = NULL;

  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (source), NULL);

  self = g_object_new (SOLEUS_TYPE_PAGE_SHEET, NULL);
  self->source = g_object_ref (source);
  self->page = page;
  label = g_strdup_printf (_("Page %d of %d"), page, soleus_page_source_get_n_pages (source));
  text = soleus_page_source_dup_text (source, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
  return GTK_WIDGET (self);
}

/**
 * soleus_page_sheet_set_scale:
 * @self: a sheet
 * @scale: pixels a point, more than 0
 *
 * Makes the sheet larger or smaller.
 */
void
soleus_page_sheet_set_scale (SoleusPageSheet *self,
                             double           scale)
{
  g_return_if_fail (SOLEUS_IS_PAGE_SHEET (self));
  g_return_if_fail (scale > 0.0);

  if (self->placed && ABS (self->scale - scale) < 1e-6)
    return;
  if (self->picture != NULL || self->wait_id != 0)
    wait_until_settled (self);
  self->placed = TRUE;
  self->scale = scale;
  g_clear_object (&self->picture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self)); /* where the size stays, too */
}
