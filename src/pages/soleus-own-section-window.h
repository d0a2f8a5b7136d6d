/* soleus-own-section-window.h: the title of a part that the clinic adds to the protocol for its handouts, in each language
 *
 * Modal. Nothing is written here: whoever opened it saves or removes the part when it says so, and then leaves it by
 * soleus_leave_guard_leave(): what was typed is not thrown away unasked. */
#pragma once

#include <adwaita.h>

#include "soleus-own-section.h"

G_BEGIN_DECLS

/* signals: saved: the part is wanted as it stands; removed: it is to go. Either may find that it cannot be done: then the window stays open and
 * soleus_own_section_window_show_problem() says why. */
#define SOLEUS_TYPE_OWN_SECTION_WINDOW (soleus_own_section_window_get_type ())
G_DECLARE_FINAL_TYPE (SoleusOwnSectionWindow, soleus_own_section_window, SOLEUS, OWN_SECTION_WINDOW, AdwWindow)

GtkWidget        *soleus_own_section_window_new          (GtkWindow              *parent,
                                                          SoleusOwnSection       *section,
                                                          const char *const      *languages,
                                                          const char             *language);
SoleusOwnSection *soleus_own_section_window_get_section  (SoleusOwnSectionWindow *self);
void              soleus_own_section_window_show_problem (SoleusOwnSectionWindow *self,
                                                          const char             *problem);

G_END_DECLS
