/* soleus-episode-rows.h: a list of episodes under headings, row by row */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkListItemFactory *soleus_episode_rows_new_factory (void);

G_END_DECLS
