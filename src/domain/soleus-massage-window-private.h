/* soleus-massage-window-private.h: shared by the files of the window rule only */
#pragma once

#include "soleus-massage-window.h"

G_BEGIN_DECLS

SoleusWindow *soleus_window_new             (SoleusSide                 side,
                                             SoleusRegion               region,
                                             SoleusInstant              at);
void          soleus_window_set_opens_at    (SoleusWindow              *self,
                                             SoleusInstant              opens_at);
SoleusWindow *soleus_window_new_for_flags   (const SoleusWindowInput   *input,
                                             SoleusSide                 side,
                                             SoleusRegion               region,
                                             SoleusInstant              at);
SoleusWindow *soleus_window_new_for_episode (const SoleusWindowInput   *input,
                                             const SoleusWindowEpisode *episode,
                                             SoleusSide                 side,
                                             SoleusRegion               region,
                                             SoleusInstant              at);

G_END_DECLS
