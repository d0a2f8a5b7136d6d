/* soleus-athlete-table.h: a table of people from another program: which column is which field, and the athletes in it */
#pragma once

#include "soleus-cell.h"
#include "soleus-format-registry.h"

G_BEGIN_DECLS

typedef struct _SoleusAthleteTable SoleusAthleteTable;

/* where a column goes: a field of an athlete, or a part of the name */
typedef struct {
  const char *id;    /* "born", "given-name" */
  const char *label; /* translated */
} SoleusAthleteTarget;

SoleusAthleteTable *soleus_athlete_table_read         (const char          *path,
                                                       GError             **error);
void                soleus_athlete_table_free         (SoleusAthleteTable  *self);
guint               soleus_athlete_table_get_n_columns (SoleusAthleteTable *self);
guint               soleus_athlete_table_get_n_rows   (SoleusAthleteTable  *self);
const char         *soleus_athlete_table_get_column   (SoleusAthleteTable  *self,
                                                       guint                column);
const char         *soleus_athlete_table_get_example  (SoleusAthleteTable  *self,
                                                       guint                column);
const char         *soleus_athlete_table_get_target   (SoleusAthleteTable  *self,
                                                       guint                column);
void                soleus_athlete_table_set_target   (SoleusAthleteTable  *self,
                                                       guint                column,
                                                       const char          *target);
gboolean            soleus_athlete_table_map          (SoleusAthleteTable  *self,
                                                       const char          *assignment,
                                                       GError             **error);
void                soleus_athlete_table_set_order    (SoleusAthleteTable  *self,
                                                       SoleusDateOrder      order);
gboolean            soleus_athlete_table_is_foreign   (SoleusAthleteTable  *self);
GArray             *soleus_athlete_table_list_targets (void);
GPtrArray          *soleus_athlete_table_read_athletes (SoleusAthleteTable *self,
                                                       GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusAthleteTable, soleus_athlete_table_free)

G_END_DECLS
