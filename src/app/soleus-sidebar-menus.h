/* soleus-sidebar-menus.h: the menus of the sidebar, and who is working */
#pragma once

#include "soleus-clinic.h"

#include <adwaita.h>

G_BEGIN_DECLS

void soleus_sidebar_menus_fill_teams      (GMenu              *section,
                                           SoleusClinic       *clinic);
void soleus_sidebar_menus_add_main        (GtkMenuButton      *button);
void soleus_sidebar_menus_add_therapists  (GtkMenuButton      *button,
                                           SoleusClinic       *clinic);
void soleus_sidebar_menus_show_working    (GtkWidget          *button,
                                           AdwAvatar          *avatar,
                                           SoleusRecord       *working);
void soleus_sidebar_menus_add_team_papers (GtkWidget          *sidebar,
                                           GSimpleActionGroup *actions);

G_END_DECLS
