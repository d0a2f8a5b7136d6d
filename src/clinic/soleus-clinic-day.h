/* soleus-clinic-day.h: one day of an athlete: its check-in, its sessions, and which risk factors it shows */
#pragma once

#include "soleus-clinic.h"
#include "soleus-day.h"

G_BEGIN_DECLS

typedef struct {
  char         *date;       /* "YYYY-MM-DD" */
  char         *episode_id; /* (nullable) the cramp for which this day was chosen */
  SoleusRecord *check_in;   /* (nullable) (owned) */
  GPtrArray    *sessions;   /* (owned) (element-type SoleusSession) in the order in which they were entered */
  GPtrArray    *factors;    /* (owned) (element-type SoleusDayFactor) */
  GPtrArray    *unknown;    /* (owned) (element-type SoleusCatalogueRow) too little is known to say */
} SoleusDayReport;

GPtrArray       *soleus_clinic_list_of_day     (SoleusClinic           *clinic,
                                                const SoleusRecordKind *kind,
                                                const char             *athlete_id,
                                                const char             *date,
                                                GError                **error);
SoleusDayReport *soleus_clinic_report_day      (SoleusClinic           *clinic,
                                                const char             *athlete_id,
                                                const char             *date,
                                                GError                **error);
SoleusDayReport *soleus_clinic_report_last_cramp (SoleusClinic         *clinic,
                                                const char             *athlete_id,
                                                SoleusInstant           at,
                                                GError                **error);
double           soleus_clinic_get_shoe_km     (SoleusClinic           *clinic,
                                                SoleusRecord           *shoe,
                                                const char             *until);
void             soleus_day_report_free        (SoleusDayReport        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusDayReport, soleus_day_report_free)

G_END_DECLS
