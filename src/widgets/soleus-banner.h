/* soleus-banner.h: a window of no massage and no heat, as it stands above everything of an athlete */
#pragma once

#include <gtk/gtk.h>

#include "soleus-massage-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_BANNER (soleus_banner_get_type ())
G_DECLARE_FINAL_TYPE (SoleusBanner, soleus_banner, SOLEUS, BANNER, GtkWidget)

GtkWidget *soleus_banner_new         (void);
void       soleus_banner_set_window  (SoleusBanner  *self,
                                      SoleusWindow  *window,
                                      SoleusSide     side,
                                      SoleusRegion   region,
                                      const char    *reason,
                                      SoleusInstant  now);
void       soleus_banner_set_notice  (SoleusBanner  *self,
                                      const char    *css_class,
                                      const char    *icon_name,
                                      const char    *title,
                                      const char    *text);
void       soleus_banner_set_now     (SoleusBanner  *self,
                                      SoleusInstant  now);
void       soleus_banner_add_button  (SoleusBanner  *self,
                                      const char    *label,
                                      const char    *action,
                                      const char    *target,
                                      gboolean       primary);
char      *soleus_banner_dup_title   (SoleusBanner  *self);
char      *soleus_banner_dup_text    (SoleusBanner  *self);

G_END_DECLS
