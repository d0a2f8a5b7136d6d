/* soleus-factor-row.h: one risk factor of an athlete: present, absent or unknown; if present, who looks after it, what is done, when next.
 * The caveat of the factor is always shown. Signal “changed” after something was entered. */
#pragma once

#include <gtk/gtk.h>

#include "soleus-records.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_FACTOR_ROW (soleus_factor_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusFactorRow, soleus_factor_row, SOLEUS, FACTOR_ROW, GtkBox)

GtkWidget    *soleus_factor_row_new        (const SoleusCatalogueRow *factor,
                                            SoleusRecord             *stored,
                                            const char               *athlete_id);
SoleusRecord *soleus_factor_row_get_record (SoleusFactorRow          *self);

G_END_DECLS
