/* soleus-shoe.h: a pair of shoes */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SHOE (soleus_shoe_get_type ())
SOLEUS_DECLARE_RECORD (SoleusShoe, soleus_shoe, SHOE)

G_END_DECLS
