/* soleus-athlete-item.h: an athlete as a row of the sidebar's list */
#pragma once

#include "soleus-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean soleus_athlete_item_show (GtkListItem   *item,
                                   SoleusInstant  now);

G_END_DECLS
