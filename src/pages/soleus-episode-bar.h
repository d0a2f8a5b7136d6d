/* soleus-episode-bar.h: what stands above a list of episodes: words, choices, two days, order and groups */
#pragma once

#include <gtk/gtk.h>

#include "soleus-clock.h"
#include "soleus-episode-list.h"

G_BEGIN_DECLS

/* signals:
 *   changed: something else is wanted; once also where several choices change together */
#define SOLEUS_TYPE_EPISODE_BAR (soleus_episode_bar_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodeBar, soleus_episode_bar, SOLEUS, EPISODE_BAR, GtkBox)

void                   soleus_episode_bar_fill         (SoleusEpisodeBar    *self,
                                                        SoleusClock         *clock,
                                                        gboolean             of_all);
void                   soleus_episode_bar_read_filter  (SoleusEpisodeBar    *self,
                                                        SoleusEpisodeFilter *filter);
const char            *soleus_episode_bar_get_words    (SoleusEpisodeBar    *self);
const char            *soleus_episode_bar_get_athlete  (SoleusEpisodeBar    *self);
SoleusEpisodeStanding  soleus_episode_bar_get_standing (SoleusEpisodeBar    *self);
SoleusEpisodeOrder     soleus_episode_bar_get_order    (SoleusEpisodeBar    *self);
SoleusEpisodeGroup     soleus_episode_bar_get_group    (SoleusEpisodeBar    *self);
void                   soleus_episode_bar_clear        (SoleusEpisodeBar    *self);
GVariant              *soleus_episode_bar_save         (SoleusEpisodeBar    *self);
void                   soleus_episode_bar_restore      (SoleusEpisodeBar    *self,
                                                        GVariant            *saved);

G_END_DECLS
