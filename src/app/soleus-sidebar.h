/* soleus-sidebar.h: search, Today, the athletes, filter and order */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_SIDEBAR (soleus_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SoleusSidebar, soleus_sidebar, SOLEUS, SIDEBAR, AdwBin)

void        soleus_sidebar_set_clinic    (SoleusSidebar *self,
                                          SoleusClinic  *clinic);
void        soleus_sidebar_complete      (SoleusSidebar *self);
void        soleus_sidebar_set_folded    (SoleusSidebar *self,
                                          gboolean       folded);
void        soleus_sidebar_set_shown     (SoleusSidebar *self,
                                          const char    *page,
                                          const char    *target);
void        soleus_sidebar_focus_search  (SoleusSidebar *self);
void        soleus_sidebar_minute_passed (SoleusSidebar *self);
const char *soleus_sidebar_get_sort      (SoleusSidebar *self);
void        soleus_sidebar_set_sort      (SoleusSidebar *self,
                                          const char    *sort);

G_END_DECLS
