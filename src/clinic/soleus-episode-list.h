/* soleus-episode-list.h: a lazy GListModel of episodes and the headings of their groups: rows are known, records are read by the page */
#pragma once

#include "soleus-clinic.h"
#include "soleus-episode-search.h"

G_BEGIN_DECLS

/* which episodes matter now */
typedef enum {
  SOLEUS_EPISODE_STANDING_ANY,
  SOLEUS_EPISODE_STANDING_IN_WINDOW, /* decides that a window is not open */
  SOLEUS_EPISODE_STANDING_RED_FLAG,  /* a red flag without an outcome was raised for it */
} SoleusEpisodeStanding;

/* item of the list: an episode, or the heading of those that follow */
#define SOLEUS_TYPE_EPISODE_ROW (soleus_episode_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodeRow, soleus_episode_row, SOLEUS, EPISODE_ROW, GObject)

gboolean            soleus_episode_row_is_heading       (SoleusEpisodeRow *self);
gboolean            soleus_episode_row_is_below_name    (SoleusEpisodeRow *self);
SoleusRecord       *soleus_episode_row_get_episode      (SoleusEpisodeRow *self); /* (nullable) */
const char         *soleus_episode_row_get_athlete_name (SoleusEpisodeRow *self); /* (nullable), read when it is asked for first */
SoleusEpisodeGroup  soleus_episode_row_get_group        (SoleusEpisodeRow *self); /* of a heading */
const char         *soleus_episode_row_get_group_id     (SoleusEpisodeRow *self); /* of a heading */
guint               soleus_episode_row_get_n_episodes   (SoleusEpisodeRow *self); /* under a heading */

#define SOLEUS_TYPE_EPISODE_LIST (soleus_episode_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusEpisodeList, soleus_episode_list, SOLEUS, EPISODE_LIST, GObject)

SoleusEpisodeList *soleus_episode_list_new            (SoleusClinic                *clinic);
gboolean           soleus_episode_list_set            (SoleusEpisodeList           *self,
                                                       const SoleusEpisodeListing  *listing,
                                                       GError                     **error);
void               soleus_episode_list_forget         (SoleusEpisodeList           *self);
guint              soleus_episode_list_get_n_episodes (SoleusEpisodeList           *self);
guint              soleus_episode_list_find_position  (SoleusEpisodeList           *self,
                                                       const char                  *id);
guint              soleus_episode_list_count_read     (SoleusEpisodeList           *self);

gint64             soleus_clinic_count_episodes       (SoleusClinic                *self,
                                                       const SoleusEpisodeListing  *listing,
                                                       GError                     **error);
GHashTable        *soleus_clinic_list_standing        (SoleusClinic                *self,
                                                       SoleusEpisodeStanding        standing,
                                                       GError                     **error);

G_END_DECLS
