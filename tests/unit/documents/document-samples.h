/* document-samples.h: documents of fictional athletes, for the tests and for looking at */
#pragma once

#include "soleus-handout.h"
#include "soleus-history-report.h"
#include "soleus-timeline-chart.h"
#include "soleus-visit-summary.h"

G_BEGIN_DECLS

typedef struct {
  const char  *language;
  SoleusPaper  paper;
  gboolean     large_print;
  gsize        n_exercises;
  gboolean     without_drawings;
  gboolean     hard_stop;
  const char  *athlete;    /* (nullable): left off */
  const char  *clinic;     /* (nullable): the usual example */
  gboolean     without_phone; /* nor address, credential or emergency number */
  const char *const *ids;  /* (nullable) (array length=n_exercises): which; the usual ones */
} SampleHandout;

SoleusContent  *sample_load_content     (const char          *language);
SoleusDocument *sample_create_handout   (const SampleHandout *sample);
SoleusDocument *sample_create_handout_from (SoleusContent    *content,
                                            const SampleHandout *sample);
SoleusDocument *sample_create_report    (gsize                n_episodes,
                                         SoleusPaper          paper,
                                         gboolean             large_print);
SoleusDocument *sample_create_visit     (void);
SoleusTimelineChart *sample_create_timeline (gsize            n_episodes);
SoleusInstant   sample_instant          (int year, int month, int day, int hour, int minute);

G_END_DECLS
