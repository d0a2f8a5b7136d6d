/* soleus-massage-window-private.h: shared by the files of the window rule only */
#pragma once

#include "soleus-massage-window.h"

G_BEGIN_DECLS

/* items of the damage screen at most */
#define SOLEUS_WINDOW_MOST_ITEMS 16

/* The contacts of an input by episode: looking through all of them for each episode took time by the square of the re-checks. */
typedef GHashTable SoleusWindowContacts;

SoleusWindowContacts *soleus_window_contacts_new  (const SoleusWindowInput *input);
GPtrArray            *soleus_window_contacts_list (SoleusWindowContacts    *self,
                                                   const char              *episode_id);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusWindowContacts, g_hash_table_unref)

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
                                             SoleusWindowContacts      *contacts,
                                             const SoleusWindowEpisode *episode,
                                             SoleusSide                 side,
                                             SoleusRegion               region,
                                             SoleusInstant              at);
void          soleus_window_explain         (SoleusWindow              *window,
                                             const SoleusWindowInput   *input,
                                             SoleusWindowContacts      *contacts,
                                             const SoleusWindowEpisode *episode);

G_END_DECLS
