/* soleus-own-line-window.h: a line that the clinic adds to the protocol, in each language that its handouts speak
 *
 * Modal. Nothing is written here: whoever opened it saves or removes the line when it says so, and then leaves it by
 * soleus_leave_guard_leave(): what was typed is not thrown away unasked. */
#pragma once

#include <adwaita.h>

#include "soleus-content-section.h"
#include "soleus-own-line.h"

G_BEGIN_DECLS

/* signals: saved: the line is wanted as it stands; removed: it is to go. Either may find that it cannot be done: then the window stays open
 * and soleus_own_line_window_show_problem() says why. */
#define SOLEUS_TYPE_OWN_LINE_WINDOW (soleus_own_line_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnLineWindow, soleus_own_line_window, SOLEUS, OWN_LINE_WINDOW, AdwWindow)

GtkWidget     *soleus_own_line_window_new          (GtkWindow           *parent,
                                                    SoleusOwnLine       *line,
                                                    const char          *section_title,
                                                    SoleusContentUse     use,
                                                    const char *const   *languages,
                                                    const char          *language);
SoleusOwnLine *soleus_own_line_window_get_line     (SoleusOwnLineWindow *self);
void           soleus_own_line_window_show_problem (SoleusOwnLineWindow *self,
                                                    const char          *problem);

G_END_DECLS
