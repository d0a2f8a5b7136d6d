/* soleus-clinic-look-back.h: the days of an athlete side by side: training load of 28 days, and what preceded the cramps */
#pragma once

#include "soleus-clinic.h"
#include "soleus-look-back.h"
#include "soleus-training-load.h"

G_BEGIN_DECLS

typedef struct {
  char              *dates[SOLEUS_CHRONIC_DAYS]; /* "YYYY-MM-DD", oldest first */
  double             days[SOLEUS_CHRONIC_DAYS];
  guint              n_unknown;
  SoleusTrainingLoad load;
} SoleusLoadReport;

SoleusLoadReport *soleus_clinic_report_load (SoleusClinic  *clinic,
                                             const char    *athlete_id,
                                             const char    *date,
                                             GError       **error);
void              soleus_load_report_free   (SoleusLoadReport *self);

typedef struct {
  const SoleusLookBackFactor *factor; /* (not owned) */
  SoleusAnswer               *days;   /* (owned) (array length=n_days of the report) */
  SoleusLookBackComparison    windows[SOLEUS_LOOK_BACK_N_WINDOWS];
} SoleusLookBackLine;

typedef struct {
  char      *from, *to;       /* (nullable): nothing was recorded */
  char      *start;           /* (nullable) the date of day 0: the days before @from lead up to it */
  gsize      first;           /* the index of @from */
  gsize      n_days;          /* up to and including @to */
  guint     *cramps;          /* (owned) (array length=n_days) how many cramps look back from each day */
  guint      n_cramps;        /* of the period */
  guint      n_ordinary_days; /* days of the period with an entry and without a cramp */
  GPtrArray *lines;           /* (owned) (element-type SoleusLookBackLine) */
} SoleusLookBackReport;

SoleusLookBackReport *soleus_clinic_report_look_back (SoleusClinic          *clinic,
                                                      const char            *athlete_id,
                                                      const char            *from,
                                                      const char            *to,
                                                      GError               **error);
void                  soleus_look_back_report_free   (SoleusLookBackReport  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusLoadReport, soleus_load_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusLookBackReport, soleus_look_back_report_free)

G_END_DECLS
