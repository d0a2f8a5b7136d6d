/* soleus-paper.h: handout, history report and visit summary put together from a clinic, and issued: the same for the window
 * and the command line */
#pragma once

#include "soleus-clinic.h"
#include "soleus-document.h"

G_BEGIN_DECLS

/* All zero is a good start. Pointers are borrowed for the length of the call. */
typedef struct {
  const char        *language;     /* (nullable): the athlete's, else the clinic's */
  gboolean           has_paper;    /* else the clinic's */
  SoleusPaper        paper;
  gboolean           large_print;
  gboolean           without_name;
  const char        *exercises;    /* (nullable): a prescription as text; NULL: the first of the phase that the window allows */
  const char *const *pieces;       /* (nullable) (array zero-terminated=1): sections printed after the exercises, in order */
  guint              sections;     /* of a history report: SoleusHistorySection; 0: all */
  gboolean           with_changes; /* say what changed since the last handout, where there was one */
} SoleusPaperOptions;

SoleusDocument *soleus_paper_new_handout        (SoleusClinic              *clinic,
                                                 const char                *athlete_id,
                                                 const SoleusPaperOptions  *options,
                                                 GError                   **error);
SoleusDocument *soleus_paper_new_appointment_slip (SoleusClinic            *clinic,
                                                 const char                *athlete_id,
                                                 const SoleusPaperOptions  *options,
                                                 GError                   **error);
SoleusDocument *soleus_paper_new_history_report (SoleusClinic              *clinic,
                                                 const char                *athlete_id,
                                                 SoleusInstant              from,
                                                 SoleusInstant              until,
                                                 const SoleusPaperOptions  *options,
                                                 GError                   **error);
char           *soleus_paper_dup_usual_exercises (SoleusClinic             *clinic,
                                                 const char                *athlete_id,
                                                 GError                   **error);
SoleusRecord   *soleus_paper_find_last_handout  (SoleusClinic              *clinic,
                                                 const char                *athlete_id);
SoleusDocument *soleus_paper_new_visit_summary  (SoleusClinic              *clinic,
                                                 const char                *visit_id,
                                                 const SoleusPaperOptions  *options,
                                                 GError                   **error);

/* keeps the PDF as it is and records that it was issued */
GBytes         *soleus_paper_issue              (SoleusClinic              *clinic,
                                                 SoleusDocument            *document,
                                                 SoleusDocumentKind         kind,
                                                 const char                *athlete_id,
                                                 const char                *visit_id,
                                                 const char                *exercises,
                                                 GError                   **error);

G_END_DECLS
