/* soleus-paper-sheets.h: papers that are about nobody in particular: the bench card and the touch-line list */
#pragma once

#include "soleus-paper.h"

G_BEGIN_DECLS

SoleusDocument *soleus_paper_new_bench_card      (SoleusClinic              *clinic,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);
SoleusDocument *soleus_paper_new_touch_line_list (SoleusClinic              *clinic,
                                                  const SoleusPaperOptions  *options,
                                                  GError                   **error);

G_END_DECLS
