/* soleus-main-window.h: the sidebar, the page beside it, the editors over both, toasts */
#pragma once

#include <adwaita.h>

#include "soleus-clinic.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_MAIN_WINDOW (soleus_main_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusMainWindow, soleus_main_window, SOLEUS, MAIN_WINDOW, AdwApplicationWindow)

SoleusMainWindow *soleus_main_window_new          (AdwApplication   *application,
                                                   const char       *path);
const char       *soleus_main_window_get_path     (SoleusMainWindow *self);
SoleusClinic     *soleus_main_window_get_clinic   (SoleusMainWindow *self);
void              soleus_main_window_set_clinic   (SoleusMainWindow *self,
                                                   SoleusClinic     *clinic);
void              soleus_main_window_show_trouble (SoleusMainWindow *self,
                                                   const GError     *error);
gboolean          soleus_main_window_show_page    (SoleusMainWindow *self,
                                                   const char       *page);
gboolean          soleus_main_window_show_first_page (SoleusMainWindow *self,
                                                      const char       *page);
void              soleus_main_window_toast        (SoleusMainWindow *self,
                                                   const char       *text);
void              soleus_main_window_warn         (SoleusMainWindow *self,
                                                   const char       *text);

G_END_DECLS
