/* soleus-flag-page.h: one red flag: why it is open, how urgent it is, to whom it goes, and what came of it
 *
 * Target: the id of a red flag. A flag goes from open to referred to cleared, with an outcome; it is never closed silently, and what
 * had an outcome may be opened again as a flag of its own. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FLAG_PAGE (soleus_flag_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFlagPage, soleus_flag_page, SOLEUS, FLAG_PAGE, SoleusPage)

G_END_DECLS
