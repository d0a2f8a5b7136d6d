/* soleus-check-in-page.h: one day of an athlete: fluids, sleep, training, shoes, soreness. Empty is unknown, never zero.
 *
 * Target: "ATHLETE-ID" for today or "ATHLETE-ID:YYYY-MM-DD". A second check-in of a day edits the first. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_IN_PAGE (soleus_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCheckInPage, soleus_check_in_page, SOLEUS, CHECK_IN_PAGE, SoleusEditor)

G_END_DECLS
