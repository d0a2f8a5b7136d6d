/* soleus-page-sheet.h: one sheet of paper of a page source, at a scale
 *
 * Accessibility: the role of an image, labelled “Page 1 of 2”, described by the text of the page.
 * CSS: one node, "sheet". */
#pragma once

#include <gtk/gtk.h>

#include "soleus-page-source.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PAGE_SHEET (soleus_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPageSheet, soleus_page_sheet, SOLEUS, PAGE_SHEET, GtkWidget)

GtkWidget *soleus_page_sheet_new       (SoleusPageSource *source,
                                        int               page);
void       soleus_page_sheet_set_scale (SoleusPageSheet  *self,
                                        double            scale);

G_END_DECLS
