/* soleus-appointment-slip.h: when and where an athlete comes next, and what holds until then */
#pragma once

#include "soleus-handout.h"

G_BEGIN_DECLS

SoleusDocument *soleus_appointment_slip_new_document (const SoleusHandoutSpec *spec);

G_END_DECLS
