/* soleus-episode-effect.h: what saving an episode does to the window, in words, and whether help must be fetched first */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

SoleusWindowState soleus_episode_effect_describe (SoleusClinic  *clinic,
                                                  SoleusRecord  *episode,
                                                  char         **title,
                                                  char         **because);
gboolean          soleus_get_help_describe       (SoleusRecord         *profile,
                                                  const SoleusAnswers  *signs,
                                                  char                **title,
                                                  char                **text);

G_END_DECLS
