/* soleus-columns-private.h: between the container and its layout manager */
#pragma once

#include "soleus-columns.h"

G_BEGIN_DECLS

void _soleus_columns_width_allocated (SoleusColumns       *self,
                                      int                  width);
void _soleus_columns_layout_set      (SoleusColumnsLayout *self,
                                      int                  max_columns,
                                      int                  min_column_width,
                                      int                  spacing);

G_END_DECLS
