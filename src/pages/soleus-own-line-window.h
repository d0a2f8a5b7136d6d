/* soleus-own-line-window.h: a line that the clinic adds to the protocol, in each language that its handouts speak */
#pragma once

#include "soleus-own-line.h"
#include "soleus-own-window.h"

G_BEGIN_DECLS

#define SOLEUS_TYPE_OWN_LINE_WINDOW (soleus_own_line_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnLineWindow, soleus_own_line_window, SOLEUS, OWN_LINE_WINDOW, SoleusOwnWindow)

GtkWidget *soleus_own_line_window_new (GtkWindow     *parent,
                                       SoleusClinic  *clinic,
                                       SoleusOwnLine *line);

G_END_DECLS
