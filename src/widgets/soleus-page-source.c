#include "soleus-config.h"

#include "soleus-page-source.h"

struct _SoleusPageSource {
  GObject                parent_instance;

  GObject               *document;
  const SoleusPageFuncs *funcs;
  char                  *title;
  int                    n_pages;
  double                 width, height; /* points */
};

G_DEFINE_FINAL_TYPE (SoleusPageSource, soleus_page_source, G_TYPE_OBJECT)

static void
soleus_page_source_finalize (GObject *object)
{
  SoleusPageSource *self = SOLEUS_PAGE_SOURCE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (soleus_page_source_parent_class)->finalize (object);
}

static void
soleus_page_source_class_init (SoleusPageSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = soleus_page_source_finalize;
}

static void
soleus_page_source_init (SoleusPageSource *self)
{
}

/**
 * soleus_page_source_new:
 * @document: what is printed; a reference is taken
 * @funcs: (transfer none): how it is drawn; must live as long as the program
 * @title: its title, for the print queue and file names
 * @n_pages: number of pages, at least 1
 * @width: width of a page, points
 * @height: height of a page, points
 *
 * Returns: (transfer full): a new page source
 */
SoleusPageSource *
soleus_page_source_new (GObject               *document,
                        const SoleusPageFuncs *funcs,
                        const char            *title,
                        int                    n_pages,
                        double                 width,
                        double                 height)
{
  SoleusPageSource *self;

  g_return_val_if_fail (G_IS_OBJECT (document), NULL);
  g_return_val_if_fail (funcs != NULL && funcs->draw != NULL, NULL);
  g_return_val_if_fail (n_pages >= 1 && width > 0.0 && height > 0.0, NULL);

  self = g_object_new (SOLEUS_TYPE_PAGE_SOURCE, NULL);
  self->document = g_object_ref (document);
  self->funcs = funcs;
  self->title = g_strdup (title);
  self->n_pages = n_pages;
  self->width = width;
  self->height = height;
  return self;
}

/**
 * soleus_page_source_get_title:
 * @self: a page source
 *
 * Returns: (transfer none) (nullable): the title
 */
const char *
soleus_page_source_get_title (SoleusPageSource *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (self), NULL);
  return self->title;
}

/**
 * soleus_page_source_get_n_pages:
 * @self: a page source
 *
 * Returns: the number of pages, at least 1
 */
int
soleus_page_source_get_n_pages (SoleusPageSource *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (self), 1);
  return self->n_pages;
}

/**
 * soleus_page_source_get_width:
 * @self: a page source
 *
 * Returns: the width of a page, points
 */
double
soleus_page_source_get_width (SoleusPageSource *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (self), 1.0);
  return self->width;
}

/**
 * soleus_page_source_get_height:
 * @self: a page source
 *
 * Returns: the height of a page, points
 */
double
soleus_page_source_get_height (SoleusPageSource *self)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (self), 1.0);
  return self->height;
}

/**
 * soleus_page_source_draw:
 * @self: a page source
 * @cr: where to draw; 1 unit is 1 point, the origin is the top left corner of the sheet
 * @page: from 1
 *
 * Draws a page.
 */
void
soleus_page_source_draw (SoleusPageSource *self,
                         cairo_t          *cr,
                         int               page)
{
  g_return_if_fail (SOLEUS_IS_PAGE_SOURCE (self));
  g_return_if_fail (page >= 1 && page <= self->n_pages);

  cairo_save (cr);
  self->funcs->draw (self->document, cr, page);
  cairo_restore (cr);
}

/**
 * soleus_page_source_dup_text:
 * @self: a page source
 * @page: from 1
 *
 * Returns: (transfer full) (nullable): the text of a page in reading order, for screen readers
 */
char *
soleus_page_source_dup_text (SoleusPageSource *self,
                             int               page)
{
  g_return_val_if_fail (SOLEUS_IS_PAGE_SOURCE (self), NULL);
  g_return_val_if_fail (page >= 1 && page <= self->n_pages, NULL);

  return self->funcs->dup_text != NULL ? self->funcs->dup_text (self->document, page) : NULL;
}
