/* soleus-athlete-search.h: finds athletes as somebody types; derived from the athletes, made anew at any time */
#pragma once

#include "soleus-connection.h"
#include "soleus-record.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_ATHLETE_ORDER_NAME,
  SOLEUS_ATHLETE_ORDER_LAST_VISIT,
  SOLEUS_ATHLETE_ORDER_LAST_EPISODE,
} SoleusAthleteOrder;

gboolean   soleus_athlete_search_index (SoleusConnection    *connection,
                                        SoleusRecord        *athlete,
                                        GError             **error);
/* An athlete is found by row: a number that is cheaper to keep a hundred thousand times than an identifier. */
GArray    *soleus_athlete_search_list  (SoleusConnection    *connection,
                                        const char          *team,
                                        gboolean             archived,
                                        SoleusAthleteOrder   order,
                                        GError             **error);
GArray    *soleus_athlete_search_match (SoleusConnection    *connection,
                                        const char          *text,
                                        GError             **error);
gint64     soleus_athlete_search_find_row (SoleusConnection  *connection,
                                        const char          *id,
                                        GError             **error);
char      *soleus_athlete_search_dup_id (SoleusConnection    *connection,
                                        gint64               row,
                                        GError             **error);
char      *soleus_athlete_search_dup_name (SoleusConnection  *connection,
                                        const char          *id,
                                        GError             **error);
char     **soleus_athlete_search_list_teams (SoleusConnection  *connection,
                                             GError           **error);

G_END_DECLS
