/* soleus-episode.h: one cramp, with its damage screen and the signs that came with it */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_EPISODE (soleus_episode_get_type ())
SOLEUS_DECLARE_RECORD (SoleusEpisode, soleus_episode, EPISODE)

G_END_DECLS
