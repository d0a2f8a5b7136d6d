/* soleus-why-popover.h: why a window is closed, with readable sources */
#pragma once

#include <gtk/gtk.h>

#include "soleus-massage-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_WHY_POPOVER (soleus_why_popover_get_type ())
G_DECLARE_FINAL_TYPE (SoleusWhyPopover, soleus_why_popover, SOLEUS, WHY_POPOVER, GtkPopover)

GtkWidget *soleus_why_popover_new (const SoleusWindow *window,
                                   SoleusRegion               region);

G_END_DECLS
