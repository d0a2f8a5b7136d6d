/* soleus-page-layout.h: divides blocks into pages */
#pragma once

#include "soleus-block.h"

G_BEGIN_DECLS

GPtrArray *soleus_page_layout_divide (SoleusBlock      *content,
                                      SoleusTypography *type,
                                      double            width,
                                      double            height);

G_END_DECLS
