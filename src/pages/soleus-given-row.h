/* soleus-given-row.h: a treatment in the list of a visit: what, where, when, the reason against the rule, what was found afterwards */
#pragma once

#include <gtk/gtk.h>

#include "soleus-treatment-list.h"

G_BEGIN_DECLS

GtkWidget  *soleus_given_row_new       (SoleusClinic *clinic,
                                        SoleusGiven  *given,
                                        GtkWidget   **remove);
const char *soleus_given_row_get_label (SoleusRecord *treatment);

G_END_DECLS
