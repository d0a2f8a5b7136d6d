/* soleus-paper-team.h: the handouts of a team, made and issued in one go: each as if it were made alone */
#pragma once

#include "soleus-paper.h"

G_BEGIN_DECLS

typedef struct {
  SoleusRecord   *athlete;   /* (owned) */
  SoleusDocument *document;  /* (owned) (nullable): @left_out says why there is none */
  char           *exercises; /* (owned) (nullable) */
  char           *left_out;  /* (owned) (nullable): a sentence */
} SoleusTeamHandout;

/* (element-type SoleusTeamHandout), by name */
GPtrArray *soleus_paper_new_team_handouts   (SoleusClinic              *clinic,
                                             const char                *team,
                                             const SoleusPaperOptions  *options,
                                             GError                   **error);
GBytes    *soleus_paper_dup_team_pdf        (GPtrArray                 *handouts,
                                             GError                   **error);
gboolean   soleus_paper_issue_team_handouts (SoleusClinic              *clinic,
                                             GPtrArray                 *handouts,
                                             GError                   **error);

G_END_DECLS
