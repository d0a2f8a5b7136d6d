/* soleus-logo-row.h: the logo of the letterhead: seen, chosen, removed */
#pragma once

#include <adwaita.h>

#include "soleus-page.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_LOGO_ROW (soleus_logo_row_get_type ())
G_DECLARE_FINAL_TYPE (SoleusLogoRow, soleus_logo_row, SOLEUS, LOGO_ROW, AdwActionRow)

GtkWidget *soleus_logo_row_new     (SoleusPage    *page);
void       soleus_logo_row_refresh (SoleusLogoRow *self);

G_END_DECLS
