/* soleus-sidebar-menus.h: the menus of the sidebar that depend on the clinic */
#pragma once

#include "soleus-clinic.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        soleus_sidebar_menus_fill_teams     (GMenu        *section,
                                                 SoleusClinic *clinic);
GMenuModel *soleus_sidebar_menus_new_therapists (SoleusClinic *clinic);
void        soleus_sidebar_menus_add_team_papers (GtkWidget          *sidebar,
                                                  GSimpleActionGroup *actions);

G_END_DECLS
