#include "soleus-config.h"

#include "soleus-page-sheet.h"

#include <glib/gi18n-lib.h>

struct _SoleusPageSheet {
  GtkWidget         parent_instance;

  SoleusPageSource *source;
  int               page;  /* from 1 */
  double            scale; /* pixels a point, > 0.0 */
};

G_DEFINE_FINAL_TYPE (SoleusPageSheet, soleus_page_sheet, GTK_TYPE_WIDGET)

static void
soleus_page_sheet_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  SoleusPageSheet *self = SOLEUS_PAGE_SHEET (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { 1, 1, 1, 1 }, &bounds);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_source_rgb (cr, 0, 0, 0);
  soleus_page_source_draw (self->source, cr, self->page);
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
  g_clear_object (&SOLEUS_PAGE_SHEET (object)->source);
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

  if (ABS (self->scale - scale) < 1e-6)
    return;
  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
