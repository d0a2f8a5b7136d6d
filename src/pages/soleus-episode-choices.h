/* soleus-episode-choices.h: what the choices above a list of episodes offer, and what a choice means */
#pragma once

#include <gtk/gtk.h>

#include "soleus-episode-filter.h"

G_BEGIN_DECLS

/* in the order of the choice of the period */
typedef enum {
  SOLEUS_EPISODE_PERIOD_ANY,
  SOLEUS_EPISODE_PERIOD_28_DAYS,
  SOLEUS_EPISODE_PERIOD_90_DAYS,
  SOLEUS_EPISODE_PERIOD_YEAR,
  SOLEUS_EPISODE_PERIOD_BETWEEN, /* two dates */
} SoleusEpisodePeriod;

GListModel *soleus_episode_choices_new_sides      (void);
GListModel *soleus_episode_choices_new_muscles    (void);
GListModel *soleus_episode_choices_new_situations (void);
GListModel *soleus_episode_choices_new_pains      (void);
GListModel *soleus_episode_choices_new_periods    (void);
GListModel *soleus_episode_choices_new_others     (void);
GListModel *soleus_episode_choices_new_orders     (gboolean             of_all);
GListModel *soleus_episode_choices_new_groups     (gboolean             of_all);
GListModel *soleus_episode_choices_new_standings  (void);

void        soleus_episode_choices_apply          (SoleusEpisodeFilter *filter,
                                                   guint                side,
                                                   guint                muscle,
                                                   guint                situation,
                                                   guint                pain);
void        soleus_episode_choices_find_period    (guint                period,
                                                   const char          *today,
                                                   char               **from,
                                                   char               **to);
void        soleus_episode_choices_find_other     (guint                other,
                                                   const char          *from,
                                                   const char          *to,
                                                   char               **other_from,
                                                   char               **other_to);
char       *soleus_episode_choices_dup_heading    (SoleusEpisodeGroup   group,
                                                   const char          *id,
                                                   guint                n_episodes);

G_END_DECLS
