/* soleus-dose-rows.h: the numbers of a dose as rows of a form, with the same names, units and bounds wherever a dose is entered */
#pragma once

#include <adwaita.h>

#include "soleus-content-exercise.h"

G_BEGIN_DECLS

typedef enum {
  SOLEUS_DOSE_SETS, SOLEUS_DOSE_REPETITIONS, SOLEUS_DOSE_HOLD, SOLEUS_DOSE_REST, SOLEUS_DOSE_DAILY, SOLEUS_DOSE_WEEKLY, SOLEUS_DOSE_N_ROWS
} SoleusDoseRow;

void       soleus_dose_rows_add   (AdwPreferencesGroup  *group,
                                   GtkWidget           **entries);
GtkWidget *soleus_dose_rows_check (GtkWidget           **entries);

G_END_DECLS
