/* large-clinic.h: clinics of any size in a folder that is taken away again */
#pragma once

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define LARGE_CLINIC_NOW "2025-11-21T12:00:00+01:00"

char         *large_clinic_dup_folder (void);
void          large_clinic_remove     (char         *folder);
SoleusClinic *large_clinic_create     (const char   *folder,
                                       const char   *name,
                                       guint         n_athletes,
                                       guint         n_episodes);
SoleusClinic *large_clinic_open       (const char   *path);
SoleusRecord *large_clinic_episode    (const char   *athlete_id,
                                       SoleusInstant onset);
char         *large_clinic_add_history (SoleusClinic *clinic,
                                       guint         n_episodes,
                                       guint         n_days);
char         *large_clinic_dup_athlete (SoleusClinic *clinic,
                                       guint         position);

G_END_DECLS
