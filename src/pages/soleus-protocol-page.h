/* soleus-protocol-page.h: the protocol to read: relief, the first two days, rehabilitation, return, prevention, technique.
 * Target: the id of a section of the content, or “rehabilitation”. */
#pragma once

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_PROTOCOL_PAGE (soleus_protocol_page_get_type ())
G_DECLARE_FINAL_TYPE (SoleusProtocolPage, soleus_protocol_page, SOLEUS, PROTOCOL_PAGE, SoleusPage)

G_END_DECLS
