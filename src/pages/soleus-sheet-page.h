/* soleus-sheet-page.h: a paper about nobody in particular, on a desk: the relief bench card or the touch-line list
 *
 * Target: “bench-card” or “touch-line”. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SHEET_PAGE (soleus_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSheetPage, soleus_sheet_page, SOLEUS, SHEET_PAGE, SoleusPage)

G_END_DECLS
