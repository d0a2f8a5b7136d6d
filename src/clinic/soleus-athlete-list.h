/* soleus-athlete-list.h: a lazy GListModel of athletes: ids are known, records are read when a row is shown */
#pragma once

#include "soleus-assessment.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SoleusClinic SoleusClinic;

typedef enum {
  SOLEUS_ATHLETE_FILTER_ACTIVE,    /* not archived */
  SOLEUS_ATHLETE_FILTER_IN_WINDOW,
  SOLEUS_ATHLETE_FILTER_RED_FLAG,
  SOLEUS_ATHLETE_FILTER_ARCHIVED,
} SoleusAthleteFilter;

typedef enum {
  SOLEUS_ATHLETE_SORT_NAME,
  SOLEUS_ATHLETE_SORT_LAST_VISIT,
  SOLEUS_ATHLETE_SORT_LAST_EPISODE,
} SoleusAthleteSort;

/* item of the list: SoleusAthleteRow: properties athlete (SoleusRecord), state, opens-at, has-flag computed when asked */
#define SOLEUS_TYPE_ATHLETE_ROW (soleus_athlete_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthleteRow, soleus_athlete_row, SOLEUS, ATHLETE_ROW, GObject)

SoleusRecord     *soleus_athlete_row_get_athlete    (SoleusAthleteRow *self); /* read when it is asked for first */
SoleusAssessment *soleus_athlete_row_get_assessment (SoleusAthleteRow *self); /* (nullable): NULL where nothing is open */

#define SOLEUS_TYPE_ATHLETE_LIST (soleus_athlete_list_get_type ())
G_DECLARE_FINAL_TYPE (SoleusAthleteList, soleus_athlete_list, SOLEUS, ATHLETE_LIST, GObject)

SoleusAthleteList *soleus_athlete_list_new        (SoleusClinic        *clinic);
void               soleus_athlete_list_set_search (SoleusAthleteList   *self,
                                                   const char          *text);
void               soleus_athlete_list_set_filter (SoleusAthleteList   *self,
                                                   SoleusAthleteFilter  filter);
void               soleus_athlete_list_set_team   (SoleusAthleteList   *self,
                                                   const char          *team); /* (nullable) */
void               soleus_athlete_list_set_sort   (SoleusAthleteList   *self,
                                                   SoleusAthleteSort    sort);
void               soleus_athlete_list_reload     (SoleusAthleteList   *self);
const char        *soleus_athlete_list_get_id     (SoleusAthleteList   *self,
                                                   guint                position);
guint              soleus_athlete_list_find_position (SoleusAthleteList *self,
                                                   const char          *id);

G_END_DECLS
