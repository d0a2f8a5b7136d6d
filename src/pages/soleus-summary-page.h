/* soleus-summary-page.h: a visit on paper, with what was corrected struck through and its amendments: preview, print, PDF */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SUMMARY_PAGE (soleus_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSummaryPage, soleus_summary_page, SOLEUS, SUMMARY_PAGE, SoleusPage)

G_END_DECLS
