/* soleus-letter-page.h: the referral letter about a red flag, as it will be printed; issuing it refers the flag */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_LETTER_PAGE (soleus_letter_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLetterPage, soleus_letter_page, SOLEUS, LETTER_PAGE, SoleusPage)

G_END_DECLS
