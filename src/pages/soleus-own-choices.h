/* soleus-own-choices.h: what is chosen alike for a line, an exercise and a part of a clinic */
#pragma once

#include <adwaita.h>

#include "soleus-enums.h"

G_BEGIN_DECLS

guint          soleus_own_choices_show_languages (AdwComboRow       *row,
                                                  const char *const *languages,
                                                  const char        *first);
void           soleus_own_choices_show_evidence  (AdwComboRow       *row,
                                                  SoleusEvidence     evidence);
SoleusEvidence soleus_own_choices_get_evidence   (AdwComboRow       *row);

G_END_DECLS
