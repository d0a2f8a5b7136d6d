/* soleus-own-editors.h: the windows in which a clinic writes what it adds to the protocol, and what is done with what they say
 *
 * Actions of the page that shows the protocol: “protocol.add-line” (section), “protocol.edit-line” (id). It is told by its clinic’s “changed” when
 * something was written. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

void soleus_own_editors_install (GtkWidgetClass *page_class);

G_END_DECLS
