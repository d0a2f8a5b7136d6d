/* soleus-own-editors.h: the windows in which a clinic writes what it adds to the protocol, and what is done with what they say
 *
 * Actions of the page that shows the protocol: “protocol.add-line” (section), “protocol.edit-line” (id), “protocol.add-exercise” (phase, 0: none),
 * “protocol.edit-exercise” (id). “protocol.add-part”, “protocol.edit-part” (id). A page that has
 * “handout.add” (id) is asked to take a new exercise, one that has “protocol.show-part” (id) to show a new part. It is told by its clinic’s “changed” when something was written. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

void     soleus_own_editors_install  (GtkWidgetClass *page_class);
gboolean soleus_own_editors_can_edit (SoleusPage     *page);

G_END_DECLS
