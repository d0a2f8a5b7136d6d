/* soleus-page-source.h: the pages of something printable, as the preview and the printer see them
 *
 * Widgets do not know the documents of src/documents; a page source carries the document with the functions that draw it. */
#pragma once

#include <cairo.h>

#include "soleus-types.h"

G_BEGIN_DECLS

typedef struct {
  void  (*draw)     (GObject *document,
                     cairo_t *cr,
                     int      page); /* from 1; 1 unit is 1 point */
  char *(*dup_text) (GObject *document,
                     int      page); /* (nullable) what stands on the page, in reading order */
} SoleusPageFuncs;

#define SOLEUS_TYPE_PAGE_SOURCE (soleus_page_source_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPageSource, soleus_page_source, SOLEUS, PAGE_SOURCE, GObject)

SoleusPageSource *soleus_page_source_new         (GObject               *document,
                                                  const SoleusPageFuncs *funcs,
                                                  const char            *title,
                                                  int                    n_pages,
                                                  double                 width,
                                                  double                 height);
const char       *soleus_page_source_get_title   (SoleusPageSource      *self);
int               soleus_page_source_get_n_pages (SoleusPageSource      *self);
double            soleus_page_source_get_width   (SoleusPageSource      *self);
double            soleus_page_source_get_height  (SoleusPageSource      *self);
void              soleus_page_source_draw        (SoleusPageSource      *self,
                                                  cairo_t               *cr,
                                                  int                    page);
char             *soleus_page_source_dup_text    (SoleusPageSource      *self,
                                                  int                    page);

G_END_DECLS
