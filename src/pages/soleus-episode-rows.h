/* soleus-episode-rows.h: a list of episodes under headings, row by row */
#pragma once

#include <gtk/gtk.h>

#include "soleus-episode-list.h"

G_BEGIN_DECLS

GtkListItemFactory *soleus_episode_rows_new_factory (gboolean           with_names);
char               *soleus_episode_rows_dup_heading (SoleusEpisodeRow  *row);

void                soleus_episode_rows_show        (GtkListView       *view,
                                                     SoleusEpisodeList *list,
                                                     const char        *id);
void                soleus_episode_rows_show_first  (GtkListView       *view);

G_END_DECLS
