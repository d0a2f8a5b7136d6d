/* soleus-episode-filter.h: which episodes are listed, in which order, and under which heading: pure, for the window and the command line */
#pragma once

#include "soleus-episode.h"

G_BEGIN_DECLS

/* everything not set takes every episode; start from { 0 } with the two pains unknown: soleus_episode_filter_init() */
typedef struct {
  char       *from;     /* (owned) (nullable) "YYYY-MM-DD", included */
  char       *to;       /* (owned) (nullable) "YYYY-MM-DD", included */
  char       *muscle;   /* (owned) (nullable) */
  char       *activity; /* (owned) (nullable) */
  SoleusSide  side;     /* left and right take episodes of both sides too */
  gint64      least_pain;
  gint64      most_pain;
  GHashTable *ids;      /* (owned) (nullable) set of ids: what a search found */
} SoleusEpisodeFilter;

typedef enum {
  SOLEUS_EPISODE_ORDER_DATE,     /* the newest first */
  SOLEUS_EPISODE_ORDER_PAIN,     /* the most painful first, unknown last */
  SOLEUS_EPISODE_ORDER_DURATION, /* the longest first, unknown last */
  SOLEUS_EPISODE_ORDER_NAME,     /* by the name of the athlete, each one's newest first; for who knows the names */
} SoleusEpisodeOrder;
#define SOLEUS_TYPE_EPISODE_ORDER (soleus_episode_order_get_type ())
GType soleus_episode_order_get_type (void);

typedef enum {
  SOLEUS_EPISODE_GROUP_NONE,
  SOLEUS_EPISODE_GROUP_MONTH,
  SOLEUS_EPISODE_GROUP_MUSCLE,
  SOLEUS_EPISODE_GROUP_SITUATION,
  SOLEUS_EPISODE_GROUP_ATHLETE,
} SoleusEpisodeGroup;

void     soleus_episode_filter_init      (SoleusEpisodeFilter       *self);
void     soleus_episode_filter_clear     (SoleusEpisodeFilter       *self);
gboolean soleus_episode_filter_takes     (const SoleusEpisodeFilter *self,
                                          SoleusRecord              *episode);
gint64   soleus_episode_get_duration     (SoleusRecord              *episode);
int      soleus_episode_compare          (SoleusRecord              *a,
                                          SoleusRecord              *b,
                                          SoleusEpisodeOrder         order);
char    *soleus_episode_dup_group        (SoleusRecord              *episode,
                                          SoleusEpisodeGroup         group);

G_END_DECLS
