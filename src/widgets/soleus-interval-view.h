/* soleus-interval-view.h: draws a share before cramps against ordinary days with the colours of the theme
 *
 * Accessibility: a picture beside the numbers that it shows; it has no words of its own. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-look-back.h"

G_BEGIN_DECLS

GtkWidget *soleus_interval_view_new (const SoleusLookBackComparison *comparison);

G_END_DECLS
