/* soleus-contact.h: a later look at an episode: screen and signs again, and whether it still bleeds */
#pragma once

#include "soleus-record.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_CONTACT (soleus_contact_get_type ())
SOLEUS_DECLARE_RECORD (SoleusContact, soleus_contact, CONTACT)

G_END_DECLS
