/* soleus-block-private.h: what blocks share among themselves */
#pragma once

#include "soleus-block.h"

G_BEGIN_DECLS

void         soleus_block_set_page_break (SoleusBlock *self);
void         soleus_block_copy_frame     (SoleusBlock *self,
                                          SoleusBlock *from);

/* the stack inside a container; pages are stacks too (soleus-block-stack.c) */
GPtrArray   *soleus_block_stack_get_children (SoleusBlock *self);

/* the stack inside a box; NULL for any other block (soleus-block-box.c) */
SoleusBlock *soleus_block_box_get_content (SoleusBlock *self);

G_END_DECLS
