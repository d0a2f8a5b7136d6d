/* soleus-own-choices.h: what is chosen alike for a line and an exercise of a clinic */
#pragma once

#include <adwaita.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

void           soleus_own_choices_show_evidence (AdwComboRow    *row,
                                                 SoleusEvidence  evidence);
SoleusEvidence soleus_own_choices_get_evidence  (AdwComboRow    *row);

G_END_DECLS
