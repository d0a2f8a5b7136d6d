/* soleus-print-memory.h: how each kind of paper was printed last on this machine: paper, large print, printer, sides, tray */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean          soleus_print_memory_get_paper    (const char       *kind,
                                                    char            **paper,
                                                    gboolean         *large_print);
void              soleus_print_memory_set_paper    (const char       *kind,
                                                    const char       *paper,
                                                    gboolean          large_print);
GtkPrintSettings *soleus_print_memory_get_settings (const char       *kind);
void              soleus_print_memory_set_settings (const char       *kind,
                                                    GtkPrintSettings *settings);

G_END_DECLS
