/* soleus-page-printer.h: sends the pages of a page source to a printer, as they stand in the preview */
#pragma once

#include <gtk/gtk.h>

#include "soleus-page-source.h"

G_BEGIN_DECLS

GtkPrintOperationResult soleus_page_printer_run    (SoleusPageSource  *source,
                                                    const char        *kind,
                                                    GtkWindow         *parent,
                                                    GError           **error);
gboolean                soleus_page_printer_export (SoleusPageSource  *source,
                                                    const char        *path,
                                                    GError           **error);

G_END_DECLS
