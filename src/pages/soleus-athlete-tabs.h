/* soleus-athlete-tabs.h: the tabs of the athlete page, in their order */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;      /* as in “win.show athlete:<id>:NAME” */
  const char *title;     /* N_(), Header Case */
  const char *icon_name;
  GType     (*get_type) (void);
} SoleusAthleteTabRow;

const SoleusAthleteTabRow *soleus_athlete_tabs_list (gsize *n_rows);

G_END_DECLS
