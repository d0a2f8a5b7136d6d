/* soleus-paper-sheets.h: papers that are not kept as issued: the bench card, the touch-line list, a blank week of check-ins */
#pragma once

#include "soleus-paper.h"

G_BEGIN_DECLS

SoleusDocument *soleus_paper_new_bench_card      (SoleusClinic              *clinic,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);
SoleusDocument *soleus_paper_new_touch_line_list (SoleusClinic              *clinic,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);
/* @athlete_id nullable: a line for the name; @monday nullable: a line for the week */
SoleusDocument *soleus_paper_new_check_in_sheet  (SoleusClinic              *clinic,
                                                  const char                *athlete_id,
                                                  const char                *monday,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);
/* (element-type SoleusDocument): one for each */
GPtrArray      *soleus_paper_new_team_sheets     (SoleusClinic              *clinic,
                                                  const char                *team,
                                                  const char                *monday,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);

G_END_DECLS
