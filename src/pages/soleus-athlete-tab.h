/* soleus-athlete-tab.h: what every tab of the athlete page is. A new tab is a .c .h .ui trio and one row in soleus-athlete-tabs.c. */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"
#include "soleus-fresh-bin.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_ATHLETE_TAB (soleus_athlete_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (SoleusAthleteTab, soleus_athlete_tab, SOLEUS, ATHLETE_TAB, SoleusFreshBin)

struct _SoleusAthleteTabClass {
  SoleusFreshBinClass parent_class;

  /* called once, at the end of construction: clinic and athlete are known, the template exists */
  void (*athlete_set) (SoleusAthleteTab *self,
                       SoleusClinic     *clinic,
                       const char       *athlete_id);
  /* (nullable): shows again what is on record; called once in the next turn however much of the athlete, or of the clinic, was changed */
  void (*refresh) (SoleusAthleteTab *self);
  /* (nullable): the tab was opened at one of its records */
  void (*record_shown) (SoleusAthleteTab *self,
                        const char       *record_id);
};

SoleusClinic *soleus_athlete_tab_get_clinic     (SoleusAthleteTab *self);
const char   *soleus_athlete_tab_get_athlete_id (SoleusAthleteTab *self);
void          soleus_athlete_tab_show_record    (SoleusAthleteTab *self,
                                                 const char       *record_id);

G_END_DECLS
