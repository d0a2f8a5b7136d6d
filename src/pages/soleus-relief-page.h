/* soleus-relief-page.h: relief while it cramps: one step, one clock, one big action, to be read from two metres
 *
 * Target: "ATHLETE[:left|right]". The running session is kept as a draft every second, so that nothing but the time the program
 * was away is lost in a crash; opening the page again goes on with the clock right. Space is the big action. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_RELIEF_PAGE (soleus_relief_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusReliefPage, soleus_relief_page, SOLEUS, RELIEF_PAGE, SoleusPage)

G_END_DECLS
