/* soleus-page-preview.h: the pages of a page source on a desk, as they will be printed, with zoom
 *
 * Until the person zooms, the pages fit the space: two side by side where there is room for them to be read, else one
 * under the other. The zoom is in steps between a quarter and three times the size of the paper.
 *
 * Actions: preview.zoom-in, preview.zoom-out, preview.zoom-fit (Ctrl+plus, Ctrl+minus, Ctrl+0 while the focus is inside).
 * CSS: a box with the class "desk". */
#pragma once

#include <adwaita.h>

#include "soleus-page-source.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAGE_PREVIEW (soleus_page_preview_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPagePreview, soleus_page_preview, SOLEUS, PAGE_PREVIEW, GtkWidget)

GtkWidget        *soleus_page_preview_new        (void);
void              soleus_page_preview_set_source (SoleusPagePreview *self,
                                                  SoleusPageSource  *source);
SoleusPageSource *soleus_page_preview_get_source (SoleusPagePreview *self);
double            soleus_page_preview_get_zoom   (SoleusPagePreview *self);

G_END_DECLS
