/* soleus-episode-search.h: which episodes a list has, in its order and its groups: row numbers; records are read by the page */
#pragma once

#include "soleus-connection.h"
#include "soleus-episode-filter.h"

G_BEGIN_DECLS

typedef struct {
  const SoleusEpisodeFilter *filter;
  const char                *athlete_id; /* (nullable): only of this athlete */
  const char                *athlete;    /* (nullable): what was typed of a name, a team, a sport or an identifier */
  const char                *words;      /* (nullable): what was typed of the notes */
  SoleusEpisodeOrder         order;      /* within the groups */
  SoleusEpisodeGroup         group;
} SoleusEpisodeListing;

/* rows that follow each other and belong to one group */
typedef struct {
  char  *id;    /* (owned) as soleus_episode_dup_group() gives it */
  guint  first; /* position of its first row among all rows */
  guint  n;
} SoleusEpisodeRun;

void    soleus_episode_run_clear        (SoleusEpisodeRun            *run);

GArray *soleus_episode_search_list      (SoleusConnection            *connection,
                                         const SoleusEpisodeListing  *listing,
                                         GArray                     **runs,
                                         GError                     **error);
char   *soleus_episode_search_dup_sql   (const SoleusEpisodeListing  *listing);
gint64  soleus_episode_search_find_row  (SoleusConnection            *connection,
                                         const char                  *id,
                                         GError                     **error);
GPtrArray *soleus_episode_search_read   (SoleusConnection            *connection,
                                         const gint64                *rows,
                                         gsize                        n_rows,
                                         GError                     **error);

G_END_DECLS
