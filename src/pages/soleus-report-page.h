/* soleus-report-page.h: the history report of an athlete over a period: preview, print, PDF. Target: ATHLETE. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_REPORT_PAGE (soleus_report_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReportPage, soleus_report_page, SOLEUS, REPORT_PAGE, SoleusPage)

G_END_DECLS
