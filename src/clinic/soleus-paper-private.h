/* soleus-paper-private.h: what every paper of the clinic says the same way */
#pragma once

#include "soleus-paper-letter.h"
#include "soleus-paper.h"

G_BEGIN_DECLS

#define SOLEUS_PAPER_COPY_LENGTH 4 /* characters of the identifier that a paper prints */

SoleusRecord *_soleus_paper_find_athlete    (SoleusClinic             *clinic,
                                             const char               *id,
                                             GError                  **error);
GPtrArray    *_soleus_paper_list_team       (SoleusClinic             *clinic,
                                             const char               *team,
                                             GError                  **error);
const char   *_soleus_paper_get_language    (SoleusClinic             *clinic,
                                             SoleusRecord             *athlete,
                                             const SoleusPaperOptions *options);
char         *_soleus_paper_dup_own_language (const SoleusPaperOptions *options);
SoleusPaper   _soleus_paper_get_paper       (SoleusClinic             *clinic,
                                             const SoleusPaperOptions *options);
const char   *_soleus_paper_get_clinic_name (SoleusClinic             *clinic);
const char   *_soleus_paper_get_therapist   (SoleusClinic             *clinic);
char         *_soleus_paper_dup_details     (SoleusRecord             *athlete,
                                             const char               *language);
char         *_soleus_paper_dup_author      (SoleusClinic             *clinic,
                                             const char               *therapist_id);
GBytes       *_soleus_paper_add_issued      (SoleusClinic             *clinic,
                                             SoleusChange             *change,
                                             SoleusDocument           *document,
                                             SoleusDocumentKind        kind,
                                             const char               *athlete_id,
                                             const char               *visit_id,
                                             const char               *exercises,
                                             GError                  **error);
SoleusDocument *_soleus_paper_finish        (SoleusClinic             *clinic,
                                             SoleusDocument           *document,
                                             const char               *id);

gboolean      _soleus_paper_letter_find_flag      (SoleusClinic             *clinic,
                                                   const char               *athlete_id,
                                                   const SoleusPaperLetter  *letter,
                                                   SoleusRecord            **flag,
                                                   GError                  **error);
GPtrArray    *_soleus_paper_letter_list_flags     (SoleusClinic             *clinic,
                                                   const char               *athlete_id,
                                                   const SoleusPaperLetter  *letter,
                                                   SoleusRecord             *flag);
char         *_soleus_paper_letter_format_concern (GPtrArray                *flags);
char        **_soleus_paper_letter_list_reasons   (SoleusClinic             *clinic,
                                                   GPtrArray                *flags);

G_END_DECLS
