/* soleus-own-section-window.h: the title of a part that the clinic adds to the protocol for its handouts, in each language */
#pragma once

#include "soleus-own-section.h"
#include "soleus-own-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_OWN_SECTION_WINDOW (soleus_own_section_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnSectionWindow, soleus_own_section_window, SOLEUS, OWN_SECTION_WINDOW, SoleusOwnWindow)

GtkWidget *soleus_own_section_window_new (GtkWindow        *parent,
                                          SoleusClinic     *clinic,
                                          SoleusOwnSection *section);

G_END_DECLS
