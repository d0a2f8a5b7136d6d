/* soleus-athlete-import.h: the athletes of a table into a clinic: what is new, known, perhaps known or refused; nothing is saved by looking */
#pragma once

#include "soleus-athlete-table.h"
#include "soleus-clinic.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_ATHLETE_LINE_NEW,
  SOLEUS_ATHLETE_LINE_KNOWN,     /* name and date of birth are here, or further up in the file */
  SOLEUS_ATHLETE_LINE_DUPLICATE, /* the name is here, and one date of birth is not known: a person decides */
  SOLEUS_ATHLETE_LINE_REFUSED,
} SoleusAthleteLineState;

typedef struct {
  char                   *place;   /* "line 12" */
  SoleusAthleteLineState  state;
  SoleusRecord           *athlete; /* (owned) (nullable) */
  char                   *message; /* (nullable): why it is not simply new */
} SoleusAthleteLine;

void        soleus_athlete_line_free     (SoleusAthleteLine       *line);
const char *soleus_athlete_line_state_get_id (SoleusAthleteLineState state);
GPtrArray  *soleus_athlete_import_sort   (SoleusClinic            *clinic,
                                          SoleusAthleteTable      *table,
                                          GError                 **error);
guint       soleus_athlete_import_count  (GPtrArray               *lines,
                                          SoleusAthleteLineState   state);
gboolean    soleus_athlete_import_save   (SoleusClinic            *clinic,
                                          GPtrArray               *lines,
                                          gboolean                 with_duplicates,
                                          GError                 **error);

G_END_DECLS
