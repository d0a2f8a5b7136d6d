/* soleus-check-in-week-page.h: a week of check-ins as a grid for the keyboard
 *
 * Tab goes right, Enter down, Delete makes unknown, Ctrl+D copies the day before, and a block copied from a spreadsheet is pasted
 * from the focused cell on. What was last known of mass and shoes is offered in italics; it is stored only when it is taken.
 * Target: "ATHLETE-ID" for this week or "ATHLETE-ID:YYYY-MM-DD" for the week of that day. */
#pragma once

#include "soleus-editor.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CHECK_IN_WEEK_PAGE (soleus_check_in_week_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusCheckInWeekPage, soleus_check_in_week_page, SOLEUS, CHECK_IN_WEEK_PAGE, SoleusEditor)

G_END_DECLS
