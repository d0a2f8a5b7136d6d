/* soleus-sheet-page.h: a paper about nobody in particular, on a desk: the relief bench card, the touch-line list, a blank week
 *
 * Target: “bench-card”, “touch-line”, or “check-in:” and the id of an athlete. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SHEET_PAGE (soleus_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSheetPage, soleus_sheet_page, SOLEUS, SHEET_PAGE, SoleusPage)

G_END_DECLS
