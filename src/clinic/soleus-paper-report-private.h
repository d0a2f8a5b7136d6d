/* soleus-paper-report-private.h: what the history report says of the days before the cramps, of tests and of load */
#pragma once

#include "soleus-clinic-look-back.h"
#include "soleus-history-report.h"

G_BEGIN_DECLS

typedef struct {
  GPtrArray            *texts;      /* (owned) that the rows borrow from */
  GPtrArray            *trends;     /* (owned) (element-type GArray) likewise */
  GArray               *look_backs; /* (owned) (element-type SoleusHistoryLookBack) */
  GArray               *tests;      /* (owned) (element-type SoleusHistoryTest) */
  SoleusLoadReport     *load;       /* (owned) */
  SoleusLookBackReport *look_back;  /* (owned) */
  char                 *too_few;    /* (owned) (nullable) a sentence */
} SoleusPaperPast;

gboolean _soleus_paper_past_read      (SoleusPaperPast  *self,
                                       SoleusClinic     *clinic,
                                       SoleusRecord     *athlete,
                                       const char       *from,
                                       const char       *to,
                                       GError          **error);
gboolean _soleus_paper_past_add_tests (SoleusPaperPast  *self,
                                       SoleusClinic     *clinic,
                                       SoleusRecord     *athlete,
                                       SoleusInstant     from,
                                       SoleusInstant     until,
                                       GError          **error);
void     _soleus_paper_past_clear     (SoleusPaperPast  *self);

G_END_DECLS
