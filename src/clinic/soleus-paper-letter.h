/* soleus-paper-letter.h: the referral letter put together from a clinic, and issued: the same for the window and the command
 * line */
#pragma once

#include "soleus-paper.h"

G_BEGIN_DECLS

/* Pointers are borrowed for the length of the call. */
typedef struct {
  const char *flag_id;  /* (nullable): the most urgent open red flag, if there is one */
  const char *to;       /* (nullable): whom; without it a line to write on */
  const char *question; /* (nullable): what is asked */
} SoleusPaperLetter;

SoleusDocument *soleus_paper_new_letter   (SoleusClinic             *clinic,
                                           const char               *athlete_id,
                                           const SoleusPaperLetter  *letter,
                                           const SoleusPaperOptions *options,
                                           GError                  **error);
GBytes         *soleus_paper_issue_letter (SoleusClinic             *clinic,
                                           SoleusDocument           *document,
                                           const char               *athlete_id,
                                           const SoleusPaperLetter  *letter,
                                           GError                  **error);
char           *soleus_paper_dup_letter_name (SoleusRecord          *issued);
SoleusRecord   *soleus_paper_find_letter  (SoleusClinic             *clinic,
                                           SoleusRecord             *flag);

G_END_DECLS
