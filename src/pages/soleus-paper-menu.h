/* soleus-paper-menu.h: the button above a preview that chooses paper, large print and, where a paper can speak several, its
 * language; what was chosen is remembered for the kind of paper */
#pragma once

#include <adwaita.h>

#include "soleus-paper.h"

G_BEGIN_DECLS

/* signal: changed: another choice */
#define SOLEUS_TYPE_PAPER_MENU (soleus_paper_menu_get_type ())
G_DECLARE_FINAL_TYPE (SoleusPaperMenu, soleus_paper_menu, SOLEUS, PAPER_MENU, AdwBin)

void soleus_paper_menu_set_kind       (SoleusPaperMenu    *self,
                                       SoleusClinic       *clinic,
                                       const char         *kind);
void soleus_paper_menu_offer_labels   (SoleusPaperMenu    *self,
                                       SoleusClinic       *clinic);
void soleus_paper_menu_fill           (SoleusPaperMenu    *self,
                                       SoleusPaperOptions *options);
void soleus_paper_menu_remember       (const char         *kind,
                                       SoleusPaper         paper,
                                       gboolean            large_print);
gboolean soleus_paper_menu_recall     (const char         *kind,
                                       SoleusPaper        *paper,
                                       gboolean           *large_print);

G_END_DECLS
