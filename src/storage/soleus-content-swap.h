/* soleus-content-swap.h: what a clinic added to the protocol, as it was in a backup, in the place of what there is
 *
 * The one folder takes the place of the other at once; until it is finished the former one can come back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SoleusContentSwap SoleusContentSwap;

SoleusContentSwap *soleus_content_swap_begin  (const char         *folder,
                                               GPtrArray          *files,
                                               const char         *kept,
                                               GError            **error);
void               soleus_content_swap_finish (SoleusContentSwap  *self);
void               soleus_content_swap_free   (SoleusContentSwap  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SoleusContentSwap, soleus_content_swap_free)

G_END_DECLS
